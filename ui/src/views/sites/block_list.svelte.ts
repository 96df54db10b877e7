// The list of blocks as the person left it: filters, order, what is ticked, rows.

import { SvelteSet } from 'svelte/reactivity';
import {
  call,
  type BlockRef,
  type BlockRow,
  type BlockScope,
  type BlockSort,
  type BlockStatus,
  type BlocksView,
  type SortOrder,
} from '../../backend';
import type { Sorted } from '../../components/sites/SortHead.svelte';
import { anchor } from '../../components/sites/time_left.svelte';
import { dayEnd, dayStart, PagedList } from './paged.svelte';

/** What narrows and orders the list. What is empty asks for all. */
export interface BlockFilters {
  status: BlockStatus | null;
  raw_kind: string | null;
  scope: BlockScope | null;
  /** Days of the local calendar, as a date field writes them. */
  starts_from: string;
  starts_to: string;
  sort: BlockSort;
  order: SortOrder;
}

const none: BlockFilters = {
  status: null,
  raw_kind: null,
  scope: null,
  starts_from: '',
  starts_to: '',
  sort: 'clock',
  order: 'ascending',
};

export class BlockList extends PagedList<BlockRow, BlocksView> {
  filters = $state.raw<BlockFilters>(none);
  /** Keys of what is ticked; only what is shown, and what a review may be asked for. */
  readonly ticked = new SvelteSet<string>();

  /** Whether anything narrows the list. */
  get narrowed(): boolean {
    const { sort: _sort, order: _order, ...narrowing } = this.filters;
    return this.search.trim() !== '' || Object.values(narrowing).some((one) => one !== null && one !== '');
  }

  /** How many of the filters behind the disclosure are set. */
  get more_set(): number {
    const { scope, starts_from, starts_to } = this.filters;
    return [scope, starts_from, starts_to].filter(Boolean).length;
  }

  /** The ticked rows, in the order of the list. */
  get ticked_rows(): BlockRow[] {
    return (this.page?.rows ?? []).filter((row) => this.ticked.has(this.key(row)));
  }

  /** The shown rows that a review may be asked for. */
  get offered_rows(): BlockRow[] {
    return (this.page?.rows ?? []).filter((row) => row.review === 'offered');
  }

  key(row: { block: BlockRef }): string {
    return `${row.block.report_id} ${row.block.id}`;
  }

  async narrow(change: Partial<BlockFilters> & { search?: string }): Promise<void> {
    const { search, ...filters } = change;
    if (search !== undefined) this.search = search;
    this.filters = { ...this.filters, ...filters };
    await this.fromTop();
  }

  /** All blocks again; the order stays. */
  async clear(): Promise<void> {
    const { sort, order } = this.filters;
    await this.narrow({ ...none, sort, order, search: '' });
  }

  /** How a column sorts. */
  sorted(by: BlockSort): Sorted {
    return this.filters.sort === by ? this.filters.order : null;
  }

  /** By this column; once more, the other way round; a third time, what presses most comes first again. */
  async sortBy(by: BlockSort): Promise<void> {
    const now = this.sorted(by);
    if (now === 'descending') await this.narrow({ sort: 'clock', order: 'ascending' });
    else await this.narrow({ sort: by, order: now === 'ascending' ? 'descending' : 'ascending' });
  }

  tick(row: BlockRow, on: boolean): void {
    if (on && row.review === 'offered') this.ticked.add(this.key(row));
    else this.ticked.delete(this.key(row));
  }

  tickAll(on: boolean): void {
    this.ticked.clear();
    if (on) for (const row of this.offered_rows) this.tick(row, true);
  }

  protected ask(after: string | null): Promise<BlocksView> {
    const { starts_from, starts_to, ...filters } = this.filters;
    const request = {
      search: this.search.trim(),
      ...filters,
      report_id: null,
      starts_from: dayStart(starts_from),
      starts_before: dayEnd(starts_to),
      after,
    };
    return call('sites_blocks', { request });
  }

  protected override took(page: BlocksView): void {
    anchor(page.rows);
    // What is ticked and not in sight would be asked for unawares.
    const can = new Set(page.rows.filter((row) => row.review === 'offered').map((row) => this.key(row)));
    for (const key of [...this.ticked]) if (!can.has(key)) this.ticked.delete(key);
  }
}
