// How far a block is, as it is shown: no surer than what Cloudflare last told.

import type { BlockRow } from '../../backend';
import type { IconName } from '../../kit/icons';
import type { Tone } from '../../kit/Status.svelte';
import { onDay } from '../../kit/times';
import { blockStatus, blockStatusWord, sites, span } from '../../words/sites';

/** A status to draw. */
export interface Shown {
  word: string;
  icon: IconName;
  tone: Tone;
  /** What it was when it was last seen, where it is not shown any more. */
  was: string | null;
}

const DAY = 24 * 60 * 60_000;
/** From here on the day says more than the count. */
const FAR_MS = 30 * DAY;

/** The status of a row, with `left` milliseconds until it starts, where it is about to. */
export function shownStatus(row: BlockRow, left: number | null): Shown {
  const base = blockStatus[row.status];
  const word = blockStatusWord(row.status, row.raw_status);
  const over = row.status === 'removed' || row.status === 'cancelled';
  // What is over stays so; of anything else nobody knows how it stands now.
  if (row.gone_at !== null) {
    return over ? { ...base, tone: 'mute', was: null } : { word: sites.gone, icon: 'info', tone: 'mute', was: word };
  }
  if (row.status === 'pending' && left !== null) return { ...base, word: startWord(row, left), was: null };
  return { ...base, word, was: null };
}

function startWord({ effective_at }: BlockRow, left: number): string {
  if (left === 0) return sites.startsNow;
  return left > FAR_MS && effective_at ? sites.startsOn(onDay(new Date(effective_at))) : sites.startsIn(span(left));
}

/** The time that belongs to a status, with the word before it. */
export function shownWhen(row: BlockRow): { word?: string; at: string | null; raw?: string } {
  const effective = { at: row.effective_at, raw: row.raw_effective };
  const over = row.status === 'removed' || row.status === 'cancelled';
  if (row.gone_at !== null && !over) return { at: row.gone_at };
  switch (row.status) {
    case 'pending':
      return effective;
    case 'active':
      return row.kept ? { word: sites.kept, at: row.since } : { ...effective, word: sites.since };
    case 'in_review':
      return row.asked_at ? { word: sites.asked, at: row.asked_at } : { word: sites.seen, at: row.since };
    default:
      return { at: row.since };
  }
}
