// One filed report as Cloudflare tells it, and what can be done about it.

import { asRefusal, call, type FiledReportView, type Refusal } from '../../backend';
import { wordsOf } from '../../errors/words_of';
import type { AppState } from '../../state/app.svelte';
import { go } from '../../state/router.svelte';
import { w } from '../../words';

export class OneReport {
  view = $state.raw<FiledReportView | null>(null);
  /** Why it could not be read; what was known stays. */
  refusal = $state.raw<Refusal | null>(null);
  refreshing = $state(false);
  readonly #id: string;
  readonly #app: AppState;

  constructor(id: string, app: AppState) {
    this.#id = id;
    this.#app = app;
  }

  /** Reads it; the host asks Cloudflare where it can. */
  async read(): Promise<void> {
    try {
      this.view = await call('filed_read', { report_id: this.#id });
      this.refusal = null;
    } catch (cause) {
      this.refusal = asRefusal(cause);
    }
  }

  async refresh(): Promise<void> {
    if (this.refreshing) return;
    this.refreshing = true;
    await this.read();
    this.refreshing = false;
    if (!this.refusal && this.view?.following === 'works') this.#app.toasts.show(w.filed.one.refreshed);
  }

  /** A draft about the first address of a report that was filed elsewhere. */
  async startReport(): Promise<void> {
    const target = this.view?.addresses[0]?.exact ?? null;
    try {
      const draft = await call('draft_create', { target });
      go({ at: 'report', draft_id: draft.id });
    } catch (cause) {
      this.#app.toasts.fail(wordsOf(cause));
    }
  }

  copyNumber(): Promise<void> {
    return this.#app.copy(this.#id, w.outbox.unsure.numberCopied(this.#id));
  }
}
