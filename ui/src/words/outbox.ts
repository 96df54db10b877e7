// Words of the outbox and of "we don't know yet". What names a service takes its name.

import type { AppealSentView, ReportKind, Service, SubmissionReason, SubmissionView, Wish } from '../backend/contract';
import { appealAs } from './appeal';
import { common } from './common';
import { files, fileSize, megabytes } from './evidence';
import { kindNames } from './status';

const MB = 1024 * 1024;

/** What of a connection stands in the way of everything that waits for that service. */
export const connectionReasons: readonly SubmissionReason[] = [
  'key_missing',
  'key_refused',
  'not_entitled',
  'not_permitted',
  'account_missing',
];

/** What mends what was not sent, beside Edit; none where only editing does. Practice has no connection to mend. */
export function fixOf(
  { state, reason }: Pick<SubmissionView, 'state' | 'reason'>,
  practice: boolean,
): 'connection' | 'entitlement' | 'send_now' | 'send_again' | null {
  const again = state === 'needs_person' ? 'send_again' : 'send_now';
  if (reason === 'not_entitled') return 'entitlement';
  if (reason !== null && connectionReasons.includes(reason)) return practice ? again : 'connection';
  return state === 'held' ? 'send_now' : null;
}

/** What a row is about, below its address: "PhishFort, takedown", "Cloudflare, phishing, 3 addresses". */
export function sentAs(one: {
  appeal?: AppealSentView | null;
  service: Service;
  wish: Wish;
  report_kind: ReportKind | null;
  addresses: number;
}): string {
  if (one.appeal) return appealAs(one.appeal);
  const what = one.service === 'cloudflare' && one.report_kind ? kindNames[one.report_kind] : common.wish[one.wish];
  const parts = [common.service[one.service], what];
  if (one.addresses > 1) parts.push(`${one.addresses} addresses`);
  return parts.join(', ');
}

const because: Partial<Record<SubmissionReason, (service: string) => string>> = {
  ended_while_sending: () => 'We were sending this when the app ended',
  unreadable_answer: () => 'We sent this, and the answer can’t be read',
  broke_off: () => 'The connection broke off while we were sending this',
  service_failed: (service) => `We sent this, and ${service} answered with a fault`,
  already_there: (service) => `${service} already has a report of this address, so ours was not sent`,
  refused: (service) =>
    `We sent this more than once, and ${service} refused the last: perhaps because it has the first`,
  too_many_tries: () => 'We sent this more than once and got no answer',
};

/** Why we don't know, in the first of the three lines. */
export function unsureBecause(reason: SubmissionReason | null, service: string): string {
  return (reason && because[reason]?.(service)) ?? 'We sent this and got no answer';
}

/** What Cloudflare calls an API token is a key elsewhere. */
const keyOf = (service: string) => (service === 'Cloudflare' ? 'API token' : 'key');

/** Why everything for a service waits, by what stands in the way. */
export const pausedBecause: Partial<Record<SubmissionReason, (service: string) => string>> = {
  key_missing: (service) =>
    `There is no ${keyOf(service)} for ${service}. Everything for it waits here and goes out once one works.`,
  key_refused: (service) =>
    `${service} refused the ${keyOf(service)}. Everything for it waits here and goes out once a new ${keyOf(service)} works.`,
  not_entitled: () =>
    'Cloudflare won’t take reports from this account yet. That is a matter of the account, not of your API token, and they ' +
    'open it on request. Your reports wait here; nothing is lost.',
  not_permitted: () =>
    'Cloudflare says that the API token may not send reports. Ask whoever made it for the permission “Trust and Safety ' +
    'Write”. If it has that already, the account may not be open for reports yet. Your reports wait here.',
  account_missing: () =>
    'Choose the Cloudflare account that reports are sent for. Your reports wait here and go out once it is chosen.',
};

export const outbox = {
  screen: 'Outbox',
  promise: 'Nothing here is sent twice by itself',
  loading: 'Loading the Outbox',
  empty: { heading: 'The Outbox is empty', text: 'Everything was sent. What you send next passes through here.' },
  toCases: 'Go to Cases',
  onItsWay: 'On its way',
  notSent: 'Not sent',
  fixKey: { phishfort: 'Fix key', cloudflare: 'Fix API token' },
  chooseAccount: 'Choose account',
  testConnection: 'Test connection',
  askThem: 'Copy a message to send them',
  askThemCopied: 'Message copied. Send it to your Cloudflare contact or their support.',
  tested: (service: string, works: boolean) =>
    works
      ? `The connection to ${service} works. It can’t tell whether reports are taken; Try again does.`
      : `The connection to ${service} doesn’t work yet. Settings, Connections says why.`,
  tryAgain: 'Try again',
  /** To Cloudflare, where the account is not open for reports. */
  entitlementLetter: (account: string | null, account_id: string | null) =>
    'Hello,\n\nwe would like to file abuse reports through your Abuse Reports API. Our account is not entitled to it ' +
    `yet: it answers “Not entitled to use feature: Abuse Report API”.\n\nAccount: ${account ?? '(name)'}\n` +
    `Account id: ${account_id ?? '(id)'}\n\nCould you enable it for this account, or tell us what is needed for it?\n\nThank you.`,
  undo: 'Undo',
  undoAll: (n: number) => (n === 2 ? 'Undo both' : `Undo all ${n}`),
  goesBack: (n: number) => (n === 2 ? 'Goes out with 1 other' : `Goes out with ${n - 1} others`),
  sendNow: 'Send now',
  tryNow: 'Try now',
  openCase: 'Open case',
  cannotStop: 'Can’t be stopped now',
  sendingIn: (seconds: number) => `Sending in ${seconds} s`,
  paused: 'Paused',
  waitsForYou: 'Waits for Send now',
  waitsForKey: { phishfort: 'Waits for a key', cloudflare: 'Waits, as said above' },
  sending: 'Sending…',
  nextTry: (when: string) => `Next try at ${when}`,
  nextTryLater: 'Goes out by itself',
  upload: 'Upload',
  progress: (count: number, handed: number, total: number) =>
    `${files(count)}, ${total >= MB ? megabytes(handed) : fileSize(handed)} of ${fileSize(total)}`,
  details: (service: string) => `What ${service} said`,
  failed: 'The Outbox can’t be read.',
  stale: (when: string) => `Couldn’t refresh. Showing what we had at ${when}.`,
  unsure: {
    heading: (service: string) => `We don’t know yet if ${service} got this`,
    headingAlready: (service: string) => `${service} has this address already`,
    notSentYet: 'Nothing of it was sent.',
    about: (what: string, count: string) => `– ${what}${count ? `, ${count}` : ''}`,
    looked: (n: number, service: string) =>
      n === 1 ? `We looked at ${service} once` : `We looked at ${service} ${n} times`,
    notFound: 'and did not find it',
    perhaps: 'and found something that may be it',
    couldNot: 'but could not tell',
    mayHave: 'It may still have arrived.',
    safe: 'Your report and its files are safe here.',
    now: 'now',
    bestWait: 'Best: wait.',
    waitText: (when: string) => `We look again at ${when}. Nothing is lost, and we won’t send it twice.`,
    waitTextSoon: 'We look again by ourselves. Nothing is lost, and we won’t send it twice.',
    bestAsk: (service: string) => `Best: ask ${service},`,
    askText: 'then decide. Copy the question below and send it to them.',
    bestCompare: (service: string) => `Best: compare the numbers below with ${service},`,
    compareText: 'then say whether one of them is yours.',
    bestUse: 'Best: see whether the one they have is enough.',
    useText: 'Ours was not sent, so nothing is there twice.',
    question: 'What would you like to do?',
    look: 'Look again',
    lookHint: (service: string) => `Asks ${service} once more. Sends nothing`,
    looking: 'Looking…',
    there: 'It’s there…',
    thereHint: 'You found it and have its number',
    ask: (service: string) => `Copy a question to ${service}`,
    askHint: 'To paste into a message to them',
    askCopied: (service: string) => `Question copied. Paste it into a message to ${service}.`,
    again: 'Send again…',
    againHint: 'May create a second report',
    back: 'Keep ours as a draft',
    backHint: 'Nothing is sent. You can change it',
    anyway: 'Send anyway…',
    anywayHint: (service: string) => `${service} then has two reports`,
    candidates: 'What we found there',
    candidate: (number: string) => `Number ${number}`,
    isMine: 'That is it',
    copyNumber: 'Copy number',
    numberCopied: (number: string) => `Number ${number} copied.`,
    letter: (address: string, when: string | null, reference: string, service: Service) =>
      `Hello,\n\nwe ${when ? 'reported' : 'tried to report'} ${address} through your API${when ? ` on ${when}` : ''} ` +
      'and got no answer. Did the report arrive? ' +
      (service === 'phishfort'
        ? `Our reference is ${reference}; it is the last line of the comment and the start of each file’s name. `
        : `Our reference is ${reference}; it is the last line of the comments. `) +
      `If it arrived, what is its number?\n\nThank you.`,
  },
  there: {
    heading: 'It’s there: what is its number?',
    label: (service: string) => `${service}’s number of the report`,
    hint: {
      phishfort: 'As PhishFort shows it, like PF-48213',
      cloudflare: 'As Cloudflare shows it, or writes it in an email',
    },
    missing: (service: string) => `Enter the number that ${service} shows`,
    act: 'That is it',
    done: (number: string) => `Found: case ${number}. Nothing was sent again.`,
  },
  again: {
    heading: 'Send it again?',
    body: (service: string) =>
      `The first one may have arrived. Sending again may create a second report at ${service}, and they may ask you about it.`,
    advice: (service: string) => `Asking ${service} first is safer.`,
    next: 'What happens next',
    nextText: 'It goes out at once, with the same text, files and reference. It can’t be taken back.',
    act: 'Send again',
  },
  anyway: {
    heading: 'Send it anyway?',
    body: (service: string) => `${service} has a report of this address already and will get a second one.`,
    act: 'Send anyway',
  },
} as const;
