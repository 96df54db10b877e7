// The whole flow by keyboard alone: nothing here presses anything with the pointer.

import assert from 'node:assert/strict';
import { number } from './support/acts.mjs';
import { chooseIn } from './support/dialog.mjs';
import { Files } from './support/files.mjs';
import { find, focused, Key, keys, see, type, valueOf } from './support/find.mjs';
import { scenario, scenarioForReal } from './support/scenario.mjs';
import * as filing from './support/screens_filing.mjs';
import * as mail from './support/screens_mail.mjs';
import * as oursites from './support/screens_sites.mjs';
import { tabTo, unreached } from './support/tabbing.mjs';
import { until } from './support/until.mjs';
import { words } from './support/words.mjs';

const { report, wishWords } = words.report;
const { check } = words.check;
const { shell } = words.shell;

const CTRL = Key.CONTROL;

scenario('the keyboard alone goes from the first screen to PhishFort’s number and the news', async (window) => {
  const picture = new Files().sample('login-page.png');

  await tabTo(window, words.welcome.welcome.practice.act);
  await keys(window, Key.ENTER);
  await find(window, 'heading', words.cases.cases.screen);

  await keys(window, CTRL, 'n');
  await find(window, 'field', report.target.label);
  await until('the heading to have the focus', async () => (await focused(window)).tag === 'h1');
  await keys(window, CTRL, 'o');
  await chooseIn('Choose files', picture);
  await see(window, 'login-page.png', '.tray');

  await tabTo(window, report.target.label);
  await type(window, 'https://acme-login.example/keys');
  await tabTo(window, wishWords.takedown.title);
  await keys(window, Key.ARROW_DOWN);
  await until('“Watch it” to be chosen', () => window.script(() => document.querySelector('[value=monitor]').checked));
  await keys(window, Key.ARROW_UP);
  await keys(window, Key.SPACE);
  await tabTo(window, report.note.label);
  await type(window, 'Typed without a mouse');

  await keys(window, CTRL, Key.ENTER);
  await find(window, 'heading', check.title);
  await find(window, 'button', check.send);
  await until('the heading to have the focus', async () => (await focused(window)).tag === 'h1');
  await keys(window, CTRL, Key.ENTER);
  await see(window, shell.toast.sending, '.toasts');
  await keys(window, CTRL, 'z');
  await find(window, 'heading', check.title);
  await see(window, 'Typed without a mouse', 'main');
  await find(window, 'button', check.send);

  await keys(window, CTRL, Key.ENTER);
  await see(window, shell.toast.sending, '.toasts');
  await tabTo(window, words.outbox.outbox.sendNow);
  await keys(window, Key.ENTER);
  assert.match(await number(window), /^PRACTICE-\d+$/);

  await keys(window, Key.F6);
  await tabTo(window, shell.practice.next);
  await keys(window, Key.ENTER);
  await until('the menu', async () => (await focused(window)).role === 'menuitem');
  const wanted = words.shell.practiceSteps.taken_down.word;
  for (let steps = 0; !(await focused(window)).text.startsWith(wanted) && steps < 12; steps += 1) {
    await keys(window, Key.ARROW_DOWN);
  }
  await keys(window, Key.ENTER);
  await see(window, words.status.caseStatus.takedown_success.word, '.meta2');
});

scenario('the shortcuts lead to every place, and Ctrl+? lists them', async (window) => {
  await tabTo(window, words.welcome.welcome.practice.act);
  await keys(window, Key.SPACE);
  await find(window, 'heading', words.cases.cases.screen);
  for (const [key, heading] of [
    ['2', shell.outbox],
    ['3', words.sites.sites.screen],
    ['4', shell.settings],
    ['5', shell.help],
    ['1', shell.cases],
    [',', shell.settings],
  ]) {
    await keys(window, CTRL, key);
    await find(window, 'heading', heading);
    await until('the heading to have the focus', async () => (await focused(window)).tag === 'h1');
  }
  await keys(window, CTRL, 'f');
  await until('the search to have the focus', async () => (await focused(window)).tag === 'input');
  await type(window, 'wallet');
  await see(window, words.cases.cases.range(1, 1));
  await keys(window, CTRL, Key.SHIFT, '?');
  await find(window, 'dialog', shell.shortcuts);
  await keys(window, Key.ESCAPE);
  await until('the focus to return', async () => (await focused(window)).tag === 'input');
  assert.equal(await valueOf(window, words.cases.cases.search), 'wallet');
});

scenario('a dialog keeps the focus, Esc leaves it, and the focus returns to its button', async (window) => {
  await tabTo(window, words.welcome.welcome.practice.act);
  await keys(window, Key.ENTER);
  await find(window, 'heading', words.cases.cases.screen);
  await tabTo(window, shell.practice.startOver);
  await keys(window, Key.ENTER);
  await find(window, 'dialog', shell.practice.startOverDialog.heading);
  for (let stops = 0; stops < 6; stops += 1) {
    await keys(window, Key.TAB);
    const where = await window.script(() => {
      const one = document.activeElement;
      return one === document.body || one.closest('dialog[open]') !== null;
    });
    assert.ok(where, 'the focus stays in the dialog');
  }
  await keys(window, Key.ESCAPE);
  await until('the focus to return', async () => {
    const { tag, text } = await focused(window);
    if (text.trim() === shell.practice.startOver) return true;
    throw new Error(`it is on ${tag} “${text.slice(0, 80)}”`);
  });
});

/** Walks, and tells at its end what Tab did not come to at any stop. */
async function reach(window, walk) {
  const missed = [];
  await walk(window, async (name) => {
    // The end of a form is the same form.
    if (!name.endsWith('-end')) missed.push(...(await unreached(window)).map((one) => `${name}: ${one}`));
  });
  assert.deepEqual(missed, []);
}

scenario('Tab comes to everything in the eight forms', (window) => reach(window, filing.walkKinds));

scenario('Tab comes to everything where a report to both is checked, sent and refused', (window) =>
  reach(window, filing.walkBoth),
);

scenario('Tab comes to everything in the guide', (window) => reach(window, filing.walkGuide));

scenario('Tab comes to everything about filed reports', (window) => reach(window, filing.walkFiled));

scenario('Tab comes to everything about sender profiles', (window) => reach(window, filing.walkProfiles));

scenarioForReal('Tab comes to everything about the connections', (window) => reach(window, filing.walkConnections));

scenario('Tab comes to everything about our sites', (window) => reach(window, oursites.walkSites));

scenario('Tab comes to everything where a whole report is answered', (window) => reach(window, oursites.walkNotice));

scenario('Tab comes to everything about a mail that became a case', (window) => reach(window, mail.walkMail));

scenario('Tab comes to everything about what a mail leaves open', (window) => reach(window, mail.walkMailQuestions));

scenario('Tab comes to everything about what names the victim', (window) => reach(window, mail.walkMailPersonal));
