import type { CaseFilter, CaseRow, CasesRequest, CasesView, CaseView, DraftFields, Service } from '../../contract';
import { draft, event } from '../make';
import { current } from '../sending';
import { targetOf } from '../targets';
import { copy, found, now, refuse, type Handlers, type World } from '../world';

const PAGE = 100;
const DAY_MS = 86_400_000;

const done = (row: CaseRow) => row.status === 'takedown_success' || row.status === 'closed';
const inFilter: Record<CaseFilter, (row: CaseRow) => boolean> = {
  all: () => true,
  needs_you: (row) => row.needs_you,
  waiting: (row) => !row.needs_you && !done(row) && row.status !== 'draft',
  done,
  drafts: (row) => row.status === 'draft',
};

function list(world: World, asked: CasesRequest): CasesView {
  const words = asked.search.toLowerCase().split(/\s+/).filter(Boolean);
  const since = asked.within_days > 0 ? Date.now() - asked.within_days * DAY_MS : 0;
  const matching = [...world.cases.values()]
    .filter((one) => Date.parse(one.row.news_at) >= since)
    .filter((one) => {
      const text = [one.row.typed, one.row.brand, one.row.number, one.note].join(' ').toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .map((one) => one.row)
    .sort((a, b) => b.news_at.localeCompare(a.news_at));
  const rows = matching.filter(inFilter[asked.filter]);
  const from = asked.after ? Number(asked.after) : 0;
  const count = (filter: CaseFilter) => matching.filter(inFilter[filter]).length;
  return {
    rows: rows.slice(from, from + PAGE),
    total: rows.length,
    next: from + PAGE < rows.length ? String(from + PAGE) : null,
    counts: {
      all: count('all'),
      needs_you: count('needs_you'),
      waiting: count('waiting'),
      done: count('done'),
      drafts: count('drafts'),
    },
    refreshed_at: world.refreshed_at,
  };
}

/** Whom the next draft of a case tells: the one that was asked for, or whoever was told before. */
function told(one: CaseView, service: Service | null): Pick<DraftFields, 'to_phishfort' | 'to_cloudflare'> {
  const whom = service === null ? one.row.sent_to : [service];
  return { to_phishfort: whom.includes('phishfort'), to_cloudflare: whom.includes('cloudflare') };
}

export function caseCommands(
  world: World,
): Pick<
  Handlers,
  | 'cases_list'
  | 'case_read'
  | 'case_refresh'
  | 'case_note'
  | 'case_report_again'
  | 'case_settle'
  | 'case_open_dashboard'
> {
  return {
    cases_list: ({ request }) => list(world, request),
    case_read: ({ case_id }) => {
      const file = world.appeals.cases.get(case_id);
      if (file) return file;
      const one = found(world.cases, case_id);
      return { ...one, open: one.open.map((open) => current(world, open)) };
    },
    case_refresh: ({ case_id }) => {
      const one = found(world.cases, case_id);
      if (world.offline) throw refuse('unreachable', 'error sending request');
      one.refreshed_at = now();
      world.refreshed_at = now();
      return one;
    },
    case_note: ({ case_id, text }) => {
      const one = found(world.cases, case_id);
      one.timeline = [event('note_added', 0, { text, service: null }), ...one.timeline];
      return one;
    },
    case_settle: ({ submission_id }) => {
      const one = [...world.cases.values()].find((its) =>
        its.standings.some((standing) => standing.submission_id === submission_id),
      );
      if (!one) throw refuse('not_found', `no ${submission_id}`);
      one.standings = one.standings.map((standing) =>
        standing.submission_id === submission_id ? { ...standing, needs_you: false, can_settle: false } : standing,
      );
      one.timeline = [event('settled', 0, { service: 'cloudflare' }), ...one.timeline];
      one.row = { ...one.row, needs_you: one.standings.some((standing) => standing.needs_you) };
      world.notify({ kind: 'cases_changed', case_id: one.row.id });
      return one;
    },
    case_report_again: ({ case_id, service }) => {
      const one = found(world.cases, case_id);
      const made = draft(
        world,
        { target: one.row.typed, note: one.note, wish: one.wish, ...told(one, service) },
        copy(one.evidence),
      );
      made.case_id = case_id;
      made.target = targetOf(one.row.typed);
      made.kind = made.target?.kind ?? null;
      world.drafts.set(made.id, made);
      return made;
    },
    case_open_dashboard: ({ case_id }) => {
      if (!found(world.cases, case_id).can_open) throw refuse('not_known_there');
      return {};
    },
  };
}
