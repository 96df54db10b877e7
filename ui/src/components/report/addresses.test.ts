import { expect, test } from 'vitest';
import { addressList, withMore } from './addresses';

test('a list of web addresses is taken apart, however it is separated', () => {
  const list = ['https://bad.example/a', 'hxxps://bad[.]example/b', 'other.example'];
  expect(addressList(list.join('\n'))).toEqual(list);
  expect(addressList(list.join('\r\n\r\n'))).toEqual(list);
  expect(addressList(list.join(', '))).toEqual(list);
});

test('anything else stays as it was pasted', () => {
  for (const text of [
    'https://bad.example/a',
    '+44 20 7946 0000',
    'jo@acme.example anna@acme.example',
    '192.0.2.1 192.0.2.2',
    'Look at bad.example and tell me.',
    'See https://bad.example today',
  ]) {
    expect(addressList(text), text).toEqual([]);
  }
});

test('more addresses go below those that are there', () => {
  expect(withMore('', ['a.example'])).toBe('a.example');
  expect(withMore('a.example\n\n', ['b.example'])).toBe('a.example\nb.example');
});
