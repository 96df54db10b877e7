// An appeal being written. What the person typed is the truth here and is saved behind their back, as a draft is; what
// was checked is what is sent.

import {
  asRefusal,
  call,
  type AppealCheckView,
  type AppealProblem,
  type AppealView,
  type CounterNoticeFields,
  type Refusal,
  type SubmissionView,
} from '../../backend';
import { appealing, type Appealed } from '../../state/appeal.svelte';
import { savedBeforeQuit } from '../../state/typing';
import { Chosen } from './chosen.svelte';

/** Milliseconds between the last key and saving, as for drafts (ui.md §5.1). */
export const SAVE_AFTER_MS = 500;

const blankNotice: CounterNoticeFields = {
  full_name: '',
  company: '',
  street_address: '',
  city: '',
  state: '',
  country: '',
  zip_code: '',
  phone_number: '',
  email: '',
  urls: '',
  counter_notice_response: '',
  perjury_attestation: false,
  jurisdiction_consent: false,
  signature: '',
};

function begin(asked: Appealed): Promise<AppealView> {
  if (asked.what === 'blocks') return call('appeal_begin', { blocks: [...asked.blocks] });
  if (asked.what === 'report') return call('appeal_begin_report', { report_id: asked.report_id, form: asked.form });
  return Promise.resolve(asked.appeal);
}

export class AppealEditing {
  /** The appeal as the host knows it; its fields lag behind ours by up to half a second. */
  appeal = $state.raw<AppealView | null>(null);
  note = $state('');
  notice = $state<CounterNoticeFields>({ ...blankNotice });
  readonly chosen = new Chosen();
  /** Why it could not be opened. */
  refusal = $state.raw<Refusal | null>(null);
  /** Why the last act did not work, where that is nothing to mend in what was typed. */
  failed = $state.raw<Refusal | null>(null);
  saving = $state<'saved' | 'saving' | 'failed'>('saved');
  /** What the last try to send said has to be mended; an own array for every try, so that the summary takes the focus. */
  mistakes = $state.raw<readonly AppealProblem[]>([]);
  /** What would be sent, as of the last look. */
  checked = $state.raw<AppealCheckView | null>(null);
  /** It is being checked or sent: pressing once more does nothing. */
  busy = $state(false);
  /** It changed at the host between checking and sending. */
  changed = $state(false);

  #edits = 0;
  #saved = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #over = false;
  #watched: (() => void) | undefined;

  /** Whether anything was entered: then it can be thrown away. */
  get entered(): boolean {
    const { counter_notice_response, signature, perjury_attestation, jurisdiction_consent } = this.notice;
    // The rest of a counter-notice is filled in beforehand, and is no reason to offer throwing it away.
    const answered = counter_notice_response + signature !== '' || perjury_attestation || jurisdiction_consent;
    const typed = this.note !== '' || this.chosen.any || answered || this.#edits > 0;
    return typed || (this.appeal?.proof.length ?? 0) > 0;
  }

  /** Makes or finds the draft. From now on the host adds dropped files to it. */
  async open(asked: Appealed): Promise<void> {
    this.#watched ??= savedBeforeQuit(() => this.flush());
    this.refusal = null;
    try {
      const begun = await begin(asked);
      if (this.#over) return;
      const { note, notice } = begun.fields;
      Object.assign(this, { note, notice: { ...blankNotice, ...notice } });
      this.chosen.begin(begun);
      appealing.draft_id = begun.draft_id;
      this.appeal = (await call('appeal_open', { draft_id: begun.draft_id }).catch(() => null)) ?? begun;
    } catch (cause) {
      this.refusal = asRefusal(cause);
    }
  }

  /** Something was typed or chosen. */
  edit(change?: { note?: string; notice?: Partial<CounterNoticeFields> }): void {
    if (change?.note !== undefined) this.note = change.note;
    if (change?.notice) Object.assign(this.notice, change.notice);
    this.#edits += 1;
    this.saving = 'saving';
    this.changed = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), SAVE_AFTER_MS);
  }

  /** Takes what the host says of the blocks and the proof. What is typed stays. */
  adopt(appeal: AppealView): void {
    if (this.#over || appeal.draft_id !== this.appeal?.draft_id) return;
    this.chosen.follow(appeal.blocks);
    this.appeal = appeal;
  }

  /** Something happened to our sites: the blocks may stand elsewhere now. */
  async reread(): Promise<void> {
    const draft_id = this.appeal?.draft_id;
    if (draft_id === undefined || this.busy) return;
    const appeal = await call('appeal_open', { draft_id }).catch(() => null);
    if (appeal) this.adopt(appeal);
  }

  /** Saves at once what is not saved. Answers whether everything is saved. */
  flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    // One after the other: an older save must never land after a newer one.
    const turn = this.#queue.then(() => this.#save());
    this.#queue = turn;
    return turn;
  }

  async #save(): Promise<boolean> {
    if (this.#over || !this.appeal || this.#saved === this.#edits) return this.#saved === this.#edits;
    const edits = this.#edits;
    const { draft_id, fields: before } = this.appeal;
    const { note, notice } = $state.snapshot({ note: this.note, notice: this.notice });
    const fields = { ...before, note, notice, reasons: this.chosen.reasons };
    try {
      const saved = await call('appeal_save', { draft_id, fields });
      this.#saved = edits;
      if (edits === this.#edits) this.saving = 'saved';
      this.adopt(saved);
      return edits === this.#edits;
    } catch {
      this.saving = 'failed';
      return false;
    }
  }

  /** Checks it as it stands. Answers whether that worked. */
  async look(): Promise<boolean> {
    if (!this.appeal) return false;
    await this.flush();
    if (this.saving === 'failed') return false;
    try {
      this.checked = await call('appeal_check', { draft_id: this.appeal.draft_id });
      this.failed = null;
      return true;
    } catch (cause) {
      this.failed = asRefusal(cause);
      return false;
    }
  }

  /** Checks it before it is sent. Answers whether nothing stands in the way; what does is in `mistakes`. */
  async ready(): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    // What stands between the choices of blocks that can't be asked for is never sent.
    if (this.chosen.narrowed) this.edit();
    const looked = await this.look();
    this.mistakes = looked ? [...(this.checked?.problems ?? [])] : [];
    this.busy = false;
    return looked && this.mistakes.length === 0;
  }

  /** Sends what was checked. Answers the submissions; none where it was refused, or is being sent already. */
  async send(): Promise<SubmissionView[]> {
    if (this.busy || !this.appeal || !this.checked) return [];
    this.busy = true;
    this.failed = null;
    const { draft_id } = this.appeal;
    try {
      const sent = await call('appeal_send', { draft_id, fingerprint: this.checked.fingerprint });
      // What is frozen takes no more changes, and the next dialog about these blocks begins anew.
      this.#over = true;
      return sent;
    } catch (cause) {
      await this.#refused(asRefusal(cause));
      return [];
    } finally {
      this.busy = false;
    }
  }

  async #refused(refusal: Refusal): Promise<void> {
    if (refusal.code !== 'draft_changed' && refusal.code !== 'not_ready') {
      this.failed = refusal;
      return;
    }
    await this.look();
    this.mistakes = [...(this.checked?.problems ?? [])];
    this.changed = this.mistakes.length === 0;
  }

  /** Throws it away. Answers whether that worked. */
  async discard(): Promise<boolean> {
    if (!this.appeal) return true;
    await this.flush();
    try {
      await call('appeal_discard', { draft_id: this.appeal.draft_id });
      this.#over = true;
      return true;
    } catch (cause) {
      this.failed = asRefusal(cause);
      return false;
    }
  }

  /** The dialog goes away: saves the rest, and dropped files go elsewhere again. */
  async leave(): Promise<void> {
    await this.flush();
    this.#over = true;
    this.#watched?.();
    if (appealing.draft_id !== this.appeal?.draft_id) return;
    appealing.draft_id = null;
    await call('appeal_open', { draft_id: null }).catch(() => null);
  }
}
