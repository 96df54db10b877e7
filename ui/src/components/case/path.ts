// Where a case stands, as four steps. Pure: the timeline and the status go in, what is drawn comes out.

import type { CaseStatus, CaseView, EventKind } from '../../backend';
import type { IconName } from '../../kit/icons';
import { ago, momentOf } from '../../kit/times';
import { w } from '../../words';
import { pathWords, statusWords } from '../../words/status';

/** One of the four steps. */
export interface PathStep {
  title: string;
  /** Since when, or what is waited for. */
  sub: string;
  look: 'done' | 'now' | 'open';
  icon: IconName;
}

/** The step at which a case stands; 4 is past the last one. */
const stepOf: Record<CaseStatus, number> = {
  draft: 0,
  sending: 0,
  not_sent: 0,
  unsure: 1,
  pending_review: 2,
  case_building: 2,
  approval_required: 2,
  takedown_ready: 2,
  action_required: 2,
  takedown_in_progress: 2,
  takedown_attempt_failed: 2,
  blocklisted: 2,
  pre_weaponised: 2,
  other: 2,
  takedown_success: 4,
  closed: 4,
};

function lastOf(view: CaseView, kinds: EventKind[]): string | null {
  return view.timeline.find((event) => kinds.includes(event.kind))?.at ?? null;
}

/** The four steps of a case. */
export function pathOf(view: CaseView, now: Date = new Date()): PathStep[] {
  const words = w.case.path;
  const { status, raw_status: raw } = view.row;
  const at = stepOf[status];
  const here = statusWords(status, raw);
  const watched = view.wish === 'monitor';
  const titles = [
    words.sent,
    words.accepted,
    watched ? words.watched : words.worked,
    status === 'closed' ? words.closed : watched ? words.settled : words.down,
  ];
  const times = [
    lastOf(view, ['sent']) ?? lastOf(view, ['answer_lost', 'accepted', 'found']),
    lastOf(view, ['accepted', 'found']),
    lastOf(view, ['status_changed']),
    lastOf(view, ['status_changed']),
  ];
  return titles.map((title, index): PathStep => {
    const time = times[index] ?? null;
    if (index < at) return { title, sub: time ? momentOf(time, now) : '', look: 'done', icon: 'done' };
    if (index > at) {
      const sub = index === 3 && at === 2 ? words.willTell : words.notYet;
      return { title, sub, look: 'open', icon: 'waiting' };
    }
    return {
      title: pathWords[status] ?? here.word,
      sub: time ? words.since(momentOf(time, now)) : ago(view.row.news_at, now),
      look: 'now',
      icon: here.icon,
    };
  });
}
