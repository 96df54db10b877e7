// Words of one block, and of one report about our sites.

import type { AppealSentView, BlockStatus, ReviewOffer, SubmissionState, SubmissionView } from '../backend/contract';
import { formTitles } from './appeal';
import { reasonWord } from './status';

/** On a block's timeline, what happened to it. */
export const blockEvents: Record<BlockStatus, string> = {
  pending: 'About to start',
  active: 'In force',
  in_review: 'The review is open',
  cancelled: 'Cancelled: it does not start',
  removed: 'Lifted',
  other: 'The status changed',
};

/** How far a request of ours is. */
const askedStates: Record<SubmissionState, string> = {
  held: 'Not sent: the app closed first',
  queued: 'Waits in the Outbox',
  sending: 'Being sent',
  deferred: 'Waits, and goes out by itself',
  unsure: 'We don’t know yet if it arrived',
  needs_person: 'Needs you: see the Outbox',
  accepted: 'Cloudflare took it',
  rejected: 'Cloudflare did not take it',
  undone: 'You took it back; nothing was sent',
};

/** How far a request of ours is, and why. */
export function askedState({ state, reason }: SubmissionView): string {
  return reason ? `${askedStates[state]}. ${reasonWord(reason, 'cloudflare')}` : askedStates[state];
}

/** What was asked, as a title. */
export function askedTitle(appeal: AppealSentView | null): string {
  return formTitles[appeal?.form ?? 'blocks'];
}

/** What somebody else reported about us, by the name of the field. */
export const reportedWords: Record<string, string | undefined> = {
  justification: 'What they say',
  original_work: 'Their original',
  name: 'Reported by',
  email: 'Their email address',
  company: 'Their company',
  telephone: 'Their telephone',
  title: 'Their job title',
  country: 'Their country',
  submitter: 'Reported by',
  submitter_name: 'Reported by',
  submitter_email: 'Their email address',
  submitter_company: 'Their company',
  submitter_telephone: 'Their telephone',
};

/** The big next step where a review can be asked for. */
export const blockNext: Partial<Record<BlockStatus, { title: string; text: string }>> = {
  pending: {
    title: 'Ask for a review before it starts',
    text: 'Cloudflare says that asking should stop it. We check, and tell you.',
  },
  active: {
    title: 'Ask for a review',
    text: 'The block stays until Cloudflare has looked again.',
  },
};

/** Why no review can be asked for, and what happens instead. Total: a reason without words doesn't compile. */
export const blockWhyNot: Record<Exclude<ReviewOffer, 'offered'>, { title: string; text: string }> = {
  on_its_way: {
    title: 'Your request is on its way',
    text: 'It waits in the Outbox, where you can still take it back, or is being sent this moment.',
  },
  unsure: {
    title: 'We don’t know yet if Cloudflare got your request',
    text: 'We look by ourselves. The Outbox shows what we know, and what you can do.',
  },
  already_open: {
    title: 'A review is open',
    text: 'Nothing to do. We look for news, and tell you whether the block is lifted or kept.',
  },
  cancelled: { title: 'It never started', text: 'Nothing to do: Cloudflare cancelled this block.' },
  lifted: { title: 'It is lifted', text: 'Nothing to do: the block is gone.' },
  gone: {
    title: 'Cloudflare no longer shows it',
    text: 'They list lifted blocks for 30 days. What we knew last is kept here.',
  },
  unknown_status: {
    title: 'We don’t know this status',
    text: 'Cloudflare uses a word that we have not seen. Look in their dashboard whether a review can be asked for.',
  },
};

/** Beside a block that was kept after a review. */
export const keptTitle = 'Kept after a review';
export const keptText =
  'Cloudflare looked again and kept the block. If something changed since, you can ask once more.';

export const block = {
  screen: 'Block',
  crumb: 'Our sites',
  loading: 'Loading the block',
  refreshed: 'Asked Cloudflare just now.',
  ask: 'Ask for a review…',
  outbox: 'Open Outbox',
  copyTeam: 'Copy for our web team',
  facts: 'Details',
  side: 'About this block',
  did: 'What Cloudflare did',
  scope: 'Put on',
  starts: 'Starts',
  started: 'Start',
  theirWords: 'Their own words',
  kindWord: 'Kind',
  statusWord: 'Status',
  scopeWord: 'Put on',
  entity: 'Number of what it is put on',
  effective: 'Start, as it came',
  number: 'Number',
  seen: 'Seen so since',
  goneAt: 'No longer shown since',
  noTime: 'Cloudflare’s time can’t be read',
  report: 'The report behind it',
  openReport: 'Open the report',
  reported: 'What was reported',
  addresses: 'Addresses in the report',
  noAddresses: 'Cloudflare names no addresses here.',
  details: 'What it says',
  noDetails: 'Cloudflare tells nothing more of it.',
  receivedOn: (when: string) => `received ${when}`,
  asked: 'What we asked',
  notAsked: 'We have not asked for a review yet.',
  askedHead: (what: string, when: string) => `${what}, ${when}`,
  askedWhen: 'not sent yet',
  askedState: 'State',
  note: 'Our note, not sent',
  noNote: 'None',
  proof: 'Our proof, not sent',
  exactly: 'Exactly what was sent',
  exactlyWill: 'Exactly what will be sent',
  view: 'View',
  notFound: 'Nothing of it is kept for this account. Go back to Our sites.',
  timelineNotNamed: 'Their answer did not name this block',
  notNamedSub: 'We read their list again to see where it stands',
  seenFirst: 'when we first saw it',
  startsAt: (when: string) => `Starts ${when}`,
  gone: 'Cloudflare no longer shows it',
  keptAgain: 'Kept after the review: in force',
  because: { removed: 'because we removed the content', misclassified: 'because it was wrongly classified' },
  youAsked: 'You asked for a review',
  youAnswered: 'You answered the report',
  took: 'Cloudflare took the request',
  refused: 'Cloudflare did not take the request',
} as const;

export const received = {
  screen: 'Report about us',
  loading: 'Loading the report',
  number: (id: string) => `Number ${id}`,
  itsNumber: (id: string) => `number ${id}`,
  receivedOn: (when: string) => `Received ${when}`,
  receivedWord: 'received',
  received: 'Received',
  side: 'About this report',
  blocks: 'Blocks from this report',
  noBlocks: 'None that we know of.',
  moreBlocks: (n: number) => `${n} more in the list of blocks`,
  blocksFailed: 'Its blocks can’t be read.',
  copyNumber: 'Copy number',
  hostTold: 'Cloudflare told the host outside as well',
  facts: {
    word: 'Their word',
    category: 'Their category',
    readAt: 'Read',
    never: 'only from the list',
    accepted: 'Addresses they accepted',
    host: 'Host outside',
    told: 'Told as well',
    notTold: 'Not told',
  },
} as const;
