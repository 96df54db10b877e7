import { expect, test } from 'vitest';
import type { AddressPart, FieldId, FoundPlace, PersonalKind, ProblemCode, SignCode } from '../backend/contract';
import { found } from './found';
import { personal } from './personal';
import { problems } from './problems';
import { toldByWant, wanted } from './wanted';

const places = Object.keys({
  form: 0,
  refresh: 0,
  button: 0,
  picture_link: 0,
  link: 0,
  text: 0,
  subject: 0,
  list: 0,
} satisfies Record<FoundPlace, 0>) as FoundPlace[];
const signs = Object.keys({
  text_names_other: 0,
  has_brand: 0,
  looks_like_brand: 0,
  punycode: 0,
  user_in_address: 0,
  ip_host: 0,
  hidden: 0,
  takes_input: 0,
} satisfies Record<SignCode, 0>) as SignCode[];

test('every place reads as a sentence, also before the name of a file', () => {
  for (const place of places) {
    for (const main of [false, true]) {
      expect(found.place({ place, main }, 'mail'), place).toMatch(/^Found [a-z’ ]+$/);
      expect(found.placeIn({ place, main }, true), place).toMatch(/ the attached file$/);
    }
  }
  expect(found.place({ place: 'button', main: true }, 'outlook_mail')).toBe('Found in the email’s main button');
  expect(found.place({ place: 'text', main: false }, 'text')).toBe('Found in the text');
  expect(found.place({ place: 'list', main: false }, 'list')).toBe('Found in the list');
});

test('every sign says something, also where the host names nothing', () => {
  for (const code of signs) expect(found.sign({ code, text: null }).trim(), code).toMatch(/^[A-Z].*[a-z]$/);
});

test('a wrapper that hides the rest is named', () => {
  expect(found.domainOnly(['Mimecast'])).toBe('Only the domain is known: Mimecast hides the rest');
  expect(found.domainOnly([])).toBe('Only the domain is known');
});

test('the result of a check is shown as it came where we have no plainer word', () => {
  expect(found.mail.checked({ method: 'spf', result: 'softfail', by: '' })).toBe('SPF: soft fail');
  expect(found.mail.checked({ method: 'arc', result: 'moon', by: '' })).toBe('ARC: moon');
});

test('each wish has its own words for both sides, and takes the place of advice that exists', () => {
  const sides = Object.values(wanted).flatMap(({ there, missing }) => [there, missing]);
  expect(new Set(sides).size).toBe(sides.length);
  for (const [code, wants] of Object.entries(toldByWant)) {
    expect(problems[code as ProblemCode]).toBeTruthy();
    for (const want of wants ?? []) expect(wanted[want]).toBeTruthy();
  }
});

test('what stays always says why', () => {
  const kinds: PersonalKind[] = ['address', 'encoded_address', 'name', 'token', 'opaque', 'names_recipient'];
  const parts: Array<AddressPart | null> = ['user', 'host', 'path', 'query', 'fragment', null];
  const fields: FieldId[] = ['target', 'more_addresses', 'note', 'report', 'evidence'];
  for (const kind of kinds) {
    expect(personal.what(kind)).toMatch(/^[A-Z]/);
    for (const part of parts)
      for (const field of fields) expect(personal.stays(kind, field, part).length).toBeGreaterThan(15);
  }
});
