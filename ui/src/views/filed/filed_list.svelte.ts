// The list of filed reports as the person left it. It outlives the view, so that coming back finds the list where it was.

import { asRefusal, call, type FiledStatus, type FiledView, type Refusal, type StartView } from '../../backend';

/** Milliseconds after the last key before the host is asked. */
export const SEARCH_AFTER_MS = 250;

export class FiledList {
  search = $state('');
  status = $state<FiledStatus | null>(null);
  /** What is shown; none before the first answer. */
  page = $state.raw<FiledView | null>(null);
  /** Why the last reading failed; the rows of before stay. */
  refusal = $state.raw<Refusal | null>(null);
  /** When the rows were read. */
  read_at = $state<string | null>(null);
  /** While Cloudflare is asked. */
  asking = $state(false);
  /** Pixels from the top. */
  scrolled = 0;
  /** The report that was opened last. */
  opened: string | null = null;

  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Whether anything narrows the list. */
  get narrowed(): boolean {
    return this.search.trim() !== '' || this.status !== null;
  }

  /** Reads again what is shown, as many pages as there were. */
  async read(): Promise<void> {
    clearTimeout(this.#timer);
    const turn = ++this.#asked;
    const shown = this.page?.rows.length ?? 0;
    try {
      let page = await this.#page(null);
      while (page.next && page.rows.length < shown) page = joined(page, await this.#page(page.next));
      // An answer that was overtaken by a newer question is nobody's.
      if (turn !== this.#asked) return;
      this.page = page;
      this.read_at = new Date().toISOString();
      this.refusal = null;
    } catch (cause) {
      if (turn === this.#asked) this.refusal = asRefusal(cause);
    }
  }

  /** Another question: its answer begins at the top. */
  async narrow(change: { search?: string; status?: FiledStatus | null }): Promise<void> {
    Object.assign(this, change);
    this.scrolled = 0;
    if (this.page) this.page = { ...this.page, rows: this.page.rows.slice(0, 100) };
    await this.read();
  }

  /** Takes what is typed, and asks when the typing rests. */
  type(search: string): void {
    this.search = search;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.narrow({ search }), SEARCH_AFTER_MS);
  }

  /** The next hundred. */
  async more(): Promise<void> {
    const before = this.page;
    if (!before?.next) return;
    const turn = ++this.#asked;
    try {
      const next = await this.#page(before.next);
      if (turn === this.#asked) this.page = joined(before, next);
    } catch (cause) {
      this.refusal = asRefusal(cause);
    }
  }

  /** Asks Cloudflare once, then reads again what is shown. Why it could not be asked is in `page.following`. */
  async refresh(): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    const refusal = await call('filed_refresh').then(() => null, asRefusal);
    this.asking = false;
    await this.read();
    this.refusal ??= refusal;
  }

  #page(after: string | null): Promise<FiledView> {
    return call('filed_list', { request: { search: this.search.trim(), status: this.status, after } });
  }
}

function joined(before: FiledView, next: FiledView): FiledView {
  const known = new Set(before.rows.map((row) => row.id));
  return { ...next, rows: [...before.rows, ...next.rows.filter((row) => !known.has(row.id))] };
}

const lists = new WeakMap<StartView, FiledList>();

/** The list of this mode; another mode, or practice started over, begins with a fresh one. */
export function filedListOf(start: StartView): FiledList {
  const known = lists.get(start) ?? new FiledList();
  lists.set(start, known);
  return known;
}
