// One case as the host knows it, and what can be done about it.

import { asRefusal, call, type CaseView, type Commands, type Notice, type Refusal, type Service } from '../../backend';
import { receiptOf } from '../../components/case/receipt';
import { followable } from '../../components/case/standings';
import { wordsOf } from '../../errors/words_of';
import type { AppState } from '../../state/app.svelte';
import { go, router } from '../../state/router.svelte';
import { w } from '../../words';
import type { DenialAct } from '../../words/denials';

export class OneCase {
  view = $state.raw<CaseView | null>(null);
  /** Why it could not be read, or not be brought up to date; what was known stays. */
  refusal = $state.raw<Refusal | null>(null);
  refreshing = $state(false);
  /** Services whose whole queue waits, where something of this case is queued for them. */
  paused = $state.raw<readonly Service[]>([]);
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
    if ((await this.#take(asks ? 'case_refresh' : 'case_read')) && asks) {
      this.#app.toasts.show(w.case.refreshed(this.view ? followable(this.view) : []));
    }
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

  /** A draft with what this case knows, for one service or for whoever was told before. */
  async reportAgain(service: Service | null): Promise<void> {
    await this.#try(async () => {
      const draft = await call('case_report_again', { case_id: this.#id, service });
      go({ at: 'report', draft_id: draft.id });
    });
  }

  /** Does what is offered about a refusal. */
  async answer(act: DenialAct): Promise<void> {
    if (act === 'receipt') return this.copyReceipt();
    return this.reportAgain(act === 'phishfort' ? 'phishfort' : 'cloudflare');
  }

  /** Nothing more is to be done about a refusal. */
  async settle(submission_id: string): Promise<void> {
    await this.#try(async () => {
      this.view = await call('case_settle', { submission_id });
      this.#app.toasts.show(w.case.denial.settled);
      // The card had the focus and is gone.
      void router.focusHeading();
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
      const queued = view.open.filter((one) => one.state === 'queued').map((one) => one.service);
      this.paused = queued.length === 0 ? [] : (await this.#pausedNow()).filter((one) => queued.includes(one));
      this.view = view;
      this.refusal = null;
      return true;
    } catch (cause) {
      this.refusal = asRefusal(cause);
      return false;
    }
  }

  /** Only the Outbox as a whole knows it; where that can't be asked, the case says what it can. */
  async #pausedNow(): Promise<Service[]> {
    const outbox = await call('outbox_list').catch(() => null);
    return outbox?.paused ?? [];
  }

  async #try(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (cause) {
      this.#app.toasts.fail(wordsOf(cause));
    }
  }
}
