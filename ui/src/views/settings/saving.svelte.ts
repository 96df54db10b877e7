// Settings are saved at once, and it is said quietly.

import { asRefusal, type PreferencesChange, type PreferencesView, type Refusal } from '../../backend';
import { settings as w } from '../../words/settings';

/** Milliseconds between the last key in a text field and saving. */
export const SAVE_AFTER_MS = 500;

export class Saving {
  /** For the polite region; empty until something was saved. */
  said = $state('');
  refusal = $state.raw<Refusal | null>(null);

  #waiting: PreferencesChange = {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #save: (change: PreferencesChange) => Promise<PreferencesView>;

  constructor(save: (change: PreferencesChange) => Promise<PreferencesView>) {
    this.#save = save;
  }

  /** Saves a change, once no more comes for half a second. */
  soon(change: PreferencesChange): void {
    Object.assign(this.#waiting, change);
    this.said = '';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), SAVE_AFTER_MS);
  }

  /** Saves a change now. Answers whether it was saved. */
  async now(change: PreferencesChange, said: string = w.saved): Promise<boolean> {
    Object.assign(this.#waiting, change);
    return this.flush(said);
  }

  /** Saves what waits. */
  async flush(said: string = w.saved): Promise<boolean> {
    clearTimeout(this.#timer);
    const change = this.#waiting;
    if (Object.keys(change).length === 0) return true;
    this.#waiting = {};
    try {
      await this.#save(change);
      this.refusal = null;
      this.said = said;
      return true;
    } catch (cause) {
      // What could not be saved waits for the next try, unless it was changed again meanwhile.
      this.#waiting = { ...change, ...this.#waiting };
      this.refusal = asRefusal(cause);
      this.said = '';
      return false;
    }
  }
}
