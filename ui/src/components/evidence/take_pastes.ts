// Pasting into the report that shows, outside its text fields: a picture becomes evidence, a text is read.

import type { Toasts } from '../../state/toasts.svelte';
import { evidence as w } from '../../words/evidence';
import type { EvidenceIntake } from './intake.svelte';
import { listenForPaste } from './pasting';

/** How a screen takes pastes. */
export interface TakingPastes {
  /** Whether this kind of report takes files. */
  pictures: () => boolean;
  /** Done before a text is taken: what is typed must be known to whoever fills in the rest. */
  before?: () => Promise<unknown>;
}

/** Takes what is pasted. The answer stops it. */
export function takePastes(intake: EvidenceIntake, toasts: Toasts, { pictures, before }: TakingPastes): () => void {
  async function take(text: string): Promise<void> {
    await before?.();
    if (intake.busy) return toasts.show(w.stillReading);
    // A paste that does nothing would look broken.
    if (!(await intake.takeText(text))) toasts.show(w.nothingNew);
  }
  return listenForPaste({ picture: () => void (pictures() && intake.paste()), text: (text) => void take(text) });
}
