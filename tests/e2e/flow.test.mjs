// The flow of the README's animation: what is dropped is sent, once. Each step leaves a picture that `make animation`
// turns into docs/pictures/flow.gif.

import assert from 'node:assert/strict';
import { next, number, practise, send, sendNow, toCheck } from './support/acts.mjs';
import { dropFiles } from './support/drag.mjs';
import { Files } from './support/files.mjs';
import { fill, find, see } from './support/find.mjs';
import { picture } from './support/pictures.mjs';
import { scenario } from './support/scenario.mjs';
import { words } from './support/words.mjs';

const { report } = words.report;
const { shell } = words.shell;

scenario('what is dropped on the list of cases is checked, sent once, and taken down', async (window) => {
  const files = new Files();
  const dropped = [files.sample('forwarded.eml'), files.sample('login-page.png')];
  await practise(window);
  await picture(window, 'flow-1-cases');
  await dropFiles(window, dropped, {
    over: async () => {
      await see(window, shell.drop.over(2), '.dropover');
      await picture(window, 'flow-2-over');
    },
  });
  await find(window, 'field', report.target.label);
  await see(window, 'login-page.png', '.tray');
  await fill(window, report.target.label, 'https://acme-login.example/secure/verify?id=4711');
  await fill(window, report.note.label, 'A customer got this by email and was asked for a card number.');
  await see(window, 'hxxps://acme-login[.]example', 'main');
  await picture(window, 'flow-3-report');
  await toCheck(window);
  await picture(window, 'flow-4-check');
  await send(window);
  await picture(window, 'flow-5-undo');
  await sendNow(window);
  assert.match(await number(window), /^PRACTICE-\d+$/);
  await picture(window, 'flow-6-sent');
  await next(window, 'taken_down');
  await see(window, words.status.caseStatus.takedown_success.word, '.meta2');
  await picture(window, 'flow-7-down');
});
