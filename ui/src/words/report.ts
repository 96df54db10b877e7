// Words of the report form.

import type { FillSource, SplitView, Wish } from '../backend/contract';

/** Longest note in characters. */
export const NOTE_LIMIT = 2000;

const number = new Intl.NumberFormat('en-GB');

/** What should happen, as a choice. */
export const wishWords: Record<Wish, { title: string; hint: string; to: string }> = {
  takedown: { title: 'Take it down', hint: 'It is harmful now', to: 'PhishFort' },
  monitor: { title: 'Watch it', hint: 'Suspicious, not harmful yet', to: 'PhishFort' },
};

const reportsOf = (count: number) => (count === 1 ? '1 report' : `${number.format(count)} reports`);
const addressesOf = (count: number) => (count === 1 ? '1 address' : `${number.format(count)} addresses`);

/** Most hosts that are named in the line about the splits. */
const NAMED = 6;

/** `2 reports: bad[.]example (3 addresses), other[.]example (1)`. */
export function splitLine(splits: readonly SplitView[]): string {
  const named = splits
    .slice(0, NAMED)
    .map(
      ({ hostname, addresses }, at) => `${hostname} (${at === 0 ? addressesOf(addresses) : number.format(addresses)})`,
    );
  const more = splits.length > NAMED ? `, and ${number.format(splits.length - NAMED)} more` : '';
  return `${reportsOf(splits.length)}: ${named.join(', ')}${more}`;
}

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
    hint: 'We read it here and never open the links. Ctrl+V takes a picture, an address, a list or a text.',
    saveFirst: 'If your mail program hands over nothing, save the email as a file first (.eml or .msg).',
    choose: 'Choose files…',
    choosing: 'Choosing…',
    paste: 'Paste',
    over: (count: number) =>
      count === 1 ? 'Drop to add 1 file as evidence' : `Drop to add ${count} files as evidence`,
    reading: (count: number) => (count === 1 ? 'Reading 1 file' : `Reading ${count} files`),
  },
  several: 'Several addresses in your files may be it. Type one, or',
  severalAct: 'choose one of them',
  target: {
    label: 'Or type what is suspicious',
    hint: 'A web address, email address, phone number with country code, or IP address',
    understood: (kind: string) => `${kind}:`,
    looksLike: (kind: string) => `Looks like: ${kind.toLowerCase()}. Keep typing`,
  },
  wish: { label: 'What should happen?' },
  who: {
    label: 'Who should hear it?',
    phishfort: { title: 'PhishFort', hint: 'Takes it down or watches it. Gets your files' },
    cloudflare: { title: 'Cloudflare', hint: 'Only if the site is on Cloudflare. Takes words, no files' },
    find: 'How to find out whether it is on Cloudflare',
  },
  kind: { label: 'What is wrong with it?', help: 'Help me choose' },
  forWhom: { phishfort: 'For PhishFort', cloudflare: 'For Cloudflare' },
  more: {
    label: 'More addresses',
    hint: 'Of the same thing, one a line. Addresses on several sites become a report for each site.',
    repeated: (count: number) =>
      count === 1
        ? '1 address was given twice; it is sent once'
        : `${number.format(count)} addresses were given more than once; each is sent once`,
    moved: (count: number) =>
      count === 1
        ? '1 more address stands under More addresses'
        : `${number.format(count)} more addresses stand under More addresses`,
  },
  filing: {
    passedOn: 'May be passed on and published, for instance in the Lumen Database',
    senderPassedOn:
      'Cloudflare warns that it may pass these on and have them published, for instance in the Lumen Database.',
    network: 'Network details',
    more: 'More that helps Cloudflare see it',
    told: 'Who is told',
    toldHint: 'What Cloudflare is asked to pass on, and to whom',
    named: {
      title: 'Your name is passed on',
      text: 'Reports of this kind never go out without a name: the host and the owner of the site can see who you are and how to reach you.',
    },
    notGiven: 'I’d rather not say',
    sender: 'Who sends it',
    profile: 'Profile',
    ownProfile: 'My own name and email address',
    sentAs: 'Sent as',
    change: 'Change',
    changeSender: 'Change who sends it',
    fillAgain: {
      profile: 'Take it from your profile again',
      note: 'Take it from your note again',
      suggested: 'Take our sentence again',
      safest: 'Take the careful choice again',
    } satisfies Record<FillSource, string>,
    statements: 'What you declare',
    warning:
      'These are legal statements, and they are yours. Read each one, and tick it only if it is true: a false one can have consequences for you and your company.',
    dmcaWarning:
      'These are legal statements, and they are yours. Read each one, and tick it only if it is true: a false one can cost damages, and a false declaration under penalty of perjury is a crime.',
    signatureHint: (name: string) =>
      `${name === '' ? 'Exactly as your name above.' : `Exactly as above: ${name}.`} It is never filled in for you. With it you say that the report is true, and accept Cloudflare’s rules for abuse reports.`,
  },
  filesOff: {
    ncsei:
      'No pictures here. Reports of this kind go without files, and none are kept: the addresses and your words are enough.',
    children:
      'No pictures here, and no copies anywhere: having or sending them can be a crime, also for those who report it. The addresses and a few words are enough.',
    hotline:
      'Tell the police as well, or your country’s hotline for child abuse material. If a child is in danger now, call the emergency number.',
    kept: (count: number) =>
      count === 1
        ? '1 file was added before. It doesn’t belong into a report of this kind:'
        : `${number.format(count)} files were added before. They don’t belong into a report of this kind:`,
    remove: 'Remove',
  },
  note: {
    label: 'Note for the analyst',
    hint: 'What did you see? Who sent it to you, and when?',
    hintBoth:
      'What did you see? Cloudflare gets it too and may pass it on, so name nobody. You can write something else there.',
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
