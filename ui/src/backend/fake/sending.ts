// How a submission of the fake leaves: after its time, in five pieces, with whatever practice was told goes wrong.

import type { CaseView, PracticeReportStep, PracticeStep, SentView, SubmissionView } from '../contract';
import { follow, taken } from './appeals';
import { event, preview, standing } from './make';
import { reportPreview } from './reports';
import { minutesAgo, now, type World } from './world';

/** Milliseconds between two pieces of an upload. */
const PIECE_MS = 150;

const clocks = new WeakMap<World, Map<string, { timer?: ReturnType<typeof setTimeout>; due: number }>>();

function clocksOf(world: World) {
  const known = clocks.get(world) ?? new Map<string, { timer?: ReturnType<typeof setTimeout>; due: number }>();
  clocks.set(world, known);
  return known;
}

/** Changes a submission and says so. */
export function change(world: World, id: string, to: Partial<SubmissionView>): SubmissionView | undefined {
  const before = world.submissions.get(id);
  if (!before) return undefined;
  const after = { ...before, ...to };
  world.submissions.set(id, after);
  const its = world.cases.get(after.case_id);
  if (its) {
    const rest = its.open.filter((one) => one.id !== id);
    its.open = after.state === 'accepted' || after.state === 'undone' ? rest : [...rest, after];
  }
  if (after.appeal) follow(world, after);
  world.notify({ kind: 'outbox_changed', submission_id: id });
  return after;
}

/** Starts the clock of a submission that has a time. */
export function begin(world: World, id: string): void {
  const one = world.submissions.get(id);
  if (!one || one.due_in_ms === null || one.paused) return;
  const due = Date.now() + one.due_in_ms;
  clocksOf(world).set(id, { due, timer: setTimeout(() => leave(world, id), one.due_in_ms) });
}

/** Stops it; the answer is what was left, in milliseconds. */
export function halt(world: World, id: string): number | null {
  const clock = clocksOf(world).get(id);
  if (!clock) return world.submissions.get(id)?.due_in_ms ?? null;
  clearTimeout(clock.timer);
  clocksOf(world).delete(id);
  return Math.max(0, clock.due - Date.now());
}

/** What goes back together with a submission: all of its Send while nothing left, else what waits for its service. */
export function undoGroup(world: World, one: SubmissionView): SubmissionView[] {
  if (!one.can_undo) return [];
  const all = [...world.submissions.values()].filter((other) => other.draft_id === one.draft_id);
  const back = all.filter((other) => other.can_undo);
  return back.length === all.length ? back : back.filter((other) => other.service === one.service);
}

/** A submission as it stands this moment. */
export function current(world: World, one: SubmissionView): SubmissionView {
  const clock = clocksOf(world).get(one.id);
  const due_in_ms = clock ? Math.max(0, clock.due - Date.now()) : one.due_in_ms;
  return { ...one, due_in_ms, undo_takes: undoGroup(world, one).length };
}

/** Its time is over: it leaves. */
export function leave(world: World, id: string): void {
  clocksOf(world).delete(id);
  const fault = faultFor(world, id);
  if (fault === 'unreachable' || fault === 'slow_down') {
    change(world, id, {
      state: 'deferred',
      reason: fault,
      due_in_ms: 300_000,
      due_at: minutesAgo(-5),
      can_undo: true,
    });
    return;
  }
  if (fault === 'not_entitled') {
    const said = 'Not entitled to use feature: Abuse Report API';
    change(world, id, { state: 'deferred', reason: fault, said, due_in_ms: null, due_at: null, can_undo: true });
    return;
  }
  if (fault === 'refuse_key') {
    change(world, id, { state: 'deferred', reason: 'key_refused', due_in_ms: null, due_at: null, can_undo: true });
    return;
  }
  const begun = { state: 'sending', can_undo: false, due_at: null, due_in_ms: null, sent_at: now() } as const;
  change(world, id, begun);
  piece(world, id, 1, fault === 'lose_answer');
}

/** What was told to go wrong with the next report to its service. */
function faultFor(world: World, id: string): PracticeStep | PracticeReportStep | null {
  if (world.submissions.get(id)?.service !== 'cloudflare') {
    const fault = world.armed;
    world.armed = null;
    return fault;
  }
  if (world.submissions.get(id)?.appeal) {
    const lost = world.appeals.armed === 'lose_answer';
    if (lost) world.appeals.armed = null;
    return lost ? 'lose_answer' : null;
  }
  // An account that is not open for reports stays so, whatever is tried again.
  if (world.connections.cloudflare.filing === 'not_entitled') return 'not_entitled';
  const fault = world.armed_report?.step ?? null;
  world.armed_report = null;
  return fault;
}

function numberOf(world: World, id: string): string {
  const next = 48300 + world.next++;
  if (world.submissions.get(id)?.service === 'cloudflare') return `8f3a21c0${next.toString(16).padStart(8, '0')}`;
  return `${world.mode === 'practice' ? 'PRACTICE-' : 'PF-'}${next}`;
}

function piece(world: World, id: string, n: number, lost: boolean): void {
  setTimeout(() => {
    const one = world.submissions.get(id);
    if (!one) return;
    const bytes_handed = Math.min(one.bytes_total, Math.ceil((one.bytes_total * n) / 5));
    world.submissions.set(id, { ...one, bytes_handed });
    world.notify({ kind: 'upload', submission_id: id, bytes_handed, bytes_total: one.bytes_total });
    if (n < 5) piece(world, id, n + 1, lost);
    else if (lost) {
      change(world, id, { state: 'unsure', reason: 'no_answer', next_look_at: minutesAgo(-0.5) });
      setStatus(world, one.case_id, 'unsure', true);
    } else if (one.appeal) taken(world, change(world, id, { state: 'accepted', next_look_at: null }) ?? one);
    else accept(world, id, numberOf(world, id));
  }, PIECE_MS);
}

/** A case as it stands by everything that was sent of it. */
export function settle(world: World, case_id: string): void {
  const its = world.cases.get(case_id);
  if (!its) return;
  const [worst] = [...its.standings].sort((a, b) => Number(b.needs_you) - Number(a.needs_you));
  if (worst) {
    const { status, raw_status, denial, service } = worst;
    const needs_you = its.standings.some((one) => one.needs_you);
    const sent_to = (['phishfort', 'cloudflare'] as const).filter((one) =>
      its.standings.some((standing) => standing.service === one),
    );
    its.row = { ...its.row, status, raw_status, denial, status_of: service, needs_you, sent_to, news_at: now() };
  }
  if (its.row.target?.kind === 'web') {
    its.can_tell = (['phishfort', 'cloudflare'] as const).filter(
      (one) => !its.standings.some(({ service, status }) => service === one && status !== 'report_denied'),
    );
  }
  world.notify({ kind: 'cases_changed', case_id });
}

function setStatus(world: World, case_id: string, status: 'unsure', needs_you: boolean): void {
  const its = world.cases.get(case_id);
  if (its) its.row = { ...its.row, status, raw_status: null, needs_you, news_at: now() };
  world.notify({ kind: 'cases_changed', case_id });
}

/** The service took it. */
export function accept(world: World, id: string, number: string): SubmissionView | undefined {
  const one = change(world, id, { state: 'accepted', number, next_look_at: null });
  const its = one && world.cases.get(one.case_id);
  if (!one || !its) return one;
  const { service, report_kind } = one;
  its.row = { ...its.row, number: its.row.number ?? number };
  its.standings = [...its.standings, standing(one)].sort((a, b) => b.service.localeCompare(a.service));
  its.timeline = [
    event('accepted', 0, { number, service, report_kind }),
    event('sent', 0, { files: one.files, bytes: one.bytes_total, service, report_kind }),
    ...its.timeline,
  ];
  its.sent = [sentOf(one, its), ...its.sent.filter((sent) => sent.submission.id !== id)];
  its.can_open = its.can_open || service === 'phishfort';
  its.can_refresh = true;
  world.done.add('send_report');
  settle(world, one.case_id);
  return one;
}

/** What was frozen of it, or what the fake can say of it. */
function sentOf(one: SubmissionView, its: CaseView): SentView {
  const frozen = its.sent.find((sent) => sent.submission.id === one.id);
  const kind = one.report_kind ?? 'phishing';
  const made =
    one.service === 'cloudflare'
      ? reportPreview({ kind, addresses: [one.target], answers: [['justification', its.note]] })
      : preview(one.target, its.note, its.evidence);
  const files = one.service === 'cloudflare' ? [] : its.evidence;
  return {
    submission: one,
    preview: frozen?.preview ?? made,
    files: files.map(({ name, size_bytes, sha256 }) => ({ name, size_bytes, sha256 })),
    message: one.service === 'cloudflare' ? 'success' : 'Incident created',
  };
}
