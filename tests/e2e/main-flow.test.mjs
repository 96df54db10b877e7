// The main job, whole, in the real window: evidence that fills the report, a change of it, Send, Undo, Send, PhishFort's
// number, news.

import assert from 'node:assert/strict';
import { newReport, next, number, practise, send, sendNow, toCheck } from './support/acts.mjs';
import { chooseIn } from './support/dialog.mjs';
import { Files } from './support/files.mjs';
import { fill, find, press, see, unsee, valueOf } from './support/find.mjs';
import { picture } from './support/pictures.mjs';
import { scenario } from './support/scenario.mjs';
import { words } from './support/words.mjs';

const { report } = words.report;
const { check } = words.check;
const { shell } = words.shell;

const ADDRESS = 'https://acme-login.example/secure';
const SHOWN = 'hxxps://acme-login[.]example/secure';
const NOTE = 'A customer got this by email and was asked for a card number.';

scenario('a report goes from a chosen file to PhishFort’s number, and its news arrive', async (window) => {
  const mail = new Files().sample('forwarded.eml');
  await picture(window, 'main-flow-1-welcome');
  await practise(window);
  await picture(window, 'main-flow-2-cases');

  await newReport(window);
  await press(window, 'button', report.drop.choose);
  await chooseIn('Choose files', mail);
  await find(window, 'heading', check.title);
  await see(window, 'hxxps://acme-login[.]example/secure/verify?id=4711', 'main');
  await press(window, 'button', check.rows.changeWhat(check.rows.target));
  await see(window, 'forwarded.eml', '.tray');
  await fill(window, report.target.label, ADDRESS);
  await fill(window, report.note.label, NOTE);
  await see(window, SHOWN);
  await picture(window, 'main-flow-3-report');

  await toCheck(window);
  await see(window, SHOWN, 'main');
  await picture(window, 'main-flow-4-check');

  await send(window);
  await picture(window, 'main-flow-5-undo');
  await press(window, 'button', words.common.common.undo);
  await find(window, 'heading', check.title);
  await see(window, shell.toast.undone(1));
  await see(window, NOTE, 'main');
  await press(window, 'button', check.rows.changeWhat(check.rows.target));
  assert.equal(await valueOf(window, report.target.label), ADDRESS, 'the address is still there after Undo');
  assert.equal(await valueOf(window, report.note.label), NOTE, 'the note is still there after Undo');
  await see(window, 'forwarded.eml', '.tray');

  await toCheck(window);
  await send(window);
  await sendNow(window);
  const given = await number(window);
  assert.match(given, /^PRACTICE-\d+$/);
  await picture(window, 'main-flow-6-sent');

  await unsee(window, words.status.caseStatus.takedown_success.word, '.meta2');
  await next(window, 'taken_down');
  await see(window, words.status.caseStatus.takedown_success.word, '.meta2');
  await see(window, given, '.meta2');
  await picture(window, 'main-flow-7-down');
});
