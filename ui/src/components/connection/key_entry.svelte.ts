// A key on its way in: typed or pasted once, handed over, and forgotten here before the answer comes.

import { asRefusal, call, type ConnectionView, type Refusal } from '../../backend';
import { connection as w } from '../../words/settings';

/** Milliseconds after which the password store is probably waiting to be unlocked. */
export const STORE_SLOW_MS = 2000;

export class KeyEntry {
  /** As typed; spaces and line breaks are dropped when it is saved. */
  text = $state('');
  /** Whether it can be read on the screen. */
  shown = $state(false);
  error = $state('');
  /** Why it could not be saved, where that is not the key's fault. */
  refusal = $state.raw<Refusal | null>(null);
  saving = $state(false);
  /** The password store takes long. */
  slow = $state(false);

  /** Saves the key and tests it. Answers the connection, or null where nothing was saved. */
  async save(): Promise<ConnectionView | null> {
    if (this.saving) return null;
    const key = this.text.replace(/\s+/g, '');
    this.error = key === '' ? w.keyEmpty : '';
    this.refusal = null;
    if (key === '') return null;
    this.saving = true;
    const timer = setTimeout(() => (this.slow = true), STORE_SLOW_MS);
    try {
      const view = await call('connection_save_key', { service: 'phishfort', key });
      this.text = '';
      this.shown = false;
      if (view.health === 'key_refused') this.error = w.keyRefused;
      return view;
    } catch (cause) {
      this.#refused(asRefusal(cause));
      return null;
    } finally {
      clearTimeout(timer);
      this.saving = false;
      this.slow = false;
    }
  }

  #refused(refusal: Refusal): void {
    if (refusal.code === 'key_unlikely') this.error = w.keyUnlikely;
    else if (refusal.code === 'key_refused') this.error = w.keyRefused;
    else this.refusal = refusal;
  }
}
