// A tray over a draft that changes, as a screen holds it: for the tests of the tray.

import type { DraftView } from '../../backend';
import EvidenceTray from './EvidenceTray.svelte';
import { EvidenceIntake } from './intake.svelte';

/** The tray, what brings files into it, and its props, which follow the draft. */
export function intakeOn(draft: DraftView) {
  const holder = {
    draft: null as DraftView | null,
    adopt(next: DraftView) {
      this.draft = next;
      props.draft = next;
    },
  };
  const intake = new EvidenceIntake(holder);
  const props = $state({ draft, intake, adds: true });
  holder.draft = draft;
  return { Stage: EvidenceTray, intake, props };
}
