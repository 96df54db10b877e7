// The list of reports about us as the person left it: filters, order, rows.

import {
  call,
  type BlockStatus,
  type ReceivedRow,
  type ReceivedSort,
  type ReceivedStatus,
  type ReceivedView,
  type SortOrder,
} from '../../backend';
import type { Sorted } from '../../components/sites/SortHead.svelte';
import { dayEnd, dayStart, PagedList } from './paged.svelte';

/** What narrows and orders the list. What is empty asks for all. */
export interface ReceivedFilters {
  domain: string;
  raw_type: string | null;
  status: ReceivedStatus | null;
  block_status: BlockStatus | null;
  /** Days of the local calendar, as a date field writes them. */
  received_from: string;
  received_to: string;
  sort: ReceivedSort;
  order: SortOrder;
}

const none: ReceivedFilters = {
  domain: '',
  raw_type: null,
  status: null,
  block_status: null,
  received_from: '',
  received_to: '',
  sort: 'received_at',
  order: 'descending',
};

export class ReceivedList extends PagedList<ReceivedRow, ReceivedView> {
  filters = $state.raw<ReceivedFilters>(none);

  /** Whether anything narrows the list. */
  get narrowed(): boolean {
    const { sort: _sort, order: _order, ...narrowing } = this.filters;
    return this.search.trim() !== '' || Object.values(narrowing).some((one) => one !== null && one !== '');
  }

  /** How many of the filters behind the disclosure are set. */
  get more_set(): number {
    const { block_status, domain, received_from, received_to } = this.filters;
    return [block_status, domain.trim(), received_from, received_to].filter(Boolean).length;
  }

  key(row: ReceivedRow): string {
    return row.id;
  }

  async narrow(change: Partial<ReceivedFilters> & { search?: string }): Promise<void> {
    const { search, ...filters } = change;
    if (search !== undefined) this.search = search;
    this.filters = { ...this.filters, ...filters };
    await this.fromTop();
  }

  /** Takes a domain as it is typed, and asks when the typing rests. */
  typeDomain(domain: string): void {
    this.filters = { ...this.filters, domain };
    this.later();
  }

  /** All reports again; the order stays. */
  async clear(): Promise<void> {
    const { sort, order } = this.filters;
    await this.narrow({ ...none, sort, order, search: '' });
  }

  /** How a column sorts. */
  sorted(by: ReceivedSort): Sorted {
    return this.filters.sort === by ? this.filters.order : null;
  }

  /** By this column; once more, the other way round. Times begin with the newest. */
  async sortBy(by: ReceivedSort): Promise<void> {
    const first: SortOrder = by === 'received_at' ? 'descending' : 'ascending';
    const other: SortOrder = first === 'ascending' ? 'descending' : 'ascending';
    await this.narrow({ sort: by, order: this.sorted(by) === first ? other : first });
  }

  protected ask(after: string | null): Promise<ReceivedView> {
    const { received_from, received_to, domain, ...filters } = this.filters;
    const request = {
      search: this.search.trim(),
      ...filters,
      domain: domain.trim(),
      received_from: dayStart(received_from),
      received_before: dayEnd(received_to),
      after,
    };
    return call('sites_reports', { request });
  }
}
