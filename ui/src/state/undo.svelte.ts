// The last moment to take a Send back: all of it that has not left, and how long still. The host's clock decides; this one
// only shows it, anchored at the moment of the host's answer.

import { asRefusal, call, listen, type SubmissionView, type UndoneView } from '../backend';
import { wordsOf } from '../errors/words_of';
import { w } from '../words';
import { reopenAppeal } from './appeal.svelte';
import { go } from './router.svelte';
import type { Toasts } from './toasts.svelte';
import { WhatBecame } from './what_became';

/** How often the shown seconds are looked at, in milliseconds. */
const TICK_MS = 200;

export class Undo {
  /** What of one Send can be taken back, in the order of sending; empty when nothing can. */
  held = $state.raw<readonly SubmissionView[]>([]);
  /** Milliseconds until the first of it goes; none when it waits for Send now. */
  left_ms = $state<number | null>(null);
  /** Milliseconds that there were at first, for the ring. */
  whole_ms = $state(0);
  #due = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  /** The submissions whose clocks this window made stand still. */
  #stilled: readonly string[] = [];
  /** Stopping and going on reach the host in their order, and an undo comes after them. */
  #turn: Promise<unknown> = Promise.resolve();
  readonly #became: WhatBecame;
  readonly #toasts: Toasts;

  constructor(toasts: Toasts) {
    this.#toasts = toasts;
    this.#became = new WhatBecame(toasts);
  }

  /** Whole seconds left, rounded up. */
  get seconds(): number | null {
    return this.left_ms === null ? null : Math.ceil(this.left_ms / 1000);
  }

  /** Hears what becomes of what was sent here. The answer stops it. */
  start(): () => void {
    const stop = listen((notice) => {
      if (notice.kind === 'outbox_changed' && this.#became.watches(notice.submission_id)) void this.#follow();
    });
    return () => {
      stop();
      this.#clear();
    };
  }

  /** One Send was just confirmed: its last moments show. */
  watch(sent: readonly SubmissionView[]): void {
    this.#clear();
    this.#became.add(sent);
    this.whole_ms = sent[0]?.due_in_ms ?? 0;
    this.#take(sent);
  }

  /** Another mode: what was sent there is told there. */
  forget(): void {
    this.#became.forget();
    this.#clear();
  }

  /** Pointer or focus on the toast makes the clocks stand still, at the host. */
  async pause(paused: boolean): Promise<void> {
    const ids = this.held.map((one) => one.id);
    if (ids.length === 0 || this.#stilled.length > 0 === paused || this.left_ms === null) return;
    this.#stilled = paused ? ids : [];
    // At once, so that leaving before the answer still finds the right state.
    this.held = this.held.map((one) => ({ ...one, paused }));
    try {
      const answers = await Promise.all(ids.map((id) => this.#ask(id, paused)));
      const current = this.held[0];
      if (current && ids.includes(current.id) && current.paused === paused) this.#take(answers);
    } catch (cause) {
      if (asRefusal(cause).code === 'too_late') this.#clear();
      else this.#toasts.fail(wordsOf(cause));
    }
  }

  /** The clocks go on, whatever is on the toast. Done once the host knows. */
  async letRun(): Promise<void> {
    await this.pause(false);
    await this.#turn;
  }

  /** Takes back what is on the toast and shows the report again. */
  async undo(): Promise<void> {
    const [first] = this.held;
    if (!first) return;
    const stilled = this.#stilled;
    this.#stilled = [];
    this.#clear();
    // A pause that is still on its way changes the same rows, and the undo must not lose against it.
    await this.#turn;
    // Where it could not be taken back, nobody is left to let the clocks run again.
    if (!(await this.takeBack(first))) this.#release(stilled);
  }

  /**
   * Takes a submission back with what goes back together with it, says how many, and shows the report `at` Check and
   * send, or as the form; an appeal in its dialog again. Answers whether it did.
   */
  async takeBack(one: SubmissionView, at: 'check' | 'report' = 'check'): Promise<boolean> {
    try {
      const undone = await call('outbox_undo', { submission_id: one.id });
      const draft_id = undone.kind === 'draft' ? undone.draft.id : undone.appeal.draft_id;
      const whole = draft_id === one.draft_id;
      this.#became.drop(one.draft_id, whole ? null : one.service);
      if (this.held[0]?.draft_id === one.draft_id) {
        this.#stilled = [];
        this.#clear();
      }
      // Another draft than before holds only the rest: some of it had left.
      this.#shows(undone, at, whole, Math.max(1, one.undo_takes));
      return true;
    } catch (cause) {
      const late = one.appeal && asRefusal(cause).code === 'too_late';
      this.#toasts.fail(late ? w.appeal.toast.tooLate : wordsOf(cause));
      return false;
    }
  }

  #shows(undone: UndoneView, at: 'check' | 'report', whole: boolean, back: number): void {
    if (undone.kind === 'appeal') {
      this.#toasts.show(whole ? w.appeal.toast.undone : w.appeal.toast.undonePart);
      // Another screen takes the focus to its heading; the dialog comes over it.
      go({ at: 'sites' });
      reopenAppeal(undone.appeal);
      return;
    }
    const words = w.shell.toast;
    this.#toasts.show(whole ? words.undone(back) : words.undonePart(back));
    go({ at, draft_id: undone.draft.id });
  }

  #ask(submission_id: string, paused: boolean): Promise<SubmissionView> {
    const turn = this.#turn.then(() => call('outbox_pause', { submission_id, paused }));
    this.#turn = turn.catch(() => null);
    return turn;
  }

  /** Nobody looks at them any more: what is gone needs no clock, so a refusal means nothing. */
  #release(ids: readonly string[]): void {
    for (const id of ids) void this.#ask(id, false).catch(() => null);
  }

  async #follow(): Promise<void> {
    try {
      await this.#turn;
      const turn = this.#turn;
      const { submissions } = await call('outbox_list');
      await this.#became.tell(submissions);
      // The answer of a pause that began meanwhile is newer than this list.
      if (this.held.length === 0 || turn !== this.#turn) return;
      const ids = this.held.map((one) => one.id);
      const now = submissions.filter((one) => ids.includes(one.id) && one.can_undo && one.state === 'queued');
      if (now.length > 0) this.#take(now);
      else this.#clear();
    } catch {
      // The Outbox shows the truth; a toast that could not be brought up to date only goes away.
      this.#clear();
    }
  }

  #take(submissions: readonly SubmissionView[]): void {
    const all = submissions.filter((one) => one.can_undo);
    const [first] = all;
    if (!first) return this.#clear();
    // Once some of a Send has left, only what waits for the same service goes back together.
    const held = first.undo_takes < all.length ? all.filter((one) => one.service === first.service) : all;
    this.held = held;
    clearInterval(this.#timer);
    const times = held.flatMap((one) => one.due_in_ms ?? []);
    if (times.length === 0) {
      this.left_ms = null;
      return;
    }
    const soonest = Math.min(...times);
    this.#due = performance.now() + soonest;
    this.left_ms = soonest;
    if (!first.paused) this.#timer = setInterval(() => this.#tick(), TICK_MS);
  }

  #tick(): void {
    this.left_ms = Math.max(0, this.#due - performance.now());
    // Bytes may be leaving: the offer is never shown a moment too long.
    if (this.left_ms === 0) this.#clear();
  }

  #clear(): void {
    clearInterval(this.#timer);
    this.held = [];
    this.left_ms = null;
    this.#release(this.#stilled);
    this.#stilled = [];
  }
}
