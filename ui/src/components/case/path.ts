// Where a case stands, as four steps. Pure: the timeline and the status go in, what is drawn comes out.

import type { CaseStatus, CaseView, DenialReason, EventKind, EventView, Service } from '../../backend';
import type { IconName } from '../../kit/icons';
import { ago, momentOf } from '../../kit/times';
import { w } from '../../words';
import { pathWords, statusWords } from '../../words/status';
import { concerned } from './standings';

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
  report_submitted: 2,
  report_denied: 3,
  report_accepted: 3,
  other: 2,
  takedown_success: 4,
  closed: 4,
};

interface Followed {
  service: Service;
  status: CaseStatus;
  raw: string | null;
  denial: DenialReason | null;
}

/** Whose way is drawn: PhishFort's, who bring it down, and Cloudflare's where only they were told. */
function followed(view: CaseView): Followed {
  const { row, standings } = view;
  const main = standings.find((one) => one.service === 'phishfort');
  if (main) return { service: 'phishfort', status: main.status, raw: main.raw_status, denial: null };
  const service = concerned(view).includes('phishfort') ? 'phishfort' : (row.status_of ?? 'cloudflare');
  return { service, status: row.status, raw: row.raw_status, denial: row.denial };
}

function titlesOf(service: Service, status: CaseStatus, watched: boolean): string[] {
  const words = w.case.path;
  const accepted = words.accepted(w.common.service[service]);
  if (service === 'cloudflare') return [words.sent, accepted, words.looked, words.decided];
  const last = status === 'closed' ? words.closed : watched ? words.settled : words.down;
  return [words.sent, accepted, watched ? words.watched : words.worked, last];
}

/** The four steps of a case. */
export function pathOf(view: CaseView, now: Date = new Date()): PathStep[] {
  const words = w.case.path;
  const { service, status, raw, denial } = followed(view);
  const at = stepOf[status];
  const here = statusWords(status, raw, { denial });
  const mine = view.timeline.filter((event) => event.service === null || event.service === service);
  const times = [
    lastOf(mine, ['sent']) ?? lastOf(mine, ['answer_lost', 'accepted', 'found']),
    lastOf(mine, ['accepted', 'found']),
    lastOf(mine, ['status_changed']),
    lastOf(mine, ['status_changed']),
  ];
  return titlesOf(service, status, view.wish === 'monitor').map((title, index): PathStep => {
    const time = times[index] ?? null;
    if (index < at) return { title, sub: time ? momentOf(time, now) : '', look: 'done', icon: 'done' };
    if (index > at) {
      const sub = index === 3 && at === 2 ? words.willTell(w.common.service[service]) : words.notYet;
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

function lastOf(events: readonly EventView[], kinds: EventKind[]): string | null {
  return events.find((event) => kinds.includes(event.kind))?.at ?? null;
}
