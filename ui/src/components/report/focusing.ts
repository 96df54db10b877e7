// Bringing the focus to the place in the form where something is mended.

import { tick } from 'svelte';
import { elementOf, fieldElement, SENDER_ELEMENT, type FieldKey } from './field_ids';

/** Focuses a place of the form that was just drawn. */
export async function focusField(key: FieldKey): Promise<void> {
  await tick();
  const element = document.getElementById(elementOf(key));
  // Sender fields may be folded away behind one line, and everything else of Cloudflare's stands in its form.
  const instead = () => document.getElementById(SENDER_ELEMENT) ?? document.getElementById(fieldElement.report);
  (element ?? (key.startsWith('report.') ? instead() : null))?.focus();
}
