// What was answered, as Check and send lists it: a row for each thing a person said, with the place where it is changed.

import type { CheckView, DraftFields, FieldChoice, FieldRule } from '../../backend/contract';
import { check } from '../../words/check';
import { choiceOf, choiceWords, fieldWords, kindWords, sourceWords } from '../../words/kinds';
import { wishWords } from '../../words/report';
import { fieldsOf, fillOf, rulesOf, senderLine, valueOf, type Filled } from '../filing/filling';
import { elementOf, type FieldErrors, type FieldKey } from './field_ids';

/** An answer as it is shown. */
export interface Answer {
  /** The place that Change leads to. */
  key: FieldKey | 'wish';
  name: string;
  /** Empty where nothing was given. */
  value: string;
  /** Behind the value, in grey. */
  aside?: string;
  /** Sums up rows of which some stand apart because they are wrong: those are what a summary leads to. */
  sums?: boolean;
}

const w = check.rows;

/** The id that the summary's link goes to: the row's own Change. */
export function changeId({ key, sums = false }: Pick<Answer, 'key' | 'sums'>): string | undefined {
  if (sums) return undefined;
  return key === 'wish' ? 'field-wish' : elementOf(key);
}

/** What is wrong with a row. */
export function errorOf({ key, sums = false }: Answer, errors: FieldErrors): string | undefined {
  if (key === 'wish' || sums) return undefined;
  return key === 'phone_date' ? (errors.phone_date ?? errors.phone_time ?? errors.phone_zone) : errors[key];
}

/** Every row below the target and who hears it. */
export function answersOf({ draft }: CheckView, errors: FieldErrors): Answer[] {
  const { fields } = draft;
  return [
    ...(fields.to_phishfort ? [wish(fields)] : []),
    ...(draft.kind === 'phone' || draft.kind === 'ipv4' ? about(draft.kind, fields) : []),
    ...(fields.more_addresses.trim() === '' ? [] : [more(fields)]),
    ...(fields.to_phishfort || fields.note !== '' ? [{ key: 'note', name: w.note, value: fields.note } as const] : []),
    ...(fields.to_cloudflare
      ? filed({ kind: fields.report_kind, answers: fields.answers, fills: draft.fills }, errors)
      : []),
    ...(fields.to_phishfort ? account(draft) : []),
  ];
}

const wish = ({ wish: asked }: DraftFields): Answer => ({
  key: 'wish',
  name: w.wish,
  value: wishWords[asked].title,
  aside: wishWords[asked].hint,
});

const more = ({ more_addresses }: DraftFields): Answer => ({
  key: 'more_addresses',
  name: w.moreAddresses,
  value: w.defangedLines(more_addresses),
});

function about(kind: 'phone' | 'ipv4', fields: DraftFields): Answer[] {
  if (kind === 'ipv4') return [{ key: 'ip_address_on_it', name: w.onIt, value: w.defanged(fields.ip_address_on_it) }];
  const when = w.whenValue(fields.phone_date, fields.phone_time, fields.phone_zone);
  return [
    { key: 'phone_received_on', name: w.received, value: fields.phone_received_on },
    { key: 'phone_date', name: w.when, value: when },
  ];
}

function account({ fields, clients }: CheckView['draft']): Answer[] {
  const client = clients.find((one) => one.id === fields.client_id)?.name ?? fields.client_id;
  const aside = fields.reported_by === '' ? '' : w.getsMails;
  return [
    { key: 'client_id', name: w.client, value: client === '' ? w.ownAccount : client },
    { key: 'reported_by', name: w.reportedBy, value: fields.reported_by, aside },
  ];
}

/** The report to Cloudflare: its story field by field, the rest in a row each, and apart whatever is wrong. */
function filed(filled: Filled, errors: FieldErrors): Answer[] {
  const { kind } = filled;
  const wrong = (rules: FieldRule[]) =>
    rules.filter(({ field }) => errors[`report.${field}`]).map((rule) => row(filled, rule));
  const sender = fieldsOf(kind, 'sender');
  const told = fieldsOf(kind, 'told');
  const statements = fieldsOf(kind, 'statements');
  const aside = [...fieldsOf(kind, 'network'), ...fieldsOf(kind, 'more')];
  const out: Answer[] = [{ key: 'report_kind', name: w.kind, value: kindWords[kind].title }];
  // What may stay empty, and did, is not worth a row.
  const there = ({ field, required }: FieldRule) =>
    required || valueOf(filled, field) !== '' || errors[`report.${field}`] !== undefined;
  out.push(
    ...fieldsOf(kind, 'story')
      .filter(there)
      .map((rule) => row(filled, rule)),
  );
  out.push(sum('report.name', w.sender, senderLine(filled), wrong(sender)));
  out.push(...wrong(sender));
  if (told.length > 0) out.push(tells(filled, told, wrong(told)), ...wrong(told));
  else if (rulesOf(kind).always_named) out.push({ key: 'report', name: w.told, value: check.gets.named });
  out.push(...aside.filter(there).map((rule) => row(filled, rule)));
  if (statements.length > 0) out.push(declared(filled, statements, wrong(statements)), ...wrong(statements));
  return out;
}

/** Who is told, and how, in one line. */
export function toldLine(filled: Filled): string {
  return fieldsOf(filled.kind, 'told')
    .filter(({ field }) => valueOf(filled, field) !== '')
    .map((rule) => `${fieldWords(filled.kind, rule.field).row}: ${shown(filled, rule).toLowerCase()}`)
    .join('. ');
}

/** A row that stands for several fields. Change leads to its first, or to the first that is wrong. */
const sum = (first: FieldKey, name: string, value: string, wrong: Answer[]): Answer => ({
  key: wrong[0]?.key ?? first,
  name,
  value,
  sums: wrong.length > 0,
});

function tells(filled: Filled, rules: FieldRule[], wrong: Answer[]): Answer {
  const first = rules[0]?.field ?? 'host_notification';
  return sum(`report.${first}`, w.told, toldLine(filled), wrong);
}

function declared(filled: Filled, rules: FieldRule[], wrong: Answer[]): Answer {
  const ticks = rules.filter((rule) => rule.shape === 'tick');
  const ticked = ticks.filter(({ field }) => filled.answers[field] === 'yes').length;
  const value = w.statementsDone(ticked, ticks.length, (filled.answers.signature ?? '').trim());
  return sum(`report.${ticks[0]?.field ?? 'signature'}`, w.statements, value, wrong);
}

function row(filled: Filled, rule: FieldRule): Answer {
  const words = fieldWords(filled.kind, rule.field);
  const fill = filled.answers[rule.field] === undefined ? fillOf(filled, rule.field) : undefined;
  const source = fill && rule.group === 'story' ? sourceWords[fill.from] : '';
  return { key: `report.${rule.field}`, name: words.row ?? words.label, value: shown(filled, rule), aside: source };
}

function shown(filled: Filled, { field, shape }: FieldRule): string {
  const value = valueOf(filled, field);
  if (shape === 'tick') return value === 'yes' ? w.ticked : w.notTicked;
  if (shape === 'choice' || shape === 'several') {
    return value
      .split(' ')
      .flatMap((word) => (word in choiceWords ? [choiceOf(field, word as FieldChoice)] : []))
      .join(', ');
  }
  return value.trim();
}
