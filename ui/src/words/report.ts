// Words of the report form.

import type { Wish } from '../backend/contract';

/** Longest note in characters. */
export const NOTE_LIMIT = 2000;

const number = new Intl.NumberFormat('en-GB');

/** What should happen, as a choice. */
export const wishWords: Record<Wish, { title: string; hint: string; to: string }> = {
  takedown: { title: 'Take it down', hint: 'It is harmful now', to: 'PhishFort' },
  monitor: { title: 'Watch it', hint: 'Suspicious, not harmful yet', to: 'PhishFort' },
};

export const report = {
  title: 'New report',
  loading: 'Opening the report',
  missing: {
    title: 'This report is no longer here',
    text: 'It was deleted, or it belongs to practice while you work for real (or the other way round).',
    act: 'Go to Cases',
  },
  failed: { title: 'The report could not be opened.' },
  saving: 'Saving…',
  saved: (time: string) => `Draft saved ${time}`,
  notSaved: 'The draft is not saved. What you typed is still here.',
  saveAgain: 'Save again',
  leftUnsaved:
    'What you typed last could not be saved. It is kept while the app is open, and saved as soon as that works again.',
  openAgain: 'Open the report',
  drop: {
    label: 'Add evidence',
    title: 'Drop the email, screenshots or PDFs here',
    hint: 'Or paste a picture or a web address with Ctrl+V. We never open the links.',
    choose: 'Choose files…',
    choosing: 'Choosing…',
    paste: 'Paste',
    over: (count: number) =>
      count === 1 ? 'Drop to add 1 file as evidence' : `Drop to add ${count} files as evidence`,
    reading: (count: number) => (count === 1 ? 'Reading 1 file' : `Reading ${count} files`),
  },
  target: {
    label: 'Or type what is suspicious',
    hint: 'A web address, email address, phone number with country code, or IP address',
    understood: (kind: string) => `${kind}:`,
    looksLike: (kind: string) => `Looks like: ${kind.toLowerCase()}. Keep typing`,
  },
  wish: { label: 'What should happen?' },
  note: {
    label: 'Note for the analyst',
    hint: 'What did you see? Who sent it to you, and when?',
    counter: (count: number) => `${number.format(count)} of ${number.format(NOTE_LIMIT)} characters`,
    over: (count: number) => `${number.format(count - NOTE_LIMIT)} characters too many`,
  },
  client: {
    label: 'Brand or client',
    hint: 'Only if your account reports for several.',
    own: 'Our own account',
    other: 'Another one…',
    choose: 'Choose from the list',
    typeHint: 'Only if your account reports for several: the id as PhishFort shows it.',
    idLabel: 'Id of the brand or client',
    idHint: 'As PhishFort shows it. Leave it empty for your own account.',
  },
  reportedBy: {
    label: 'Reported by',
    hint: 'This email address gets PhishFort’s status emails.',
  },
  phone: {
    legend: 'About the call or message',
    receivedOn: 'Number that was called or written to',
    receivedOnHint: 'With its country code, like +44 20 7946 0001',
    date: 'Date',
    time: 'Time',
    zone: 'Time zone',
  },
  ip: {
    label: 'A harmful web address on it',
    hint: 'A full address that is served from this IP address',
  },
  check: 'Check the report',
  keep: 'Keep as draft',
  remove: 'Delete draft',
  removed: 'Draft deleted.',
  undo: 'Undo',
  next: 'Next you see exactly what will be sent',
} as const;
