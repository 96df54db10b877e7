// How the blocks of a report stand, what presses most first.

import type { ReceivedRow } from '../../backend';
import { blockStatus, sites, type BlockStatusWords } from '../../words/sites';

/** A number of blocks that stand the same, in words. */
export function blockCounts(row: ReceivedRow): BlockStatusWords[] {
  const words = sites.counts;
  // Over, no longer shown, or in a state that we have no word for.
  const others = Math.max(0, row.blocks - row.pending - row.active - row.in_review);
  const pressing = [
    ...(row.pending > 0 ? [{ ...blockStatus.pending, word: words.pending(row.pending) }] : []),
    ...(row.active > 0 ? [{ ...blockStatus.active, word: words.active(row.active) }] : []),
    ...(row.in_review > 0 ? [{ ...blockStatus.in_review, word: words.in_review(row.in_review) }] : []),
  ];
  if (others === 0) return pressing;
  const word = pressing.length > 0 ? words.others(others) : words.blocks(others);
  return [...pressing, { ...blockStatus.other, tone: 'mute', word }];
}
