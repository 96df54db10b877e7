import { expect, test } from 'vitest';
import { ago, dayAndTime, inFull, momentOf } from './times';

const now = new Date('2026-11-22T12:00:00Z');
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();

test.each([
  [0, 'just now'],
  [12, '12 min ago'],
  [60, '1 h ago'],
  [5 * 60, '5 h ago'],
  [24 * 60, 'yesterday'],
  [2 * 24 * 60, '2 days ago'],
  [9 * 24 * 60, '13 Nov'],
  [400 * 24 * 60, '18 Oct 2025'],
])('%i minutes before is "%s"', (minutes, words) => {
  expect(ago(before(minutes), now)).toBe(words);
});

test('a moment of today is a time, one of another day has its date', () => {
  expect(momentOf(before(30), now)).toBe('11:30');
  expect(momentOf(before(3 * 24 * 60), now)).toBe('19 Nov, 12:00');
  expect(dayAndTime(before(24 * 60), now)).toBe('yesterday 12:00');
});

test('in full, a moment has its zone and UTC', () => {
  expect(inFull('2026-11-21T09:42:07Z')).toContain('2026-11-21 09:42:07 UTC');
});
