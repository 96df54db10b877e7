// A list of hundred rows a page, as the person left it: what every list of Our sites shares.

import { asRefusal, type Refusal } from '../../backend';

/** Milliseconds after the last key before the host is asked. */
export const SEARCH_AFTER_MS = 250;

/** What every page has. */
interface Page<Row> {
  rows: Row[];
  total: number;
  next: string | null;
}

export abstract class PagedList<Row, P extends Page<Row>> {
  search = $state('');
  /** What is shown; none before the first answer. */
  page = $state.raw<P | null>(null);
  /** Why the last reading failed; the rows of before stay. */
  refusal = $state.raw<Refusal | null>(null);
  /** When the rows were read. */
  read_at = $state<string | null>(null);
  /** Pixels from the top. */
  scrolled = $state(0);
  /** The row that was opened last, by `key`. */
  opened: string | null = null;

  #asked = 0;
  /** Rows that were asked for with "more": news that overtakes that answer must not lose them. */
  #wanted = 0;
  #typed: ReturnType<typeof setTimeout> | undefined;

  protected abstract ask(after: string | null): Promise<P>;
  /** What tells a row from every other. */
  abstract key(row: Row): string;
  /** Rows came: what is remembered of single rows is brought up to date. */
  protected took(_page: P): void {}

  /** Reads again what is shown, as many pages as there were. */
  async read(): Promise<void> {
    clearTimeout(this.#typed);
    const turn = ++this.#asked;
    const shown = Math.max(this.page?.rows.length ?? 0, this.#wanted);
    try {
      let page = await this.ask(null);
      while (page.next && page.rows.length < shown) page = this.#joined(page, await this.ask(page.next));
      // An answer that was overtaken by a newer question is nobody's.
      if (turn !== this.#asked) return;
      this.#take(page);
      this.read_at = new Date().toISOString();
    } catch (cause) {
      if (turn === this.#asked) this.refusal = asRefusal(cause);
    }
  }

  /** Nobody looks any more. */
  rest(): void {
    clearTimeout(this.#typed);
  }

  /** Another question: its answer begins at the top. */
  protected async fromTop(): Promise<void> {
    this.scrolled = 0;
    this.#wanted = 0;
    if (this.page) this.page = { ...this.page, rows: this.page.rows.slice(0, 100) };
    await this.read();
  }

  /** Takes what is typed, and asks when the typing rests. */
  type(search: string): void {
    this.search = search;
    this.later();
  }

  /** Asks from the top when the typing rests. */
  protected later(): void {
    clearTimeout(this.#typed);
    this.#typed = setTimeout(() => void this.fromTop(), SEARCH_AFTER_MS);
  }

  /** The next hundred. */
  async more(): Promise<void> {
    const before = this.page;
    if (!before?.next) return;
    const turn = ++this.#asked;
    this.#wanted = before.rows.length + 1;
    try {
      const next = await this.ask(before.next);
      if (turn === this.#asked) this.#take(this.#joined(before, next));
    } catch (cause) {
      if (turn === this.#asked) this.refusal = asRefusal(cause);
    }
  }

  #take(page: P): void {
    this.took(page);
    this.page = page;
    this.refusal = null;
  }

  #joined(before: P, next: P): P {
    const known = new Set(before.rows.map((row) => this.key(row)));
    return { ...next, rows: [...before.rows, ...next.rows.filter((row) => !known.has(this.key(row)))] };
  }
}

/** The first moment of a day of the local calendar, from a date field's text; none where it is empty. */
export function dayStart(date: string): string | null {
  return moment(date, 0);
}

/** The first moment after it. */
export function dayEnd(date: string): string | null {
  return moment(date, 1);
}

function moment(date: string, days_on: number): string | null {
  const [year, month, day] = date.split('-').map(Number);
  if (!year || !month || !day) return null;
  return new Date(year, month - 1, day + days_on).toISOString();
}
