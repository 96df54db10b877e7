// What Check and send found wrong, carried to the form where it is mended: errors stand at their fields until those are
// changed. Kept here because the two screens are never shown together.

import type { FieldId, Problem } from '../../backend';
import { say } from '../../words/problems';

class Mending {
  #draft_id = $state<string | null>(null);
  #problems = $state.raw<readonly Problem[]>([]);
  #focus: FieldId | null = null;

  /** Remembers what has to be mended in a draft; an empty list when nothing has. */
  found(draft_id: string, problems: readonly Problem[]): void {
    this.#draft_id = draft_id;
    this.#problems = problems;
  }

  /** The first sentence for each field of this draft. */
  errors(draft_id: string | undefined): Partial<Record<FieldId, string>> {
    if (draft_id === undefined || draft_id !== this.#draft_id) return {};
    const errors: Partial<Record<FieldId, string>> = {};
    for (const problem of this.#problems) errors[problem.field] ??= say(problem);
    return errors;
  }

  /** These fields were changed: nothing is known to be wrong with them any more. */
  changed(fields: readonly FieldId[]): void {
    if (this.#problems.length === 0) return;
    this.#problems = this.#problems.filter((problem) => !fields.includes(problem.field));
  }

  /** The field that takes the focus when the form is shown next. */
  focusNext(field: FieldId): void {
    this.#focus = field;
  }

  /** That field, once. */
  takeFocus(): FieldId | null {
    const field = this.#focus;
    this.#focus = null;
    return field;
  }
}

/** Shared by the form and by Check and send. */
export const mending = new Mending();
