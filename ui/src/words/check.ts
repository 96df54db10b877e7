// Words of Check and send.

import type { PreviewView, ReportField, ReportKind, Service, SizeView, TargetKind, Wish } from '../backend/contract';
import { common } from './common';
import { exactBytes, files, fileSize } from './evidence';
import { kindWords } from './kinds';
import { NOTE_LIMIT } from './report';

const number = new Intl.NumberFormat('en-GB');

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const and = (parts: readonly string[]) => list.format(parts);

const one: Record<TargetKind, string> = {
  web: '1 web address',
  email: '1 email address',
  phone: '1 phone number',
  ipv4: '1 IP address',
};

/** The heading of the target's row. */
export const wishRow: Record<Wish, string> = { takedown: 'Take down', monitor: 'Watch' };

/** `A takedown of 1 web address`. */
export function asked(wish: Wish, kind: TargetKind): string {
  return wish === 'takedown' ? `A takedown of ${one[kind]}` : `Monitoring of ${one[kind]}`;
}

/** What the person can still do after pressing Send; follows the setting. */
export function undoSentence(seconds: number): string {
  if (seconds === 0) return 'You are asked once more before it is sent';
  if (seconds < 0) return 'It waits in the Outbox until you press Send now';
  return `You have ${seconds} seconds to undo after you press Send`;
}

export const check = {
  title: 'Check and send',
  loading: 'Checking the report',
  failed: { title: 'The report could not be checked.' },
  rows: {
    nothing: 'Not given',
    sendTo: 'Send to',
    onlyThere: 'Only if the site is on Cloudflare',
    kind: 'What is wrong',
    moreAddresses: 'More addresses',
    sender: 'Sender',
    told: 'Who is told',
    address: 'Reported',
    statements: 'Statements',
    statementsDone: (ticked: number, all: number, signature: string) =>
      `${ticked === all ? (all === 2 ? 'Both' : `All ${all}`) : `${ticked} of ${all}`} statements ticked` +
      (signature === '' ? '' : `, signed ${signature}`),
    ticked: 'Ticked',
    notTicked: 'Not ticked',
    targetMissing: 'Nothing entered yet',
    wish: 'What happens',
    client: 'Brand or client',
    ownAccount: 'Our own account',
    reportedBy: 'Reported by',
    getsMails: 'gets status emails',
    note: 'Note',
    received: 'Number called',
    when: 'Call or message',
    whenValue: (date: string, time: string, zone: string) => [date, time, zone].filter((part) => part !== '').join(' '),
    onIt: 'Address on it',
    target: 'What is reported',
    copy: 'Copy',
    copied: 'Copied, in the form that can’t be clicked.',
    /** Text that could not be read as a target, or an address inside one: written so that it can't be followed. */
    defanged: (text: string) => text.replace(/^http/i, 'hxxp').replaceAll('.', '[.]'),
    defangedLines: (text: string) =>
      text
        .split('\n')
        .map((line) => line.trim().replace(/^http/i, 'hxxp').replaceAll('.', '[.]'))
        .filter((line) => line !== '')
        .join('\n'),
    change: 'Change',
    changeWhat: (what: string) => `Change ${what.toLowerCase()}`,
  },
  gets: {
    title: 'What PhishFort gets',
    files: (size: SizeView) => (size.files === 0 ? 'No files' : `${files(size.files)}, ${fileSize(size.bytes)} in all`),
    note: (count: number) => `Your note, ${number.format(count)} of ${number.format(NOTE_LIMIT)} characters`,
    noNote: 'No note',
    email: 'Your email address',
    noEmail: 'No email address',
    reference: (reference: string) => `Our reference ${reference}, which finds it again`,
    cloudflare: 'What Cloudflare gets',
    kind: (kind: ReportKind) => `A report of ${kindWords[kind].report}`,
    kinds: (count: number, kind: ReportKind) =>
      `${number.format(count)} reports of ${kindWords[kind].report}, one a site`,
    addresses: (count: number) => (count === 1 ? '1 address' : `${number.format(count)} addresses`),
    story: (count: number) => `What you saw, ${number.format(count)} characters`,
    noStory: 'No words yet on what you saw',
    sender: (parts: readonly string[]) => `Your ${and(parts)}`,
    /** What of the sender goes out, as `Your name and email address`. */
    senderParts: {
      name: 'name',
      email: 'email address',
      company: 'company',
      telephone: 'telephone',
      title: 'job title',
      address1: 'postal address',
    } as Partial<Record<ReportField, string>>,
    noSender: 'Nobody as the sender yet',
    named: 'The host and the owner of the site can see your name',
    noFiles: 'No files',
    filesStay: (names: readonly string[], phishfort: boolean) =>
      `No files. ${and(names)} ${names.length === 1 ? 'stays' : 'stay'} ${phishfort ? 'with PhishFort and in the case' : 'in the case'}`,
    word: 'See it word for word',
    wordShort: 'Word for word',
    wordOf: (what: string) => `Word for word: the report about ${what}`,
    notYet: 'The exact request can be shown once nothing is missing.',
  },
  word: {
    title: 'Word for word',
    titleOf: (service: Service, host: string) => `Word for word: ${common.service[service]}, ${host}`,
    lead: 'This is the report, word for word, as it leaves your computer.',
    request: 'Sent to',
    to: (preview: PreviewView) => `${preview.method} ${preview.url}`,
    headers: 'Headers',
    keyHidden: 'The key or API token is shown as dots.',
    parts: 'Parts',
    file: (type: string, bytes: number) => `${type}, ${exactBytes(bytes)}`,
    comment: 'Comment',
    commentHint: (reference: string) => `With the line that lets us find it again: ${reference}`,
    size: 'Size',
    bytes: (bytes: number) => exactBytes(bytes),
    close: 'Close',
  },
  ready: {
    yes: 'Ready to send',
    no: 'Not ready yet',
    notBefore: 'You haven’t reported this before',
    pictures: (count: number) => (count === 1 ? '1 screenshot' : `${number.format(count)} screenshots`),
    mail: 'The original email is there',
    openCase: 'Open the case',
    openSettings: 'Open Connections',
    safeTitle: 'Nothing is lost',
    safe: 'What you filled in stays here as a draft.',
  },
  summary: 'There is a problem',
  changed: 'The report changed since you looked. This is how it stands now: check it once more.',
  send: 'Send report',
  sendAll: (count: number) => (count < 2 ? 'Send report' : `Send ${number.format(count)} reports`),
  sendLater: 'Send later',
  sending: 'Sending…',
  shortcut: 'Ctrl+Enter',
  keep: 'Keep as draft',
  confirm: {
    titleAll: (count: number) =>
      count < 2 ? 'Send this report now?' : `Send these ${number.format(count)} reports now?`,
    textAll: (count: number) =>
      count < 2
        ? 'It leaves your computer at once and can’t be undone.'
        : 'They leave your computer at once and can’t be undone.',
    cancel: 'Cancel',
    send: 'Send now',
  },
} as const;
