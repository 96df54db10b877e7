// A picture on the clipboard becomes evidence, and an address becomes what is reported.

import assert from 'node:assert/strict';
import { newReport, practise } from './support/acts.mjs';
import { withClipboard } from './support/clipboard.mjs';
import { evidenceNames } from './support/dropped.mjs';
import { Files, png } from './support/files.mjs';
import { find, press, see, valueOf } from './support/find.mjs';
import { scenario } from './support/scenario.mjs';
import { words } from './support/words.mjs';
import { appWindow, focus, xdo } from './support/xdo.mjs';

const { report } = words.report;
const { kindWords } = words.evidence;

/** Ctrl+V as the keyboard sends it: only then does the page see the real clipboard. */
async function pressPaste() {
  const window = await appWindow();
  await focus(window);
  await xdo('key', 'ctrl+v');
}

scenario('Ctrl+V adds the picture on the clipboard', async (window) => {
  const picture = new Files().write('shot.png', png(320, 200));
  await practise(window);
  await newReport(window);
  await withClipboard('image', picture, async () => {
    await pressPaste();
    await see(window, kindWords.png, '.tray');
  });
  const names = await evidenceNames(window);
  assert.equal(names.length, 1);
  assert.match(names[0], /^Pasted .*\.png$/);
});

scenario('Ctrl+V in a text field adds the picture too, and leaves the text alone', async (window) => {
  const picture = new Files().write('shot.png', png(200, 120, [200, 60, 40]));
  await practise(window);
  await newReport(window);
  const field = await find(window, 'field', report.note.label);
  await field.sendKeys('A note');
  await withClipboard('image', picture, async () => {
    await pressPaste();
    await see(window, kindWords.png, '.tray');
  });
  assert.equal(await valueOf(window, report.note.label), 'A note');
});

scenario('the Paste button adds the picture on the clipboard', async (window) => {
  const picture = new Files().write('shot.png', png());
  await practise(window);
  await newReport(window);
  await withClipboard('image', picture, async () => {
    await press(window, 'button', report.drop.paste);
    await see(window, kindWords.png, '.tray');
  });
  assert.equal((await evidenceNames(window)).length, 1);
});

scenario('with no picture on the clipboard, the Paste button says so', async (window) => {
  await practise(window);
  await newReport(window);
  await withClipboard('text', 'only words', async () => {
    await press(window, 'button', report.drop.paste);
    await see(window, words.errors.errors.nothing_to_paste.title);
  });
});

scenario('an address that is pasted outside a field becomes what is reported', async (window) => {
  await practise(window);
  await newReport(window);
  await window.script(() => document.querySelector('h1').focus());
  await withClipboard('text', 'https://acme-login.example/pasted', async () => {
    await pressPaste();
    await find(window, 'heading', words.check.check.title);
    await see(window, 'hxxps://acme-login[.]example/pasted', 'main');
  });
});
