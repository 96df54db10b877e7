// What can be done to a submission, each act with its words when it does not work.

import { call, type AppealSentView, type Service, type SubmissionView } from '../../backend';
import { wordsOf } from '../../errors/words_of';
import { inFull } from '../../kit/times';
import type { AppState } from '../../state/app.svelte';
import { go } from '../../state/router.svelte';
import { openAppeal, openWholeAppeal } from '../../state/appeal.svelte';
import { w } from '../../words';
import { ourAddressText } from '../sites/our_address';

/** Once more about the same blocks or the same report, in the dialog. */
function editAppeal({ form, blocks, report_id }: AppealSentView): void {
  if (form === 'blocks') openAppeal(blocks.map((one) => one.block));
  else openWholeAppeal(report_id, form);
}

export class OutboxActs {
  readonly #app: AppState;

  constructor(app: AppState) {
    this.#app = app;
  }

  async undo(one: SubmissionView): Promise<void> {
    await this.#app.undo.takeBack(one);
  }

  sendNow(one: SubmissionView): Promise<void> {
    return this.#try(() => call('outbox_send_now', { submission_id: one.id }));
  }

  lookAgain(one: SubmissionView): Promise<void> {
    return this.#try(() => call('outbox_look_again', { submission_id: one.id }));
  }

  /** The person has the number. Answers whether it was taken. */
  async found(one: SubmissionView, number: string): Promise<void> {
    await this.#try(async () => {
      await call('outbox_found', { submission_id: one.id, number });
      this.#app.toasts.show(w.outbox.there.done(number));
    });
  }

  sendAgain(one: SubmissionView): Promise<void> {
    return this.#try(() => call('outbox_send_again', { submission_id: one.id }));
  }

  /** Once more what was surely not sent: as it is where the outbox still holds it, as a draft where it was let go. */
  tryAgain(one: SubmissionView): Promise<void> {
    if (one.state === 'rejected') return this.edit(one);
    return one.state === 'needs_person' ? this.sendAgain(one) : this.sendNow(one);
  }

  /** The report as a draft again: taken back where nothing left, a new one where it was refused. */
  async edit(one: SubmissionView): Promise<void> {
    if (one.can_undo) return void (await this.#app.undo.takeBack(one, 'report'));
    if (one.appeal) return editAppeal(one.appeal);
    await this.#try(async () => {
      const draft = await call('case_report_again', { case_id: one.case_id, service: one.service });
      go({ at: 'report', draft_id: draft.id });
    });
  }

  fixConnection(): void {
    go({ at: 'settings', section: 'connections' });
  }

  /** Asks the service whether the connection works; files nothing. */
  testConnection(service: Service): Promise<void> {
    return this.#try(async () => {
      const { health } = await call('connection_test', { service });
      this.#app.toasts.show(w.outbox.tested(w.common.service[service], health === 'works' || health === 'practice'));
    });
  }

  /** A message to Cloudflare that asks for the right to send reports, with the account's name and id in it. */
  async copyEntitlementLetter(): Promise<void> {
    await this.#try(async () => {
      const { account, account_id } = await call('connection_read', { service: 'cloudflare' });
      await this.#app.copy(w.outbox.entitlementLetter(account, account_id), w.outbox.askThemCopied);
    });
  }

  /** A question to the service, ready to be pasted into a message. */
  copyQuestion(one: SubmissionView): Promise<void> {
    const { before, domain, after } = one.target;
    const when = one.sent_at && inFull(one.sent_at);
    const letter = one.appeal
      ? w.appeal.outbox.letter(ourAddressText(one.target), one.appeal.report_id, when)
      : w.outbox.unsure.letter(`${before}${domain}${after}`, when, one.reference, one.service);
    return this.#app.copy(letter, w.outbox.unsure.askCopied(w.common.service[one.service]));
  }

  copyNumber(number: string): Promise<void> {
    return this.#app.copy(number, w.outbox.unsure.numberCopied(number));
  }

  async #try(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (cause) {
      this.#app.toasts.fail(wordsOf(cause));
    }
  }
}
