// A service's connection as the screens see it: read, tested, forgotten. The key itself is never here.

import { asRefusal, call, type ConnectionHealth, type ConnectionView, type Refusal, type Service } from '../../backend';
import { serviceWords } from '../../words/services';

/** What came of a saved key; a refused one is said at its field. */
function savedWords(service: Service, health: ConnectionHealth): string {
  const words = serviceWords[service];
  if (health === 'untested' || health === 'unreachable') return words.savedUntested;
  if (health === 'failed') return words.savedFailed;
  return health === 'key_refused' ? '' : words.saved;
}

export class Connection {
  readonly service: Service;
  view = $state.raw<ConnectionView | null>(null);
  refusal = $state.raw<Refusal | null>(null);
  busy = $state<'read' | 'test' | 'forget' | null>(null);
  /** For the polite region. */
  said = $state('');

  constructor(service: Service) {
    this.service = service;
  }

  /** Reads it; what is shown stays while it is read again. */
  read(): Promise<boolean> {
    return this.#ask('read', () => call('connection_read', { service: this.service }));
  }

  /** Tries the key. */
  test(): Promise<boolean> {
    return this.#ask('test', () => call('connection_test', { service: this.service }));
  }

  /** Removes the key from where it is kept. */
  async forget(): Promise<boolean> {
    const done = await this.#ask('forget', () => call('connection_forget_key', { service: this.service }));
    if (done) this.said = serviceWords[this.service].removed;
    return done;
  }

  /** Takes what came back with a new key, and says what came of it. */
  saved(view: ConnectionView): void {
    this.view = view;
    this.refusal = null;
    this.said = savedWords(this.service, view.health);
  }

  /** Takes what came back with another account. */
  chose(view: ConnectionView, said: string): void {
    this.view = view;
    this.refusal = null;
    this.said = said;
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
