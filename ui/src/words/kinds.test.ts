import { expect, test } from 'vitest';
import { REPORT_KINDS } from '../backend/contract';
import { choiceWords, consequence, counter, fieldWords, kindWords } from './kinds';
import { asking } from './missing';
import { splitLine } from './report';

test('every kind has its title, and no field of a kind is without a label', () => {
  for (const { kind, fields } of REPORT_KINDS) {
    expect(kindWords[kind].title.length, kind).toBeGreaterThan(5);
    const labels = fields.map(({ field }) => fieldWords(kind, field).label);
    expect(new Set(labels).size, `two fields of ${kind} are called alike`).toBe(labels.length);
  }
});

test('whoever is told, each choice says what it means', () => {
  for (const { fields } of REPORT_KINDS) {
    for (const { field, choices, group } of fields) {
      if (group === 'told') for (const choice of choices) expect(consequence(field, choice), field).toBeTruthy();
    }
  }
});

test('the three statements of a copyright notice say what the law asks for', () => {
  const label = (field: 'dmca_good_faith' | 'dmca_authority' | 'dmca_liability') => fieldWords('dmca', field).label;
  expect(label('dmca_good_faith')).toMatch(/good faith.*owner.*agent.*law/);
  expect(label('dmca_authority')).toMatch(/accurate.*under penalty of perjury.*exclusive right/);
  expect(label('dmca_liability')).toMatch(/17 U\.S\.C\. § 512\(f\).*knowingly/);
});

test('no word is raw, avoided, or a telephone number or address that somebody might call or open', () => {
  const all = [
    ...Object.values(kindWords).flatMap((one) => Object.values(one)),
    ...Object.values(choiceWords),
    ...Object.values(asking).flatMap((one) => Object.values(one)),
    ...REPORT_KINDS.flatMap(({ kind, fields }) =>
      fields.flatMap(({ field }) => Object.values(fieldWords(kind, field)) as string[]),
    ),
  ];
  for (const words of all) {
    expect(words).not.toMatch(/_|'|https?:|\b(please|sorry|invalid|required|submit|token)\b/i);
    expect(words).not.toMatch(/\+\d/);
  }
});

test('the counter tells the room, what is missing and what is too much', () => {
  expect(counter(0, 20, 5000)).toBe('0 of 20 to 5,000 characters');
  expect(counter(19, 20, 5000)).toBe('19 characters. At least 20 are needed');
  expect(counter(20, 20, 5000)).toBe('20 of 20 to 5,000 characters');
  expect(counter(5001, 20, 5000)).toBe('1 character too many');
  expect(counter(12, 1, 255)).toBe('12 of 255 characters');
});

test('the splits are told by site, and a long list is cut short', () => {
  const site = (hostname: string, addresses: number) => ({ hostname, addresses });
  expect(splitLine([site('bad[.]example', 3), site('other[.]example', 1)])).toBe(
    '2 reports: bad[.]example (3 addresses), other[.]example (1)',
  );
  expect(splitLine(Array.from({ length: 9 }, (_, at) => site(`a${at}[.]example`, 1)))).toMatch(
    /^9 reports: .*, and 3 more$/,
  );
});
