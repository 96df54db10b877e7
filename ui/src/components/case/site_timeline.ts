// One entry of the timeline of a block, or of a report about us, in words.

import type { AppealReason, EventView } from '../../backend';
import { momentOf } from '../../kit/times';
import { w } from '../../words';
import { blockEvents } from '../../words/block';
import { reasonWord } from '../../words/status';
import { blockStatus } from '../../words/sites';
import { drawn, type DrawnEvent } from './timeline';

const because = (reason: AppealReason | null) => (reason ? w.block.because[reason] : '');

/** An entry, in words; `older` are the entries before it, newest first. */
export function drawnOfSites(event: EventView, older: readonly EventView[]): DrawnEvent {
  const base = drawn(event);
  const words = w.block;
  const why = event.reason ? reasonWord(event.reason, 'cloudflare') : '';
  // The file that a request is kept in has no number, and nothing in it is a report.
  const plain = { ...base, who: '', sub: why };
  switch (event.kind) {
    case 'confirmed':
      return { ...plain, title: event.appeal ? words.youAsked : words.youAnswered, who: because(event.appeal) };
    case 'accepted':
      return { ...plain, title: words.took };
    case 'rejected':
      return { ...plain, title: words.refused };
    case 'block_not_named':
      return { ...plain, title: words.timelineNotNamed, sub: words.notNamedSub };
    case 'block_seen':
    case 'block_changed':
      return ofBlock(event, older);
    default:
      return plain;
  }
}

function ofBlock({ kind, block, raw_status, text }: EventView, older: readonly EventView[]): DrawnEvent {
  const status = blockStatus[block ?? 'other'];
  const before = older.find((one) => one.block !== null)?.block;
  const kept = block === 'active' && before === 'in_review';
  const known = kept ? w.block.keptAgain : block && block !== 'other' ? blockEvents[block] : null;
  const first = kind === 'block_seen';
  return {
    icon: status.icon,
    // A word that nobody has seen is shown as it came.
    title: known ?? raw_status ?? blockEvents.other,
    who: first ? w.block.seenFirst : '',
    // It may be put off: each time it was announced for stays told.
    sub: block === 'pending' && text ? w.block.startsAt(momentOf(text)) : '',
    ok: block === 'removed' || block === 'cancelled',
  };
}
