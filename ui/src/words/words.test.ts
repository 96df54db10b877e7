import { expect, test } from 'vitest';
import { w } from '.';
import { stepWords } from './practice';
import { practiceSteps } from './shell';
import { denials, refusedBecause } from './denials';
import { filedStatus, following } from './filed';
import { askingWords, askOriginal, programOrder, programs } from './mail_programs';
import { fixOf, pausedBecause } from './outbox';
import { caseStatus, kindNames, reasons, reasonWord, siteFlags, statusWords } from './status';

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
  const found = [
    ...all({ w, denials, following, askOriginal, programs, asking: programOrder.map(askingWords) }, ''),
  ].filter(([, text]) => avoided.test(text));
  expect(found).toEqual([]);
});

test('no raw name of a status or reason is shown as a word', () => {
  const words = [
    ...Object.values(caseStatus).map((one) => one.word),
    ...Object.values(reasons).map((word) => word('PhishFort')),
  ];
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

test('every reason of a refusal says why and what to do next', () => {
  expect(Object.keys(denials)).toHaveLength(14);
  for (const [reason, { why, next }] of Object.entries(denials)) {
    expect(why, reason).toMatch(/^[a-z].*[^.]$/);
    expect(next, reason).toMatch(/\.$/);
    expect(refusedBecause(reason as keyof typeof denials), reason).not.toContain('_');
  }
});

test('a refusal for a reason that we have never seen is shown with their word', () => {
  expect(refusedBecause('other', 'moon_phase')).toBe('Refused: moon_phase');
  expect(statusWords('report_denied', 'denied', { denial: 'other', raw_denial: 'moon_phase' }).word).toContain('moon');
});

test('a refusal that nobody needs to act on is told without its alarm', () => {
  expect(statusWords('report_denied', 'denied', { denial: 'content_removed' }).tone).toBe('no');
  expect(statusWords('report_denied', 'denied', { denial: 'content_removed', settled: true }).tone).toBe('mute');
});

test('an account that is not open for reports is never put on the token', () => {
  expect(reasonWord('not_entitled', 'cloudflare')).not.toMatch(/token|key/);
  expect(pausedBecause.not_entitled?.('Cloudflare')).toContain('not of your API token');
  expect(fixOf({ state: 'deferred', reason: 'not_entitled' }, false)).toBe('entitlement');
});

test('where the token may not send, the account is named as the other ground', () => {
  expect(pausedBecause.not_permitted?.('Cloudflare')).toContain('the account may not be open');
});

test('what can’t be followed says what to do, and that reports are sent all the same', () => {
  for (const [state, words] of Object.entries(following)) {
    if (state === 'works') expect(words).toBeNull();
    else expect(words?.next, state).toMatch(/\.$/);
  }
  expect(following.not_permitted?.next).toContain('“Trust and Safety Read”');
  expect(following.no_such_list?.next).toContain('Your reports are still sent.');
  expect(following.no_such_list?.wrong).toBe(false);
});

test('no raw name of a filed status or category is shown as a word', () => {
  const words = [...Object.values(filedStatus).map((one) => one.word), ...Object.values(kindNames)];
  expect(words.filter((word) => word.includes('_'))).toEqual([]);
});
