// Appeals as the fake knows them: what is being written, what was asked, and what Cloudflare made of it.

import type {
  AppealFields,
  AppealForm,
  AppealProblem,
  AppealView,
  BlockRef,
  BlockStatus,
  BlockView,
  CaseView,
  EventView,
  EvidenceView,
  PracticeSiteStep,
  PreviewView,
  ReceivedReportView,
  SubmissionView,
} from '../contract';
import { event } from './make';
import { blockOf, receivedNow, rowNow } from './sites';
import { newId, now, refuse, type World } from './world';

/** One that is being written, or was sent and can come back. */
export interface AppealDraft {
  draft_id: string;
  case_id: string;
  fields: AppealFields;
  proof: EvidenceView[];
  sent: boolean;
}

/** Everything that the fake keeps of appeals. */
export interface AppealsWorld {
  drafts: Map<string, AppealDraft>;
  /** The file of each appeal. No list of cases shows them. */
  cases: Map<string, CaseView>;
  /** What goes wrong with the next one. */
  armed: PracticeSiteStep | null;
}

/** Nothing asked yet. */
export function noAppeals(): AppealsWorld {
  return { drafts: new Map(), cases: new Map(), armed: null };
}

const blankNotice: AppealFields['notice'] = {
  full_name: '',
  company: '',
  street_address: '',
  city: '',
  state: '',
  country: '',
  zip_code: '',
  phone_number: '',
  email: '',
  urls: '',
  counter_notice_response: '',
  perjury_attestation: false,
  jurisdiction_consent: false,
  signature: '',
};

const sameBlocks = (a: readonly BlockRef[], b: readonly BlockRef[]) => {
  const names = (all: readonly BlockRef[]) => all.map((one) => `${one.report_id} ${one.id}`).sort();
  return names(a).join() === names(b).join();
};

function keep(world: World, fields: AppealFields): AppealDraft {
  const made = { draft_id: newId(world, 'appeal'), case_id: newId(world, 'file'), fields, proof: [], sent: false };
  world.appeals.drafts.set(made.draft_id, made);
  return made;
}

/** The open draft about these blocks, or a new one. */
export function draftOf(world: World, blocks: BlockRef[]): AppealDraft {
  const open = [...world.appeals.drafts.values()].find(
    ({ sent, fields }) => !sent && fields.form === 'blocks' && sameBlocks(fields.begun, blocks),
  );
  const reasons = blocks.map((block) => ({ block, reason: null }));
  return (
    open ?? keep(world, { form: 'blocks', reasons, begun: blocks, report_id: '', note: '', notice: { ...blankNotice } })
  );
}

/** The open draft about a whole report, or a new one with the sender filled in. */
export function wholeDraftOf(world: World, report: ReceivedReportView, form: AppealForm): AppealDraft {
  const report_id = report.row.id;
  const open = [...world.appeals.drafts.values()].find(
    ({ sent, fields }) => !sent && fields.form === form && fields.report_id === report_id,
  );
  if (open) return open;
  const { name, email } = world.preferences;
  const urls = report.addresses.map((one) => one.exact).join('\n');
  const notice = { ...blankNotice, full_name: name, email, urls };
  return keep(world, { form, reasons: [], begun: [], report_id, note: '', notice });
}

/** It, with its blocks as they stand now. */
export function appealView(world: World, draft: AppealDraft): AppealView {
  const { draft_id, case_id, fields, proof } = draft;
  const report = world.sites.reports.get(fields.report_id);
  return {
    draft_id,
    case_id,
    fields,
    blocks: fields.begun.map((block) => rowNow(blockOf(world, block).row)),
    report: report ? receivedNow(world, report.row) : null,
    eligibility: world.sites.following === 'works' ? (report?.eligibility ?? null) : null,
    following: world.sites.following,
    said: null,
    proof,
    saved_at: now(),
  };
}

const problem = (code: AppealProblem['code'], more: Partial<AppealProblem> = {}): AppealProblem => ({
  code,
  field: null,
  block: null,
  text: null,
  count: null,
  limit: null,
  ...more,
});

const needed = [
  'full_name',
  'street_address',
  'city',
  'state',
  'country',
  'zip_code',
  'phone_number',
  'email',
  'urls',
] as const;

function noticeProblems({ notice }: AppealFields): AppealProblem[] {
  const found = needed.filter((field) => notice[field].trim() === '').map((field) => problem('missing', { field }));
  if (!found.some((one) => one.field === 'email') && !notice.email.includes('@')) {
    found.push(problem('email_unreadable', { field: 'email' }));
  }
  for (const field of ['perjury_attestation', 'jurisdiction_consent'] as const) {
    if (!notice[field]) found.push(problem('not_ticked', { field }));
  }
  if (notice.signature.trim() === '') found.push(problem('missing', { field: 'signature' }));
  return found;
}

/** What stands in the way of sending it. */
export function problemsOf(world: World, { fields }: AppealDraft): AppealProblem[] {
  if (fields.form !== 'blocks') {
    const eligibility = world.sites.reports.get(fields.report_id)?.eligibility;
    const closed = eligibility?.has_open_appeal
      ? [problem('appeal_open')]
      : eligibility?.appealable === false
        ? [problem('not_eligible')]
        : [];
    return [...closed, ...(fields.form === 'counter_notice' ? noticeProblems(fields) : [])];
  }
  if (fields.reasons.length === 0) return [problem('no_blocks', { field: 'reasons' })];
  return fields.reasons.flatMap(({ block, reason }) => {
    if (blockOf(world, block).row.review !== 'offered') return [problem('not_offered', { field: 'reasons', block })];
    return reason === null ? [problem('reason_missing', { field: 'reasons', block })] : [];
  });
}

/** The reports that it is about. */
export function reportsOf({ fields }: AppealDraft): string[] {
  if (fields.form !== 'blocks') return [fields.report_id];
  return [...new Set(fields.reasons.map(({ block }) => block.report_id))];
}

/** The request about one of its reports. */
export function requestOf(world: World, { fields }: AppealDraft, report_id: string): PreviewView {
  const report = world.sites.reports.get(report_id);
  if (!report) throw refuse('not_found', `no ${report_id}`);
  const mine = fields.reasons.filter(({ block }) => block.report_id === report_id);
  const body =
    fields.form === 'blocks'
      ? { appeals: mine.map(({ block, reason }) => ({ id: block.id, reason })) }
      : fields.form === 'content_removed'
        ? { type: 'content_removed' }
        : { type: 'counter_notice', data: { ...fields.notice, urls: fields.notice.urls.split('\n') } };
  const text = JSON.stringify(body, null, 2);
  const part = (name: string, value: string) => ({ name, value, media_type: null, size_bytes: null });
  const account = '0123456789abcdef0123456789abcdef';
  const first = mine[0] && blockOf(world, mine[0].block).row.place.target;
  return {
    service: 'cloudflare',
    report_kind: null,
    target: first ?? report.row.domain,
    addresses: Math.max(1, mine.length),
    method: 'POST',
    url: `https://api.cloudflare.com/client/v4/accounts/${account}/abuse-reports/${report_id}/mitigations/appeal`,
    headers: [part('authorization', 'Bearer ••••••••'), part('content-type', 'application/json')],
    parts: [part('body', text)],
    bytes: text.length,
    reference: 'TD-7K3M9Q2XAB',
    comment: '',
  };
}

/** The blocks that a submission asks about. */
export function blocksOf(world: World, { appeal }: SubmissionView): BlockView[] {
  return (appeal?.blocks ?? []).map(({ block }) => blockOf(world, block));
}

/** Writes something on the timeline of what a submission is about: its blocks, or the whole report. */
export function tell(world: World, one: SubmissionView, kind: EventView['kind']): void {
  const reason = (at: number) => one.appeal?.blocks[at]?.reason ?? null;
  const made = (at: number) =>
    event(kind, 0, { service: 'cloudflare', appeal: kind === 'confirmed' ? reason(at) : null });
  if (one.appeal?.form === 'blocks') {
    blocksOf(world, one).forEach((block, at) => (block.timeline = [made(at), ...block.timeline]));
  } else {
    const report = world.sites.reports.get(one.appeal?.report_id ?? '');
    if (report) report.timeline = [made(0), ...report.timeline];
  }
}

/** A block stands elsewhere from now on. */
export function moveBlock(block: BlockView, status: BlockStatus, kept = false): void {
  const review = {
    pending: 'offered',
    active: 'offered',
    in_review: 'already_open',
    cancelled: 'cancelled',
    removed: 'lifted',
    other: 'unknown_status',
  } as const;
  block.row = { ...block.row, status, raw_status: status, since: now(), review: review[status], kept };
  const told = event('block_changed', 0, { service: 'cloudflare', raw_status: status, block: status });
  block.timeline = [told, ...block.timeline];
}

/** A submission changed: where it is kept beside a block or a report, it changes as well. */
export function follow(world: World, one: SubmissionView): void {
  const places = [...world.sites.blocks, ...world.sites.reports.values()];
  for (const place of places) {
    place.asked = place.asked.map((asked) => (asked.submission.id === one.id ? { ...asked, submission: one } : asked));
  }
  for (const file of world.appeals.cases.values()) {
    file.sent = file.sent.map((sent) => (sent.submission.id === one.id ? { ...sent, submission: one } : sent));
  }
  const review = { unsure: 'unsure', needs_person: 'unsure' } as const;
  for (const block of blocksOf(world, one)) {
    const unsure = review[one.state as keyof typeof review];
    if (unsure) block.row = { ...block.row, review: unsure };
  }
  world.notify({ kind: 'sites_changed' });
}

/** Cloudflare took it: a block that had not started is cancelled, one in force is looked at again. */
export function taken(world: World, one: SubmissionView): void {
  const part = world.appeals.armed === 'part_answer';
  if (part) world.appeals.armed = null;
  tell(world, one, 'sent');
  tell(world, one, 'accepted');
  blocksOf(world, one).forEach((block, at) => {
    if (part && at > 0) {
      block.row = { ...block.row, review: 'offered' };
      block.timeline = [event('block_not_named', 0, { service: 'cloudflare' }), ...block.timeline];
    } else moveBlock(block, block.row.status === 'pending' ? 'cancelled' : 'in_review');
  });
  const report = one.appeal?.form === 'blocks' ? undefined : world.sites.reports.get(one.appeal?.report_id ?? '');
  if (report?.eligibility) {
    const { appeal_count } = report.eligibility;
    report.eligibility = { ...report.eligibility, has_open_appeal: true, appeal_count: (appeal_count ?? 0) + 1 };
  }
  world.notify({ kind: 'sites_changed' });
}

/** It was taken back: a review can be asked for again. Answers the appeal, open as it was. */
export function takenBack(world: World, one: SubmissionView): AppealView {
  const draft = world.appeals.drafts.get(one.draft_id);
  if (!draft) throw refuse('not_found', `no ${one.draft_id}`);
  draft.sent = false;
  const mine = [...world.submissions.values()].filter((other) => other.draft_id === one.draft_id);
  for (const other of mine) {
    tell(world, other, 'undone');
    for (const block of blocksOf(world, other)) block.row = { ...block.row, review: 'offered', asked_at: null };
  }
  world.notify({ kind: 'sites_changed' });
  return appealView(world, draft);
}
