// The steps of the dialog, and what stands in its head.

import type { AppealField, AppealForm, AppealProblem } from '../../backend';
import { appeal as w } from '../../words/appeal';

/** `statements` is a counter-notice's second step; `confirm` asks once more where nothing can be undone. */
export type Step = 'form' | 'statements' | 'confirm';

/** What the dialog is called. */
export function titleOf(form: AppealForm, blocks: number): string {
  if (form === 'blocks') return w.title(blocks);
  return form === 'counter_notice' ? w.notice.title : w.removed.title;
}

const declared: readonly AppealField[] = ['perjury_attestation', 'jurisdiction_consent', 'signature'];

/** In which step a problem is mended. */
export function stepOf({ field }: AppealProblem): Step {
  return field !== null && declared.includes(field) ? 'statements' : 'form';
}

/** A picture, or a clipboard of which the page sees nothing, is proof; text goes where it is typed. */
export function pasting(event: ClipboardEvent, picture: () => void): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (text !== '') return;
  event.preventDefault();
  picture();
}

/** Ctrl+Enter does the main act from wherever the focus is; once, however long it is held. */
export function sends(event: KeyboardEvent): boolean {
  const pressed = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.repeat;
  if (pressed) event.preventDefault();
  return pressed;
}
