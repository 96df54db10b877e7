// A mail becomes a case: one drag, one click, nothing typed.

import assert from 'node:assert/strict';
import { keepPerson, keepProfile, number, numbers, PERSON, practise } from './support/acts.mjs';
import { withClipboard } from './support/clipboard.mjs';
import { dropToCheck, evidenceNames, latestDraft } from './support/dropped.mjs';
import { Files, png } from './support/files.mjs';
import { find, focused, press, see, textOf } from './support/find.mjs';
import { BAIT, BAIT_SHOWN, bait, SENDER, SUBJECT } from './support/mails.mjs';
import { known } from './support/played.mjs';
import { scenario } from './support/scenario.mjs';
import { Taps } from './support/taps.mjs';
import { until } from './support/until.mjs';
import { words } from './support/words.mjs';
import { appWindow, focus, xdo } from './support/xdo.mjs';

const { report } = words.report;
const { check } = words.check;
const { shell } = words.shell;

/** What the played PhishFort took in last. */
const taken = async (window) => (await known(window, '/processed')).at(-1);

scenario('one drag and one click take a mail from the list of cases to PhishFort’s number', async (window) => {
  const files = new Files();
  const path = files.write('urgent.eml', bait());
  await practise(window);
  await keepPerson(window);
  const taps = await Taps.from(window);

  const took_ms = await dropToCheck(window, [path], BAIT_SHOWN);
  console.log(`from letting go to filled: ${took_ms} ms`);
  assert.equal((await focused(window)).text, check.title, 'the heading of Check and send has the focus');
  for (const said of [SUBJECT, PERSON.email, SENDER.replaceAll('.', '[.]'), 'urgent.eml', check.ready.yes]) {
    await see(window, said, 'main');
  }
  const draft = await latestDraft(window);
  assert.equal(draft.fields.target, BAIT);
  assert.ok(draft.fields.note.includes(SUBJECT), draft.fields.note);
  assert.equal(draft.fields.reported_by, PERSON.email);
  const exact = (list) => list.map(({ target }) => target.exact);
  assert.deepEqual(exact(draft.found.addresses), [BAIT], 'nothing of ours is proposed');
  assert.deepEqual(exact(draft.found.set_aside).sort(), [
    'https://acme.example/imprint',
    'https://acme.example/privacy',
  ]);
  assert.deepEqual(await evidenceNames(window), ['urgent.eml']);
  assert.deepEqual(await taps.since(), { presses: 0, keys: 0, typed: [] }, 'a drag alone');

  await press(window, 'button', check.sendAll(1));
  await find(window, 'button', shell.newReport);
  await see(window, shell.toast.sending, '.toasts');
  assert.match(await number(window), /^PRACTICE-\d+$/);
  assert.deepEqual(await taps.since(), { presses: 1, keys: 0, typed: [] }, 'one click, no key, nothing typed');

  const { fields, files: sent } = await taken(window);
  assert.equal(fields.url, BAIT);
  assert.equal(sent.length, 1);
  assert.match(sent[0].name, /_urgent\.eml$/);
});

scenario('a mail of 1 MB is there as fast', async (window) => {
  const files = new Files();
  const padding = { type: 'application/octet-stream', name: 'offer.bin', body: Buffer.alloc(750_000, 'offer ') };
  const path = files.write('heavy.eml', bait({ attached: [padding] }));
  await practise(window);
  const took_ms = await dropToCheck(window, [path], BAIT_SHOWN);
  console.log(`1 MB, from letting go to filled: ${took_ms} ms`);
  await see(window, 'heavy.eml', 'main');
});

scenario('one click more tells Cloudflare as well, with a saved profile and nothing typed', async (window) => {
  const path = new Files().write('urgent.eml', bait());
  await practise(window);
  await keepProfile(window);
  const taps = await Taps.from(window);
  await dropToCheck(window, [path], BAIT_SHOWN);
  await press(window, 'tick', report.who.cloudflare.title, 'screen');
  await press(window, 'button', check.sendAll(2));
  await find(window, 'button', shell.newReport);
  await see(window, shell.toast.sending, '.toasts');
  const told = await numbers(window, 2);
  assert.deepEqual(
    told.map(([service]) => service),
    ['PhishFort', 'Cloudflare'],
  );
  assert.notEqual(told[0][1], told[1][1]);
  assert.deepEqual(await taps.since(), { presses: 2, keys: 0, typed: [] }, 'two clicks, no key, nothing typed');
  const [{ body }] = (await known(window, '/cloudflare/processed')).slice(-1);
  assert.equal(body.urls, BAIT);
});

scenario('a screenshot that is dropped beside a mail becomes evidence of the same case', async (window) => {
  const files = new Files();
  const dropped = [files.write('shot.png', png(640, 400)), files.write('urgent.eml', bait())];
  await practise(window);
  await dropToCheck(window, dropped, BAIT_SHOWN);
  assert.deepEqual((await evidenceNames(window)).sort(), ['shot.png', 'urgent.eml']);
  await see(window, check.ready.yes, 'main');
});

scenario('a dropped list of addresses is reported whole', async (window) => {
  const list = ['https://acme-login.example/one', 'hxxps://acme-login[.]example/two', 'https://parcel-fee.test/pay'];
  const path = new Files().write('list.txt', `${list.join('\n')}\n`);
  await practise(window);
  await dropToCheck(window, [path], 'hxxps://acme-login[.]example/one');
  const draft = await latestDraft(window);
  assert.equal(draft.fields.target, 'https://acme-login.example/one');
  assert.deepEqual(draft.fields.more_addresses.split('\n'), [
    'https://acme-login.example/two',
    'https://parcel-fee.test/pay',
  ]);
});

scenario('a text that is pasted on the list of cases becomes a case with the text as evidence', async (window) => {
  const text = `From: Acme Billing <${SENDER}>\nSubject: ${SUBJECT}\n\nConfirm your card: ${BAIT}\n`;
  await practise(window);
  await withClipboard('text', text, async () => {
    await focus(await appWindow());
    await xdo('key', 'ctrl+v');
    await find(window, 'heading', check.title);
  });
  await see(window, BAIT_SHOWN, 'main');
  await until('the text as evidence', async () => (await evidenceNames(window)).length === 1);
  await see(window, check.ready.yes, 'main');
  assert.doesNotMatch(await textOf(window), /https?:\/\//);
});
