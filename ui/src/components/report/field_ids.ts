// Where a problem is mended: the element that takes the focus, on the report page and from every error summary.

import type { FieldId, Problem, ReportField } from '../../backend/contract';

/** A place in the form: a field of the draft, or one of the fields of the Cloudflare report. */
export type FieldKey = FieldId | `report.${ReportField}`;

/** The first sentence for each place. */
export type FieldErrors = Partial<Record<FieldKey, string>>;

/** The id of each field's element. */
export const fieldElement: Record<FieldId, string> = {
  target: 'field-target',
  note: 'field-note',
  reported_by: 'field-reported-by',
  client_id: 'field-client',
  phone_received_on: 'field-phone-received-on',
  phone_date: 'field-phone-date',
  phone_time: 'field-phone-time',
  phone_zone: 'field-phone-zone',
  ip_address_on_it: 'field-ip-address',
  evidence: 'field-evidence',
  key: 'field-key',
  recipients: 'field-recipients',
  report_kind: 'field-report-kind',
  more_addresses: 'field-more-addresses',
  report: 'field-report',
  cloudflare_key: 'field-cloudflare-key',
  cloudflare_account: 'field-cloudflare-account',
};

/** The id of the line that stands for all sender fields while they are folded away. */
export const SENDER_ELEMENT = 'field-report-sender';

/** The place that a problem is mended at. */
export function keyOf({ field, report_field }: Pick<Problem, 'field' | 'report_field'>): FieldKey {
  return field === 'report' && report_field !== null ? `report.${report_field}` : field;
}

/** The id of a place's element. */
export function elementOf(key: FieldKey): string {
  return key.startsWith('report.') ? `field-report-${key.slice('report.'.length)}` : fieldElement[key as FieldId];
}

/** The first problem of each place, in words. */
export function errorsOf(problems: readonly Problem[], say: (problem: Problem) => string): FieldErrors {
  const errors: FieldErrors = {};
  for (const problem of problems) errors[keyOf(problem)] ??= say(problem);
  return errors;
}
