import type { FiledReportView, FiledRequest, FiledRow, FiledStatus, FiledView } from '../../contract';
import { now, refuse, type Handlers, type World } from '../world';

const PAGE = 100;

function list(world: World, asked: FiledRequest): FiledView {
  const words = asked.search.toLowerCase().split(/\s+/).filter(Boolean);
  const matching = world.filed
    .map((one) => one.row)
    .filter((row) => {
      const text = `${row.domain} ${row.domain.replaceAll('[.]', '.')} ${row.id} ${row.raw_type}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
  const count = (status: FiledStatus) => matching.filter((row) => row.status === status).length;
  const rows = matching.filter((row: FiledRow) => asked.status === null || row.status === asked.status);
  const from = asked.after ? Number(asked.after) : 0;
  return {
    rows: rows.slice(from, from + PAGE),
    total: rows.length,
    next: from + PAGE < rows.length ? String(from + PAGE) : null,
    counts: {
      all: matching.length,
      submitted: count('submitted'),
      accepted: count('accepted'),
      denied: count('denied'),
    },
    refreshed_at: world.filed_refreshed_at,
    following: world.following,
    said: null,
  };
}

export function filedCommands(world: World): Pick<Handlers, 'filed_list' | 'filed_refresh' | 'filed_read'> {
  return {
    filed_list: ({ request }) => list(world, request),
    filed_refresh: () => {
      if (world.offline) world.following = 'unreachable';
      if (world.following === 'works') world.filed_refreshed_at = now();
      world.notify({ kind: 'filed_changed' });
      return list(world, { search: '', status: null, after: null });
    },
    filed_read: ({ report_id }): FiledReportView => {
      const one = world.filed.find((report) => report.row.id === report_id);
      if (!one) throw refuse('not_found', `no ${report_id}`);
      return { ...one, following: world.following };
    },
  };
}
