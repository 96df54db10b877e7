// The last moment to take a report back: which submission, and how long still. The host's clock decides; this one only
// shows it, anchored at the moment of the host's answer.

import { asRefusal, call, listen, type SubmissionView } from '../backend';
import { wordsOf } from '../errors/words_of';
import { w } from '../words';
import { go } from './router.svelte';
import type { Toasts } from './toasts.svelte';

/** How often the shown seconds are looked at, in milliseconds. */
const TICK_MS = 200;

export class Undo {
  /** What can be taken back; none when nothing can. */
  submission = $state.raw<SubmissionView | null>(null);
  /** Milliseconds until it goes; none when it waits for Send now. */
  left_ms = $state<number | null>(null);
  /** Milliseconds that there were at first, for the ring. */
  whole_ms = $state(0);
  /** Sent from this window and not settled yet. */
  #watched = new Map<string, string>();
  #due = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  /** The submission whose clock this window made stand still. */
  #stilled: string | null = null;
  /** Stopping and going on reach the host in their order, and an undo comes after them. */
  #turn: Promise<unknown> = Promise.resolve();
  readonly #toasts: Toasts;

  constructor(toasts: Toasts) {
    this.#toasts = toasts;
  }

  /** Whole seconds left, rounded up. */
  get seconds(): number | null {
    return this.left_ms === null ? null : Math.ceil(this.left_ms / 1000);
  }

  /** Hears what becomes of what was sent here. The answer stops it. */
  start(): () => void {
    const stop = listen((notice) => {
      if (notice.kind === 'outbox_changed' && this.#watched.has(notice.submission_id)) {
        void this.#follow(notice.submission_id);
      }
    });
    return () => {
      stop();
      this.#clear();
    };
  }

  /** A report was just confirmed: its last moments show. */
  begin(submission: SubmissionView): void {
    if (this.submission?.id !== submission.id) this.#clear();
    this.#watched.set(submission.id, submission.case_id);
    this.whole_ms = submission.due_in_ms ?? 0;
    this.#take(submission);
  }

  /** Another mode: what was sent there is told there. */
  forget(): void {
    this.#watched.clear();
    this.#clear();
  }

  /** Pointer or focus on the toast makes the clock stand still, at the host. */
  async pause(paused: boolean): Promise<void> {
    const held = this.submission;
    if (!held || (this.#stilled === held.id) === paused || this.left_ms === null) return;
    this.#stilled = paused ? held.id : null;
    // At once, so that leaving before the answer still finds the right state.
    this.submission = { ...held, paused };
    try {
      const answer = await this.#ask(held.id, paused);
      if (this.submission?.id === held.id && this.submission.paused === answer.paused) this.#take(answer);
    } catch (cause) {
      if (asRefusal(cause).code === 'too_late') this.#clear();
      else this.#toasts.fail(wordsOf(cause));
    }
  }

  /** The clock goes on, whatever is on the toast. Done once the host knows. */
  async letRun(): Promise<void> {
    await this.pause(false);
    await this.#turn;
  }

  /** Takes it back and shows the report again. */
  async undo(): Promise<void> {
    const held = this.submission;
    if (!held) return;
    const stilled = this.#stilled === held.id;
    this.#stilled = null;
    this.#clear();
    // A pause that is still on its way changes the same row, and the undo must not lose against it.
    await this.#turn;
    // Where it could not be taken back, nobody is left to let its clock run again.
    if (!(await this.takeBack(held.id)) && stilled) this.#release(held.id);
  }

  /** Takes any submission back that has not left, as from its row in the Outbox. Answers whether it was. */
  async takeBack(submission_id: string): Promise<boolean> {
    try {
      const draft = await call('outbox_undo', { submission_id });
      this.#watched.delete(submission_id);
      if (this.submission?.id === submission_id) {
        this.#stilled = null;
        this.#clear();
      }
      this.#toasts.show(w.shell.toast.undone);
      go({ at: 'check', draft_id: draft.id });
      return true;
    } catch (cause) {
      this.#toasts.fail(wordsOf(cause));
      return false;
    }
  }

  #ask(submission_id: string, paused: boolean): Promise<SubmissionView> {
    const turn = this.#turn.then(() => call('outbox_pause', { submission_id, paused }));
    this.#turn = turn.catch(() => null);
    return turn;
  }

  /** Nobody looks at it any more: what is gone needs no clock, so a refusal means nothing. */
  #release(submission_id: string): void {
    void this.#ask(submission_id, false).catch(() => null);
  }

  async #follow(submission_id: string): Promise<void> {
    try {
      await this.#turn;
      const turn = this.#turn;
      const { submissions } = await call('outbox_list');
      const now = submissions.find((one) => one.id === submission_id);
      if (!now) return await this.#settled(submission_id);
      // The answer of a pause that began meanwhile is newer than this list.
      if (this.submission?.id !== submission_id || turn !== this.#turn) return;
      if (now.can_undo && now.state === 'queued') this.#take(now);
      else this.#clear();
    } catch {
      // The Outbox shows the truth; a toast that could not be brought up to date only goes away.
      if (this.submission?.id === submission_id) this.#clear();
    }
  }

  async #settled(submission_id: string): Promise<void> {
    const case_id = this.#watched.get(submission_id);
    if (!case_id) return;
    this.#watched.delete(submission_id);
    if (this.submission?.id === submission_id) this.#clear();
    const { sent } = await call('case_read', { case_id });
    const mine = sent.find((one) => one.submission.id === submission_id);
    if (mine?.submission.state !== 'accepted') return;
    this.#toasts.show(w.shell.toast.sent(mine.submission.number), {
      word: w.shell.toast.openCase,
      act: () => go({ at: 'case', id: case_id }),
    });
  }

  #take(submission: SubmissionView): void {
    if (!submission.can_undo) return this.#clear();
    this.submission = submission;
    clearInterval(this.#timer);
    if (submission.due_in_ms === null) {
      this.left_ms = null;
      return;
    }
    this.#due = performance.now() + submission.due_in_ms;
    this.left_ms = submission.due_in_ms;
    if (!submission.paused) this.#timer = setInterval(() => this.#tick(), TICK_MS);
  }

  #tick(): void {
    this.left_ms = Math.max(0, this.#due - performance.now());
    // Bytes may be leaving: the offer is never shown a moment too long.
    if (this.left_ms === 0) this.#clear();
  }

  #clear(): void {
    clearInterval(this.#timer);
    this.submission = null;
    this.left_ms = null;
    if (this.#stilled !== null) this.#release(this.#stilled);
    this.#stilled = null;
  }
}
