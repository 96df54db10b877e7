// Where a problem is mended: the element that takes the focus, on the report page and from every error summary.

import type { FieldId } from '../../backend/contract';

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
};
