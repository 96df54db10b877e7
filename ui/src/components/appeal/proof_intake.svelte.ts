// How proof comes in: chosen, pasted, dropped. It stays in our own records; nothing of it is sent.

import { asRefusal, call, type AppealProofView, type Notice, type RefusedFile, type Refusal } from '../../backend';
import { evidence as w } from '../../words/evidence';
import type { AppealEditing } from './appeal_editing.svelte';

export class ProofIntake {
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
  readonly #of: AppealEditing;

  constructor(of: AppealEditing) {
    this.#of = of;
  }

  /** Opens the system's file dialog. */
  pick(): Promise<void> {
    return this.#add('pick', (draft_id) => call('appeal_proof_pick', { draft_id }));
  }

  /** Takes the picture of the clipboard. */
  paste(): Promise<void> {
    return this.#add('paste', (draft_id) => call('appeal_proof_paste', { draft_id }));
  }

  async #add(how: 'pick' | 'paste', ask: (draft_id: string) => Promise<AppealProofView>): Promise<void> {
    const draft_id = this.#of.appeal?.draft_id;
    if (draft_id === undefined || this.busy) return;
    this.busy = how;
    this.refusal = null;
    try {
      const answer = await ask(draft_id);
      this.#of.adopt(answer.appeal);
      this.#take(answer.added.length, answer.refused);
    } catch (cause) {
      this.refusal = asRefusal(cause);
    } finally {
      this.busy = null;
    }
  }

  /** Takes one piece away again. Answers whether that worked. */
  async remove(evidence_id: string, name: string): Promise<boolean> {
    const draft_id = this.#of.appeal?.draft_id;
    if (draft_id === undefined) return false;
    this.refusal = null;
    try {
      this.#of.adopt(await call('appeal_proof_remove', { draft_id, evidence_id }));
      this.said = w.removed(name);
      return true;
    } catch (cause) {
      this.refusal = asRefusal(cause);
      return false;
    }
  }

  #take(added: number, refused: readonly RefusedFile[]): void {
    this.refused = refused;
    if (added > 0) this.said = w.added(added);
  }

  /** Follows a drop through its notices. */
  async hear(notice: Notice): Promise<void> {
    if (notice.kind === 'files_over') this.over = notice.count;
    else if (notice.kind === 'files_left') this.over = 0;
    else if (notice.kind === 'files_reading') {
      this.over = 0;
      this.reading = notice.count;
    } else if (notice.kind === 'files_dropped') {
      this.reading = 0;
      this.over = 0;
      if (notice.draft_id === null || notice.draft_id !== this.#of.appeal?.draft_id) return;
      await this.#of.reread();
      this.#take(notice.added, notice.refused);
    }
  }
}
