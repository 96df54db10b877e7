// Lists that are typed one entry to a line.

/** The entries of a text: a line or a comma each, without spaces around, empty ones and repeats. */
export function entriesOf(text: string): string[] {
  const entries = text.split(/[\n,;]/).map((line) => line.trim());
  return [...new Set(entries.filter((entry) => entry !== ''))];
}

/** A list as text. */
export function linesOf(entries: readonly string[]): string {
  return entries.join('\n');
}
