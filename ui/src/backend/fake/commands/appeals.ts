import type { AppealProofView, AppealView, SubmissionView } from '../../contract';
import {
  appealView,
  blocksOf,
  draftOf,
  problemsOf,
  reportsOf,
  requestOf,
  tell,
  wholeDraftOf,
  type AppealDraft,
} from '../appeals';
import { caseOf, evidence, submission } from '../make';
import { begin, current } from '../sending';
import { found, minutesAgo, now, refuse, type Handlers, type World } from '../world';

/** What was checked, in a name: it changes with everything that is typed. */
const fingerprintOf = ({ fields }: AppealDraft) => `f-${JSON.stringify(fields).length}-${JSON.stringify(fields)}`;

function frozen(world: World, draft: AppealDraft, report_id: string): SubmissionView {
  const { fields, draft_id, case_id, proof } = draft;
  const preview = requestOf(world, draft, report_id);
  const blocks = fields.reasons.filter(({ block }) => block.report_id === report_id);
  const seconds = world.preferences.undo_seconds;
  const made = submission(world, 'acme.example', {
    case_id,
    draft_id,
    service: 'cloudflare',
    appeal: { form: fields.form, report_id, blocks },
    target: preview.target,
    addresses: preview.addresses,
    due_in_ms: seconds < 0 ? null : seconds * 1000,
    due_at: seconds < 0 ? null : minutesAgo(-seconds / 60),
    files: 0,
    bytes_total: preview.bytes,
    can_undo: seconds !== 0,
  });
  world.submissions.set(made.id, made);
  const file =
    world.appeals.cases.get(case_id) ?? caseOf(world, { about: 'acme.example', status: 'sending', minutes: 0 });
  file.sent = [{ submission: made, preview, files: [], message: null }, ...file.sent];
  world.appeals.cases.set(case_id, file);
  const asked = { submission: made, note: fields.note, proof, preview };
  if (fields.form === 'blocks') {
    for (const block of blocksOf(world, made)) {
      block.row = { ...block.row, review: 'on_its_way', asked_at: now() };
      block.asked = [asked, ...block.asked];
    }
  } else {
    const report = found(world.sites.reports, report_id);
    report.asked = [asked, ...report.asked];
  }
  tell(world, made, 'confirmed');
  return made;
}

function send(world: World, draft: AppealDraft, fingerprint: string): SubmissionView[] {
  if (draft.sent) throw refuse('too_late');
  if (fingerprint !== fingerprintOf(draft)) throw refuse('draft_changed');
  if (problemsOf(world, draft).length > 0) throw refuse('not_ready');
  draft.sent = true;
  const made = reportsOf(draft).map((report_id) => frozen(world, draft, report_id));
  for (const { id } of made) {
    begin(world, id);
    world.notify({ kind: 'outbox_changed', submission_id: id });
  }
  world.notify({ kind: 'sites_changed' });
  return made.map((one) => current(world, one));
}

export function appealCommands(
  world: World,
): Pick<
  Handlers,
  | 'appeal_begin'
  | 'appeal_begin_report'
  | 'appeal_open'
  | 'appeal_save'
  | 'appeal_proof_pick'
  | 'appeal_proof_paste'
  | 'appeal_proof_remove'
  | 'appeal_check'
  | 'appeal_send'
  | 'appeal_discard'
> {
  const of = (draft_id: string) => found(world.appeals.drafts, draft_id);
  const view = (draft: AppealDraft): AppealView => appealView(world, draft);
  const added = (draft_id: string, name: string): AppealProofView => {
    const file = { ...evidence(world, name), send: false, sent_name: null };
    const draft = of(draft_id);
    draft.proof = [...draft.proof, file];
    return { appeal: view(draft), added: [file.id], refused: [] };
  };
  return {
    appeal_begin: ({ blocks }) => view(draftOf(world, blocks)),
    appeal_begin_report: ({ report_id, form }) =>
      view(wholeDraftOf(world, found(world.sites.reports, report_id), form)),
    appeal_open: ({ draft_id }) => {
      world.open_draft = draft_id;
      return draft_id === null ? null : view(of(draft_id));
    },
    appeal_save: ({ draft_id, fields }) => {
      const draft = of(draft_id);
      draft.fields = fields;
      return view(draft);
    },
    appeal_proof_pick: ({ draft_id }) => added(draft_id, 'page-is-gone.png'),
    appeal_proof_paste: ({ draft_id }) => added(draft_id, 'Pasted image 10-42.png'),
    appeal_proof_remove: ({ draft_id, evidence_id }) => {
      const draft = of(draft_id);
      draft.proof = draft.proof.filter((file) => file.id !== evidence_id);
      return view(draft);
    },
    appeal_check: ({ draft_id }) => {
      const draft = of(draft_id);
      const problems = problemsOf(world, draft);
      const previews = problems.length > 0 ? [] : reportsOf(draft).map((id) => requestOf(world, draft, id));
      return { problems, previews, fingerprint: fingerprintOf(draft) };
    },
    appeal_send: ({ draft_id, fingerprint }) => send(world, of(draft_id), fingerprint),
    appeal_discard: ({ draft_id }) => {
      world.appeals.drafts.delete(draft_id);
      return {};
    },
  };
}
