// Words of what the account filed at Cloudflare.

import type { FiledStatus, Following } from '../backend/contract';
import type { IconName } from '../kit/icons';
import type { Tone } from '../kit/Status.svelte';

const number = new Intl.NumberFormat('en');

/** All but `other`, whose word is the service's own. Nothing here waits for the person: our cases do that. */
export const filedStatus: Record<FiledStatus, { word: string; icon: IconName; tone: Tone }> = {
  submitted: { word: 'No decision yet', icon: 'waiting', tone: 'plain' },
  accepted: { word: 'Accepted', icon: 'done', tone: 'ok' },
  denied: { word: 'Refused', icon: 'refused', tone: 'bad' },
  other: { word: 'Unknown', icon: 'info', tone: 'plain' },
};

/** The filters, in their order. */
export const filedFilters: ReadonlyArray<
  readonly [FiledStatus | null, 'all' | 'submitted' | 'accepted' | 'denied', string]
> = [
  [null, 'all', 'All'],
  ['submitted', 'submitted', 'No decision yet'],
  ['accepted', 'accepted', 'Accepted'],
  ['denied', 'denied', 'Refused'],
];

/** Why what was filed can't be followed: what is so, and what to do. */
export interface FollowingWords {
  title: string;
  next: string;
  /** Where it is mended, if it can be. */
  act: 'connections' | 'refresh' | null;
  /** Whether something is wrong that the person can mend. */
  wrong: boolean;
}

const stillSent = 'Your reports are still sent.';

/** None where it works. */
export const following: Record<Following, FollowingWords | null> = {
  works: null,
  not_asked: {
    title: 'Cloudflare was not asked yet.',
    next: 'Press Refresh to read what your account filed there.',
    act: 'refresh',
    wrong: false,
  },
  no_key: {
    title: 'There is no Cloudflare API token.',
    next: 'With one, everything that your account filed there is listed here. Add it in Settings, Connections.',
    act: 'connections',
    wrong: true,
  },
  no_account: {
    title: 'No Cloudflare account is chosen.',
    next: 'Choose it in Settings, Connections; then its reports are listed here.',
    act: 'connections',
    wrong: true,
  },
  key_refused: {
    title: 'Cloudflare refused the API token.',
    next: 'It may have ended or been taken back. Put a new one in Settings, Connections. What is listed is what we knew last.',
    act: 'connections',
    wrong: true,
  },
  not_permitted: {
    title: 'The API token may not read reports.',
    next:
      `${stillSent} To follow them here, ask whoever made the API token for the permission “Trust and Safety Read”. ` +
      'Until then Cloudflare writes to you by email.',
    act: 'connections',
    wrong: true,
  },
  no_such_list: {
    title: 'Cloudflare keeps no such list for this account.',
    next: `${stillSent} Cloudflare writes to you by email instead: to the address that the report names.`,
    act: null,
    wrong: false,
  },
  unreachable: {
    title: 'Cloudflare can’t be reached.',
    next: 'What is listed is what we knew last. Check the network, then press Refresh.',
    act: 'refresh',
    wrong: true,
  },
  slow_down: {
    title: 'Cloudflare asks us to slow down.',
    next: 'What is listed is what we knew last. We ask again in a few minutes.',
    act: null,
    wrong: false,
  },
  failed: {
    title: 'Cloudflare’s answer can’t be used.',
    next: 'What is listed is what we knew last. Try again in a few minutes.',
    act: 'refresh',
    wrong: true,
  },
};

export const filed = {
  screen: 'Filed at Cloudflare',
  intro: 'Every report of your account, also those filed in their dashboard or by others.',
  crumb: 'Cases',
  link: 'Filed at Cloudflare',
  updated: 'Updated',
  search: 'Search domains, numbers, categories',
  searchHint: 'Search domains, numbers…',
  filters: 'Which reports',
  table: 'Reports table',
  domain: 'Domain',
  category: 'Category',
  filedAt: 'Filed',
  status: 'Status',
  ours: 'Our case',
  openCase: 'Open case',
  elsewhere: 'Filed elsewhere',
  isOurs: 'our case',
  others: 'filed elsewhere',
  noTime: 'Unknown',
  loading: 'Loading the reports',
  failed: 'The reports can’t be read.',
  stale: (when: string) => `Couldn’t refresh. Showing what we had at ${when}.`,
  range: (shown: number, total: number) =>
    total === 0 ? 'No reports' : `1–${number.format(shown)} of ${number.format(total)}`,
  more: (rest: number) => `Show ${Math.min(100, rest)} more`,
  said: 'What Cloudflare said',
  connections: 'Open Connections',
  empty: {
    heading: 'Nothing filed yet',
    text: 'Reports that your account files at Cloudflare appear here, with what became of them.',
  },
  nothing: {
    heading: (search: string) => `No reports match “${search}”`,
    filtered: 'No reports here',
    text: 'Other words or another filter may find it.',
    clear: 'Show all reports',
  },
  one: {
    screen: 'Filed report',
    crumb: 'Filed at Cloudflare',
    loading: 'Loading the report',
    number: (id: string) => `Number ${id}`,
    filedOn: (when: string) => `Filed ${when}`,
    refreshed: 'Asked Cloudflare just now.',
    addresses: 'Addresses in it',
    noAddresses: 'Cloudflare names no addresses here.',
    details: 'What it says',
    noDetails: 'Cloudflare tells nothing more of it.',
    emails: 'Emails from Cloudflare',
    noEmails: 'None that Cloudflare lists.',
    emailTo: (recipient: string) => `to ${recipient}`,
    noSubject: 'No subject',
    side: 'About this report',
    state: 'What happens now',
    whatHelps: 'What helps now',
    next: {
      submitted: 'Nothing to do. Cloudflare has not decided yet; they write to whoever filed it.',
      accepted: 'Cloudflare accepted it. They pass it on or act on it; what they did stands in their emails.',
      other: 'Cloudflare has a word for this that we don’t know. It is shown as it came.',
    },
    inCase: 'What helps is offered in its case.',
    startReport: 'Start a report about it',
    facts: {
      word: 'Their word',
      category: 'Their category',
      reason: 'Their reason',
      readAt: 'Read',
      never: 'only from the list',
    },
    notNow: 'Can’t be read just now. This is what we had.',
  },
} as const;
