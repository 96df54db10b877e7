// What a mail leaves open is asked, and what it says of its victim is pointed out. Nothing is chosen for the person.

import assert from 'node:assert/strict';
import { number, practise, send, sendNow } from './support/acts.mjs';
import { filesWith } from './support/canary.mjs';
import { clipboardText } from './support/clipboard.mjs';
import { dropFiles } from './support/drag.mjs';
import { dropToCheck, latestDraft } from './support/dropped.mjs';
import { Files } from './support/files.mjs';
import { find, focused, gone, Key, keys, press, see, unsee } from './support/find.mjs';
import * as mails from './support/mails.mjs';
import { known } from './support/played.mjs';
import { scenario } from './support/scenario.mjs';
import { tabTo } from './support/tabbing.mjs';
import { until } from './support/until.mjs';
import { words } from './support/words.mjs';

const { check } = words.check;
const { found } = words.found;
const { personal } = words.personal;
const { problems } = words.problems;
const { askingWords, askOriginal, programOrder } = words.mail_programs;

/** Drops a mail on the list of cases and waits for Check and send. */
async function drop(window, name, bytes) {
  const path = new Files().write(name, bytes);
  await practise(window);
  await dropFiles(window, [path]);
  await find(window, 'heading', check.title);
  await until('the heading to have the focus', async () => (await focused(window)).text === check.title);
}

/** What was sent to the played PhishFort last. */
const taken = async (window) => (await known(window, '/processed')).at(-1);

scenario(
  'of several likely addresses none is chosen, and the keyboard alone chooses one and sends it',
  async (window) => {
    await drop(window, 'offers.eml', mails.choices());
    const question = found.question('takedown', true);
    await see(window, question, 'main');
    const radios = () =>
      window.script((legend) => {
        const group = [...document.querySelectorAll('fieldset')].find((one) => one.textContent.includes(legend));
        return [...group.querySelectorAll('input[type=radio]')].map((one) => one.checked);
      }, question);
    assert.deepEqual(await radios(), [false, false, false], 'nothing is chosen for them');

    await keys(window, Key.CONTROL, Key.ENTER);
    await see(window, check.summary);
    await see(window, problems.target_unchosen({ code: 'target_unchosen', field: 'target', count: 3 }), 'main');
    assert.deepEqual(
      (await known(window, '/processed')).filter(({ fields }) => mails.CHOICES.includes(fields.url)),
      [],
    );

    const second = 'hxxps://parcel-fee[.]test/pay';
    await until('a radio button to have the focus', async () => {
      await keys(window, Key.TAB);
      return window.script(() => document.activeElement.type === 'radio');
    });
    const draft = await latestDraft(window);
    const likely = draft.found.addresses.filter((one) => one.likely).map((one) => one.target.exact);
    assert.deepEqual([...likely].sort(), [...mails.CHOICES].sort());
    await keys(window, Key.SPACE);
    for (let down = likely.indexOf(mails.CHOICES[1]); down > 0; down -= 1) await keys(window, Key.ARROW_DOWN);
    await until('the second to be chosen', async () => {
      const now = await latestDraft(window);
      return now.fields.target === mails.CHOICES[1];
    });
    await see(window, second, 'main');
    await see(window, check.ready.yes, 'main');
    await keys(window, Key.CONTROL, Key.ENTER);
    await find(window, 'button', words.shell.shell.newReport);
    await tabTo(window, words.outbox.outbox.sendNow);
    await keys(window, Key.ENTER);
    await number(window);
    assert.equal((await taken(window)).fields.url, mails.CHOICES[1]);
  },
);

scenario('where a mail has no web address, its sender is offered, and reported by two clicks', async (window) => {
  await drop(window, 'answer-me.eml', mails.wordsOnly());
  await see(window, found.none.mail, 'main');
  await press(window, 'button', found.none.sender, 'screen');
  await see(window, mails.SENDER.replaceAll('.', '[.]'), 'main');
  await see(window, check.ready.yes, 'main');
  await send(window);
  await sendNow(window);
  await number(window);
  const { fields } = await taken(window);
  assert.deepEqual([fields.incidentType, fields.subject], ['email', mails.SENDER]);
});

scenario(
  'a mail that was forwarded inline has lost its head, and the words to ask for it are there',
  async (window) => {
    await drop(window, 'forwarded inline.eml', mails.inline());
    await see(window, mails.BAIT_SHOWN, 'main');
    await see(window, found.lost.title, 'main');
    await see(window, found.lost.text, 'main');
    await press(window, 'button', found.lost.how, 'screen');
    await find(window, 'dialog', askOriginal.title);
    await press(window, 'button', askOriginal.copy, 'dialog');
    const wordings = programOrder.map(askingWords);
    await until('the words on the clipboard', async () => wordings.includes(await clipboardText()));
    await keys(window, Key.ESCAPE);
    await gone(window, 'dialog', askOriginal.title);
    await see(window, check.ready.yes, 'main');
  },
);

scenario(
  'what names the victim in an address is pointed out, and one click keeps it from being sent',
  async (window) => {
    const path = new Files().write('marked.eml', mails.bait({ address: mails.MARKED }));
    await practise(window);
    await dropToCheck(window, [path], 'hxxps://acme-login[.]example/secure');
    await see(window, personal.title, 'main');
    await see(window, mails.VICTIM.replaceAll('.', '[.]'), 'main');
    await press(window, 'button', personal.all, 'screen');
    await unsee(window, mails.DISGUISED.slice(0, 12), 'main');
    await see(window, check.ready.yes, 'main');
    await send(window);
    await sendNow(window);
    await number(window);
    const sent = await taken(window);
    assert.ok(sent.fields.url.startsWith('https://acme-login.example/secure'), sent.fields.url);
    const wire = JSON.stringify(sent.fields);
    for (const one of [mails.DISGUISED, encodeURIComponent(mails.DISGUISED), mails.VICTIM]) {
      assert.equal(wire.includes(one), false, `${one} is not sent: ${wire}`);
    }
    const kept = filesWith(window.data, encodeURIComponent(mails.DISGUISED)).filter((file) =>
      file.includes('/evidence/'),
    );
    assert.ok(kept.length > 0, 'the original is sealed in the case');
  },
);
