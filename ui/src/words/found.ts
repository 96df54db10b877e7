// Words for what was found in a mail: where an address stood, what speaks against it, and what the mail says of itself.

import type {
  AuthCheckView,
  FoundAddressView,
  FoundPlace,
  ReadLimit,
  ReadSource,
  SetAsideReason,
  SignView,
  UnreadReason,
  Wish,
} from '../backend/contract';

const number = new Intl.NumberFormat('en-GB');
const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** What was read, within a sentence. */
const sources: Record<ReadSource, string> = {
  mail: 'email',
  outlook_mail: 'email',
  text: 'text',
  list: 'list',
};

/** `Found in the email’s main button`, for the only thing that was read. */
const inIt: Record<FoundPlace, (it: string, main: string) => string> = {
  form: (it) => `Found in a form in the ${it}`,
  refresh: (it) => `Found where the ${it} goes by itself`,
  button: (it, main) => (main === '' ? `Found in a button in the ${it}` : `Found in the ${it}’s main button`),
  picture_link: (it) => `Found behind a picture in the ${it}`,
  link: (it, main) => (main === '' ? `Found in a link in the ${it}` : `Found in the ${it}’s main link`),
  text: (it) => (it === 'text' ? 'Found in the text' : `Found in the ${it}’s text`),
  subject: (it) => `Found in the ${it}’s subject`,
  list: (it) => `Found in the ${it}`,
};

/** `Found in a form in`, before the name of a file. */
const inFile: Record<FoundPlace, (main: string) => string> = {
  form: () => 'Found in a form in',
  refresh: () => 'Found where a page goes by itself, in',
  button: (main) => `Found in ${main === '' ? 'a' : 'the main'} button in`,
  picture_link: () => 'Found behind a picture in',
  link: (main) => `Found in ${main === '' ? 'a' : 'the main'} link in`,
  text: () => 'Found in the text of',
  subject: () => 'Found in the subject of',
  list: () => 'Found in the list',
};

/** What makes an address suspicious, as a short sentence. */
const signs: Record<SignView['code'], (text: string) => string> = {
  text_names_other: (text) => `The link’s text says ${text === '' ? 'something else' : text}`,
  has_brand: (brand) => `Uses the name ${brand}`,
  looks_like_brand: (brand) => `Looks like ${brand}`,
  punycode: () => 'Letters that look like others',
  user_in_address: () => 'The part before @ is not the site',
  ip_host: () => 'A number instead of a site’s name',
  hidden: () => 'Nobody sees it in the email',
  takes_input: () => 'What is typed into a form goes there',
};

/** Results of sender checks that have a plainer word. */
const results: Record<string, string> = {
  softfail: 'soft fail',
  none: 'nothing to check',
  temperror: 'could not be checked',
  permerror: 'could not be checked',
};

/** `DMARC: fail`. */
function checked({ method, result }: AuthCheckView): string {
  return `${method.toUpperCase()}: ${results[result.toLowerCase()] ?? result}`;
}

const asking: Record<Wish, string> = {
  takedown: 'Which address should be taken down?',
  monitor: 'Which address should be watched?',
};

export const found = {
  /** Where an address stood; a file’s name follows where there is one. */
  place: ({ place, main }: Pick<FoundAddressView, 'place' | 'main'>, source: ReadSource) =>
    inIt[place](sources[source], main ? 'main' : ''),
  placeIn: ({ place, main }: Pick<FoundAddressView, 'place' | 'main'>, attached: boolean) =>
    `${inFile[place](main ? 'main' : '')}${attached ? ' the attached file' : ''}`,
  times: (count: number) => `${number.format(count)} times`,
  behind: (names: readonly string[]) => `Behind ${list.format(names)}`,
  domainOnly: (names: readonly string[]) =>
    `Only the domain is known${names.length === 0 ? '' : `: ${names.at(-1)} hides the rest`}`,
  reads: 'The link reads',
  sign: ({ code, text }: SignView) => signs[code](text ?? ''),
  signs: 'What speaks against it',

  others: (count: number) => (count === 1 ? '1 other address' : `${number.format(count)} other addresses`),
  inEvidence: (count: number) =>
    count === 1 ? '1 address in the evidence' : `${number.format(count)} addresses in the evidence`,
  notProposed: (count: number) =>
    count === 1 ? '1 address not proposed' : `${number.format(count)} addresses not proposed`,
  listed: 'Other addresses that were found',
  setAside: 'Not proposed',
  why: {
    ours: 'One of your own sites',
    mail_provider: 'A mail provider’s own site',
    known_good: 'Known good: standards, fonts, app stores, mail programs',
    shared_host: 'A host that everybody uses, without a page on it',
    private: 'Inside a private network',
    loaded: 'Loaded by the email, never clicked: a picture or a style',
  } satisfies Record<SetAsideReason, string>,
  all: (count: number) => `Show all ${number.format(count)}`,
  more: (count: number) =>
    count === 1 ? '1 more is not listed here' : `${number.format(count)} more are not listed here`,
  instead: 'Report this one instead',
  this: 'Report this one',
  asWell: 'Add as well',
  added: 'Reported as well',
  leaveOut: 'Leave it out',
  of: (act: string, host: string) => `${act}: ${host}`,
  said: {
    chosen: (host: string) => `${host} is reported now`,
    added: (host: string) => `${host} is reported as well`,
    leftOut: (host: string) => `${host} is left out`,
  },

  question: (wish: Wish, phishfort: boolean) => (phishfort ? asking[wish] : 'Which address should be reported?'),
  questionHint: 'We found several that may be it. Nothing was opened.',
  none: {
    mail: 'We found no web address in this email.',
    other: 'We found no web address in this file.',
    several: 'We found no web address in these files.',
    from: 'It claims to come from',
    sender: 'Report the sender’s email address instead',
    type: 'Type one',
  },

  mail: {
    summary: 'What the email says',
    summaryOf: 'What this email says:',
    claim: 'Nobody checked any of this. A sender can write any name and address.',
    subject: 'Subject',
    noSubject: 'No subject',
    from: 'From',
    noFrom: 'It names no sender',
    replyTo: 'Answers go to',
    date: 'Date',
    noZone: 'as the forward tells it, perhaps in another time zone',
    hop: 'First mail server',
    hopBy: (by: string) => `taken over by ${by}`,
    hopUnnamed: 'A computer without a name',
    checks: 'Checks',
    checked,
    says: (by: string) => `says ${by}`,
    head: 'Headers',
    headWhole: 'All of it is there: the way it came can be followed',
    headLost: 'Lost: the email was forwarded inside another one',
    headPart: 'Not all of it is there',
    attached: 'It was attached to another email, whole',
  },
  cut: {
    limits: {
      depth: 'emails inside emails, deeper than 8',
      parts: 'more than 500 parts',
      text: 'more than 8 MB of text',
      addresses: 'more than 2,000 addresses',
      time: 'it took longer than 5 seconds',
      damaged: 'a part of it is damaged',
    } satisfies Record<ReadLimit, string>,
    words: (limits: readonly string[]) =>
      `Not all of it was read (${limits.join(', ')}). The file itself is kept whole.`,
  },
  unread: {
    too_big: 'It is bigger than 40 MB, so it was not read. The file itself is kept whole.',
    damaged: 'It can’t be read as an email. The file itself is kept whole.',
    too_long: 'Reading it took too long, so it was left. The file itself is kept whole.',
  } satisfies Record<UnreadReason, string>,
  lost: {
    title: 'This email was forwarded inside another one',
    text: 'Its original headers are lost that way. PhishFort asks for them, since they show where the email really came from. You can send without them.',
    how: 'How to get the original',
  },
} as const;
