// What no source of the window may contain, whoever wrote it.

import { expect, test } from 'vitest';

const sources: Record<string, string> = import.meta.glob('../**/*.{svelte,ts}', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const product = Object.entries(sources).filter(([path]) => !/\.test\.ts$|\/testing\/|\/fake\//.test(path));

/** Files of the product in which a pattern is found. */
const having = (pattern: RegExp, files = product) =>
  files.filter(([, text]) => pattern.test(text)).map(([path]) => path);

test('there are sources to look at', () => {
  expect(product.length).toBeGreaterThan(80);
});

test('nothing puts foreign text into the page as markup', () => {
  expect(having(/\{@html|innerHTML|outerHTML|insertAdjacentHTML|document\.write/)).toEqual([]);
});

test('no literal style attribute: the content security policy refuses it', () => {
  expect(having(/\sstyle="/)).toEqual([]);
});

test('only kit/Link.svelte draws a link, and it leads nowhere outside', () => {
  const links = having(/<a[\s>]/).filter((path) => path.endsWith('.svelte'));
  expect(links).toEqual(['../kit/Link.svelte']);
  expect(sources['../kit/Link.svelte']).toContain("const nowhere = '#'");
});

test('no address of the web is opened, fetched or shown as a source', () => {
  expect(having(/\bhref="http|\bsrc="http|window\.open|\bfetch\(|XMLHttpRequest|new WebSocket|EventSource/)).toEqual(
    [],
  );
});

test('only one file talks to Tauri', () => {
  expect(having(/from '@tauri-apps\//)).toEqual(['../backend/tauri.ts']);
});

test('icons are drawn by one component alone', () => {
  expect(having(/kit\/icons'|\.\/icons'/).filter((path) => path.endsWith('.svelte'))).toEqual(['../kit/Icon.svelte']);
});

test('no component is longer than 150 lines', () => {
  const long = product.filter(([path, text]) => path.endsWith('.svelte') && text.split('\n').length > 151);
  expect(long.map(([path]) => path)).toEqual([]);
});
