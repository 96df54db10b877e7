// Words of the outbox and of "we don't know yet".

import type { SubmissionReason, SubmissionView } from '../backend/contract';
import { files, fileSize, megabytes } from './evidence';

const MB = 1024 * 1024;

/** What mends what was not sent, beside Edit; none where only editing does. Practice has no key to mend. */
export function fixOf(
  { state, reason }: Pick<SubmissionView, 'state' | 'reason'>,
  practice: boolean,
): 'key' | 'send_now' | 'send_again' | null {
  if (reason === 'key_missing' || reason === 'key_refused') {
    if (!practice) return 'key';
    return state === 'needs_person' ? 'send_again' : 'send_now';
  }
  return state === 'held' ? 'send_now' : null;
}

const because: Partial<Record<SubmissionReason, string>> = {
  ended_while_sending: 'We were sending this when the app ended',
  unreadable_answer: 'We sent this, and the answer can’t be read',
  broke_off: 'The connection broke off while we were sending this',
  service_failed: 'We sent this, and PhishFort answered with a fault',
  already_there: 'PhishFort already has a report of this address, so ours was not sent',
  too_many_tries: 'We sent this more than once and got no answer',
};

/** Why we don't know, in the first of the three lines. */
export function unsureBecause(reason: SubmissionReason | null): string {
  return (reason && because[reason]) ?? 'We sent this and got no answer';
}

export const outbox = {
  screen: 'Outbox',
  promise: 'Nothing here is sent twice by itself',
  loading: 'Loading the Outbox',
  empty: { heading: 'The Outbox is empty', text: 'Everything was sent. What you send next passes through here.' },
  toCases: 'Go to Cases',
  onItsWay: 'On its way',
  notSent: 'Not sent',
  pausedForKey: 'PhishFort refused the key, or there is none. Everything waits here and goes out once a new key works.',
  fixKey: 'Fix key',
  undo: 'Undo',
  sendNow: 'Send now',
  tryNow: 'Try now',
  openCase: 'Open case',
  cannotStop: 'Can’t be stopped now',
  sendingIn: (seconds: number) => `Sending in ${seconds} s`,
  paused: 'Paused',
  waitsForYou: 'Waits for Send now',
  waitsForKey: 'Waits for a key',
  sending: 'Sending…',
  nextTry: (when: string) => `Next try at ${when}`,
  nextTryLater: 'Goes out by itself',
  upload: 'Upload',
  progress: (count: number, handed: number, total: number) =>
    `${files(count)}, ${total >= MB ? megabytes(handed) : fileSize(handed)} of ${fileSize(total)}`,
  sub: (service: string, wish: string) => `${service}, ${wish}`,
  details: 'What PhishFort said',
  failed: 'The Outbox can’t be read.',
  stale: (when: string) => `Couldn’t refresh. Showing what we had at ${when}.`,
  unsure: {
    heading: 'We don’t know yet if PhishFort got this',
    headingAlready: 'PhishFort has this address already',
    notSentYet: 'Nothing of it was sent.',
    about: (wish: string, count: string) => `– ${wish}, ${count}`,
    looked: (n: number) => (n === 1 ? 'We looked at PhishFort once' : `We looked at PhishFort ${n} times`),
    notFound: 'and did not find it',
    perhaps: 'and found something that may be it',
    couldNot: 'but could not tell',
    mayHave: 'It may still have arrived.',
    safe: 'Your report and its files are safe here.',
    now: 'now',
    bestWait: 'Best: wait.',
    waitText: (when: string) => `We look again at ${when}. Nothing is lost, and we won’t send it twice.`,
    waitTextSoon: 'We look again by ourselves. Nothing is lost, and we won’t send it twice.',
    bestAsk: 'Best: ask PhishFort,',
    askText: 'then decide. Copy the question below and send it to them.',
    bestCompare: 'Best: compare the numbers below with PhishFort,',
    compareText: 'then say whether one of them is yours.',
    bestUse: 'Best: see whether the one they have is enough.',
    useText: 'Ours was not sent, so nothing is there twice.',
    question: 'What would you like to do?',
    look: 'Look again',
    lookHint: 'Asks PhishFort once more. Sends nothing',
    looking: 'Looking…',
    there: 'It’s there…',
    thereHint: 'You found it and have its number',
    ask: 'Copy a question to PhishFort',
    askHint: 'To paste into a message to them',
    askCopied: 'Question copied. Paste it into a message to PhishFort.',
    again: 'Send again…',
    againHint: 'May create a second report',
    back: 'Keep ours as a draft',
    backHint: 'Nothing is sent. You can change it',
    anyway: 'Send anyway…',
    anywayHint: 'PhishFort then has two reports',
    candidates: 'What we found there',
    candidate: (number: string) => `Number ${number}`,
    isMine: 'That is it',
    copyNumber: 'Copy number',
    numberCopied: (number: string) => `Number ${number} copied.`,
    letter: (address: string, when: string | null, reference: string) =>
      `Hello,\n\nwe ${when ? 'reported' : 'tried to report'} ${address} through your API${when ? ` on ${when}` : ''} ` +
      'and got no answer. Did the report arrive? ' +
      `Our reference is ${reference}; it is the last line of the comment and the start of each file’s name. ` +
      `If it arrived, what is its number?\n\nThank you.`,
  },
  there: {
    heading: 'It’s there: what is its number?',
    label: 'PhishFort’s number of the report',
    hint: 'As PhishFort shows it, like PF-48213',
    missing: 'Enter the number that PhishFort shows',
    act: 'That is it',
    done: (number: string) => `Found: case ${number}. Nothing was sent again.`,
  },
  again: {
    heading: 'Send it again?',
    body: 'The first one may have arrived. Sending again may create a second report at PhishFort, and they may ask you about it.',
    advice: 'Asking PhishFort first is safer.',
    next: 'What happens next',
    nextText: 'It goes out at once, with the same text, files and reference. It can’t be taken back.',
    act: 'Send again',
  },
  anyway: {
    heading: 'Send it anyway?',
    body: 'PhishFort has a report of this address already and will get a second one.',
    act: 'Send anyway',
  },
} as const;
