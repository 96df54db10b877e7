// Deleting a draft, and taking that back.

import { call } from '../../backend';
import { wordsOf } from '../../errors/words_of';
import type { AppState } from '../../state/app.svelte';
import { go } from '../../state/router.svelte';
import { report as w } from '../../words/report';
import type { DraftEditing } from './draft_editing.svelte';

/** Deletes the draft that is being written, and offers to take that back. */
export async function removeDraft(editing: DraftEditing, { toasts }: Pick<AppState, 'toasts'>): Promise<void> {
  const restore = async (draft_id: string) => {
    try {
      const draft = await call('draft_restore', { draft_id });
      go({ at: 'report', draft_id: draft.id });
    } catch (cause) {
      toasts.fail(wordsOf(cause));
    }
  };
  try {
    const id = await editing.remove();
    if (id === null) return;
    toasts.show(w.removed, { word: w.undo, act: () => void restore(id) });
    go({ at: 'cases' });
  } catch (cause) {
    toasts.fail(wordsOf(cause));
  }
}
