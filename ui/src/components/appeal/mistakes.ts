// What stands in the way of an appeal, sorted to where it is mended.

import type { AppealField, AppealProblem, BlockRow } from '../../backend';
import type { Mistake } from '../../kit/ErrorSummary.svelte';
import { sayAppeal } from '../../words/appeal';
import { placeText } from '../sites/place';
import { keyOf } from './chosen.svelte';

/** Id of the control of a field. */
export const fieldId = (field: AppealField): string => `appeal-${field.replaceAll('_', '-')}`;

/** Id of the first radio of a block's own question, by its place in the dialog. */
export const reasonId = (index: number): string => `${fieldId('reasons')}-${index}`;

/** The words of a problem, with the place of the block that it is about, where there are several. */
export function say(problem: AppealProblem, rows: readonly BlockRow[]): string {
  const row = rows.find(({ block }) => problem.block && keyOf(block) === keyOf(problem.block));
  return sayAppeal(problem, row && rows.length > 1 ? placeText(row.place) : null);
}

/** Every problem once, with the control that mends it; `each` where every block has its own question. */
export function summaryOf(problems: readonly AppealProblem[], rows: readonly BlockRow[], each: boolean): Mistake[] {
  const all = problems.map((problem) => {
    const index = rows.findIndex(({ block }) => problem.block && keyOf(block) === keyOf(problem.block));
    const own = each && index >= 0;
    const missing = problem.code === 'reason_missing' && !own;
    return {
      field_id: own ? reasonId(index) : fieldId(problem.field ?? 'reasons'),
      // With one question for all, a missing answer is one mistake, however many blocks there are.
      text: missing ? sayAppeal(problem, null) : say(problem, rows),
    };
  });
  return all.filter((one, at) => all.findIndex((other) => other.text === one.text) === at);
}

/** The words at a field: its first problem. */
export function errorsOf(problems: readonly AppealProblem[]): Partial<Record<AppealField, string>> {
  const errors: Partial<Record<AppealField, string>> = {};
  for (const problem of problems) {
    if (problem.field && problem.field !== 'reasons') errors[problem.field] ??= sayAppeal(problem, null);
  }
  return errors;
}
