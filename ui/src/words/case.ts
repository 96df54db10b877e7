// Words of one case.

import type { CaseStatus, CaseView, EventKind, LookResult, Service } from '../backend/contract';
import { namesOf } from './common';
import { denials, type DenialAct } from './denials';

/** What happened, in bold, on the timeline. Status changes and looks have words of their own. */
export const eventWords: Record<EventKind, (service: string) => string> = {
  draft_made: () => 'Draft made',
  confirmed: () => 'You pressed Send',
  undone: () => 'You took it back; nothing was sent',
  held: () => 'Not sent: the app closed first',
  sent: (service) => `Sent to ${service}`,
  deferred: (service) => `Not sent to ${service} yet`,
  accepted: (service) => `${service} took the report`,
  rejected: (service) => `${service} did not take the report`,
  answer_lost: (service) => `No answer from ${service} came back`,
  looked: (service) => `We looked at ${service}`,
  found: (service) => `${service} did get it`,
  needs_person: () => 'It needs your decision',
  send_again: () => 'You chose to send it again',
  status_changed: () => 'The status changed',
  service_said: (service) => `${service} wrote`,
  note_added: () => 'Your note',
  personal_removed: () => 'You took out what was personal. Before, it read:',
  settled: () => 'You said that nothing more is to be done',
  block_seen: () => 'We saw this block for the first time',
  block_changed: () => 'The block changed',
  block_gone: (service) => `${service} no longer shows it`,
  block_back: (service) => `${service} shows it again`,
  block_not_named: () => 'Their answer did not name this block',
  other: () => 'Something happened',
};

/** What a look found. */
export const lookWords: Record<LookResult, string> = {
  exact: 'and found it',
  candidates: 'and found something that may be it',
  absent: 'and did not find it',
  error: 'but it could not tell',
};

const cloudflareWait = 'We look for news every few minutes, and they write to whoever is named in it.';
const wait = 'We look for news every few minutes, and this case turns amber if PhishFort asks you something.';

const unknownWord = 'The service has a word for this that we don’t know. It is shown as it came.';

/** What happens now, by where the case stands. */
export const nowWords: Record<CaseStatus, string> = {
  draft: 'This report was never sent. Open it, check it, and send it.',
  sending: 'Your report is on its way. See the Outbox.',
  not_sent: 'It was not sent. The report and its files are safe here; the Outbox says what to mend.',
  unsure: 'We sent it and got no answer. Nothing is lost, and we won’t send it twice. Choose below what to do.',
  pending_review: `Nothing to do. Nobody at PhishFort has looked at it yet. ${wait}`,
  case_building: `Nothing to do. PhishFort gathers what a takedown needs. ${wait}`,
  approval_required: `PhishFort waits for an approval before the takedown. If you don’t know whose, ask them. ${wait}`,
  takedown_ready: `Nothing to do. The takedown is approved and about to start. ${wait}`,
  action_required: 'PhishFort asks you something. Open the case in PhishFort, answer there, then press Refresh here.',
  takedown_in_progress: `Nothing to do. PhishFort is asking whoever runs the page to take it away. ${wait}`,
  takedown_success: 'It is down. If it comes back, press Report again.',
  takedown_attempt_failed: 'The takedown failed. PhishFort may try again; open the case there to see what they say.',
  blocklisted: `Browsers and mail filters warn of it, but it is still up. ${wait}`,
  pre_weaponised:
    'PhishFort watches it and takes steps when it turns harmful. If it does harm already, report it for takedown.',
  closed: 'PhishFort closed it. If the page is still up, open the case in PhishFort to read why, or report it again.',
  report_submitted: `Nothing to do. Cloudflare has the report and has not decided yet. ${cloudflareWait}`,
  report_accepted:
    'Cloudflare accepted the report. They pass it on or act on it; what they did stands in their email. If the page is ' +
    'still up in a few days, report it again.',
  report_denied: 'Cloudflare refused the report. Why, and what helps, stands at the top of this page.',
  other: `${unknownWord} ${wait}`,
};

/** What happens now where a refusal was settled, or never asked anything. */
const settledNow = 'Cloudflare refused the report. Nothing of it waits for you.';

/** What happens now; beside a refusal, also what the other service does. */
export function nowOf({ row, standings }: Pick<CaseView, 'row' | 'standings'>): string {
  if (row.status === 'other' && row.status_of === 'cloudflare') return `${unknownWord} ${cloudflareWait}`;
  if (row.status !== 'report_denied') return nowWords[row.status];
  const other = standings.find((one) => one.service === 'phishfort');
  // Two grounds ask for nothing, so they have no card: what follows from them stands here.
  const asksNothing = row.denial !== null && denials[row.denial].acts.length === 0;
  const settled =
    asksNothing && row.denial
      ? `Cloudflare refused it: ${denials[row.denial].why}. ${denials[row.denial].next}`
      : settledNow;
  const refused = row.needs_you ? nowWords.report_denied : settled;
  // There is something to do, so the other half must not begin with the opposite.
  return other ? `${refused} ${nowWords[other.status].replace(/^Nothing to do\. /, '')}` : refused;
}

export const caseWords = {
  crumb: 'Cases',
  screen: 'Case',
  noAddress: 'No address yet',
  loading: 'Loading the case',
  copyAddress: 'Copy address',
  addressCopied: 'Address copied, in the form nobody can click.',
  exactCopied: 'Exact address copied. Don’t open it.',
  copyExact: 'Copy exact address',
  copyExactHint: 'The real one. Don’t open it',
  copyReceipt: 'Copy receipt',
  nothingSent: 'Nothing of it was sent yet',
  copyReceiptHint: 'Reference, number, time, files with SHA-256',
  receiptCopied: 'Receipt copied.',
  open: 'Open in PhishFort',
  openHint: 'In your web browser',
  opened: 'PhishFort opens in your web browser.',
  again: 'Report again',
  openDraft: 'Open the draft',
  more: 'More',
  refreshed: (services: readonly Service[]) => `Asked ${namesOf(services)} just now.`,
  sentOn: (when: string) => `Sent ${when}`,
  number: (service: string, number: string) => `${service} ${number}`,
  askedBefore: (services: readonly Service[]) => `${namesOf(services)} last asked`,
  offline: 'The services can’t be reached now. This is what we knew last.',
  draftGoesOn: 'A report in this case is written and not sent yet.',
  standings: {
    heading: 'Who was told',
    tell: (service: string) => `Tell ${service} too`,
    tellAgain: (service: string) => `Tell ${service} again`,
    asked: 'Asked',
    notFollowed: 'can’t be followed',
    theyWrite: (email: string) => `They also write to ${email}`,
    settled: 'You settled this',
  },
  denial: {
    heading: (service: string, why: string) => `${service} refused this: ${why}`,
    knows: 'PhishFort was told already.',
    acts: {
      again: 'Report again with changes',
      phishfort: 'Report it to PhishFort',
      choose: 'Choose another category',
      receipt: 'Copy receipt',
    } satisfies Record<DenialAct, string>,
    settle: 'Nothing more to do',
    settled: 'Settled. It no longer waits for you.',
  },
  hash: 'File, SHA-256',
  path: {
    label: 'How far it is',
    sent: 'Sent',
    accepted: (service: string) => `Taken by ${service}`,
    looked: 'Looked at',
    decided: 'Decided',
    worked: 'Being worked on',
    watched: 'Being watched',
    down: 'Down',
    settled: 'Settled',
    closed: 'Closed',
    notYet: 'not yet',
    willTell: (service: string) => `${service} will tell us`,
    since: (when: string) => `since ${when}`,
  },
  side: 'About this case',
  timeline: 'Timeline',
  newest: 'Newest first',
  details: 'Details',
  now: 'What happens now',
  facts: {
    wish: 'Asked for',
    brand: 'Brand or client',
    reportedBy: 'Reported by',
    note: 'Note',
    reference: 'Reference',
    number: 'Number',
    files: 'Evidence',
    page: 'The page',
    category: 'Category',
    raw: 'Their word',
    nobody: 'Nobody gets status mails',
    none: 'None',
  },
  evidence: 'Evidence',
  view: 'View',
  caseOnly: 'stays with the case',
  noEvidence: 'No files.',
  sent: 'What was sent',
  toBeSent: 'What will be sent',
  sentIntro: 'Word for word, without key or API token.',
  sentHead: (what: string, when: string, reference: string) => `${what}: ${when}, reference ${reference}`,
  notSentYet: 'not sent yet',
  message: (service: string) => `${service} answered`,
  by: 'Sent to',
  goesTo: 'Goes to',
  events: {
    withFiles: (files: string, size: string) => `with ${files}, ${size}`,
    bytes: (size: string) => `without files, ${size}`,
    says: (service: string) => `says ${service}`,
    number: (number: string) => `Number ${number}`,
    as: (kind: string) => `as ${kind}`,
    about: (host: string) => `about ${host}`,
  },
  note: {
    label: 'Add your own note',
    hint: 'Add your own note. Only people using this computer see it',
    act: 'Add note',
    added: 'Note added.',
  },
  receipt: {
    practice: 'PRACTICE — NOT SENT',
    title: (services: readonly Service[]) => `Receipt of a report to ${namesOf(services)}`,
    to: 'Sent to',
    about: 'About',
    asked: 'Asked for',
    reference: 'Our reference',
    number: 'Their number',
    noNumber: 'none yet',
    sent: 'Sent',
    notSent: 'Not sent yet',
    state: 'State',
    files: 'Files',
    noFiles: 'none',
  },
} as const;
