// Words of asking Cloudflare for a review, and of answering a whole report. No surer than what Cloudflare itself says.

import type {
  AppealField,
  AppealForm,
  AppealProblem,
  AppealProblemCode,
  AppealReason,
  AppealSentView,
} from '../backend/contract';

const number = new Intl.NumberFormat('en-GB');
const blocks = (n: number) => (n === 1 ? '1 block' : `${number.format(n)} blocks`);

/** The one question: the answer, and when it is the right one. */
export const appealReasons: Record<AppealReason, { word: string; hint: string }> = {
  removed: { word: 'We removed the content', hint: 'What was reported is gone from this address.' },
  misclassified: { word: 'This was wrongly classified', hint: 'It is still there, and it was never abuse.' },
};

/** In the order of the dialog. */
export const reasonOrder: readonly AppealReason[] = ['removed', 'misclassified'];

/** What is asked in each form, as a title. */
export const formTitles: Record<AppealForm, string> = {
  blocks: 'Review',
  content_removed: 'We removed the content',
  counter_notice: 'Counter-notice',
};

/** Below an address in the Outbox: "Cloudflare, review of 3 blocks". */
export function appealAs({ form, blocks: asked }: AppealSentView): string {
  if (form === 'blocks') return `Cloudflare, review of ${blocks(asked.length)}`;
  return form === 'counter_notice' ? 'Cloudflare, counter-notice' : 'Cloudflare, “we removed the content”';
}

/** A field, and what to do while it is empty. */
export const appealFields: Record<AppealField, { label: string; hint?: string; ask: string }> = {
  reasons: { label: 'Why should it be lifted?', ask: 'Choose why it should be lifted' },
  note: { label: 'Private note', ask: 'Write a note' },
  full_name: { label: 'Full name', ask: 'Enter your full name' },
  company: { label: 'Company (optional)', ask: 'Enter your company' },
  street_address: { label: 'Street and number', ask: 'Enter your street and number' },
  city: { label: 'City', ask: 'Enter your city' },
  state: { label: 'State or region', ask: 'Enter your state or region' },
  country: { label: 'Country', ask: 'Enter your country' },
  zip_code: { label: 'Postal code', ask: 'Enter your postal code' },
  phone_number: {
    label: 'Phone number',
    hint: 'With its country code, like +44 20 7946 0000',
    ask: 'Enter your phone number',
  },
  email: { label: 'Email address', ask: 'Enter your email address' },
  urls: {
    label: 'Addresses that you want back',
    hint: 'One a line, all on the same site',
    ask: 'Enter the addresses that you want back',
  },
  counter_notice_response: {
    label: 'Your answer (optional)',
    hint: 'Why the report is wrong, in your own words. It is sent.',
    ask: 'Write your answer',
  },
  perjury_attestation: {
    label: 'I make this counter-notice under penalty of perjury.',
    hint: 'Perjury attestation: Cloudflare’s field “perjury_attestation”.',
    ask: 'Read the statement about perjury, and tick it if it is true',
  },
  jurisdiction_consent: {
    label: 'I consent to the jurisdiction of a court over this counter-notice.',
    hint: 'Consent to jurisdiction: Cloudflare’s field “jurisdiction_consent”.',
    ask: 'Read the statement about jurisdiction, and tick it if you agree',
  },
  signature: {
    label: 'Signature',
    hint: 'Type your full name. It counts as your signature.',
    ask: 'Type your full name as the signature',
  },
};

const said = (p: AppealProblem, otherwise: string) => p.text ?? otherwise;
const count = (n: number | null, otherwise: number) => number.format(n ?? otherwise);

/** What stands in the way, and what to do. `place` names the block. Total: a code without words doesn't compile. */
const problems: Record<AppealProblemCode, (p: AppealProblem, place: string | null) => string> = {
  reason_missing: (_p, place) => (place ? `Choose why ${place} should be lifted` : 'Choose why it should be lifted'),
  not_offered: (_p, place) => `No review of ${place ?? 'this block'} can be asked for now. Leave it out`,
  no_blocks: () => 'No block is left. Put one back, or press Cancel',
  not_eligible: () => 'Cloudflare says that this report can’t be answered as a whole. Ask for a review of its blocks',
  appeal_open: () => 'An answer to this report is open at Cloudflare already. Wait until it is decided',
  note_too_long: (p) => `Shorten the note to ${count(p.limit, 5000)} characters. It has ${count(p.count, 0)}`,
  missing: (p) => (p.field ? appealFields[p.field].ask : 'Fill in what is missing'),
  email_unreadable: () => 'Enter the email address in full, like jo@acme.example',
  url_unreadable: (p) =>
    `Enter full web addresses, like https://example.com/page. This is none: ${said(p, 'one line')}`,
  several_hosts: (p) => `These addresses are on ${count(p.count, 2)} different sites. A report covers one site`,
  url_twice: (p) => `This address is listed twice: ${said(p, 'one of them')}`,
  too_many_urls: (p) => `You can list up to ${count(p.limit, 250)} addresses. This list has ${count(p.count, 251)}`,
  not_ticked: (p) => (p.field ? appealFields[p.field].ask : 'Read the statements, and tick them if they are true'),
  key_missing: () => 'There is no Cloudflare API token. Add it in Settings, Connections',
  account_missing: () => 'No Cloudflare account is chosen. Choose it in Settings, Connections',
};

/** One problem as a sentence that says what to do. */
export function sayAppeal(problem: AppealProblem, place: string | null): string {
  return problems[problem.code](problem, place);
}

/** What is to be expected, by how many of the blocks are about to start and how many are in force. */
export function expectations(pending: number, active: number): string[] {
  const stops = (it: string) => `Cloudflare says that asking should stop ${it}. We check, and tell you.`;
  const stays = (it: string, has: string) => `${it} until Cloudflare has looked again.${has}`;
  if (pending > 0 && active > 0) {
    const first =
      pending === 1 ? 'The one that has not started' : `The ${number.format(pending)} that have not started`;
    const rest = active === 1 ? 'The one in force' : `The ${number.format(active)} in force`;
    return [
      `${first}: ${stops(pending === 1 ? 'it' : 'them')}`,
      stays(`${rest}: ${active === 1 ? 'it stays' : 'they stay'}`, ''),
    ];
  }
  if (pending > 0) return [stops(pending === 1 ? 'it' : 'them')];
  return [stays(active > 1 ? 'The blocks stay' : 'The block stays', '')];
}

export const appeal = {
  title: (n: number) =>
    n === 1 ? 'Ask Cloudflare to review this block' : `Ask Cloudflare to review these ${number.format(n)} blocks`,
  screen: 'Ask for a review',
  loading: 'Opening the request',
  failed: 'The request can’t be opened.',
  starts: 'starts',
  startsIn: (left: string) => `in ${left}`,
  anyMoment: 'any moment',
  why: (n: number) => (n === 1 ? 'Why should it be lifted?' : 'Why should they be lifted?'),
  each: 'Answer for each block',
  together: 'One answer for all',
  eachWhy: 'Why should it be lifted?',
  out: 'Leave out',
  putBack: 'Put back',
  isOut: 'Left out: nothing is asked about it',
  nothing: (n: number) =>
    n === 1 ? 'There is nothing to send for this block.' : 'There is nothing to send for these.',
  expect: 'What happens next.',
  note: 'Private note',
  noteGone: 'Is it really gone, and who confirmed it?',
  noteHint: 'For your own records. It is not sent.',
  proof: {
    heading: 'Your own proof',
    hint: 'A screenshot or the ticket. Cloudflare takes no files, they stay here.',
    drop: 'Drop files here, or',
    over: (n: number) =>
      n === 1 ? 'Drop to keep this file as proof' : `Drop to keep ${number.format(n)} files as proof`,
    reading: (n: number) => (n === 1 ? 'Reading the file…' : `Reading ${number.format(n)} files…`),
    pick: 'Choose files…',
    paste: 'Paste',
    adding: 'Adding…',
    remove: 'Remove',
    view: 'View',
    none: 'No proof was kept.',
  },
  exactly: {
    summary: 'Exactly what is sent',
    loading: 'Putting it together…',
    notYet: 'It can be shown once nothing is missing:',
    to: 'Sent to',
    content: 'Content',
    about: (place: string) => `About ${place}`,
  },
  saved: 'Saved on this computer',
  notSaved: 'Not saved yet. We keep trying',
  changed: 'Something changed since you looked. This is how it stands now: check it once more.',
  act: 'Ask for a review',
  actSeveral: (n: number) => `Ask for ${number.format(n)} reviews`,
  acting: 'Checking…',
  discard: 'Discard',
  discarded: 'Thrown away. Nothing was sent.',
  confirm: {
    title: 'Ask now?',
    text: 'It leaves your computer at once and can’t be undone.',
    back: 'Back',
    act: 'Ask now',
    send: 'Send now',
  },
  whole: {
    heading: 'Answer the whole report',
    lead: 'Cloudflare takes an answer to a whole report only where it is about copied work (DMCA).',
    choose: {
      content_removed: { word: 'We removed the content…', hint: 'Says so about the whole report.' },
      counter_notice: { word: 'File a counter-notice…', hint: 'A legal statement that the content may stay.' },
    },
    asking: 'Asking Cloudflare whether it can be answered…',
    left: (used: number, max: number) =>
      max === 0
        ? ''
        : `Cloudflare takes up to ${number.format(max)} answers to a report. ` +
          (used === 0
            ? 'None was given so far.'
            : `${number.format(used)} ${used === 1 ? 'was' : 'were'} given so far.`),
    cannot: 'Cloudflare says that this report can’t be answered as a whole.',
    open: 'Cloudflare has an open answer to this report already. There is nothing to send.',
    used: (max: number) => `All ${number.format(max)} answers that Cloudflare takes were given.`,
    unknown: 'Cloudflare did not say whether this report can be answered. You can try all the same.',
    blocksInstead: 'You can still ask for a review of each of its blocks.',
  },
  removed: {
    title: 'Say that the content is gone?',
    body: 'This is sent as a statement about the whole report: everything that it names is removed.',
    act: 'Say that it is gone',
  },
  notice: {
    title: 'File a counter-notice',
    step: (n: number) => `Step ${n} of 2`,
    steps: ['Who you are and what you answer', 'Statements and signature'] as const,
    warning:
      'This is a legal statement. It may be passed on, with your name and address, to whoever reported you. Let a lawyer read it before you send it.',
    filled: 'Filled in from your profile where we could. Check each line: it is part of the statement.',
    who: 'Who you are',
    what: 'What you answer',
    statements: 'Read each statement, and tick it only if it is true. We never tick them for you.',
    unsure:
      'Cloudflare names these two statements and does not spell them out. What they mean for you, a lawyer can tell.',
    next: 'Go on',
    back: 'Back',
    act: 'File the counter-notice',
  },
  toast: {
    asking: (n: number) => (n === 1 ? 'Asking for a review of' : `Asking for a review of ${number.format(n)} blocks`),
    whole: { content_removed: 'Saying that the content is gone:', counter_notice: 'Filing the counter-notice about' },
    undone: 'Not sent. Your request is back in front of you.',
    tooLate: 'This was already on its way and can’t be taken back. We follow it, and tell you.',
    undonePart: 'Taken back. What had left already is followed with its block.',
    took: (n: number) =>
      n === 1
        ? 'Cloudflare took the request for a review. We follow the block until it is lifted or kept.'
        : `Cloudflare took the requests for reviews. We follow all ${number.format(n)} blocks until each is lifted or kept.`,
    tookWhole: 'Cloudflare took your answer to the report.',
    openBlock: 'Open block',
    openReport: 'Open report',
    openSites: 'Open Our sites',
  },
  outbox: {
    heading: 'We don’t know yet if Cloudflare got this request',
    againHint: {
      blocks: 'Harmless: a review that is open stays one',
      content_removed: 'May count as a second answer',
      counter_notice: 'May count as a second answer',
    } satisfies Record<AppealForm, string>,
    again: {
      blocks:
        'The first one may have arrived. Cloudflare says that asking again while a review is open changes nothing: it stays one review.',
      content_removed:
        'The first one may have arrived. A second answer may count against how many Cloudflare takes for a report.',
      counter_notice:
        'The first one may have arrived. A second counter-notice may count against how many Cloudflare takes for a report.',
    } satisfies Record<AppealForm, string>,
    safe: 'Your request and its proof are safe here.',
    nextText: 'It goes out at once, as it was. It can’t be taken back.',
    letter: (place: string, report_id: string, when: string | null) =>
      `Hello,\n\nwe asked for a review of your block on ${place} through your API${when ? ` on ${when}` : ''} and got no ` +
      `answer. Your report has the number ${report_id}. Did our request arrive?\n\nThank you.`,
  },
} as const;
