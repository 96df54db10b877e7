// Which Cloudflare account reports are filed for: one that Cloudflare named, or an id that was typed.

import { asRefusal, call, type ConnectionView, type Refusal } from '../../backend';
import { account as w } from '../../words/services';

/** Stands for "another one" among the accounts. */
export const TYPED = '';

export class AccountChoice {
  /** An account's id, `TYPED`, or null while nothing is picked. */
  picked = $state<string | null>(null);
  /** The id as typed; spaces are dropped when it is used. */
  typed = $state('');
  error = $state('');
  /** Why it could not be chosen, where that is not the id's fault. */
  refusal = $state.raw<Refusal | null>(null);
  busy = $state(false);

  constructor(view: ConnectionView) {
    const { account_id, accounts } = view;
    const named = accounts.some((one) => one.id === account_id);
    if (accounts.length === 0 || (account_id !== null && !named)) this.picked = TYPED;
    else this.picked = account_id;
    if (account_id !== null && !named) this.typed = account_id;
  }

  /** Chooses it. Answers the connection, or null where nothing was chosen. */
  async use(): Promise<ConnectionView | null> {
    if (this.busy) return null;
    const id = this.picked === TYPED ? this.typed.replace(/\s+/g, '') : this.picked;
    this.refusal = null;
    this.error = id === null ? w.pick : id === '' ? w.idEmpty : '';
    if (!id) return null;
    this.busy = true;
    try {
      return await call('connection_choose_account', { account_id: id });
    } catch (cause) {
      const refusal = asRefusal(cause);
      if (refusal.code === 'account_unlikely') this.error = w.idUnlikely;
      else this.refusal = refusal;
      return null;
    } finally {
      this.busy = false;
    }
  }
}
