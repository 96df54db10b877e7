import { expect, test } from 'vitest';
import type { FoundView } from '../../backend';
import { foundAddress, mailOf, nothingFound } from '../../backend/fake/found';
import { evidence } from '../../backend/fake/make';
import { scenario } from '../../backend/fake/scenarios';
import { addAsWell, choose, headless, leaveOut, reported } from './choosing';

const login = foundAddress('https://acme-login.example/verify?id=1');
const card = foundAddress('https://acme-pay.example/card');
const found: FoundView = { ...nothingFound, addresses: [login, card] };
const file = evidence(scenario('empty'), 'a.eml');

test('what is chosen is no longer one of the others, however that was typed', () => {
  const fields = { target: login.target.exact, more_addresses: 'hxxps://ACME-pay[.]example/card/\nbad.example' };
  expect(choose(fields, card)).toEqual({ target: card.target.exact, more_addresses: 'bad.example' });
});

test('leaving out takes the very page, and no other of the site', () => {
  const more_addresses = 'https://acme-pay.example/card\nhttps://acme-pay.example/Card';
  expect(leaveOut({ target: '', more_addresses }, card).more_addresses).toBe('https://acme-pay.example/Card');
});

test('adding puts an address on a line of its own', () => {
  expect(addAsWell({ target: 'x', more_addresses: 'bad.example\n' }, card).more_addresses).toBe(
    'bad.example\nhttps://acme-pay.example/card',
  );
});

test('an address from which something was taken out is still the one that was found', () => {
  expect(reported(found, { target: 'https://acme-login.example/verify' })).toBe(login);
  expect(reported(found, { target: 'https://acme-login.example/other' })).toBeUndefined();
  expect(reported(found, { target: ' ' })).toBeUndefined();
});

test('what was just chosen counts before the host has said so', () => {
  const before = { ...found, addresses: [{ ...login, chosen: true }, card] };
  expect(reported(before, { target: card.target.exact })).toBe(card);
});

test('a lost head matters no more once the original is there', () => {
  const inline = mailOf(file, { came: 'inline', whole_head: false });
  expect(headless({ ...found, mails: [inline] })).toBe(inline);
  expect(headless({ ...found, mails: [inline, mailOf(file)] })).toBeUndefined();
  expect(headless({ ...found, mails: [inline, mailOf(file, { unread: 'damaged' })] })).toBe(inline);
});
