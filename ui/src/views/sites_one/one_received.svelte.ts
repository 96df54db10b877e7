// One report about our sites, with its blocks, as Cloudflare tells it where it can be asked.

import {
  asRefusal,
  call,
  type BlocksRequest,
  type BlocksView,
  type ReceivedReportView,
  type Refusal,
} from '../../backend';
import { anchor } from '../../components/sites/time_left.svelte';
import type { AppState } from '../../state/app.svelte';
import { w } from '../../words';

const every: BlocksRequest = {
  search: '',
  status: null,
  raw_kind: null,
  scope: null,
  report_id: null,
  starts_from: null,
  starts_before: null,
  sort: 'clock',
  order: 'ascending',
  after: null,
};

export class OneReceived {
  view = $state.raw<ReceivedReportView | null>(null);
  /** Its first hundred blocks. */
  blocks = $state.raw<BlocksView | null>(null);
  /** Why it could not be read; what was known stays. */
  refusal = $state.raw<Refusal | null>(null);
  /** Why its blocks could not be. */
  blocks_refusal = $state.raw<Refusal | null>(null);
  refreshing = $state(false);
  readonly #id: string;
  readonly #app: AppState;

  constructor(id: string, app: AppState) {
    this.#id = id;
    this.#app = app;
  }

  async read(): Promise<void> {
    try {
      this.view = await call('sites_report', { report_id: this.#id });
      this.refusal = null;
    } catch (cause) {
      this.refusal = asRefusal(cause);
      if (this.view === null) return;
    }
    await this.readBlocks();
  }

  async readBlocks(): Promise<void> {
    try {
      const blocks = await call('sites_blocks', { request: { ...every, report_id: this.#id } });
      anchor(blocks.rows);
      this.blocks = blocks;
      this.blocks_refusal = null;
    } catch (cause) {
      this.blocks_refusal = asRefusal(cause);
    }
  }

  async refresh(): Promise<void> {
    if (this.refreshing) return;
    this.refreshing = true;
    await this.read();
    this.refreshing = false;
    if (!this.refusal && this.view?.following === 'works') this.#app.toasts.show(w.block.refreshed);
  }

  copyNumber(): Promise<void> {
    return this.#app.copy(this.#id, w.outbox.unsure.numberCopied(this.#id));
  }
}
