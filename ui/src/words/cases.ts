// Words of the list of cases.

import type { CaseFilter } from '../backend/contract';

const number = new Intl.NumberFormat('en');

/** The filters, in their order. */
export const caseFilters: ReadonlyArray<readonly [CaseFilter, string]> = [
  ['all', 'All'],
  ['needs_you', 'Needs you'],
  ['waiting', 'Waiting'],
  ['done', 'Done'],
  ['drafts', 'Drafts'],
];

/** The time spans of the list: days (0 for all) and their words. */
export const caseSpans: ReadonlyArray<readonly [number, string]> = [
  [1, 'Today and yesterday'],
  [7, 'Last 7 days'],
  [30, 'Last 30 days'],
  [90, 'Last 90 days'],
  [0, 'All time'],
];

export const cases = {
  screen: 'Cases',
  updated: 'Updated',
  asking: (n: number, all: number) => `Asking ${n} of ${all}…`,
  search: 'Search addresses, brands, numbers',
  searchHint: 'Search addresses, brands…',
  filters: 'Which cases',
  span: 'News',
  table: 'Cases table',
  address: 'Address',
  brand: 'Brand',
  sentTo: 'Sent to',
  status: 'Status',
  news: 'Last news',
  loading: 'Loading cases',
  emptyDraft: 'Empty draft',
  range: (shown: number, total: number) =>
    total === 0 ? 'No cases' : `1–${number.format(shown)} of ${number.format(total)}`,
  more: (rest: number) => `Show ${Math.min(100, rest)} more`,
  drop: 'Drop an email anywhere to start a report',
  results: (n: number) => (n === 1 ? '1 case' : `${number.format(n)} cases`),
  empty: {
    heading: 'No cases yet',
    text: 'Drop a suspicious email or screenshot here, or press New report.',
    practice: 'You are in practice, so nothing you try can go wrong.',
    sample: 'Try with a sample email',
  },
  nothing: {
    heading: (search: string) => `No cases match “${search}”`,
    filtered: 'No cases here',
    text: 'Other words, another filter or a longer time may find it.',
    clear: 'Clear search',
    all: 'Show all cases',
  },
  stale: (when: string) => `Couldn’t refresh. Showing what we had at ${when}.`,
  failed: 'The cases can’t be read.',
} as const;
