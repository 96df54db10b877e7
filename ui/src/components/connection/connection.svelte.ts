// A service's connection as the screens see it: read, tested, forgotten. The key itself is never here.

import { asRefusal, call, type ConnectionHealth, type ConnectionView, type Refusal } from '../../backend';
import { connection as w } from '../../words/settings';

/** What came of a saved key; a refused one is said at its field. */
const savedWords: Partial<Record<ConnectionHealth, string>> = {
  works: w.saved,
  untested: w.savedUntested,
  unreachable: w.savedUntested,
  failed: w.savedFailed,
};

export class Connection {
  view = $state.raw<ConnectionView | null>(null);
  refusal = $state.raw<Refusal | null>(null);
  busy = $state<'read' | 'test' | 'forget' | null>(null);
  /** For the polite region. */
  said = $state('');

  /** Reads it; what is shown stays while it is read again. */
  read(): Promise<boolean> {
    return this.#ask('read', () => call('connection_read', { service: 'phishfort' }));
  }

  /** Tries the key. */
  test(): Promise<boolean> {
    return this.#ask('test', () => call('connection_test', { service: 'phishfort' }));
  }

  /** Removes the key from where it is kept. */
  async forget(): Promise<boolean> {
    const done = await this.#ask('forget', () => call('connection_forget_key', { service: 'phishfort' }));
    if (done) this.said = w.removed;
    return done;
  }

  /** Takes what came back with a new key, and says what came of it. */
  saved(view: ConnectionView): void {
    this.view = view;
    this.refusal = null;
    this.said = savedWords[view.health] ?? '';
  }

  async #ask(busy: 'read' | 'test' | 'forget', ask: () => Promise<ConnectionView>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = busy;
    this.refusal = null;
    try {
      this.view = await ask();
      return true;
    } catch (cause) {
      this.refusal = asRefusal(cause);
      return false;
    } finally {
      this.busy = null;
    }
  }
}
