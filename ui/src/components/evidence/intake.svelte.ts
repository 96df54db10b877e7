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
  busy = $state<'pick' | 'paste' | null>(null);
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

  constructor(of: Evidenced) {
    this.#of = of;
  }

  /** Opens the system's file dialog. */
  pick(): Promise<void> {
    return this.#add('pick', (draft_id) => call('evidence_pick', { draft_id }));
  }

  /** Takes the picture of the clipboard. */
  paste(): Promise<void> {
    return this.#add('paste', (draft_id) => call('evidence_paste', { draft_id }));
  }

  async #add(how: 'pick' | 'paste', ask: (draft_id: string) => Promise<AddedView>): Promise<void> {
    const id = this.#of.draft?.id;
    if (id === undefined || this.busy) return;
    this.busy = how;
    this.refusal = null;
    try {
      const added = await ask(id);
      this.#of.adopt(added.draft);
      this.take(added.added.length, added.refused);
    } catch (cause) {
      this.refusal = asRefusal(cause);
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
    }
  }
}
