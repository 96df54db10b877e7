// How a submission of the fake leaves: after its time, in five pieces, with whatever practice was told goes wrong.

import type { SubmissionView } from '../contract';
import { event } from './make';
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
  if (its) its.open = after.state === 'accepted' || after.state === 'undone' ? [] : [after];
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

/** A submission as it stands this moment. */
export function current(world: World, one: SubmissionView): SubmissionView {
  const clock = clocksOf(world).get(one.id);
  return clock ? { ...one, due_in_ms: Math.max(0, clock.due - Date.now()) } : one;
}

/** Its time is over: it leaves. */
export function leave(world: World, id: string): void {
  clocksOf(world).delete(id);
  const fault = world.armed;
  world.armed = null;
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
  if (fault === 'refuse_key') {
    change(world, id, { state: 'deferred', reason: 'key_refused', due_in_ms: null, due_at: null, can_undo: true });
    return;
  }
  const begun = { state: 'sending', can_undo: false, due_at: null, due_in_ms: null, sent_at: now() } as const;
  change(world, id, begun);
  piece(world, id, 1, fault === 'lose_answer');
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
    } else accept(world, id, `${world.mode === 'practice' ? 'PRACTICE-' : 'PF-'}${48300 + world.next++}`);
  }, PIECE_MS);
}

function setStatus(world: World, case_id: string, status: 'unsure' | 'pending_review', needs_you: boolean): void {
  const its = world.cases.get(case_id);
  if (its) its.row = { ...its.row, status, raw_status: null, needs_you, news_at: now() };
  world.notify({ kind: 'cases_changed', case_id });
}

/** The service took it. */
export function accept(world: World, id: string, number: string): SubmissionView | undefined {
  const one = change(world, id, { state: 'accepted', number, next_look_at: null });
  const its = one && world.cases.get(one.case_id);
  if (!one || !its) return one;
  its.row = { ...its.row, number, sent_to: ['phishfort'] };
  its.timeline = [
    event('accepted', 0, { number }),
    event('sent', 0, { files: one.files, bytes: one.bytes_total }),
    ...its.timeline,
  ];
  its.sent = [
    {
      submission: one,
      preview: {
        method: 'POST',
        url: 'https://capi.phishfort.com/v1/incident/tkd',
        headers: [],
        parts: [{ name: 'url', value: one.target.exact, media_type: null, size_bytes: null }],
        bytes: one.bytes_total,
        reference: one.reference,
        comment: `${its.note}\n\nReference ${one.reference}`,
      },
      files: its.evidence.map((file) => ({ name: file.name, size_bytes: file.size_bytes, sha256: file.sha256 })),
      message: 'Incident created',
    },
    ...its.sent,
  ];
  its.can_open = true;
  its.can_refresh = true;
  world.done.add('send_report');
  setStatus(world, one.case_id, 'pending_review', false);
  return one;
}
