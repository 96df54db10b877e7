// Words of our sites: what Cloudflare did to them, how far that is, and what can be asked.

import type {
  BlockKind,
  BlockScope,
  BlockStatus,
  Following,
  ReceivedStatus,
  ReportKind,
  ReviewOffer,
} from '../backend/contract';
import type { IconName } from '../kit/icons';
import type { Tone } from '../kit/Status.svelte';
import type { FollowingWords } from './filed';

const number = new Intl.NumberFormat('en');

/** All but `other`, whose word is the service's own. */
export const blockKinds: Record<BlockKind, string> = {
  phishing_interstitial: 'Warning page (phishing)',
  malware_interstitial: 'Warning page (malware)',
  misleading_interstitial: 'Warning page (misleading)',
  copyright_interstitial: 'Warning page (copyright)',
  legal_block: 'Blocked for legal reasons',
  network_block: 'Blocked on the network',
  geo_block: 'Blocked in some countries',
  rate_limit_cache: 'Slowed down',
  redirect_video_stream: 'Video redirected',
  stream_block_account: 'Video blocked',
  account_suspend: 'Account suspended',
  user_suspend: 'User suspended',
  registrar_freeze: 'Domain frozen',
  registrar_parking: 'Domain parked',
  r2_takedown_object: 'Stored file blocked',
  r2_takedown_bucket: 'Stored bucket blocked',
  r2_takedown_account: 'All stored files blocked',
  workers_takedown_by_zone_id: 'Program on this domain stopped',
  playfairite_enforce: 'Other block',
  zone_fint: 'Other block',
  other: 'Other block',
};

/** What Cloudflare did: where we have no word of our own, theirs stands beside it. */
export function kindWord(kind: BlockKind, raw: string): string {
  const word = blockKinds[kind];
  return word === blockKinds.other && raw ? `${word} (${raw})` : word;
}

/** The same for a word of theirs alone, as in a filter. */
export function kindWordOf(raw: string): string {
  return kindWord(raw in blockKinds ? (raw as BlockKind) : 'other', raw);
}

/** How a status is shown. Pills only for what waits on the person and for what is in force. */
export interface BlockStatusWords {
  word: string;
  icon: IconName;
  tone: Tone;
}

/** All but `other`, whose word is the service's own; a block that is about to start says when instead. */
export const blockStatus: Record<BlockStatus, BlockStatusWords> = {
  pending: { word: 'About to start', icon: 'waiting', tone: 'you' },
  active: { word: 'In force', icon: 'in_force', tone: 'no' },
  in_review: { word: 'Review requested', icon: 'in_review', tone: 'go' },
  cancelled: { word: 'Cancelled', icon: 'cancelled', tone: 'plain' },
  removed: { word: 'Lifted', icon: 'lifted', tone: 'ok' },
  other: { word: 'Unknown', icon: 'info', tone: 'plain' },
};

/** A status with the service's own word where ours is missing. */
export function blockStatusWord(status: BlockStatus, raw: string): string {
  return status === 'other' && raw ? raw : blockStatus[status].word;
}

/** The statuses in the order of what presses most. */
export const blockStatuses: readonly BlockStatus[] = [
  'pending',
  'active',
  'in_review',
  'cancelled',
  'removed',
  'other',
];

/** What a block is put on; `other` is shown as it came. */
export const blockScopes: Record<BlockScope, string> = {
  url_pattern: 'This address',
  zone: 'This whole domain',
  account: 'The whole account',
  custom_expression: 'A rule',
  other: 'Something else',
};

/** What a block is put on, with the service's own word where ours is missing. */
export function scopeWord(scope: BlockScope, raw: string): string {
  return scope === 'other' && raw ? raw : blockScopes[scope];
}

/** Why no review can be asked for, short, where the button would be; none where it can. */
export const whyNoReview: Record<ReviewOffer, string | null> = {
  offered: null,
  on_its_way: 'Our request is in the Outbox',
  unsure: 'We don’t know yet if our request arrived',
  already_open: 'A review is open',
  cancelled: 'It never started',
  lifted: 'Lifted',
  gone: 'Nothing to ask about',
  unknown_status: 'We don’t know this status',
};

/** How far a report about us is; `other` is shown as it came. */
export const receivedStatus: Record<ReceivedStatus, { word: string; icon: IconName; tone: Tone }> = {
  accepted: { word: 'Accepted', icon: 'check', tone: 'plain' },
  in_review: { word: 'Being reviewed', icon: 'waiting', tone: 'plain' },
  other: { word: 'Unknown', icon: 'info', tone: 'plain' },
};

/** What others reported us for: it is their trademark and their work, so the words of our own reports don't fit. */
export const receivedKinds: Record<ReportKind, string> = {
  phishing: 'Phishing or malware',
  trademark: 'Misused trademark',
  dmca: 'Copied work (DMCA)',
  threat: 'Threats or harassment',
  ncsei: 'Intimate images',
  children: 'Child sexual abuse material',
  registrar_whois: 'Domain-owner details',
  general: 'Something else',
};

/** Cloudflare's words for the category of a report, as far as they are known. */
const categories: Record<string, ReportKind> = {
  PHISH: 'phishing',
  TM: 'trademark',
  DMCA: 'dmca',
  THREAT: 'threat',
  NCSEI: 'ncsei',
  REG_WHO: 'registrar_whois',
  GEN: 'general',
};

/** What a report about us is about, with the service's own word where ours is missing. */
export function categoryWord(raw: string, kind: ReportKind | null = null): string {
  const known = kind ?? categories[raw];
  return known ? receivedKinds[known] : raw;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "21 h 28 min", "3 days 4 h", "less than a minute". Never more than is left. */
export function span(ms: number): string {
  if (ms < MINUTE) return 'less than a minute';
  const minutes = Math.floor(ms / MINUTE);
  if (ms < HOUR) return `${minutes} min`;
  const hours = Math.floor(ms / HOUR);
  if (ms < 2 * DAY) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  const days = Math.floor(ms / DAY);
  return hours % 24 === 0 ? `${days} days` : `${days} days ${hours % 24} h`;
}

/** The same, no finer than a glance needs: "21 h", "3 days". */
export function spanShort(ms: number): string {
  if (ms < HOUR) return span(ms);
  return ms < 2 * DAY ? `${Math.floor(ms / HOUR)} h` : `${Math.floor(ms / DAY)} days`;
}

const before = 'What is listed is what we knew last.';

/** Why our sites can't be followed, and what to do about it; none where they can. */
export const sitesFollowing: Record<Following, FollowingWords | null> = {
  works: null,
  not_asked: {
    title: 'Cloudflare was not asked yet.',
    next: 'Press Refresh to read what was reported about your sites, and what Cloudflare did.',
    act: 'refresh',
    wrong: false,
  },
  no_key: {
    title: 'There is no Cloudflare API token.',
    next: 'With one, blocks on your sites are listed here before they start. Add it in Settings, Connections.',
    act: 'connections',
    wrong: true,
  },
  no_account: {
    title: 'No Cloudflare account is chosen.',
    next: 'Choose it in Settings, Connections; then what happens to its sites is listed here.',
    act: 'connections',
    wrong: true,
  },
  key_refused: {
    title: 'Cloudflare refused the API token.',
    next: `It may have ended or been taken back. Put a new one in Settings, Connections. ${before}`,
    act: 'connections',
    wrong: true,
  },
  not_permitted: {
    title: 'The API token may not read reports about your sites.',
    next: 'Ask whoever made the API token for the permission “Trust and Safety Read”. Until then Cloudflare tells you by email.',
    act: 'connections',
    wrong: true,
  },
  no_such_list: {
    title: 'Cloudflare keeps no such list for this account.',
    next: 'What happens to your sites stands in Cloudflare’s dashboard and in their emails.',
    act: null,
    wrong: false,
  },
  unreachable: {
    title: 'Cloudflare can’t be reached.',
    next: `${before} Check the network, then press Refresh.`,
    act: 'refresh',
    wrong: true,
  },
  slow_down: {
    title: 'Cloudflare asks us to slow down.',
    next: `${before} We ask again in a few minutes.`,
    act: null,
    wrong: false,
  },
  failed: {
    title: 'Cloudflare’s answer can’t be used.',
    next: `${before} Try again in a few minutes.`,
    act: 'refresh',
    wrong: true,
  },
};

const blocks = (n: number) => (n === 1 ? '1 block' : `${number.format(n)} blocks`);
const range = (shown: number, total: number, none: string) =>
  total === 0 ? none : `1–${number.format(shown)} of ${number.format(total)}`;

export const sites = {
  screen: 'Our sites',
  updated: 'Updated',
  views: 'What to show',
  blocks: 'Blocks',
  reports: 'Reports about us',
  counted: (n: number) => number.format(n),
  search: 'Search our addresses, domains and numbers',
  searchHint: 'Search our addresses…',
  status: 'Status',
  anyStatus: 'Any status',
  kind: 'Kind',
  anyKind: 'Any kind',
  scope: 'Put on',
  anyScope: 'Anything',
  category: 'Category',
  anyCategory: 'Any category',
  blockStatus: 'Has a block that is',
  anyBlockStatus: 'Any or none',
  domain: 'Domain, exactly',
  domainHint: 'Like shop.acme.example',
  startsFrom: 'Starts or started from',
  startsTo: 'Up to and including',
  receivedFrom: 'Received from',
  receivedTo: 'Up to and including',
  order: 'Order',
  descending: 'Latest first, or Z to A',
  withCount: (word: string, n: number) => `${word} (${number.format(n)})`,
  more: (n: number) => (n === 0 ? 'More filters' : `More filters (${n})`),
  moreRegion: 'More filters',
  clearFilters: 'Clear filters',
  table: { blocks: 'Blocks table', reports: 'Reports table' },
  columns: {
    tick: 'Tick',
    address: 'Address',
    what: 'What Cloudflare did',
    status: 'Status',
    action: 'Review',
    domain: 'Domain',
    category: 'Category',
    blocks: 'Blocks',
    received: 'Received',
  },
  loading: { blocks: 'Loading blocks', reports: 'Loading reports about us' },
  failed: 'What Cloudflare did to your sites can’t be read.',
  stale: (when: string) => `Couldn’t refresh. Showing what we had at ${when}.`,
  range: {
    blocks: (shown: number, total: number) => range(shown, total, 'No blocks'),
    reports: (shown: number, total: number) => range(shown, total, 'No reports'),
  },
  showMore: (rest: number) => `Show ${Math.min(100, rest)} more`,
  foot: 'Cloudflare shows lifted blocks for 30 days. We keep them here after that.',
  said: 'What Cloudflare said',
  askAgain: (when: string) => `${before} We can ask again at ${when}.`,
  connections: 'Open Connections',
  ask: 'Ask for a review…',
  askSeveral: (n: number) => `Ask for a review of ${blocks(n)}…`,
  tick: (address: string) => `Tick ${address}`,
  tickAll: 'Tick all that a review can be asked for',
  ticked: (n: number) => `${blocks(n)} ticked`,
  tickedBar: 'Ticked blocks',
  untick: 'Untick all',
  copy: 'Copy for our web team',
  copied: (n: number) => `Copied for your web team: ${blocks(n)}, with the addresses and what was reported.`,
  oneOf: (n: number) => `one of ${number.format(n)} addresses of its report`,
  someAddress: 'One address',
  noPlace: 'An address that Cloudflare does not name',
  dmca: 'DMCA',
  since: 'since',
  asked: 'asked',
  seen: 'seen',
  kept: 'reviewed and kept,',
  wasLast: (word: string) => `last seen: ${word}`,
  gone: 'No longer shown by Cloudflare',
  noTime: 'time unknown',
  startsIn: (left: string) => `Starts in ${left}`,
  startsOn: (day: string) => `Starts ${day}`,
  startsNow: 'Starts any moment',
  sync: {
    region: 'Refresh of our sites',
    reports: (read: number, total: number) =>
      total === 0 ? 'Reading reports' : `Reading reports ${number.format(read)} of ${number.format(total)}`,
    lists: (read: number, total: number) => `blocks of ${number.format(read)} of ${number.format(total)} reports`,
    stop: 'Stop',
    stopping: 'Stopping…',
    stopped: 'Stopped before the end. What was read is kept.',
    goOn: 'Go on',
    waits: (when: string) => `Cloudflare asks us to slow down. We can ask again at ${when}.`,
    waiting: (when: string) => `waiting until ${when}, since Cloudflare asks us to slow down`,
    began: 'Reading our sites from Cloudflare.',
    half: 'Half of it is read.',
    ended: 'Our sites are up to date.',
  },
  clock: {
    region: 'About to start',
    lead: (n: number) => (n === 1 ? '1 block is about to start.' : `${number.format(n)} blocks are about to start.`),
    next: 'Next:',
    in: (left: string) => `in ${left}.`,
    now: 'any moment.',
    save: 'Save to calendar…',
    saved: (name: string, entries: number) =>
      `Saved ${name} with ${entries === 1 ? '1 entry' : `${number.format(entries)} entries`}. Open it to put them into your calendar.`,
    on: 'Reminders come a day and an hour before, but only while this app runs.',
    failing: 'This desktop doesn’t take our reminders at the moment. We keep trying; a calendar is safer.',
    off: 'Reminders are off.',
    turnOn: 'Turn them on in Settings',
  },
  nothing: {
    blocks: (search: string) => `No blocks match “${search}”`,
    reports: (search: string) => `No reports match “${search}”`,
    blocksFiltered: 'No blocks here',
    reportsFiltered: 'No reports here',
    text: 'Other words or another filter may find it.',
    clearBlocks: 'Show all blocks',
    clearReports: 'Show all reports',
  },
  empty: {
    reading: 'Reading what Cloudflare has about your sites',
    readingText: 'The first time takes a while. What is read appears here at once.',
    unread: 'Not all of it is read yet',
    unreadText: 'Press Refresh to go on. What was read already is kept.',
    blocks: 'No blocks on your sites',
    blocksText: 'Good news: Cloudflare has put no block, warning or limit on them. If that changes, it stands here.',
    reports: 'Nobody reported your sites',
    reportsText: 'Good news: Cloudflare has no reports about them. If one comes in, it stands here.',
  },
  counts: {
    none: 'None',
    pending: (n: number) => `${number.format(n)} about to start`,
    active: (n: number) => `${number.format(n)} in force`,
    in_review: (n: number) => `${number.format(n)} in review`,
    others: (n: number) => (n === 1 ? '1 other' : `${number.format(n)} others`),
    blocks,
  },
  addresses: (n: number, accepted: number) =>
    `${n === 1 ? '1 address' : `${number.format(n)} addresses`}, ${number.format(accepted)} accepted`,
  noReceived: 'Unknown',
} as const;

/** Words of the switch for reminders, in Settings. */
export const reminders = {
  legend: 'Reminders',
  label: 'Remind me of blocks on our sites that are about to start',
  hint: 'On the desktop, a day and an hour before. Only while this app runs; a calendar reminds you in any case: press “Save to calendar…” in Our sites.',
} as const;
