import { REPORT_KINDS, type DraftFields, type DraftView, type PreviewView, type SubmissionView } from '../../contract';
import { textInto } from '../arriving';
import { checkOf, fingerprintOf, previewsOf, problemsOf } from '../checking';
import { fillsOf, splitsOf } from '../fills';
import { foundOf } from '../found';
import { caseOf, draft, event, sizeOf, submission } from '../make';
import { kindOf, targetOf } from '../targets';
import { copy, found, now, refuse, type Handlers, type World } from '../world';
import { begin, current } from '../sending';

/** Reads what is typed once more: the target, what fills itself, the reports that come of it, and what files say. */
export function understood(world: World, made: DraftView): DraftView {
  const { fields } = made;
  return Object.assign(made, {
    target: targetOf(fields.target),
    kind: kindOf(fields.target),
    size: sizeOf(made.evidence),
    fills: fillsOf(world, fields),
    ...splitsOf(fields),
    found: foundOf(world, made),
  });
}

/** What was declared stands only for what it was declared of. */
function stillDeclared(before: DraftFields, fields: DraftFields): DraftFields {
  const ground = ({ target, more_addresses, report_kind, profile_id, answers }: DraftFields) =>
    JSON.stringify([target, more_addresses, report_kind, profile_id, answers.original_work, answers.agent_name]);
  if (ground(before) === ground(fields)) return fields;
  for (const { field, group } of REPORT_KINDS.flatMap((one) => one.fields)) {
    if (group === 'statements' && before.answers[field] === fields.answers[field]) delete fields.answers[field];
  }
  return fields;
}

function submissionOf(world: World, made: DraftView, one: PreviewView): SubmissionView {
  const undo = world.preferences.undo_seconds;
  const files = one.service === 'phishfort' ? made.size.files : 0;
  return submission(world, one.target.exact, {
    case_id: made.case_id,
    draft_id: made.id,
    service: one.service,
    report_kind: one.report_kind,
    addresses: one.addresses,
    wish: made.fields.wish,
    files,
    bytes_total: one.bytes,
    due_in_ms: undo < 0 ? null : undo * 1000,
    due_at: undo < 0 ? null : new Date(Date.now() + undo * 1000).toISOString(),
    can_undo: undo !== 0,
  });
}

/** The case that a draft goes on in, or that comes of it. */
function caseFor(world: World, made: DraftView) {
  const { fields } = made;
  const row = caseOf(world, {
    about: made.target?.exact ?? fields.target,
    status: 'sending',
    minutes: 0,
    files: made.evidence,
    note: fields.note,
    wish: fields.wish,
  });
  row.row.id = made.case_id;
  row.timeline = [event('confirmed', 0), event('draft_made', 1)];
  return row;
}

function send(world: World, made: DraftView, asked: string): SubmissionView[] {
  if (asked !== fingerprintOf(made)) throw refuse('draft_changed');
  const problems = problemsOf(world, made);
  if (problems.length > 0 || !made.target) throw refuse('not_ready', '', problems);
  const sent = previewsOf(made).map((one) => submissionOf(world, made, one));
  const before = world.cases.get(made.case_id);
  const its = before && before.row.status !== 'draft' ? before : caseFor(world, made);
  its.open = [...its.open, ...sent];
  world.cases.set(made.case_id, its);
  for (const one of sent) world.submissions.set(one.id, one);
  for (const one of sent) begin(world, one.id);
  for (const one of sent) world.notify({ kind: 'outbox_changed', submission_id: one.id });
  world.notify({ kind: 'cases_changed', case_id: made.case_id });
  return sent.map((one) => current(world, one));
}

export function draftCommands(
  world: World,
): Pick<
  Handlers,
  | 'draft_create'
  | 'draft_take_text'
  | 'draft_open'
  | 'draft_save'
  | 'draft_check'
  | 'draft_send'
  | 'draft_delete'
  | 'draft_restore'
> {
  return {
    draft_create: ({ target }) => {
      const made = understood(world, draft(world, { target: target ?? '' }));
      world.drafts.set(made.id, made);
      return made;
    },
    draft_take_text: ({ draft_id, text }) => {
      if (text.trim() === '') throw refuse('bad_request');
      const made = draft_id === null ? draft(world) : found(world.drafts, draft_id);
      const taken = textInto(world, made, text);
      return { draft: understood(world, made), ...taken };
    },
    draft_open: ({ draft_id }) => {
      world.open_draft = draft_id;
      const made = draft_id === null ? undefined : world.drafts.get(draft_id);
      return made ? understood(world, made) : null;
    },
    draft_save: ({ draft_id, fields }) => {
      const made = found(world.drafts, draft_id);
      Object.assign(made, { fields: stillDeclared(made.fields, copy(fields)), saved_at: now() });
      return understood(world, made);
    },
    draft_check: ({ draft_id }) => checkOf(world, understood(world, found(world.drafts, draft_id))),
    draft_send: ({ draft_id, fingerprint }) => send(world, found(world.drafts, draft_id), fingerprint),
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
