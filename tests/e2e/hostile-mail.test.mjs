// A mail is text: nothing of it runs, nothing of it is loaded, nothing of it can be followed.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { number, practise, send, sendNow } from './support/acts.mjs';
import { dropToCheck, latestDraft } from './support/dropped.mjs';
import { Files } from './support/files.mjs';
import { find, fold, gone, Key, keys, press, see } from './support/find.mjs';
import * as hostile from './support/hostile.mjs';
import { Stage } from './support/scenario.mjs';
import { until } from './support/until.mjs';
import { words } from './support/words.mjs';

const { check } = words.check;
const { evidence } = words.evidence;

const MAILS = 10;
const EACH = 50;
const MIDDLE = 1;

/** Files of such mails, named by such strings as far as a file can be. */
function loadedFiles() {
  const files = new Files();
  const all = hostile.payloads(MAILS * EACH);
  return Array.from({ length: MAILS }, (_, index) => {
    const strings = all.slice(index * EACH, (index + 1) * EACH);
    const name = strings[index].replaceAll('/', '∕').slice(0, 60);
    return files.write(`${index} ${name}.eml`, hostile.loaded(strings));
  });
}

/** Clicks, middle-clicks, clicks with Ctrl, and double-clicks with Enter, on so many places that show an address. */
async function tryToFollow(window, most) {
  let tried = 0;
  for (const place of (await hostile.shownAddresses(window)).slice(0, most)) {
    const at = await hostile.pointOf(window, place);
    if (at === null) continue;
    tried += 1;
    const act = () => window.driver.actions({ async: true }).move(at);
    await act().click().perform();
    await act().press(MIDDLE).release(MIDDLE).perform();
    await act().keyDown(Key.CONTROL).click().keyUp(Key.CONTROL).perform();
    await act().doubleClick().sendKeys(Key.ENTER).perform();
  }
  return tried;
}

test('of 500 hostile strings nothing runs, is loaded or can be followed, on any screen that shows them', () => {
  const stage = new Stage('of 500 hostile strings nothing runs');
  const openers = hostile.openers();
  return stage.play({ env: openers.env }, async (window) => {
    await practise(window);
    await hostile.listenForRefusals(window);
    const before = await window.script(() => location.href);
    let followed = 0;
    const look = async (where) => {
      await fold(window, true);
      assert.deepEqual(await hostile.moreThanText(window), [], `${where} shows text alone`);
      assert.deepEqual(await hostile.followable(window), [], `nothing on ${where} is an address to follow`);
      followed += await tryToFollow(window, 12);
      assert.equal(await window.script(() => location.href), before, `${where} leads nowhere`);
      assert.equal((await window.driver.getAllWindowHandles()).length, 1);
      assert.equal(openers.asked(), '', 'nothing was opened');
    };

    const paths = loadedFiles();
    await dropToCheck(window, paths, 'hxxps://acme-login[.]example/');
    await look(check.title);
    await press(window, 'button', check.rows.changeWhat(check.rows.target));
    await find(window, 'field', words.report.report.target.label);
    await look(words.report.report.title);

    const draft = await latestDraft(window);
    const [first] = draft.evidence;
    await press(window, 'button', evidence.of(evidence.view, first.name));
    await until('the mail’s text', () =>
      window.script(() => document.querySelector('dialog[open]')?.innerText.length > 500),
    );
    await look('the viewer');
    await keys(window, Key.ESCAPE);
    await gone(window, 'button', evidence.close, 'dialog');

    await press(window, 'button', words.report.report.check);
    await find(window, 'heading', check.title);
    await send(window);
    await look('the case that waits');
    await sendNow(window);
    await number(window);
    await look('the case');
    await press(window, 'link', words.shell.shell.cases, 'side');
    await see(window, 'hxxps://acme-login[.]example', 'main');
    await look(words.cases.cases.screen);
    assert.ok(followed >= 12, `${followed} places were tried`);
  });
});
