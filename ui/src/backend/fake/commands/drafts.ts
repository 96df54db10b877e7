import type { CheckView, DraftView, Problem, ProblemCode } from '../../contract';
import { caseOf, draft, event, preview, sizeOf, submission } from '../make';
import { kindOf, targetOf } from '../targets';
import { copy, found, now, refuse, type Handlers, type World } from '../world';
import { begin } from '../sending';

const problem = (code: ProblemCode, field: Problem['field'], more: Partial<Problem> = {}): Problem => ({
  code,
  field,
  evidence_id: null,
  case_id: null,
  count: null,
  limit: null,
  text: null,
  ...more,
});

/** What stands in the way: the few rules that the screens must be able to show. */
function problemsOf(world: World, made: DraftView): Problem[] {
  const { fields } = made;
  const out: Problem[] = [];
  if (!fields.target.trim()) out.push(problem('target_missing', 'target'));
  else if (!made.target) out.push(problem('target_unreadable', 'target', { text: fields.target }));
  const own = world.preferences.own_sites.find((site) => made.target?.exact.includes(`//${site}`));
  if (own) out.push(problem('own_domain', 'target', { text: own }));
  if (made.kind === 'phone') {
    if (!fields.phone_received_on) out.push(problem('phone_received_on_missing', 'phone_received_on'));
    if (!fields.phone_date) out.push(problem('phone_date_missing', 'phone_date'));
    if (!fields.phone_time) out.push(problem('phone_time_missing', 'phone_time'));
    if (!fields.phone_zone) out.push(problem('phone_zone_missing', 'phone_zone'));
  }
  if (made.kind === 'ipv4' && !fields.ip_address_on_it) out.push(problem('ip_address_missing', 'ip_address_on_it'));
  if (fields.note.length > 2000) {
    out.push(problem('note_too_long', 'note', { count: fields.note.length, limit: 2000 }));
  }
  if (made.size.bytes >= made.size.bytes_limit) {
    out.push(problem('too_big', 'evidence', { count: made.size.bytes, limit: made.size.bytes_limit }));
  }
  if (made.size.files > made.size.files_max) {
    out.push(problem('too_many_files', 'evidence', { count: made.size.files, limit: made.size.files_max }));
  }
  for (const file of made.evidence) {
    if (file.send && file.problem) {
      out.push(problem('file_not_taken', 'evidence', { evidence_id: file.id, text: file.name }));
    }
  }
  if (world.connection.health === 'no_key') out.push(problem('key_missing', 'key'));
  return out;
}

function adviceOf(world: World, made: DraftView): Problem[] {
  const out: Problem[] = [];
  if (!made.fields.reported_by) out.push(problem('no_reporter', 'reported_by'));
  if (!made.evidence.some((file) => file.has_picture)) out.push(problem('no_picture', 'evidence'));
  if (!made.fields.note) out.push(problem('no_note', 'note'));
  const before = [...world.cases.values()].find(
    (one) => one.row.id !== made.case_id && one.row.number && one.row.target?.exact === made.target?.exact,
  );
  if (before) out.push(problem('reported_before', 'target', { case_id: before.row.id, text: before.row.number }));
  return out;
}

function checkOf(world: World, made: DraftView): CheckView {
  return {
    draft: made,
    problems: problemsOf(world, made),
    advice: adviceOf(world, made),
    preview: made.target ? preview(made.target, made.fields.note, made.evidence) : null,
    fingerprint: fingerprint(made),
    undo_seconds: world.preferences.undo_seconds,
  };
}

function fingerprint(made: DraftView): string {
  return JSON.stringify([made.fields, made.evidence.map((file) => [file.id, file.name, file.send])]);
}

function send(world: World, made: DraftView, asked: string) {
  if (asked !== fingerprint(made)) throw refuse('draft_changed');
  const problems = problemsOf(world, made);
  if (problems.length > 0 || !made.target) throw refuse('not_ready', '', problems);
  const undo = world.preferences.undo_seconds;
  const sent = submission(world, made.target.exact, {
    case_id: made.case_id,
    draft_id: made.id,
    wish: made.fields.wish,
    files: made.size.files,
    bytes_total: made.size.bytes,
    due_in_ms: undo < 0 ? null : undo * 1000,
    due_at: undo < 0 ? null : new Date(Date.now() + undo * 1000).toISOString(),
    can_undo: undo !== 0,
  });
  const row = caseOf(world, {
    about: made.target.exact,
    status: 'sending',
    minutes: 0,
    files: made.evidence,
    note: made.fields.note,
    wish: made.fields.wish,
  });
  row.row.id = made.case_id;
  row.timeline = [event('confirmed', 0), event('draft_made', 1)];
  row.open = [sent];
  world.cases.set(made.case_id, row);
  world.submissions.set(sent.id, sent);
  begin(world, sent.id);
  world.notify({ kind: 'outbox_changed', submission_id: sent.id });
  world.notify({ kind: 'cases_changed', case_id: made.case_id });
  return sent;
}

export function draftCommands(
  world: World,
): Pick<
  Handlers,
  'draft_create' | 'draft_open' | 'draft_save' | 'draft_check' | 'draft_send' | 'draft_delete' | 'draft_restore'
> {
  return {
    draft_create: ({ target }) => {
      const made = draft(world, { target: target ?? '' });
      made.target = targetOf(made.fields.target);
      made.kind = kindOf(made.fields.target);
      world.drafts.set(made.id, made);
      return made;
    },
    draft_open: ({ draft_id }) => {
      world.open_draft = draft_id;
      return draft_id === null ? null : (world.drafts.get(draft_id) ?? null);
    },
    draft_save: ({ draft_id, fields }) => {
      const made = found(world.drafts, draft_id);
      Object.assign(made, { fields: copy(fields), saved_at: now() });
      made.target = targetOf(fields.target);
      made.kind = kindOf(fields.target);
      made.size = sizeOf(made.evidence);
      return made;
    },
    draft_check: ({ draft_id }) => checkOf(world, found(world.drafts, draft_id)),
    draft_send: ({ draft_id, fingerprint: asked }) => send(world, found(world.drafts, draft_id), asked),
    draft_delete: ({ draft_id }) => {
      const made = found(world.drafts, draft_id);
      world.drafts.delete(draft_id);
      world.deleted.set(draft_id, made);
      world.cases.delete(made.case_id);
      world.notify({ kind: 'cases_changed', case_id: null });
      return {};
    },
    draft_restore: ({ draft_id }) => {
      const made = found(world.deleted, draft_id);
      world.deleted.delete(draft_id);
      world.drafts.set(draft_id, made);
      world.notify({ kind: 'cases_changed', case_id: null });
      return made;
    },
  };
}
