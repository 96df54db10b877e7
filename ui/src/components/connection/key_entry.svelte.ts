// A key on its way in: typed or pasted once, handed over, and forgotten here before the answer comes.

import { asRefusal, call, type ConnectionView, type Refusal, type Service } from '../../backend';
import { serviceWords } from '../../words/services';

/** Milliseconds after which the password store is probably waiting to be unlocked. */
export const STORE_SLOW_MS = 2000;

export class KeyEntry {
  readonly service: Service;
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

  constructor(service: Service) {
    this.service = service;
  }

  /** Id of the control, unique where both services are asked for on one screen. */
  get field_id(): string {
    return `field-key-${this.service}`;
  }

  /** Saves the key and tests it. Answers the connection, or null where nothing was saved. */
  async save(): Promise<ConnectionView | null> {
    if (this.saving) return null;
    const key = this.text.replace(/\s+/g, '');
    this.error = key === '' ? serviceWords[this.service].keyEmpty : '';
    this.refusal = null;
    if (key === '') return null;
    this.saving = true;
    const timer = setTimeout(() => (this.slow = true), STORE_SLOW_MS);
    try {
      const view = await call('connection_save_key', { service: this.service, key });
      this.text = '';
      this.shown = false;
      if (view.health === 'key_refused') this.error = serviceWords[this.service].keyRefused;
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
    const words = serviceWords[this.service];
    if (refusal.code === 'key_unlikely') this.error = words.keyUnlikely;
    else if (refusal.code === 'key_refused') this.error = words.keyRefused;
    else this.refusal = refusal;
  }
}
