// Where the window goes when something has come in: a mail that was dropped, a text that was pasted, the sample of practice.

import type { DraftView } from '../backend';
import type { Place } from './router.svelte';

/** Whether a report says what is suspicious, or only leaves the choice: then the next thing to do is to check it. */
export function canBeChecked({ fields, found }: DraftView): boolean {
  return fields.target.trim() !== '' || found.question !== null;
}

/** Where a draft goes on. */
export function placeFor(draft_id: string, filled: boolean): Place {
  return filled ? { at: 'check', draft_id } : { at: 'report', draft_id };
}

/** Where a draft goes on, by what stands in it. */
export const placeOf = (draft: DraftView): Place => placeFor(draft.id, canBeChecked(draft));
