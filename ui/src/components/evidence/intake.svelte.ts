// How files come in: chosen, pasted, dropped. What was refused stays until it was read; what was done is said once.

import {
  asRefusal,
  call,
  type AddedView,
  type DraftView,
  type Notice,
  type RefusedFile,
  type Refusal,
} from '../../backend';
import { evidence as w } from '../../words/evidence';

/** The draft that evidence is added to. */
export interface Evidenced {
  readonly draft: DraftView | null;
  adopt(draft: DraftView): void;
}

export class EvidenceIntake {
  /** What runs now: a second dialog is never opened. */
  busy = $state<'pick' | 'paste' | 'take' | null>(null);
  /** Files that are held over the window. */
  over = $state(0);
  /** Dropped files that are being read. */
  reading = $state(0);
  refused = $state.raw<readonly RefusedFile[]>([]);
  /** For the polite region. */
  said = $state('');
  /** Why the last act did not work. */
  refusal = $state.raw<Refusal | null>(null);

  readonly #of: Evidenced;
  readonly #filled: (() => void) | undefined;

  /** `filled` is told when what came in said what is suspicious, where nothing had said it before. */
  constructor(of: Evidenced, filled?: () => void) {
    this.#of = of;
    this.#filled = filled;
  }

  /** Opens the system's file dialog. */
  pick(): Promise<boolean> {
    return this.#add('pick', (draft_id) => call('evidence_pick', { draft_id }));
  }

  /** Takes the picture of the clipboard. */
  paste(): Promise<boolean> {
    return this.#add('paste', (draft_id) => call('evidence_paste', { draft_id }));
  }

  /** Takes a file out of an email, as evidence of its own. Answers whether that worked. */
  takeAttachment(evidence_id: string, at: number): Promise<boolean> {
    return this.#add('take', (draft_id) => call('evidence_take_attachment', { draft_id, evidence_id, at }));
  }

  /** Takes a text that was pasted. Answers false where there was nothing new in it. */
  async takeText(text: string): Promise<boolean> {
    const draft_id = this.#of.draft?.id;
    if (draft_id === undefined || this.busy) return true;
    this.busy = 'take';
    this.refusal = null;
    try {
      const { draft, filled, kept } = await call('draft_take_text', { draft_id, text });
      this.#of.adopt(draft);
      this.take(kept === null ? 0 : 1, []);
      if (filled) this.#filled?.();
      return filled || kept !== null;
    } catch (cause) {
      this.refusal = asRefusal(cause);
      return true;
    } finally {
      this.busy = null;
    }
  }

  async #add(how: 'pick' | 'paste' | 'take', ask: (draft_id: string) => Promise<AddedView>): Promise<boolean> {
    const id = this.#of.draft?.id;
    if (id === undefined || this.busy) return false;
    this.busy = how;
    this.refusal = null;
    try {
      const added = await ask(id);
      this.#of.adopt(added.draft);
      this.take(added.added.length, added.refused);
      if (added.filled) this.#filled?.();
      return true;
    } catch (cause) {
      this.refusal = asRefusal(cause);
      return false;
    } finally {
      this.busy = null;
    }
  }

  /** Says what became of added files. */
  take(added: number, refused: readonly RefusedFile[]): void {
    this.refused = refused;
    if (added > 0) this.said = w.added(added);
  }

  /** Does something to one piece of evidence, and says it. Answers whether it was done. */
  async change(ask: (draft_id: string) => Promise<DraftView>, said: string): Promise<boolean> {
    const id = this.#of.draft?.id;
    if (id === undefined) return false;
    this.refusal = null;
    try {
      this.#of.adopt(await ask(id));
      this.said = said;
      return true;
    } catch (cause) {
      this.refusal = asRefusal(cause);
      return false;
    }
  }

  /** Follows a drop through its notices. */
  async hear(notice: Notice): Promise<void> {
    const id = this.#of.draft?.id;
    if (notice.kind === 'files_over') this.over = notice.count;
    else if (notice.kind === 'files_left') this.over = 0;
    else if (notice.kind === 'files_reading') {
      this.over = 0;
      this.reading = notice.count;
    } else if (notice.kind === 'files_dropped') {
      this.reading = 0;
      this.over = 0;
      if (id === undefined || notice.draft_id !== id) return;
      const draft = await call('draft_open', { draft_id: id }).catch(() => null);
      if (draft) this.#of.adopt(draft);
      this.take(notice.added, notice.refused);
      if (notice.filled) this.#filled?.();
    }
  }
}
