// One block as it is kept, and as Cloudflare tells it when asked.

import { asRefusal, call, type BlockRef, type BlockView, type Following, type Refusal } from '../../backend';
import { anchor } from '../../components/sites/time_left.svelte';
import type { AppState } from '../../state/app.svelte';
import { w } from '../../words';

export class OneBlock {
  view = $state.raw<BlockView | null>(null);
  /** Why it could not be read; what was known stays. */
  refusal = $state.raw<Refusal | null>(null);
  /** Whether Cloudflare can be asked, as of the last time. */
  following = $state<Following>('works');
  said = $state<string | null>(null);
  refreshing = $state(false);
  readonly #block: BlockRef;
  readonly #app: AppState;

  constructor(block: BlockRef, app: AppState) {
    this.#block = block;
    this.#app = app;
  }

  /** Reads what is kept. */
  async read(): Promise<void> {
    try {
      const view = await call('sites_block', { block: this.#block });
      anchor([view.row]);
      this.view = view;
      this.refusal = null;
    } catch (cause) {
      this.refusal = asRefusal(cause);
    }
    // How our sites are followed is said by their own list; where that fails, the block still stands.
    const state = await call('sites_state').catch(() => null);
    if (state) this.#follows(state);
  }

  /** Has Cloudflare asked about the report behind it, and reads again. */
  async refresh(): Promise<void> {
    if (this.refreshing) return;
    this.refreshing = true;
    try {
      const report = await call('sites_report', { report_id: this.#block.report_id });
      await this.read();
      this.#follows(report);
      if (report.following === 'works') this.#app.toasts.show(w.block.refreshed);
    } catch (cause) {
      this.refusal = asRefusal(cause);
    }
    this.refreshing = false;
  }

  #follows({ following, said }: { following: Following; said: string | null }): void {
    this.following = following;
    this.said = said;
  }
}
