// Checking a draft and sending it. What was checked is what is sent: the fingerprint goes back with Send, and a draft
// that changed meanwhile is checked and shown again instead.

import {
  asRefusal,
  call,
  type CheckView,
  type DraftFields,
  type DraftView,
  type Problem,
  type Refusal,
  type SubmissionView,
} from '../../backend';
import { openDraft } from './draft_editing.svelte';

export class Checking {
  /** The draft, held against everything that is known beforehand. Old while it is checked again. */
  checked = $state.raw<CheckView | null>(null);
  /** Why it could not be checked. */
  refusal = $state.raw<Refusal | null>(null);
  /** Why it could not be sent, where that is nothing to mend in the report. */
  send_refusal = $state.raw<Refusal | null>(null);
  /** What a refused Send said has to be mended; an own array for every try, so that the summary takes the focus again. */
  mistakes = $state.raw<readonly Problem[]>([]);
  sending = $state(false);
  /** It changed between looking and sending. */
  changed = $state(false);

  readonly #id: string;
  /** Changes go to the host one after the other: a later one must never be overtaken. */
  #queue: Promise<unknown> = Promise.resolve();
  /** Which look is the last: an older one that answers late says nothing any more. */
  #looks = 0;

  constructor(draft_id: string) {
    this.#id = draft_id;
  }

  get draft(): DraftView | null {
    return this.checked?.draft ?? null;
  }

  /** The first look: from now on dropped files go to this draft. */
  async open(): Promise<void> {
    // A draft that can't be opened can't be checked either, and the check says why.
    await openDraft(this.#id).catch(() => null);
    await this.look();
  }

  /** Checks the draft as it stands. */
  async look(): Promise<void> {
    const turn = ++this.#looks;
    try {
      const checked = await call('draft_check', { draft_id: this.#id });
      if (turn !== this.#looks) return;
      this.checked = checked;
      this.refusal = null;
      // After a refused Send the summary follows what is mended, and never grows behind the person's back.
      const still = this.mistakes.filter((old) =>
        checked.problems.some(
          (now) =>
            now.code === old.code && now.evidence_id === old.evidence_id && now.report_field === old.report_field,
        ),
      );
      if (still.length !== this.mistakes.length) this.mistakes = still;
    } catch (cause) {
      if (turn === this.#looks) this.refusal = asRefusal(cause);
    }
  }

  /** Evidence was changed on this screen. */
  adopt(draft: DraftView): void {
    if (this.checked) this.checked = { ...this.checked, draft };
    void this.look();
  }

  /** Changes the draft from here, and checks it again: who should hear it can be ticked on this screen. Answers whether it was saved. */
  async change(change: Partial<DraftFields>): Promise<boolean> {
    if (!this.checked || this.sending) return false;
    // Shown at once, so that a tick does not hesitate; the check that follows is the truth.
    this.#show(change);
    // Whatever is being looked at is the draft as it was.
    const turn = ++this.#looks;
    return this.#inTurn(async () => {
      // What was done to the draft meanwhile stays: only this changes.
      const fields = this.#show(change);
      let saved = false;
      try {
        if (fields) await call('draft_save', { draft_id: this.#id, fields });
        this.changed = false;
        saved = true;
      } catch (cause) {
        this.send_refusal = asRefusal(cause);
      }
      if (turn === this.#looks) await this.look();
      return saved;
    });
  }

  #show(change: Partial<DraftFields>): DraftFields | null {
    if (!this.checked) return null;
    const { draft } = this.checked;
    const fields = { ...draft.fields, ...change };
    this.checked = { ...this.checked, draft: { ...draft, fields } };
    return fields;
  }

  /** Has the host do something to the draft, and checks it again. Answers the draft before and after. */
  async alter(act: (draft_id: string) => Promise<DraftView>): Promise<[before: DraftView, after: DraftView]> {
    return this.#inTurn(async () => {
      const before = this.checked?.draft ?? null;
      const after = await act(this.#id);
      if (this.checked) this.checked = { ...this.checked, draft: after };
      await this.look();
      return [before ?? after, after];
    });
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(act);
    this.#queue = done.catch(() => null);
    return done;
  }

  /** Sends exactly what was checked. Answers the submissions, or null where it was refused. */
  async send(): Promise<SubmissionView[] | null> {
    if (!this.checked || this.sending) return null;
    this.sending = true;
    this.changed = false;
    this.send_refusal = null;
    // What was just changed here is checked first.
    await this.#queue;
    try {
      // What could not be saved must not be missing from what is sent.
      if (this.send_refusal) return null;
      return await call('draft_send', { draft_id: this.#id, fingerprint: this.checked.fingerprint });
    } catch (cause) {
      await this.#refused(asRefusal(cause));
      return null;
    } finally {
      this.sending = false;
    }
  }

  async #refused(refusal: Refusal): Promise<void> {
    if (refusal.code === 'not_ready') {
      this.mistakes = [...refusal.problems];
      return;
    }
    if (refusal.code !== 'draft_changed') {
      this.send_refusal = refusal;
      return;
    }
    this.mistakes = [];
    this.changed = true;
    await this.look();
  }
}
