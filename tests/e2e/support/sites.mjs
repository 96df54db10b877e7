// What a person does with blocks on our sites, and what the list of them shows.

import { place } from './acts.mjs';
import { find, press, see, textOf } from './find.mjs';
import { known } from './played.mjs';
import { until } from './until.mjs';
import { words } from './words.mjs';

const { common } = words.common;
const { shell } = words.shell;
const { sites, blockStatus } = words.sites;
const { appeal, appealReasons } = words.appeal;

/** Reports and blocks of the made-up account that practice begins with. */
export const LIVED_IN = { reports: 14, blocks: 23 };

/** The row of the list in which all of these can be read. */
export const rowOf = (...texts) =>
  `//tbody/tr${texts.map((text) => `[contains(normalize-space(.), '${text}')]`).join('')}`;

/** To our sites, as Cloudflare has them now. */
export async function toSites(window) {
  await place(window, sites.screen);
  await find(window, 'heading', sites.screen);
  await press(window, 'button', common.refresh, 'screen');
  await until('the blocks', async () => (await rows(window)).length > 0);
  await find(window, 'button', common.refresh, 'screen');
}

/** The other list. */
export async function show(window, list) {
  await press(window, 'button', sites[list], 'screen');
  await until('the list', () =>
    window.script(
      (word) => document.querySelector(`.scroll[aria-label="${word}"] tbody tr`) !== null,
      sites.table[list],
    ),
  );
}

/** The rows as they can be read, from the top. */
export const rows = (window) =>
  window.script(() =>
    [...document.querySelectorAll('tbody tr')]
      .filter((row) => !row.querySelector('.grey'))
      .map((row) => row.innerText.replace(/\s+/g, ' ').trim()),
  );

/** The addresses of the rows, from the top. */
export const addresses = (window) =>
  window.script(() =>
    [...document.querySelectorAll('tbody th a')].map((one) => one.querySelector('.url, span').innerText),
  );

/** Waits until the row of an address says this. */
export function rowSays(window, address, text) {
  return until(`the row of ${address} to say “${text}”`, async () => {
    const row = (await rows(window)).find((one) => one.includes(address));
    if (row?.includes(text)) return true;
    throw new Error(`it says: ${row}`);
  });
}

/** Waits until the row of an address shows this status. */
export const stands = (window, address, status) => rowSays(window, address, blockStatus[status].word);

/** Chooses in a filter, by the beginning of the option: it ends with a count. */
export async function filter(window, label, word) {
  const select = await find(window, 'field', label, 'screen');
  await until(`the option “${word}”`, () =>
    window.script(
      (one, begins) => {
        const found = [...one.options].find((option) => option.textContent.trim().startsWith(begins));
        if (!found) return false;
        one.value = found.value;
        one.dispatchEvent(new Event('change', { bubbles: true }));
        return true;
      },
      select,
      word,
    ),
  );
}

/** Opens the dialog from the row of a block. */
export async function ask(window, ...texts) {
  await press(window, 'button', sites.ask, rowOf(...texts));
  await find(window, 'dialog', appeal.title(1));
}

/** Ticks rows. */
export async function tickRows(window, ...addressed) {
  for (const address of addressed) await press(window, 'field', sites.tick(address), 'screen');
  await see(window, sites.ticked(addressed.length), '.tickedbar');
}

/** One answer for all that is asked for. */
export const because = (window, reason) => press(window, 'radio', appealReasons[reason].word, 'dialog');

/** Asks for it, and sees the last moment in which it can be taken back. */
export async function askNow(window, blocks = 1) {
  await press(window, 'button', blocks === 1 ? appeal.act : appeal.actSeveral(blocks), 'dialog');
  await see(window, appeal.toast.asking(blocks), '.toasts');
}

/** How long what is sent can be taken back. */
export async function undoFor(window, undo_seconds) {
  const answer = await window.invoke('preferences_save', {
    change: { undo_seconds },
  });
  if (!('ok' in answer)) throw new Error(`it was not kept: ${JSON.stringify(answer)}`);
}

/** Lets the played Cloudflare do something next about our sites. */
export async function nextSite(window, step) {
  const { happens, siteFaults, siteSteps } = words.practice;
  const group = siteFaults.includes(step) ? happens.groups.sitesNext : happens.groups.sitesNow;
  await press(window, 'button', shell.practice.next);
  await press(window, 'menuitem', siteSteps[step].word, `//*[@role='group' and @aria-label='${group}']`);
  await see(window, siteFaults.includes(step) ? happens.sites.armed : happens.sites.done, '.toasts');
}

/** From the list to the page of a block. */
export async function open(window, address, kind = null) {
  await press(window, 'link', address, kind === null ? rowOf(address) : rowOf(address, kind));
  await find(window, 'heading', words.case.caseWords.timeline);
}

/** What the timeline tells, the oldest first. */
export async function told(window) {
  const entries = await window.script(() => [...document.querySelectorAll('.tl .w > b')].map((one) => one.innerText));
  return entries.reverse();
}

/** Waits until the timeline tells these in this order, with anything between them. */
export function tells(window, ...titles) {
  return until(`the timeline to tell ${titles.join(' → ')}`, async () => {
    const all = await told(window);
    let at = -1;
    const in_order = titles.every((title) => (at = all.indexOf(title, at + 1)) >= 0);
    if (in_order) return true;
    throw new Error(`it tells ${all.join(' → ')}`);
  });
}

/** What Cloudflare processed, as it came: the body of each, parsed. */
export const processed = async (window) => (await known(window, '/cloudflare/sites/appeals')).map((one) => one.body);

/** The report that Cloudflare has about a domain, with its mitigations. */
export async function reportAbout(window, domain) {
  const all = await known(window, '/cloudflare/sites/reports');
  const found = all.find((one) => one.domain === domain);
  if (!found) throw new Error(`no report about ${domain}: ${all.map((one) => one.domain)}`);
  return found;
}

/** All that can be read in the open dialog. */
export const dialogText = (window) => textOf(window, 'dialog[open]');
