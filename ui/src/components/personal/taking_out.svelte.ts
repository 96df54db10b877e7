// Taking out what points at a person, and putting it back. What is taken out stays in the case, sealed with the original.

import { asRefusal, call, type DraftView, type Refusal } from '../../backend';
import { wordsOf } from '../../errors/words_of';
import type { Toasts } from '../../state/toasts.svelte';
import { personal as w } from '../../words/personal';
import type { Checking } from '../report/checking.svelte';
import { fieldsBack, filesBack, namesBack } from './traces';

export class TakingOut {
  busy = $state(false);
  /** Why it did not work. */
  refusal = $state.raw<Refusal | null>(null);

  readonly #of: Checking;
  readonly #toasts: Toasts;
  /** Our message, which belongs to this screen. */
  #told: number | undefined;

  constructor(of: Checking, toasts: Toasts) {
    this.#of = of;
    this.#toasts = toasts;
  }

  /** Takes these out and offers to undo it. Answers whether it was done. */
  async take(ids: readonly string[]): Promise<boolean> {
    if (this.busy || !this.#of.draft) return false;
    this.busy = true;
    this.refusal = null;
    try {
      const [before, after] = await this.#of.alter((draft_id) => call('personal_remove', { draft_id, ids: [...ids] }));
      this.#toasts.show(w.taken(ids.length), { word: w.undo, act: () => void this.#putBack(before, after) });
      this.#told = this.#toasts.shown?.id;
      return true;
    } catch (cause) {
      this.refusal = asRefusal(cause);
      return false;
    } finally {
      this.busy = false;
    }
  }

  async #putBack(before: DraftView, after: DraftView): Promise<void> {
    try {
      for (const evidence_id of filesBack(before, after)) {
        await this.#of.alter((draft_id) => call('evidence_send', { draft_id, evidence_id, send: true }));
      }
      for (const { id, name } of namesBack(before, after)) {
        await this.#of.alter((draft_id) => call('evidence_rename', { draft_id, evidence_id: id, name }));
      }
      const now = this.#of.draft;
      // Where it could not be saved, the screen says so itself.
      if (now && !(await this.#of.change(fieldsBack(now.fields, before.fields, after.fields)))) return;
      this.#toasts.show(w.back);
    } catch (cause) {
      this.#toasts.fail(wordsOf(cause));
    }
  }

  /** The screen goes away: elsewhere the draft may be in other hands, so nothing is put back from there. */
  leave(): void {
    if (this.#told !== undefined && this.#toasts.shown?.id === this.#told) this.#toasts.dismiss();
  }
}
