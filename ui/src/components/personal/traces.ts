// What points at a person in what would be sent: where each trace stands, and what is put back when taking out is undone.

import { REPORT_KINDS, type DraftFields, type DraftView, type PersonalView } from '../../backend/contract';
import { fieldWords } from '../../words/kinds';
import { personal as w } from '../../words/personal';

/** The id of the part that lists them. */
export const RECIPIENT_ELEMENT = 'recipient';

/** Where a trace stands, within a sentence; none for a file, which is named instead. */
export function whereOf({ field, report_field, part }: PersonalView, { fields }: Pick<DraftView, 'fields'>): string {
  if (report_field === null) return w.where(field, part);
  const { label, row } = fieldWords(fields.report_kind, report_field);
  return w.whereReport(row ?? label);
}

const declared = new Set<string>(
  REPORT_KINDS.flatMap(({ fields }) => fields)
    .filter(({ group }) => group === 'statements')
    .map(({ field }) => field),
);

function answersBack(now: DraftFields, before: DraftFields, after: DraftFields): DraftFields['answers'] {
  const answers: Record<string, string | undefined> = { ...now.answers };
  const old: Record<string, string | undefined> = before.answers;
  const left: Record<string, string | undefined> = after.answers;
  for (const field of new Set([...Object.keys(old), ...Object.keys(left)])) {
    // What was declared is declared anew by the person alone.
    if (old[field] === left[field] || declared.has(field)) continue;
    if (old[field] === undefined) delete answers[field];
    else answers[field] = old[field];
  }
  return answers as DraftFields['answers'];
}

/** The change that puts back what taking out changed, and nothing that was typed since. */
export function fieldsBack(now: DraftFields, before: DraftFields, after: DraftFields): Partial<DraftFields> {
  const texts = (['target', 'more_addresses', 'note', 'reported_by'] as const).filter(
    (key) => before[key] !== after[key] && now[key] === after[key],
  );
  const answers = answersBack(now, before, after);
  const changed = JSON.stringify(answers) !== JSON.stringify(now.answers);
  return { ...Object.fromEntries(texts.map((key) => [key, before[key]])), ...(changed ? { answers } : {}) };
}

/** Files that were sent before, and stay with the case after. */
export function filesBack(before: DraftView, after: DraftView): string[] {
  const stays = new Set(after.evidence.filter((file) => !file.send).map((file) => file.id));
  return before.evidence.filter((file) => file.send && stays.has(file.id)).map((file) => file.id);
}

/** Files whose name lost something, with the name they had. */
export function namesBack(before: DraftView, after: DraftView): { id: string; name: string }[] {
  const names = new Map(after.evidence.map((file) => [file.id, file.name]));
  return before.evidence
    .filter((file) => names.has(file.id) && names.get(file.id) !== file.name)
    .map(({ id, name }) => ({ id, name }));
}
