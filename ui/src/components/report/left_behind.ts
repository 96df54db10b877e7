// What was typed into a report that could not be saved when its screen went away. It is kept here until it can be: when the
// report is opened again, with the next save of another one, and before the app ends.

import { call, type DraftFields } from '../../backend';
import { savedBeforeQuit } from '../../state/typing';

const left = new Map<string, DraftFields>();

/** Keeps what could not be saved. */
export function leaveBehind(draft_id: string, fields: DraftFields): void {
  left.set(draft_id, { ...fields });
  // However often: one and the same place.
  savedBeforeQuit(saveAll);
}

const saveAll = () => saveLeftBehind(null);

/** What was left behind of this draft, and is from now on the caller's to save; none when all of it was saved. */
export function takeUp(draft_id: string): DraftFields | null {
  const fields = left.get(draft_id) ?? null;
  left.delete(draft_id);
  return fields;
}

/** Tries to save all of it, but for the draft that is open: what is typed there is newer. */
export async function saveLeftBehind(open: string | null): Promise<void> {
  for (const [draft_id, fields] of [...left]) {
    if (draft_id === open) continue;
    const saved = await call('draft_save', { draft_id, fields }).catch(() => null);
    if (saved && left.get(draft_id) === fields) left.delete(draft_id);
  }
}
