// Our sites as the fake knows them: what was reported about them, and what Cloudflare did. All addresses are made up.

import type {
  BlockKind,
  BlockRef,
  BlockRow,
  BlockScope,
  BlockStatus,
  BlockView,
  Following,
  ReceivedReportView,
  ReceivedRow,
  ReceivedStatus,
  ReportKind,
  ReviewOffer,
  SitesView,
  SyncView,
} from '../contract';
import { event } from './make';
import { target } from './targets';
import { minutesAgo, refuse, type World } from './world';

/** Everything that the fake keeps of our sites. */
export interface SitesWorld {
  /** By number. The counts of the rows follow from the blocks. */
  reports: Map<string, ReceivedReportView>;
  blocks: BlockView[];
  following: Following;
  said: string | null;
  refreshed_at: string | null;
  sync: SyncView | null;
  unfinished: boolean;
  waits_until: string | null;
  /** Milliseconds between the steps of a refresh; 0 lets it stand where it is. */
  step_ms: number;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** Nothing known, and nothing in the way of asking. */
export function noSites(): SitesWorld {
  return {
    reports: new Map(),
    blocks: [],
    following: 'works',
    said: null,
    refreshed_at: minutesAgo(2),
    sync: null,
    unfinished: false,
    waits_until: null,
    step_ms: 40,
    timer: undefined,
  };
}

const HOUR = 60;
const DAY = 24 * HOUR;

interface BlockSeed {
  on: string;
  kind: BlockKind | string;
  status: BlockStatus | string;
  /** Minutes ago that it started; below zero, until it starts. */
  minutes: number;
  scope?: BlockScope;
  one_of?: number;
  more?: Partial<BlockRow>;
}

interface ReportSeed {
  domain: string;
  type: string;
  kind: ReportKind | null;
  minutes: number;
  status?: ReceivedStatus | string;
  said?: string;
  blocks: BlockSeed[];
}

const kinds: readonly string[] = [
  'account_suspend',
  'copyright_interstitial',
  'geo_block',
  'legal_block',
  'malware_interstitial',
  'misleading_interstitial',
  'network_block',
  'phishing_interstitial',
  'playfairite_enforce',
  'rate_limit_cache',
  'redirect_video_stream',
  'registrar_freeze',
  'stream_block_account',
];
const statuses: readonly string[] = ['pending', 'active', 'in_review', 'cancelled', 'removed'];

const offers: Record<string, ReviewOffer> = {
  pending: 'offered',
  active: 'offered',
  in_review: 'already_open',
  cancelled: 'cancelled',
  removed: 'lifted',
};

function blockRow(report_id: string, seed: BlockSeed, n: number, dmca: boolean): BlockRow {
  const status = (statuses.includes(seed.status) ? seed.status : 'other') as BlockStatus;
  return {
    block: { report_id, id: `m-${report_id}-${n}` },
    place: {
      target: target(seed.on),
      one_of: seed.one_of ?? 0,
      scope: seed.scope ?? 'url_pattern',
      raw_scope: seed.scope ?? 'url_pattern',
      entity_id: seed.on,
    },
    kind: (kinds.includes(seed.kind) ? seed.kind : 'other') as BlockKind,
    raw_kind: seed.kind,
    status,
    raw_status: seed.status,
    effective_at: minutesAgo(seed.minutes),
    raw_effective: minutesAgo(seed.minutes),
    starts_in_ms: null,
    since: minutesAgo(Math.max(seed.minutes, 30)),
    gone_at: null,
    review: offers[status] ?? 'unknown_status',
    asked_at: null,
    kept: false,
    dmca,
    ...seed.more,
  };
}

/** Adds a report about us with its blocks. */
export function addReported(world: World, seed: ReportSeed): ReceivedReportView {
  const { sites } = world;
  const id = `b7c1d20e4a${String(sites.reports.size).padStart(6, '0')}`;
  const dmca = seed.type === 'DMCA';
  const status = seed.status ?? 'accepted';
  const domain = target(seed.domain);
  const row: ReceivedRow = {
    id,
    received_at: minutesAgo(seed.minutes),
    domain: { ...domain, before: domain.before.replace('hxxps://', '') },
    report_kind: seed.kind,
    raw_type: seed.type,
    status: (['accepted', 'in_review'].includes(status) ? status : 'other') as ReceivedStatus,
    raw_status: status,
    addresses: Math.max(1, ...seed.blocks.map((one) => one.one_of ?? 0)),
    accepted_addresses: 1,
    pending: 0,
    active: 0,
    in_review: 0,
    blocks: seed.blocks.length,
    host_notified: seed.minutes > DAY,
    dmca,
  };
  const said = seed.said ?? 'The page copies a sign-in page and asks visitors for their password.';
  const report: ReceivedReportView = {
    row,
    addresses: seed.blocks.slice(0, 1).map((one) => target(one.on)),
    details: [
      { field: 'justification', name: 'justification', value: said },
      { field: 'name', name: 'submitter_name', value: 'Robin Example' },
    ],
    emails: [
      {
        sent_at: minutesAgo(seed.minutes - 5),
        recipient: 'jo@acme.example',
        subject: `Abuse report ${id}: ${seed.domain}`,
        body: `Hello,\n\nwe received a report about hxxps://${seed.domain.replaceAll('.', '[.]')}.\n\nTrust & Safety`,
      },
    ],
    eligibility: dmca
      ? { appealable: true, has_open_appeal: false, has_appealable_blocks: true, appeal_count: 0, max_appeals: 2 }
      : null,
    timeline: [],
    asked: [],
    read_at: minutesAgo(2),
    following: 'works',
    said: null,
  };
  sites.reports.set(id, report);
  seed.blocks.forEach((one, n) => {
    const block = blockRow(id, one, n, dmca);
    const { report: _report, ...parts } = { report, row: block };
    sites.blocks.push({
      ...parts,
      report: row,
      addresses: report.addresses,
      details: report.details,
      timeline: [
        event('block_seen', Math.max(one.minutes, 30), {
          service: 'cloudflare',
          raw_status: one.status,
          block: block.status,
        }),
      ],
      asked: [],
    });
  });
  return report;
}

/** A report of every sort, and blocks of every state. */
export function addSites(world: World): void {
  const phishing = { type: 'PHISH', kind: 'phishing' } as const;
  addReported(world, {
    ...phishing,
    domain: 'old.acme.example',
    type: 'GEN',
    kind: 'general',
    minutes: 2 * DAY,
    said: 'A court of Utopia has ordered that this shop be closed.\nThe order is attached.',
    blocks: [
      { on: 'old.acme.example', kind: 'legal_block', status: 'pending', scope: 'zone', minutes: -(21 * HOUR + 28) },
    ],
  });
  addReported(world, {
    ...phishing,
    domain: 'shop.acme.example',
    minutes: 3 * DAY,
    blocks: [
      { on: 'shop.acme.example/sale', kind: 'phishing_interstitial', status: 'active', minutes: 2 * DAY },
      {
        on: 'shop.acme.example',
        kind: 'malware_interstitial',
        status: 'active',
        minutes: 5 * DAY,
        one_of: 12,
        more: { kept: true },
      },
    ],
  });
  addReported(world, {
    ...phishing,
    domain: 'blog.acme.example',
    minutes: 4 * DAY,
    status: 'in_review',
    blocks: [
      {
        on: 'blog.acme.example/post/9',
        kind: 'misleading_interstitial',
        status: 'in_review',
        minutes: 3 * DAY,
        more: { asked_at: minutesAgo(2 * HOUR) },
      },
    ],
  });
  addReported(world, {
    domain: 'img.acme.example',
    type: 'DMCA',
    kind: 'dmca',
    minutes: 6 * DAY,
    said: 'Our photograph is used on this page without a licence.',
    blocks: [{ on: 'img.acme.example/p/77', kind: 'copyright_interstitial', status: 'active', minutes: 4 * DAY }],
  });
  addReported(world, {
    domain: 'cdn.acme.example',
    type: 'TM',
    kind: 'trademark',
    minutes: 9 * DAY,
    blocks: [
      { on: 'cdn.acme.example/v/31', kind: 'redirect_video_stream', status: 'cancelled', minutes: 3 * DAY },
      { on: 'cdn.acme.example', kind: 'dns_sinkhole', status: 'paused', scope: 'account', minutes: 8 * DAY },
    ],
  });
  addReported(world, {
    ...phishing,
    domain: 'acme.example',
    type: 'NETWORK',
    kind: null,
    minutes: 20 * DAY,
    status: 'triaged',
    blocks: [
      { on: 'acme.example/promo', kind: 'phishing_interstitial', status: 'removed', minutes: 5 * DAY },
      {
        on: 'acme.example/forum',
        kind: 'geo_block',
        status: 'active',
        minutes: 18 * DAY,
        more: { gone_at: minutesAgo(DAY), review: 'gone' },
      },
      {
        on: 'acme.example/api',
        kind: 'rate_limit_cache',
        status: 'pending',
        scope: 'custom_expression',
        minutes: -(3 * DAY + 4 * HOUR),
        more: { review: 'on_its_way', asked_at: minutesAgo(0) },
      },
    ],
  });
}

/** So many more blocks in force, each on an address of its own. */
export function addManyBlocks(world: World, count: number): void {
  const blocks = Array.from({ length: count }, (_, n) => ({
    on: `shop${n}.acme.example/p/${n}`,
    kind: 'phishing_interstitial',
    status: 'active',
    minutes: 10 * DAY + n,
  }));
  addReported(world, { domain: 'many.acme.example', type: 'PHISH', kind: 'phishing', minutes: 11 * DAY, blocks });
}

/** A row as it stands at this moment. */
export function rowNow(row: BlockRow): BlockRow {
  const at = row.status === 'pending' && row.effective_at ? Date.parse(row.effective_at) : null;
  return { ...row, starts_in_ms: at === null ? null : Math.max(0, at - Date.now()) };
}

/** A report with the counts of its blocks. */
export function receivedNow(world: World, row: ReceivedRow): ReceivedRow {
  const mine = world.sites.blocks.map((one) => one.row).filter((one) => one.block.report_id === row.id);
  const count = (status: BlockStatus) => mine.filter((one) => one.status === status && one.gone_at === null).length;
  return {
    ...row,
    pending: count('pending'),
    active: count('active'),
    in_review: count('in_review'),
    blocks: mine.length,
  };
}

/** The block of this name, or `not_found`. */
export function blockOf(world: World, { report_id, id }: BlockRef): BlockView {
  const found = world.sites.blocks.find(({ row: { block } }) => block.report_id === report_id && block.id === id);
  if (!found) throw refuse('not_found', `no block ${id}`);
  return found;
}

/** How our sites stand. */
export function sitesView(world: World): SitesView {
  const { blocks, reports, following, said, refreshed_at, sync, unfinished, waits_until } = world.sites;
  const count = (is: (row: BlockRow) => boolean) => blocks.filter((one) => is(one.row)).length;
  return {
    blocks: blocks.length,
    reports: reports.size,
    offered: count((row) => row.review === 'offered'),
    pending: count((row) => row.status === 'pending' && row.gone_at === null),
    following,
    said,
    refreshed_at,
    sync,
    unfinished,
    waits_until,
    reminders: world.preferences.reminders,
    reminders_failing: world.remindersFailing,
  };
}
