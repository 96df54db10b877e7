import { expect, test } from 'vitest';
import type { Problem, ProblemCode } from '../backend/contract';
import { evidence, fileProblemWords, fileSize, fullness, kindWords, refusedWords } from './evidence';
import { check, undoSentence } from './check';
import { chapters, help } from './help';
import { practice, stepWords } from './practice';
import { problems, say } from './problems';
import { report, wishWords } from './report';
import { connection, healthAdvice, healthWords, settings, storeHelp, storeWords } from './settings';
import { person, setup } from './setup';
import { welcome } from './welcome';

const problem = (code: ProblemCode, more: Partial<Problem> = {}): Problem => ({
  code,
  field: 'target',
  report_field: null,
  evidence_id: null,
  case_id: null,
  count: null,
  limit: null,
  text: null,
  at: null,
  ...more,
});
const codes = Object.keys(problems) as ProblemCode[];

/** Every sentence of a table, functions called with plain values. */
function sentences(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(sentences);
  return [];
}

test('every problem says what to do, also when the host names nothing', () => {
  for (const code of codes) expect(say(problem(code)).length, code).toBeGreaterThan(10);
});

test('a problem speaks of what the host names', () => {
  expect(say(problem('own_domain', { text: 'acme.example' }))).toContain('acme.example');
  expect(say(problem('too_many_files', { count: 14, limit: 12 }))).toBe('You can add up to 12 files. Remove 2 to send');
  expect(say(problem('note_too_long', { count: 2412, limit: 2000 }))).toBe(
    'Shorten the note to 2,000 characters. It has 2,412',
  );
});

test('one byte too many is told to the byte', () => {
  const words = say(problem('too_big', { count: 10_485_760, limit: 10_485_760 }));
  expect(words).toContain('10,485,760 bytes');
  expect(words).toContain('10,485,759 bytes');
  expect(say(problem('too_big', { count: 12_900_000, limit: 10_485_760 }))).toBe(
    'The report adds up to 12.3 MB. PhishFort takes less than 10 MB. Choose what to leave out',
  );
});

test('no sentence uses a word that we avoid', () => {
  const tables = [
    ...[evidence, fileProblemWords, kindWords, check, chapters, help, practice, stepWords, report, wishWords],
    ...[connection, healthAdvice, healthWords, settings, storeHelp, storeWords, person, setup, welcome],
    codes.map((code) => say(problem(code))),
    Object.values(refusedWords).map((words) => words('a.txt')),
  ];
  const avoided =
    /\b(please|sorry|oops|invalid|required|successful|successfully|submit|payload|endpoint|(?<!API )token|sub-client|incident)\b/i;
  for (const sentence of tables.flatMap(sentences)) {
    expect(sentence).not.toMatch(avoided);
    expect(sentence, 'apostrophes are typographic').not.toContain("'");
  }
});

test('the meter turns amber at nine tenths and red at the limit itself', () => {
  const at = (bytes: number) => fullness({ files: 1, files_max: 12, bytes, bytes_limit: 10_485_760 });
  expect(at(9_437_183)).toBe('fine');
  expect(at(9_437_184)).toBe('near');
  expect(at(10_485_759)).toBe('near');
  expect(at(10_485_760)).toBe('over');
});

test('sizes count a megabyte as the limit does', () => {
  expect(fileSize(1)).toBe('1 byte');
  expect(fileSize(86_016)).toBe('84 KB');
  expect(fileSize(10_485_760)).toBe('10 MB');
});

test('what can still be done after Send follows the setting', () => {
  expect(undoSentence(10)).toBe('You have 10 seconds to undo after you press Send');
  expect(undoSentence(0)).toContain('asked once more');
  expect(undoSentence(-1)).toContain('Send now');
});

test('what was reported before names the day and the number, and when it is taken again', () => {
  const more = { at: '2020-11-18T12:00:00Z', text: '8f3a21c0' };
  expect(say(problem('reported_this_week', more))).toBe(
    'You reported this on 18 Nov 2020 (8f3a21c0). Cloudflare takes the same address again from 25 Nov 2020. Untick Cloudflare, or wait',
  );
  expect(say(problem('reported_before', { ...more, text: 'PF-48213' }))).toBe(
    'You reported this on 18 Nov 2020 (PF-48213). Sending it again makes a second case',
  );
  expect(say(problem('reported_before'))).toBe('You reported this before. Sending it again makes a second case');
});
