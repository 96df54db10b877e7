// Things of the page as a person finds them: by what they are and what they are called.

import { fromUi } from './places.mjs';
import { until } from './until.mjs';

const { Key } = fromUi('selenium-webdriver');
export { Key };

/** A text as an XPath literal. */
function literal(text) {
  if (!text.includes("'")) return `'${text}'`;
  return `concat('${text.replaceAll("'", "',\"'\",'")}')`;
}

const own = (name) => `normalize-space(.)=${literal(name)}`;
/** Named by its own label, by all its text, or by one part of it: a button also shows its shortcut. */
const named = (name) =>
  `[@aria-label=${literal(name)} or (not(@aria-label) and (${own(name)} or .//*[${own(name)}] or .//text()[${own(name)}]))]`;
const labelled = (name) => `[@id=//label[${own(name)}]/@for or @aria-label=${literal(name)}]`;

const kinds = {
  button: (name) => `//button[not(@role)]${named(name)}`,
  menuitem: (name) => `//*[@role='menuitem']${named(name)}`,
  link: (name) => `//a${named(name)}`,
  heading: (name) => `//*[self::h1 or self::h2 or self::h3][${own(name)}]`,
  field: (name) => `//*[self::input or self::textarea or self::select]${labelled(name)}`,
  radio: (name) => `//label[.//*[${own(name)}] or .//text()[${own(name)}]]//input[@type='radio']`,
  tick: (name) => `//label[.//*[${own(name)}] or .//text()[${own(name)}]]//input[@type='checkbox']`,
  dialog: (name) => `//dialog[@open][.//h2[${own(name)}]]`,
  summary: (name) => `//summary[${own(name)}]`,
};

const inside = { page: '', dialog: '//dialog[@open]', screen: '//main', band: "//*[@role='region']", side: '//aside' };

/** A place to look in: the innermost part of the page that has this heading or legend. */
export const part = (name) => `//*[self::section or self::fieldset][*[${own(name)}] or header/*[${own(name)}]]`;

/**
 * The first thing of this kind and name that can be seen, and with `usable` be used too; null when there is none. `where`
 * is a name of the above, or a `part`.
 */
function first(window, kind, name, where, usable) {
  return window.script(
    (path, must_be_usable, drawn_by_its_label) => {
      const found = document.evaluate(path, document, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE, null);
      for (let index = 0; index < found.snapshotLength; index += 1) {
        const one = found.snapshotItem(index);
        const seen = drawn_by_its_label ? one.closest('label') : one;
        if (!seen.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
        if (!must_be_usable || !one.matches(':disabled')) return one;
      }
      return null;
    },
    (inside[where] ?? where) + kinds[kind](name),
    usable,
    kind === 'radio' || kind === 'tick',
  );
}

/** The first thing of this kind and name that can be seen and used; waits for it. */
export function find(window, kind, name, where = 'page') {
  return until(`the ${kind} “${name}”`, () => first(window, kind, name, where, true));
}

/** Whether it is there to be seen now. */
export async function has(window, kind, name, where = 'page') {
  return (await first(window, kind, name, where, false)) !== null;
}

/** Waits until nothing of this kind and name can be seen. */
export function gone(window, kind, name, where = 'page') {
  return until(`the ${kind} “${name}” to go`, async () => !(await has(window, kind, name, where)));
}

/** Presses it. A redrawn one is looked up again. */
export async function press(window, kind, name, where = 'page') {
  await until(`pressing the ${kind} “${name}”`, async () => {
    const element = await find(window, kind, name, where);
    await window.script((one) => one.scrollIntoView({ block: 'center' }), element);
    await element.click();
    return true;
  });
}

/** Types into a field in the stead of what is there. */
export async function fill(window, name, text, where = 'page') {
  const field = await find(window, 'field', name, where);
  // Selected by script: a chord of keys leaves Ctrl down for what is typed next.
  await window.script((one) => {
    one.focus();
    one.select?.();
  }, field);
  await field.sendKeys(text === '' ? Key.BACK_SPACE : text.replaceAll('\n', Key.ENTER));
  await until(`“${name}” to hold what was typed`, async () => {
    const now = await valueOf(window, name, where);
    if (now === text) return true;
    throw new Error(`it holds ${JSON.stringify(now)}`);
  });
}

/** Types into a date or a time, part by part in the order of the tests' locale, and waits until it holds `value`. */
export async function fillParts(window, name, typed, value) {
  await (await find(window, 'field', name)).sendKeys(typed);
  await until(`“${name}” to hold ${value}`, async () => {
    const now = await valueOf(window, name);
    if (now === value) return true;
    throw new Error(`it holds ${JSON.stringify(now)}`);
  });
}

/** What a field holds. */
export async function valueOf(window, name, where = 'page') {
  return window.script((one) => one.value, await find(window, 'field', name, where));
}

/** Whether a tick or a radio button is on. */
export async function isOn(window, kind, name, where = 'page') {
  return window.script((one) => one.checked, await find(window, kind, name, where));
}

/** Chooses an option of a select by its words. */
export async function choose(window, name, option) {
  const field = await find(window, 'field', name);
  await window.script(
    (select, words) => {
      const found = [...select.options].find((one) => one.textContent.trim() === words);
      select.value = found.value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    field,
    option,
  );
}

/** All that can be read now in a part of the page. */
export function textOf(window, selector = 'body') {
  return window.script(
    (one) =>
      [...document.querySelectorAll(one)]
        .map((part) => part.innerText)
        .join('\n')
        .replace(/\s+/g, ' '),
    selector,
  );
}

/** Waits until a sentence can be read. */
export function see(window, text, selector = 'body') {
  const plain = text.replace(/\s+/g, ' ');
  return until(`“${text}”`, async () => {
    const now = await textOf(window, selector);
    if (now.includes(plain)) return true;
    throw new Error(`it reads: ${now.slice(0, 1500)}`);
  });
}

/** Waits until a sentence can be read no more. */
export function unsee(window, text, selector = 'body') {
  return until(`“${text}” to go`, async () => !(await textOf(window, selector)).includes(text));
}

/** Unfolds (or folds) everything on the screen that can be. */
export function fold(window, open) {
  return window.script((now) => {
    for (const one of document.querySelectorAll('main details')) one.open = now;
    for (const one of document.querySelectorAll(`main button[aria-controls][aria-expanded=${!now}]`)) one.click();
  }, open);
}

/** Presses keys together, on whatever has the focus. */
export async function keys(window, ...chord) {
  const actions = window.driver.actions({ async: true });
  for (const key of chord) actions.keyDown(key);
  for (const key of [...chord].reverse()) actions.keyUp(key);
  await actions.perform();
}

/** Types on whatever has the focus. */
export async function type(window, text) {
  await window.driver.actions({ async: true }).sendKeys(text).perform();
}

/** What has the focus: its element's name, id and words. */
export function focused(window) {
  return window.script(() => {
    const one = document.activeElement;
    return {
      tag: one.localName,
      id: one.id,
      role: one.getAttribute('role'),
      text: one.innerText ?? '',
      name: one.name,
    };
  });
}
