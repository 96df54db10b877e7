// A report being written: what the person typed is the truth here, and is saved behind their back. An answer of the host
// never overwrites a field, since more may have been typed while it was on its way.

import { asRefusal, call, type DraftFields, type DraftView, type Refusal } from '../../backend';
import { savedBeforeQuit } from '../../state/typing';
import { lapsed } from '../filing/filling';
import { leaveBehind, saveLeftBehind, takeUp } from './left_behind';

/** Milliseconds between the last key and saving (ui.md §5.1). */
export const SAVE_AFTER_MS = 500;

const blank: DraftFields = {
  target: '',
  wish: 'takedown',
  note: '',
  reported_by: '',
  client_id: '',
  phone_received_on: '',
  phone_date: '',
  phone_time: '',
  phone_zone: '',
  ip_address_on_it: '',
  to_phishfort: true,
  to_cloudflare: false,
  report_kind: 'phishing',
  more_addresses: '',
  profile_id: '',
  answers: {},
};

/** Drafts made by opening the empty form, in which nothing was typed yet: leaving them behind would litter the list. */
const untouched = new Set<string>();

/** The draft that the host was told of last: dropped files go there. */
let atHost: string | null = null;

/** How an editing stands. */
export type EditingPhase = 'loading' | 'ready' | 'missing' | 'failed';

export class DraftEditing {
  /** The draft as the host knows it; its `fields` lag behind ours by up to half a second. */
  draft = $state.raw<DraftView | null>(null);
  /** What is typed. Change it through `edit`. */
  fields = $state<DraftFields>({ ...blank });
  phase = $state<EditingPhase>('loading');
  /** Why it could not be opened. */
  refusal = $state.raw<Refusal | null>(null);
  /** Whether everything typed is saved, is on its way, or could not be saved. */
  saving = $state<'saved' | 'saving' | 'failed'>('saved');

  #edits = 0;
  #saved = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #gone = false;
  #watched: (() => void) | undefined;

  /** Makes an empty draft. Answers its id, or null where that failed. */
  async make(): Promise<string | null> {
    this.phase = 'loading';
    this.refusal = null;
    try {
      const { id } = await call('draft_create', { target: null });
      untouched.add(id);
      return id;
    } catch (cause) {
      this.refusal = asRefusal(cause);
      this.phase = 'failed';
      return null;
    }
  }

  /** Opens a draft. */
  async open(id: string): Promise<void> {
    this.#watched ??= savedBeforeQuit(() => this.flush());
    this.phase = 'loading';
    this.refusal = null;
    try {
      this.draft = await openDraft(id);
      this.fields = { ...(this.draft?.fields ?? blank) };
      this.phase = this.draft ? 'ready' : 'missing';
      const left = this.draft && takeUp(id);
      if (left) {
        this.edit(left);
        await this.flush();
      }
    } catch (cause) {
      this.refusal = asRefusal(cause);
      this.phase = this.refusal.code === 'not_found' ? 'missing' : 'failed';
    }
  }

  /**
   * Takes what was typed, and saves it half a second after the last change. What the host answers with other fields or
   * fills is saved `at_once`.
   */
  edit(change: Partial<DraftFields>, at_once = false): void {
    Object.assign(this.fields, change);
    this.#edits += 1;
    this.saving = 'saving';
    if (this.draft) untouched.delete(this.draft.id);
    clearTimeout(this.#timer);
    if (at_once) void this.flush();
    else this.#timer = setTimeout(() => void this.flush(), SAVE_AFTER_MS);
  }

  /** The person wants to keep it, even with nothing in it. */
  touch(): void {
    if (this.draft) untouched.delete(this.draft.id);
  }

  /** Takes what the host says after something was done to the evidence, and what it filled in from that. */
  adopt(draft: DraftView): void {
    if (draft.evidence.length > 0 || draft.fields.target !== '') untouched.delete(draft.id);
    this.#takeFills(draft);
    this.draft = draft;
  }

  /** An email fills what nobody has typed over. It never empties a field, and an answer that is late fills nothing. */
  #takeFills({ fields: filled, saved_at }: DraftView): void {
    const { draft } = this;
    if (!draft || saved_at < draft.saved_at) return;
    const text = ({ answers: _answers, ...rest }: DraftFields) => rest;
    const typed = text(this.fields);
    const known = text(draft.fields);
    const news = Object.entries(text(filled)).filter(([key, value]) => {
      const field = key as keyof typeof known;
      return value !== '' && value !== known[field] && typed[field] === known[field];
    });
    Object.assign(this.fields, Object.fromEntries(news));
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
    if (this.#gone || this.#saved === this.#edits || !this.draft) return this.#saved === this.#edits;
    const edits = this.#edits;
    try {
      const fields = $state.snapshot(this.fields);
      const draft = await call('draft_save', { draft_id: this.draft.id, fields });
      this.#saved = edits;
      if (edits === this.#edits) this.saving = 'saved';
      this.#takeFills(draft);
      this.draft = draft;
      this.#dropLapsed(fields, draft.fields);
      // An older state of this draft that was left behind is overtaken; another draft's may work now, too.
      takeUp(draft.id);
      void saveLeftBehind(draft.id);
      return edits === this.#edits;
    } catch {
      this.saving = 'failed';
      return false;
    }
  }

  /** What was declared counts only while the host keeps it, whatever else was typed meanwhile. */
  #dropLapsed(sent: DraftFields, kept: DraftFields): void {
    const gone = new Set<string>(lapsed(sent.answers, kept.answers, this.fields.answers));
    if (gone.size === 0) return;
    this.fields.answers = Object.fromEntries(Object.entries(this.fields.answers).filter(([field]) => !gone.has(field)));
  }

  /** Deletes the draft; it can be restored. Nothing is saved after this. */
  async remove(): Promise<string | null> {
    if (!this.draft) return null;
    const { id } = this.draft;
    await this.flush();
    await call('draft_delete', { draft_id: id });
    // Whatever is still typed while the screen goes away belongs to nothing any more.
    this.#gone = true;
    untouched.delete(id);
    return id;
  }

  /**
   * The screen goes away: saves the rest. Unless the next screen goes on with this draft, the host is told that none is
   * open, and a draft in which nothing was ever entered is dropped. Answers whether everything is saved: what is not is
   * kept, and saved once that works again.
   */
  async leave(goes_on: boolean): Promise<boolean> {
    const id = this.draft?.id ?? null;
    const saved = (await this.flush()) || this.#gone;
    this.#watched?.();
    if (id === null) return true;
    if (!saved) leaveBehind(id, $state.snapshot(this.fields));
    if (goes_on) return saved;
    await letGo(id);
    await dropUntouched(id);
    return saved;
  }
}

/** Deletes a draft in which nothing was ever entered. */
export async function dropUntouched(draft_id: string): Promise<void> {
  if (untouched.delete(draft_id)) await call('draft_delete', { draft_id }).catch(() => null);
}

/** Opens a draft; from now on the host adds dropped files to it. */
export async function openDraft(draft_id: string): Promise<DraftView | null> {
  atHost = draft_id;
  return call('draft_open', { draft_id });
}

/** No draft is shown any more, unless another one was opened meanwhile. */
export async function letGo(draft_id: string): Promise<void> {
  if (atHost !== draft_id) return;
  atHost = null;
  await call('draft_open', { draft_id: null }).catch(() => null);
}
