// The receipt of what was sent, as text: for a ticket, a mail, or the file of the case.

import type { CaseView, SentView, StandingView } from '../../backend';
import { inFull } from '../../kit/times';
import { w } from '../../words';
import { exactBytes } from '../../words/evidence';
import { sentAs } from '../../words/outbox';
import { statusWords } from '../../words/status';

function lines(pairs: Array<[string, string]>): string[] {
  const width = Math.max(...pairs.map(([name]) => name.length)) + 2;
  return pairs.map(([name, value]) => `${`${name}:`.padEnd(width)}${value}`);
}

function ofOne({ submission, files }: SentView, standings: readonly StandingView[]): string[] {
  const words = w.case.receipt;
  const standing = standings.find((one) => one.submission_id === submission.id);
  return [
    ...lines([
      [words.to, sentAs(submission)],
      [words.reference, submission.reference],
      [words.number, submission.number ?? words.noNumber],
      [words.sent, submission.sent_at ? inFull(submission.sent_at) : words.notSent],
      [words.files, files.length === 0 ? words.noFiles : String(files.length)],
      ...(standing
        ? [[words.state, statusWords(standing.status, standing.raw_status, standing).word] as [string, string]]
        : []),
    ]),
    ...files.flatMap((file) => [`  ${file.name} (${exactBytes(file.size_bytes)})`, `    SHA-256 ${file.sha256}`]),
  ];
}

/** Whether there is anything to give a receipt of: nothing is, while nothing of it can have arrived. */
export function hasReceipt(view: CaseView): boolean {
  return view.sent.some((one) => one.submission.sent_at !== null);
}

/** The receipt. In practice its first line says that nothing was sent. */
export function receiptOf(view: CaseView, practice: boolean): string {
  const words = w.case.receipt;
  const { target, typed, status, raw_status, denial, raw_denial } = view.row;
  const about = target ? `${target.before}${target.domain}${target.after}` : typed;
  return [
    ...(practice ? [words.practice, ''] : []),
    words.title(view.sent.map((one) => one.submission.service)),
    '',
    ...lines([
      [words.about, about],
      [words.asked, w.common.wishTitle[view.wish]],
      [words.state, statusWords(status, raw_status, { denial, raw_denial }).word],
    ]),
    ...view.sent.flatMap((sent) => ['', ...ofOne(sent, view.standings)]),
    '',
  ].join('\n');
}
