// The list of cases as the person left it: words, filter, time span, rows, and how far it was scrolled. It outlives the
// view, so that coming back from a case finds the list where it was.

import {
  asRefusal,
  call,
  type CaseFilter,
  type CaseRow,
  type CasesView,
  type Refusal,
  type StartView,
} from '../../backend';

/** Milliseconds after the last key before the host is asked. */
export const SEARCH_AFTER_MS = 250;
/** Most cases whose news are asked for at once. */
const MOST_ASKED = 25;

export class CaseList {
  search = $state('');
  filter = $state<CaseFilter>('all');
  /** Days; 0 for all. */
  within_days = $state(0);
  /** What is shown; none before the first answer. */
  page = $state.raw<CasesView | null>(null);
  /** Why the last reading failed; the rows of before stay. */
  refusal = $state.raw<Refusal | null>(null);
  /** When the rows were read. */
  read_at = $state<string | null>(null);
  /** While the service is asked for news: which of how many. */
  asking = $state.raw<{ done: number; all: number } | null>(null);
  /** Pixels from the top. */
  scrolled = 0;
  /** The case that was opened last. */
  opened: string | null = null;

  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Whether anything narrows the list. */
  get narrowed(): boolean {
    return this.search.trim() !== '' || this.filter !== 'all' || this.within_days !== 0;
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
  async narrow(change: { search?: string; filter?: CaseFilter; within_days?: number }): Promise<void> {
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

  /** Asks the service for news of what is shown and not over, one after another, then reads again. */
  async refresh(): Promise<void> {
    if (this.asking) return;
    const open = (this.page?.rows ?? []).filter(isOpen).slice(0, MOST_ASKED);
    let refusal: Refusal | null = null;
    for (const [done, row] of open.entries()) {
      this.asking = { done, all: open.length };
      try {
        await call('case_refresh', { case_id: row.id });
      } catch (cause) {
        refusal = asRefusal(cause);
        // One case that the service doesn't know says nothing about the others.
        if (refusal.code !== 'not_known_there' && refusal.code !== 'not_found') break;
        refusal = null;
      }
    }
    this.asking = null;
    await this.read();
    this.refusal ??= refusal;
  }

  #page(after: string | null): Promise<CasesView> {
    const request = { search: this.search.trim(), filter: this.filter, within_days: this.within_days, after };
    return call('cases_list', { request });
  }
}

function joined(before: CasesView, next: CasesView): CasesView {
  const known = new Set(before.rows.map((row) => row.id));
  return { ...next, rows: [...before.rows, ...next.rows.filter((row) => !known.has(row.id))] };
}

function isOpen(row: CaseRow): boolean {
  return row.number !== null && row.status !== 'takedown_success' && row.status !== 'closed';
}

const lists = new WeakMap<StartView, CaseList>();

/** The list of this mode; another mode, or practice started over, begins with a fresh one. */
export function listOf(start: StartView): CaseList {
  const known = lists.get(start) ?? new CaseList();
  lists.set(start, known);
  return known;
}
