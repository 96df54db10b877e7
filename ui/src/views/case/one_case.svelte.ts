// One case as the host knows it, and what can be done about it.

import { asRefusal, call, type CaseView, type Commands, type Notice, type Refusal } from '../../backend';
import { receiptOf } from '../../components/case/receipt';
import { wordsOf } from '../../errors/words_of';
import type { AppState } from '../../state/app.svelte';
import { go } from '../../state/router.svelte';
import { w } from '../../words';

export class OneCase {
  view = $state.raw<CaseView | null>(null);
  /** Why it could not be read, or not be brought up to date; what was known stays. */
  refusal = $state.raw<Refusal | null>(null);
  refreshing = $state(false);
  /** Whether what of it is queued waits for a key. */
  waits_for_key = $state(false);
  readonly #id: string;
  readonly #app: AppState;

  constructor(id: string, app: AppState) {
    this.#id = id;
    this.#app = app;
  }

  async read(): Promise<void> {
    await this.#take('case_read');
  }

  /** Asks the service for news. */
  async refresh(): Promise<void> {
    if (this.refreshing) return;
    this.refreshing = true;
    const asks = this.view?.can_refresh ?? false;
    if ((await this.#take(asks ? 'case_refresh' : 'case_read')) && asks) this.#app.toasts.show(w.case.refreshed);
    this.refreshing = false;
  }

  /** Adds a note; answers whether it was kept. */
  async note(text: string): Promise<boolean> {
    try {
      this.view = await call('case_note', { case_id: this.#id, text });
      this.#app.toasts.show(w.case.note.added);
      return true;
    } catch (cause) {
      this.#app.toasts.fail(wordsOf(cause));
      return false;
    }
  }

  /** A new draft with what this case knows. */
  async reportAgain(): Promise<void> {
    await this.#try(async () => {
      const draft = await call('case_report_again', { case_id: this.#id });
      go({ at: 'report', draft_id: draft.id });
    });
  }

  /** The service's page, in the web browser. */
  async openThere(): Promise<void> {
    await this.#try(async () => {
      await call('case_open_dashboard', { case_id: this.#id });
      this.#app.toasts.show(w.case.opened);
    });
  }

  copyAddress(): Promise<void> {
    const target = this.view?.row.target;
    const text = target ? `${target.before}${target.domain}${target.after}` : (this.view?.row.typed ?? '');
    return this.#app.copy(text, w.case.addressCopied);
  }

  copyExact(): Promise<void> {
    return this.#app.copy(this.view?.row.target?.exact ?? this.view?.row.typed ?? '', w.case.exactCopied);
  }

  async copyReceipt(): Promise<void> {
    if (this.view) await this.#app.copy(receiptOf(this.view, this.#app.practice), w.case.receiptCopied);
  }

  /** Whether a notice is about this case. */
  concerns(notice: Notice): boolean {
    if (notice.kind === 'cases_changed') return notice.case_id === null || notice.case_id === this.#id;
    return notice.kind === 'outbox_changed';
  }

  async #take(command: 'case_read' | 'case_refresh'): Promise<boolean> {
    try {
      const args: Commands['case_read']['args'] = { case_id: this.#id };
      const view = await call(command, args);
      this.waits_for_key = view.open.some((one) => one.state === 'queued') && (await this.#queueWaits());
      this.view = view;
      this.refusal = null;
      return true;
    } catch (cause) {
      this.refusal = asRefusal(cause);
      return false;
    }
  }

  /** Only the Outbox as a whole knows it; where that can't be asked, the case says what it can. */
  async #queueWaits(): Promise<boolean> {
    const outbox = await call('outbox_list').catch(() => null);
    return outbox?.paused_for_key ?? false;
  }

  async #try(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (cause) {
      this.#app.toasts.fail(wordsOf(cause));
    }
  }
}
