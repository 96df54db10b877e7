// The flow of the README's animation: what is dropped fills the report, and is sent, once. Each step leaves a picture that `make animation`
// turns into docs/pictures/flow.gif.

import assert from 'node:assert/strict';
import { keepPerson, next, number, practise, send, sendNow } from './support/acts.mjs';
import { dropFiles } from './support/drag.mjs';
import { Files } from './support/files.mjs';
import { find, see } from './support/find.mjs';
import { picture } from './support/pictures.mjs';
import { scenario } from './support/scenario.mjs';
import { words } from './support/words.mjs';

const { shell } = words.shell;

scenario('what is dropped on the list of cases is checked, sent once, and taken down', async (window) => {
  const files = new Files();
  const dropped = [files.sample('forwarded.eml'), files.sample('login-page.png')];
  await practise(window);
  await keepPerson(window);
  await picture(window, 'flow-1-cases');
  await dropFiles(window, dropped, {
    over: async () => {
      await see(window, shell.drop.over(2), '.dropover');
      await picture(window, 'flow-2-over');
    },
  });
  await find(window, 'heading', words.check.check.title);
  await see(window, 'login-page.png', '.tray');
  await see(window, 'hxxps://acme-login[.]example', 'main');
  await picture(window, 'flow-3-check');
  await send(window);
  await picture(window, 'flow-4-undo');
  await sendNow(window);
  assert.match(await number(window), /^PRACTICE-\d+$/);
  await picture(window, 'flow-5-sent');
  await next(window, 'taken_down');
  await see(window, words.status.caseStatus.takedown_success.word, '.meta2');
  await picture(window, 'flow-6-down');
});
