// What a drop leads to: seen in the page itself, as soon as it is so.

import { dropFiles } from './drag.mjs';
import { see } from './find.mjs';
import { until } from './until.mjs';
import { words } from './words.mjs';

const { check } = words.check;

/** Notes when Check and send shows `address` and its heading has the focus. */
function watch(window, address) {
  return window.script(
    (title, shown) => {
      globalThis.filled_at = null;
      const timer = setInterval(() => {
        const one = document.activeElement;
        if (one.localName !== 'h1' || one.textContent.trim() !== title) return;
        if (!document.querySelector('main').innerText.replace(/\s+/g, '').includes(shown)) return;
        globalThis.filled_at = Date.now();
        clearInterval(timer);
      }, 4);
    },
    check.title,
    address.replace(/\s+/g, ''),
  );
}

/**
 * Drops files and waits until Check and send shows an address, the focus on its heading. Answers how long that took from
 * letting go, in milliseconds.
 */
export async function dropToCheck(window, paths, address) {
  await watch(window, address);
  const let_go = await dropFiles(window, paths);
  const filled_at = await until('Check and send to be filled', () => window.script(() => globalThis.filled_at));
  await see(window, address, 'main');
  return filled_at - let_go;
}

/** The names of the evidence on the screen. */
export const evidenceNames = (window) =>
  window.script(() => [...document.querySelectorAll('.tray > li:not(.inside) bdi')].map((name) => name.textContent));

/** The draft that was written last, as the host has it. */
export async function latestDraft(window) {
  const request = { search: '', filter: 'drafts', within_days: 0, after: null };
  const { ok: drafts } = await window.invoke('cases_list', { request });
  const { ok: checked } = await window.invoke('draft_check', { draft_id: drafts.rows[0].draft_id });
  return checked.draft;
}
