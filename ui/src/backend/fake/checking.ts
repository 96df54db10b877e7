// What the fake finds wrong with a draft, what it advises, and what it would send: the few rules that the screens must be
// able to show, not the rules of the product.

import {
  REPORT_KINDS,
  type CheckView,
  type DraftView,
  type FieldRule,
  type PreviewView,
  type Problem,
  type ProblemCode,
  type ReportField,
  type TargetView,
} from '../contract';
import { foundOf } from './found';
import { preview } from './make';
import { personalOf, wantedOf } from './personal';
import { reportPreview } from './reports';
import { targetOf } from './targets';
import type { World } from './world';

const problem = (code: ProblemCode, field: Problem['field'], more: Partial<Problem> = {}): Problem => ({
  code,
  field,
  report_field: null,
  evidence_id: null,
  case_id: null,
  count: null,
  limit: null,
  text: null,
  at: null,
  ...more,
});

const length = (text: string) => [...text.trim()].length;

/** What stands in a field of the Cloudflare report: what was typed, or else its fill. */
function valueOf({ fields, fills }: DraftView, field: ReportField): string {
  return fields.answers[field] ?? fills.find((fill) => fill.field === field)?.value ?? '';
}

const rulesOf = (made: DraftView) => REPORT_KINDS.find((one) => one.kind === made.fields.report_kind)?.fields ?? [];

function wrongWith(made: DraftView, rule: FieldRule): Problem[] {
  const { field: report_field, required, min, max, shape } = rule;
  const value = valueOf(made, report_field);
  const count = length(value);
  if (shape === 'tick') return value === 'yes' ? [] : [problem('statement_missing', 'report', { report_field })];
  if (count === 0) return required ? [problem('field_missing', 'report', { report_field })] : [];
  if (report_field === 'signature' && value.trim() !== valueOf(made, 'name').trim()) {
    return [problem('signature_differs', 'report', { report_field })];
  }
  if (count < min) return [problem('field_too_short', 'report', { report_field, count, limit: min })];
  if (max > 0 && count > max) return [problem('field_too_long', 'report', { report_field, count, limit: max })];
  return [];
}

function cloudflareProblems(world: World, made: DraftView): Problem[] {
  const { fields, target } = made;
  if (!fields.to_cloudflare) return [];
  const out: Problem[] = [];
  if (target && target.kind !== 'web') out.push(problem('cloudflare_takes_web', 'target'));
  for (const line of fields.more_addresses.split('\n').filter((one) => one.trim() !== '')) {
    if (targetOf(line)?.kind !== 'web') {
      out.push(problem('address_unreadable', 'more_addresses', { text: line.trim() }));
    }
  }
  out.push(...rulesOf(made).flatMap((rule) => wrongWith(made, rule)));
  const { health, account_id } = world.connections.cloudflare;
  if (health === 'no_key') out.push(problem('cloudflare_key_missing', 'cloudflare_key'));
  else if (health !== 'practice' && account_id === null) {
    out.push(problem('cloudflare_account_missing', 'cloudflare_account'));
  }
  return out;
}

function phishfortProblems(world: World, made: DraftView): Problem[] {
  const { fields, size } = made;
  if (!fields.to_phishfort) return [];
  const out: Problem[] = [];
  if (made.kind === 'phone') {
    if (!fields.phone_received_on) out.push(problem('phone_received_on_missing', 'phone_received_on'));
    if (!fields.phone_date) out.push(problem('phone_date_missing', 'phone_date'));
    if (!fields.phone_time) out.push(problem('phone_time_missing', 'phone_time'));
    if (!fields.phone_zone) out.push(problem('phone_zone_missing', 'phone_zone'));
  }
  if (made.kind === 'ipv4' && !fields.ip_address_on_it) out.push(problem('ip_address_missing', 'ip_address_on_it'));
  const count = length(fields.note);
  if (count > 2000) out.push(problem('note_too_long', 'note', { count, limit: 2000 }));
  if (size.bytes >= size.bytes_limit) {
    out.push(problem('too_big', 'evidence', { count: size.bytes, limit: size.bytes_limit }));
  }
  if (size.files > size.files_max) {
    out.push(problem('too_many_files', 'evidence', { count: size.files, limit: size.files_max }));
  }
  for (const file of made.evidence) {
    if (file.send && file.problem) {
      out.push(problem('file_not_taken', 'evidence', { evidence_id: file.id, text: file.name }));
    }
  }
  if (world.connections.phishfort.health === 'no_key') out.push(problem('key_missing', 'key'));
  return out;
}

/** Nothing is entered: what is asked instead, where files say something. */
function targetMissing(world: World, made: DraftView): Problem {
  const { question, addresses } = foundOf(world, made);
  if (question === 'which_address') {
    return problem('target_unchosen', 'target', { count: addresses.filter((one) => one.likely).length });
  }
  return problem(question === null ? 'target_missing' : 'target_not_found', 'target');
}

/** What stands in the way. */
export function problemsOf(world: World, made: DraftView): Problem[] {
  const { fields } = made;
  const out: Problem[] = [];
  if (!fields.target.trim()) out.push(targetMissing(world, made));
  else if (!made.target) out.push(problem('target_unreadable', 'target', { text: fields.target }));
  const own = world.preferences.own_sites.find((site) => made.target?.exact.includes(`//${site}`));
  if (own) out.push(problem('own_domain', 'target', { text: own }));
  if (!fields.to_phishfort && !fields.to_cloudflare) out.push(problem('nobody_told', 'recipients'));
  return [...out, ...phishfortProblems(world, made), ...cloudflareProblems(world, made)];
}

function adviceOf(world: World, made: DraftView): Problem[] {
  const { fields } = made;
  const out: Problem[] = [];
  if (fields.to_phishfort) {
    if (!fields.reported_by) out.push(problem('no_reporter', 'reported_by'));
    if (!made.evidence.some((file) => file.has_picture)) out.push(problem('no_picture', 'evidence'));
    if (!fields.note) out.push(problem('no_note', 'note'));
  }
  if (fields.to_cloudflare) {
    out.push(problem('on_cloudflare_unknown', 'recipients'));
    if (made.splits.length > 1) out.push(problem('split_by_host', 'more_addresses', { count: made.splits.length }));
    if (made.repeated > 0) out.push(problem('sent_once', 'more_addresses', { count: made.repeated }));
    if (made.evidence.length > 0) out.push(problem('files_stay', 'evidence', { count: made.evidence.length }));
    if (!('justification' in fields.answers) && made.fills.some((fill) => fill.from === 'suggested')) {
      out.push(problem('our_sentence', 'report', { report_field: 'justification' }));
    }
  }
  const before = [...world.cases.values()].find(
    (one) => one.row.id !== made.case_id && one.row.number && one.row.target?.exact === made.target?.exact,
  );
  if (before) out.push(problem('reported_before', 'target', { case_id: before.row.id, text: before.row.number }));
  return out;
}

/** The addresses of each report to Cloudflare, a list for every host. */
function reportsOf({ fields }: DraftView): TargetView[][] {
  const lines = new Set([fields.target, ...fields.more_addresses.split('\n')].map((line) => line.trim()));
  const hosts = new Map<string, TargetView[]>();
  for (const line of lines) {
    const one = targetOf(line);
    if (one?.kind === 'web') hosts.set(one.before + one.domain, [...(hosts.get(one.before + one.domain) ?? []), one]);
  }
  return [...hosts.values()];
}

/** What would be sent, PhishFort's first. What can't be written yet is left out. */
export function previewsOf(made: DraftView): PreviewView[] {
  const { fields } = made;
  const answers = rulesOf(made)
    .map((rule) => [rule.field, valueOf(made, rule.field)] as const)
    .filter(([, value]) => value !== '');
  return [
    ...(fields.to_phishfort && made.target ? [preview(made.target, fields.note, made.evidence)] : []),
    ...(fields.to_cloudflare
      ? reportsOf(made).map((addresses) => reportPreview({ kind: fields.report_kind, addresses, answers }))
      : []),
  ];
}

/** Names a state of a draft. */
export function fingerprintOf(made: DraftView): string {
  return JSON.stringify([made.fields, made.evidence.map((file) => [file.id, file.name, file.send])]);
}

/** A draft, held against all of it. */
export function checkOf(world: World, made: DraftView): CheckView {
  return {
    draft: made,
    problems: problemsOf(world, made),
    advice: adviceOf(world, made),
    wanted: wantedOf(made),
    personal: personalOf(world, made),
    previews: previewsOf(made),
    fingerprint: fingerprintOf(made),
    undo_seconds: world.preferences.undo_seconds,
  };
}
