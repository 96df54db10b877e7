// What Check and send found wrong, carried to the form where it is mended: errors stand at their fields until those are
// changed. Kept here because the two screens are never shown together.

import type { DraftFields, Problem, ReportField } from '../../backend';
import { say } from '../../words/problems';
import { errorsOf, keyOf, type FieldErrors, type FieldKey } from './field_ids';

class Mending {
  #draft_id = $state<string | null>(null);
  #problems = $state.raw<readonly Problem[]>([]);
  #focus: FieldKey | null = null;

  /** Remembers what has to be mended in a draft; an empty list when nothing has. */
  found(draft_id: string, problems: readonly Problem[]): void {
    this.#draft_id = draft_id;
    this.#problems = problems;
  }

  /** The first sentence for each place of this draft. */
  errors(draft_id: string | undefined): FieldErrors {
    if (draft_id === undefined || draft_id !== this.#draft_id) return {};
    return errorsOf(this.#problems, say);
  }

  /** The person changes a draft: nothing is known to be wrong with those places any more. */
  edited({ answers: before }: Pick<DraftFields, 'answers'>, change: Partial<DraftFields>): void {
    const { answers } = change;
    const answered = Object.keys(answers ? { ...before, ...answers } : {}) as ReportField[];
    const now = new Set<string>([
      ...Object.keys(change),
      ...answered.filter((field) => before[field] !== answers?.[field]).map((field) => `report.${field}`),
    ]);
    if (now.has('to_phishfort') || now.has('to_cloudflare')) now.add('recipients');
    // Another kind has other fields, and another sender other texts: what was wrong with the old ones says nothing.
    const anew = now.has('report_kind') || now.has('profile_id');
    this.#forget((key) => now.has(key) || (anew && key.startsWith('report')));
  }

  /** The place that takes the focus when the form is shown next. */
  focusNext(key: FieldKey): void {
    this.#focus = key;
  }

  /** That place, once. */
  takeFocus(): FieldKey | null {
    const key = this.#focus;
    this.#focus = null;
    return key;
  }

  #forget(mended: (key: FieldKey) => boolean): void {
    if (this.#problems.length === 0) return;
    this.#problems = this.#problems.filter((problem) => !mended(keyOf(problem)));
  }
}

/** Shared by the form and by Check and send. */
export const mending = new Mending();
