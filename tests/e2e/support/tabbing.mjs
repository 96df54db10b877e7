// The keyboard's way through a screen: Tab after Tab, each stop seen.

import { Key, keys } from './find.mjs';

/** What has the focus: how it is called, and whether it is there to be seen. */
function stop(window) {
  return window.script(() => {
    const one = document.activeElement;
    const label = one.labels?.[0]?.innerText ?? one.getAttribute('aria-label') ?? one.innerText ?? '';
    const { width, height } = one.getBoundingClientRect();
    return { label: label.replace(/\s+/g, ' ').trim(), seen: width > 0 && height > 0 };
  });
}

/** Tabs on until what has the focus is called so, or begins so; every stop on the way must be seen. */
export async function tabTo(window, name, key = Key.TAB) {
  const sought = name.replace(/\s+/g, ' ');
  for (let stops = 0; stops < 80; stops += 1) {
    const at = await stop(window);
    if (!at.seen) throw new Error(`the focus is on something that can't be seen: “${at.label}”`);
    if (at.label.startsWith(sought)) return;
    await keys(window, key);
  }
  throw new Error(`Tab never came to “${name}”`);
}

/** So many Tabs at a time: the page itself notes where they came. */
const STRIDE = 10;

/**
 * What can be pressed or typed into in the window's screen, or in its open dialog, and was not reached by Tab: a line
 * each. Of radio buttons that belong together the keyboard reaches one, and the arrows the rest.
 */
export async function unreached(window) {
  const all = await window.script(() => {
    const room = document.querySelector('dialog[open]') ?? document.querySelector('main');
    const groups = new Map();
    for (const one of room.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')) {
      const drawn = one.closest('label') ?? one;
      if (one.disabled || one.tabIndex < 0 || !drawn.checkVisibility({ visibilityProperty: true })) continue;
      const name = one.type === 'radio' ? `radio ${one.name}` : `other ${groups.size}`;
      groups.set(name, [...(groups.get(name) ?? []), one]);
    }
    const left = new Map([...groups.values()].flatMap((members) => members.map((one) => [one, members])));
    const come = (one) => left.get(one)?.forEach((member) => left.delete(member));
    globalThis.unreached?.stop();
    const until = new AbortController();
    globalThis.unreached = { left, stop: () => until.abort() };
    document.addEventListener('focusin', (event) => come(event.target), { signal: until.signal });
    // The parts of a date field take the focus without telling.
    document.addEventListener('keyup', () => come(document.activeElement), { signal: until.signal });
    room.querySelector('h1, h2')?.focus();
    come(document.activeElement);
    return groups.size;
  });
  const left = () => window.script(() => globalThis.unreached.left.size);
  // Once round, and the frame's own stops besides.
  for (let stops = 0; stops < all + 30 && (await left()) > 0; stops += STRIDE) {
    const tabs = window.driver.actions({ async: true });
    for (let tab = 0; tab < STRIDE; tab += 1) tabs.keyDown(Key.TAB).keyUp(Key.TAB);
    await tabs.perform();
  }
  return window.script(() => {
    globalThis.unreached.stop();
    // A message that went away by itself meanwhile has nothing left to come to.
    const there = [...globalThis.unreached.left.keys()].filter((one) => one.isConnected);
    return there.map((one) => `${one.localName}#${one.id} ${(one.labels?.[0] ?? one).innerText}`);
  });
}
