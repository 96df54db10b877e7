// Reports to Cloudflare: a pasted list becomes a report a site, a legal notice is signed by keyboard alone, and a report
// of what must not be copied takes no files.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import {
  chooseKind,
  keepProfile,
  newReport,
  number,
  numbers,
  PROFILE,
  practise,
  send,
  sendAllNow,
  tell,
  toCheck,
} from './support/acts.mjs';
import { withClipboard } from './support/clipboard.mjs';
import { dropFiles } from './support/drag.mjs';
import { Files } from './support/files.mjs';
import { fill, find, has, isOn, Key, keys, press, see, textOf, type, valueOf } from './support/find.mjs';
import { scenario } from './support/scenario.mjs';
import { tabTo } from './support/tabbing.mjs';
import { until } from './support/until.mjs';
import { words } from './support/words.mjs';
import { appWindow, focus, xdo } from './support/xdo.mjs';

const { report, splitLine } = words.report;
const { check } = words.check;
const { shell } = words.shell;
const { fieldWords, kindWords } = words.kinds;
const { evidence, refusedWords } = words.evidence;

/** A field of the report to Cloudflare, as it is labelled. */
const label = (kind, field) => fieldWords(kind, field).label;

scenario('a pasted list of two sites is shown as two reports, and becomes two', async (window) => {
  const pasted = 'https://acme-login.example/one\nhttps://acme-shop.example/two\nhttps://acme-login.example/three';
  await practise(window);
  await keepProfile(window);
  await newReport(window);
  await window.script(() => document.querySelector('h1').focus());
  await withClipboard('text', pasted, async () => {
    await focus(await appWindow());
    await xdo('key', 'ctrl+v');
    await find(window, 'heading', check.title);
  });
  await press(window, 'button', check.rows.changeWhat(check.rows.target));
  await until('the address', async () => (await valueOf(window, report.target.label)).endsWith('/one'));
  await tell(window, 'cloudflare');
  const splits = [
    { hostname: 'acme-login[.]example', addresses: 2 },
    { hostname: 'acme-shop[.]example', addresses: 1 },
  ];
  await see(window, splitLine(splits), '.splits');
  await toCheck(window, 2);
  for (const { hostname, addresses } of splits) {
    await see(window, `${hostname} ${check.gets.addresses(addresses)}`, '.hosts');
  }
  await send(window, 2);
  await sendAllNow(window, 2);
  const told = await numbers(window, 2);
  assert.deepEqual(
    told.map(([service]) => service),
    ['Cloudflare', 'Cloudflare'],
  );
  assert.equal(new Set(told.map(([, number]) => number)).size, 2);
  for (const { hostname } of splits) await see(window, hostname, '.standing');
});

scenario('an address that is given twice is sent once, and that is said before', async (window) => {
  await practise(window);
  await keepProfile(window);
  await newReport(window);
  await fill(window, report.target.label, 'https://acme-login.example/one');
  await tell(window, 'cloudflare');
  await fill(
    window,
    `${report.more.label} (optional)`,
    'https://acme-login.example/one\nhttps://acme-login.example/two',
  );
  await see(window, report.more.repeated(1), '.splits');
  await see(window, splitLine([{ hostname: 'acme-login[.]example', addresses: 2 }]), '.splits');
});

scenario('a DMCA notice is written, declared and signed by keyboard alone', async (window) => {
  await tabTo(window, words.welcome.welcome.practice.act);
  await keys(window, Key.ENTER);
  await find(window, 'heading', words.cases.cases.screen);
  await keepProfile(window);
  await keys(window, Key.CONTROL, 'n');
  await find(window, 'field', report.target.label);
  await tabTo(window, report.target.label);
  await type(window, 'https://acme-gallery.example/stolen');
  await tabTo(window, report.who.phishfort.title);
  await keys(window, Key.SPACE);
  await tabTo(window, report.who.cloudflare.title);
  await keys(window, Key.SPACE);
  await tabTo(window, kindWords.phishing.title);
  await keys(window, Key.ARROW_DOWN);
  await keys(window, Key.ARROW_DOWN);
  await find(window, 'heading', `${kindWords.dmca.title} ${report.forWhom.cloudflare}`);
  await tabTo(window, label('dmca', 'original_work'));
  await type(window, 'Our photographs, at https://acme.example/photos');

  const statements = ['dmca_good_faith', 'dmca_authority', 'dmca_liability'].map((field) => label('dmca', field));
  for (const one of statements) assert.equal(await isOn(window, 'tick', one), false, 'nothing is declared for them');
  assert.equal(await valueOf(window, label('dmca', 'signature')), '', 'nothing is signed for them');
  await keys(window, Key.CONTROL, Key.ENTER);
  await find(window, 'heading', check.title);
  await see(window, check.rows.statementsDone(0, 3, ''), 'main');
  await see(window, check.ready.no);
  await tabTo(window, check.rows.changeWhat(check.rows.statements));
  await keys(window, Key.ENTER);
  await find(window, 'field', report.target.label);

  for (const one of statements) {
    await tabTo(window, one);
    await keys(window, Key.SPACE);
    await until('it to be ticked', () => isOn(window, 'tick', one));
  }
  await tabTo(window, label('dmca', 'signature'));
  await type(window, PROFILE.name);
  await keys(window, Key.CONTROL, Key.ENTER);
  await find(window, 'heading', check.title);
  await see(window, check.rows.statementsDone(3, 3, PROFILE.name), 'main');
  await see(window, check.ready.yes);
  await keys(window, Key.CONTROL, Key.ENTER);
  await see(window, shell.toast.sending, '.toasts');
  await tabTo(window, words.outbox.outbox.sendNow);
  await keys(window, Key.ENTER);
  assert.match(await number(window), /^PRACTICE-CF-\d+$/);
  await press(window, 'summary', (await textOf(window, '.sentone summary')).trim());
  await see(window, '/abuse-reports/abuse_dmca', '.sentone');
});

scenario('a report of child abuse material has no place for files, and a dropped one is not kept', async (window) => {
  const files = new Files();
  await practise(window);
  await newReport(window);
  await fill(window, report.target.label, 'https://acme-login.example/where');
  await tell(window, 'cloudflare');
  await chooseKind(window, 'children');
  await see(window, report.filesOff.children, 'main');
  for (const word of [report.drop.choose, report.drop.paste]) {
    assert.equal(await has(window, 'button', word, 'screen'), false, `nothing says “${word}”`);
  }
  const kept = () =>
    readdirSync(window.data, { recursive: true })
      .filter((path) => path.split('/').includes('evidence'))
      .sort();
  const before = kept();
  assert.ok(before.length > 0, 'practice has a folder for evidence');
  await dropFiles(window, [files.sample('login-page.png'), files.write('other.txt', 'not to be kept')]);
  await see(window, refusedWords.evidence_off(''));
  await see(window, evidence.refusedTitle(2));
  assert.deepEqual(kept(), before, 'nothing was copied');
  await press(window, 'button', evidence.dismiss);
});
