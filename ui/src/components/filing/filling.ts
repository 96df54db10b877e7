// A report to Cloudflare being filled in. What stands in a field is what was typed, or else what the host filled in; the
// table of kinds says which fields there are.

import {
  REPORT_KINDS,
  type DraftFields,
  type FieldGroup,
  type FieldRule,
  type FillView,
  type KindRule,
  type ReportField,
  type ReportKind,
} from '../../backend/contract';
import type { FieldErrors } from '../report/field_ids';

/** What was typed, by field. One that is missing has its fill; one that is empty was emptied by hand. */
export type Answers = DraftFields['answers'];

/** What every field of the form needs. */
export interface Filling {
  kind: ReportKind;
  answers: Answers;
  fills: readonly FillView[];
  errors: FieldErrors;
  /** Takes what was typed; undefined goes back to the fill. */
  onanswer: (field: ReportField, value: string | undefined) => void;
}

/** What can be read of a filling. */
export type Filled = Pick<Filling, 'kind' | 'answers' | 'fills'>;

/** The table's row of a kind. */
export function rulesOf(kind: ReportKind): KindRule {
  const rules = REPORT_KINDS.find((one) => one.kind === kind);
  if (!rules) throw new Error(`no table for ${kind}`);
  return rules;
}

/** Whether files are looked after: some kinds have none, whoever is told, and then none is shown either. */
export function takesFiles({ report_kind }: Pick<DraftFields, 'report_kind'>): boolean {
  return rulesOf(report_kind).evidence;
}

/** The fields that stand in a group in some kind of report. */
function inGroups(...groups: FieldGroup[]): Set<ReportField> {
  const rules = REPORT_KINDS.flatMap((one) => one.fields).filter((rule) => groups.includes(rule.group));
  return new Set(rules.map((rule) => rule.field));
}

const declared = inGroups('statements');
const ofKind = inGroups('told', 'statements');
const ofSender = new Set<ReportField>([
  ...inGroups('sender', 'statements'),
  ...(['agent_name', 'trademark_symbol', 'trademark_number', 'trademark_office'] as const),
]);

const without = (answers: Answers, gone: ReadonlySet<ReportField>): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([field]) => !gone.has(field as ReportField)));

/** What is still answered after a change of kind: who is told and what is declared is asked anew. */
export const afterKind = (answers: Answers): Answers => without(answers, ofKind);

/** What is still answered after a change of profile: what any profile can fill goes, and what was declared with it. */
export const afterProfile = (answers: Answers): Answers => without(answers, ofSender);

/** What was declared in `sent`, stands so still, and is not kept: it was declared of something that changed since. */
export function lapsed(sent: Answers, kept: Answers, now: Answers): ReportField[] {
  return [...declared].filter(
    (field) => sent[field] !== undefined && kept[field] === undefined && now[field] === sent[field],
  );
}

/** A kind's fields of one group. A question with one answer is none, and is left out. */
export function fieldsOf(kind: ReportKind, group: FieldGroup): FieldRule[] {
  return rulesOf(kind).fields.filter(
    (rule) => rule.group === group && (rule.shape !== 'choice' || rule.choices.length > 1),
  );
}

/** What the host filled in. */
export function fillOf({ fills }: Pick<Filled, 'fills'>, field: ReportField): FillView | undefined {
  return fills.find((fill) => fill.field === field);
}

/** What stands in a field. */
export function valueOf(filled: Pick<Filled, 'answers' | 'fills'>, field: ReportField): string {
  return filled.answers[field] ?? fillOf(filled, field)?.value ?? '';
}

/** Whether everything that a group needs is there. */
export function complete(filled: Filled, group: FieldGroup): boolean {
  return fieldsOf(filled.kind, group).every((rule) => !rule.required || valueOf(filled, rule.field).trim() !== '');
}

/** Whether a group says anything, or is wrong somewhere: then it is not folded away. */
export function says(filling: Filling, group: FieldGroup): boolean {
  return fieldsOf(filling.kind, group).some(
    ({ field }) => valueOf(filling, field) !== '' || filling.errors[`report.${field}`] !== undefined,
  );
}

/** Whether something in a group is wrong. */
export function wrong(filling: Filling, group: FieldGroup): boolean {
  return fieldsOf(filling.kind, group).some(({ field }) => filling.errors[`report.${field}`] !== undefined);
}

/** Who sends it, in the order in which people introduce themselves. */
export function senderLine(filled: Filled): string {
  const first: ReportField[] = ['name', 'company', 'email'];
  const rest = fieldsOf(filled.kind, 'sender').map((rule) => rule.field);
  return [...new Set([...first, ...rest])]
    .map((field) => valueOf(filled, field).trim())
    .filter((value) => value !== '')
    .join(', ');
}
