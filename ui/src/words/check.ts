// Words of Check and send.

import type { PreviewView, SizeView, TargetKind, Wish } from '../backend/contract';
import { exactBytes, files, fileSize } from './evidence';
import { NOTE_LIMIT } from './report';

const number = new Intl.NumberFormat('en-GB');

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
    word: 'See it word for word',
    notYet: 'This can be shown once it is clear what is reported.',
  },
  word: {
    title: 'Word for word',
    lead: 'This is the report, word for word, as it leaves your computer.',
    request: 'Sent to',
    to: (preview: PreviewView) => `${preview.method} ${preview.url}`,
    headers: 'Headers',
    keyHidden: 'The key is shown as dots.',
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
  sendLater: 'Send later',
  sending: 'Sending…',
  shortcut: 'Ctrl+Enter',
  keep: 'Keep as draft',
  confirm: {
    title: 'Send this report now?',
    text: 'It leaves your computer at once and can’t be undone.',
    cancel: 'Cancel',
    send: 'Send now',
  },
} as const;
