// The app is killed at the worst moments: nothing typed is lost, and nothing is sent that was not meant to be.

import assert from 'node:assert/strict';
import { newReport, number, place, practise, send, toCheck } from './support/acts.mjs';
import { chooseIn } from './support/dialog.mjs';
import { Files } from './support/files.mjs';
import { fill, find, press, see, valueOf } from './support/find.mjs';
import { scenario } from './support/scenario.mjs';
import { words } from './support/words.mjs';

const { report } = words.report;
const { shell } = words.shell;
const { outbox } = words.outbox;

const ADDRESS = 'https://acme-login.example/crash';

scenario('a draft is there after the app was killed while it was written', async (window, stage) => {
  const picture = new Files().sample('login-page.png');
  await practise(window);
  await newReport(window);
  await press(window, 'button', report.drop.choose);
  await chooseIn('Choose files', picture);
  await see(window, 'login-page.png', '.tray');
  await fill(window, report.note.label, 'Half a sentence, then the');
  await fill(window, report.target.label, ADDRESS);
  // How the address was understood is told with the answer that it is saved, half a second after the last key.
  await see(window, 'hxxps://acme-login[.]example/crash', '.understood');

  const reopened = await stage.crash();
  await see(reopened, shell.started.endedBadly, '.toasts');
  await press(reopened, 'button', words.cases.caseFilters.find(([filter]) => filter === 'drafts')[1]);
  await press(reopened, 'link', 'hxxps://acme-login[.]example/crash');
  assert.equal(await valueOf(reopened, report.target.label), ADDRESS);
  assert.equal(await valueOf(reopened, report.note.label), 'Half a sentence, then the');
  await see(reopened, 'login-page.png', '.tray');
});

scenario('a report whose undo time was running is held, not sent, and Send now sends it', async (window, stage) => {
  await practise(window);
  await newReport(window);
  await fill(window, report.target.label, ADDRESS);
  await toCheck(window);
  await send(window);

  const reopened = await stage.crash();
  await see(reopened, shell.started.held(1), '.toasts');
  await place(reopened, shell.outbox);
  await find(reopened, 'heading', outbox.screen);
  await see(reopened, words.status.reasonWord('app_closed', 'phishfort'), 'main');
  await press(reopened, 'button', outbox.sendNow);
  await press(reopened, 'link', shell.cases, 'side');
  await press(reopened, 'link', 'hxxps://acme-login[.]example/crash');
  assert.match(await number(reopened), /^PRACTICE-\d+$/);
});

scenario('a closed app starts where it was: in practice, with its cases and its look', async (window, stage) => {
  await practise(window);
  await window.invoke('preferences_save', { change: { theme: 'dark' } });
  const reopened = await stage.restart();
  await find(reopened, 'heading', words.cases.cases.screen);
  await see(reopened, shell.practice.sentence);
  assert.equal(await reopened.script(() => document.documentElement.dataset.theme), 'dark');
});
