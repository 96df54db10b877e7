// How far a refresh of our sites is.

import type { SyncView } from '../../backend';

/** Of the whole, between 0 and 1; none while nobody knows how much there is. The blocks are the larger half. */
export function shareOf({ reports_read, reports_total, lists_read, lists_total }: SyncView): number | null {
  if (reports_total === 0) return null;
  const list = Math.min(1, reports_read / reports_total);
  const blocks = lists_total === 0 ? 0 : Math.min(1, lists_read / lists_total);
  // How many reports have to be read is known only as their list is: until then blocks count for what they are of it.
  return 0.2 * list + 0.8 * list * blocks;
}
