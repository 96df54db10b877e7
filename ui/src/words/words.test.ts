import { expect, test } from 'vitest';
import { w } from '.';
import { stepWords } from './practice';
import { practiceSteps } from './shell';
import { caseStatus, reasons, siteFlags, statusWords } from './status';

/** Every word of the catalogue with the way to it; functions are asked with plain stand-ins. */
function* all(value: unknown, way: string): Generator<[string, string]> {
  if (typeof value === 'string') yield [way, value];
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) yield* all(inner, `${way}.${key}`);
  }
}

test('every error says what happened and what to do next', () => {
  for (const [code, { title, next }] of Object.entries(w.errors)) {
    expect(title, code).toMatch(/\.$/);
    expect(next, code).toMatch(/\.$/);
  }
});

// ui.md §6.5, with the forms in which they would slip in.
const avoided =
  /\b(submit|submitted|invalid|mitigation|incident|entity|payload|endpoint|please|sorry|oops|success\w*)\b/i;

test('no word that the house avoids is in the catalogue', () => {
  const found = [...all(w, 'w')].filter(([, text]) => avoided.test(text));
  expect(found).toEqual([]);
});

test('no raw name of a status or reason is shown as a word', () => {
  const words = [...Object.values(caseStatus).map((one) => one.word), ...Object.values(reasons)];
  expect(words.filter((word) => word.includes('_'))).toEqual([]);
});

test('a status that we have never seen is shown as it came', () => {
  expect(statusWords('other', 'escalated_to_registry').word).toBe('escalated_to_registry');
  expect(statusWords('takedown_success', 'takedown_success').word).toBe('Down');
});

test('every flag of the reference has words', () => {
  expect(Object.keys(siteFlags)).toHaveLength(8);
});

test('a step of practice is called what its act in the band is called', () => {
  expect(stepWords.answer_lost.title).toBe(practiceSteps.lose_answer.word);
  expect(stepWords.answer_lost.hint).toContain(`“${practiceSteps.lose_answer.word}”`);
  expect(stepWords.make_time_pass.hint).toContain(`“${w.shell.practice.next}”`);
  expect(stepWords.connect_for_real.hint).toContain(w.shell.practice.connect);
});
