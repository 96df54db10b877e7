// Telling a list of web addresses from anything else that is pasted: the first is the target, the rest are more addresses.

const WEB = /^(?:h..ps?:\/\/)?[^\s/@]+\.[^\s@]*[^\s.]$/i;

/** The web addresses of a pasted list; empty for anything that is not a list of at least two. */
export function addressList(text: string): string[] {
  const items = text.split(/[\s,;]+/).filter((item) => item !== '');
  const all = items.length > 1 && items.every((item) => WEB.test(item) && /[a-z]/i.test(item));
  return all ? items : [];
}

/** The further addresses with some more below, one a line. */
export function withMore(more_addresses: string, added: readonly string[]): string {
  return [...more_addresses.split('\n').filter((line) => line.trim() !== ''), ...added].join('\n');
}
