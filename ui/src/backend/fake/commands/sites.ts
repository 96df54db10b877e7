import type {
  BlockRow,
  BlocksRequest,
  BlocksView,
  BlockStatus,
  ReceivedRequest,
  ReceivedRow,
  ReceivedView,
  WordCount,
} from '../../contract';
import { blockOf, receivedNow, rowNow, sitesView } from '../sites';
import { beginSync, endSync } from '../sites_sync';
import { found, type Handlers, type World } from '../world';

const PAGE = 100;
const pressing: BlockStatus[] = ['pending', 'active', 'in_review', 'cancelled', 'removed', 'other'];

/** Whether all words are somewhere in the text, defanged or not. */
function matches(search: string, text: string): boolean {
  const plain = text.replaceAll('[.]', '.').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => plain.includes(word));
}

function wordCounts(words: string[]): WordCount[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => ({ word, count })).sort((a, b) => b.count - a.count);
}

/** A page of rows, and the name of the one after it. */
function paged<Row>(rows: Row[], after: string | null): { rows: Row[]; total: number; next: string | null } {
  const from = after ? Number(after) : 0;
  const next = from + PAGE < rows.length ? String(from + PAGE) : null;
  return { rows: rows.slice(from, from + PAGE), total: rows.length, next };
}

function between(at: string | null, from: string | null, before: string | null): boolean {
  if (from === null && before === null) return true;
  return at !== null && (from === null || at >= from) && (before === null || at < before);
}

const placeOf = ({ place }: BlockRow) => place.target?.exact ?? place.entity_id;
const byText = (a: string, b: string) => a.localeCompare(b);

/** What presses most: those about to start by their time, the rest by status, newest first. */
function byClock(a: BlockRow, b: BlockRow): number {
  const rank = pressing.indexOf(a.status) - pressing.indexOf(b.status);
  if (rank !== 0) return rank;
  const times = byText(a.effective_at ?? '', b.effective_at ?? '');
  return a.status === 'pending' ? times : -times;
}

const blockOrders: Record<BlocksRequest['sort'], (a: BlockRow, b: BlockRow) => number> = {
  clock: byClock,
  place: (a, b) => byText(placeOf(a), placeOf(b)),
  kind: (a, b) => byText(a.raw_kind, b.raw_kind),
  scope: (a, b) => byText(a.place.raw_scope, b.place.raw_scope),
  status: (a, b) => pressing.indexOf(a.status) - pressing.indexOf(b.status),
  effective_date: (a, b) => byText(a.effective_at ?? '', b.effective_at ?? ''),
};

function blocks(world: World, asked: BlocksRequest): BlocksView {
  const all = world.sites.blocks.map((one) => one.row);
  const matching = all.filter(
    (row) =>
      matches(asked.search, `${placeOf(row)} ${row.block.id} ${row.block.report_id}`) &&
      (asked.raw_kind === null || row.raw_kind === asked.raw_kind) &&
      (asked.scope === null || row.place.scope === asked.scope) &&
      (asked.report_id === null || row.block.report_id === asked.report_id) &&
      between(row.effective_at, asked.starts_from, asked.starts_before),
  );
  const count = (status: BlockStatus) => matching.filter((row) => row.status === status).length;
  const turn = asked.order === 'descending' && asked.sort !== 'clock' ? -1 : 1;
  const rows = matching
    .filter((row) => asked.status === null || row.status === asked.status)
    .sort((a, b) => turn * blockOrders[asked.sort](a, b));
  const page = paged(rows, asked.after);
  return {
    ...page,
    rows: page.rows.map(rowNow),
    counts: {
      all: matching.length,
      pending: count('pending'),
      active: count('active'),
      in_review: count('in_review'),
      cancelled: count('cancelled'),
      removed: count('removed'),
      other: count('other'),
    },
    kinds: wordCounts(all.map((row) => row.raw_kind)),
  };
}

const reportOrders: Record<ReceivedRequest['sort'], (a: ReceivedRow, b: ReceivedRow) => number> = {
  received_at: (a, b) => byText(a.received_at ?? '', b.received_at ?? ''),
  id: (a, b) => byText(a.id, b.id),
  domain: (a, b) => byText(a.domain.exact, b.domain.exact),
  kind: (a, b) => byText(a.raw_type, b.raw_type),
  status: (a, b) => byText(a.raw_status, b.raw_status),
};

function reports(world: World, asked: ReceivedRequest): ReceivedView {
  const all = [...world.sites.reports.values()].map((one) => receivedNow(world, one.row));
  const has = (id: string, status: BlockStatus) =>
    world.sites.blocks.some(({ row }) => row.block.report_id === id && row.status === status);
  const turn = asked.order === 'descending' ? -1 : 1;
  const rows = all
    .filter(
      (row) =>
        matches(asked.search, `${row.domain.exact} ${row.id}`) &&
        (asked.domain === '' || row.domain.exact === `https://${asked.domain}`) &&
        (asked.raw_type === null || row.raw_type === asked.raw_type) &&
        (asked.status === null || row.status === asked.status) &&
        (asked.block_status === null || has(row.id, asked.block_status)) &&
        between(row.received_at, asked.received_from, asked.received_before),
    )
    .sort((a, b) => turn * reportOrders[asked.sort](a, b));
  return { ...paged(rows, asked.after), kinds: wordCounts(all.map((row) => row.raw_type)) };
}

export function sitesCommands(
  world: World,
): Pick<
  Handlers,
  | 'sites_state'
  | 'sites_blocks'
  | 'sites_reports'
  | 'sites_block'
  | 'sites_report'
  | 'sites_refresh'
  | 'sites_stop'
  | 'sites_calendar'
> {
  return {
    sites_state: () => sitesView(world),
    sites_blocks: ({ request }) => blocks(world, request),
    sites_reports: ({ request }) => reports(world, request),
    sites_block: ({ block }) => {
      const one = blockOf(world, block);
      return { ...one, row: rowNow(one.row), report: receivedNow(world, one.report) };
    },
    sites_report: ({ report_id }) => {
      const one = found(world.sites.reports, report_id);
      return { ...one, row: receivedNow(world, one.row), following: world.sites.following };
    },
    sites_refresh: () => {
      const { sites } = world;
      if (world.offline) sites.following = 'unreachable';
      else if (sites.following === 'not_asked' || sites.following === 'unreachable') sites.following = 'works';
      if (sites.following === 'works') beginSync(world);
      else world.notify({ kind: 'sites_changed' });
      return sitesView(world);
    },
    sites_stop: () => {
      const { sites } = world;
      if (sites.sync) sites.sync.stopping = true;
      // Where nothing moves by itself, what is on its way comes in at once.
      if (sites.sync && sites.step_ms === 0) endSync(world, true);
      return sitesView(world);
    },
    sites_calendar: () => ({ name: 'blocks-on-our-sites.ics', entries: sitesView(world).pending }),
  };
}
