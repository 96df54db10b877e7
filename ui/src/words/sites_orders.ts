// By what the lists of Our sites are sorted.

import type { BlockSort, ReceivedSort } from '../backend/contract';

/** By what blocks are sorted, in the words of the choice. */
export const blockSorts: Record<BlockSort, string> = {
  clock: 'Most urgent first',
  place: 'Address',
  kind: 'What Cloudflare did',
  scope: 'What it is put on',
  status: 'Status',
  effective_date: 'Start',
};

/** By what reports about us are sorted, in the words of the choice. */
export const receivedSorts: Record<ReceivedSort, string> = {
  received_at: 'When they were received',
  id: 'Number',
  domain: 'Domain',
  kind: 'Category',
  status: 'Status',
};
