// Drafts for the tests of the form and of Check and send.

import { call, type DraftFields, type DraftView } from '../../../backend';

// jsdom has none, and user-event asks for it when arrows move in a group of radio buttons.
globalThis.CSS ??= { escape: (text: string) => text } as typeof CSS;

/** A draft that is filled in, in the fake's world. */
export async function draftWith(fields: Partial<DraftFields>, files = 0): Promise<DraftView> {
  const made = await call('draft_create', { target: null });
  for (let i = 0; i < files; i += 1) await call('evidence_pick', { draft_id: made.id });
  return call('draft_save', { draft_id: made.id, fields: { ...made.fields, ...fields } });
}
