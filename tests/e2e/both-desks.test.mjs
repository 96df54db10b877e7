// One case, two desks: both requests on one page, one Send, one Undo, two numbers, and the news of both.

import assert from 'node:assert/strict';
import {
  newReport,
  next,
  nextReport,
  numbers,
  PROFILE,
  practise,
  section,
  send,
  sendAllNow,
  tell,
  toCheck,
} from './support/acts.mjs';
import { Taps } from './support/taps.mjs';
import { chooseIn } from './support/dialog.mjs';
import { Files } from './support/files.mjs';
import { fill, find, gone, part, press, see, textOf } from './support/find.mjs';
import { scenario } from './support/scenario.mjs';
import { words } from './support/words.mjs';

const { report } = words.report;
const { check } = words.check;
const { shell } = words.shell;
const { common } = words.common;
const { caseStatus } = words.status;
const { profile, profileFields } = words.profile;

const NOTE = 'The page copies our login and asks for a card number.';

/** Adds a profile in Settings, as a person does. */
async function addProfile(window) {
  await section(window, 'you');
  await press(window, 'button', profile.add);
  await find(window, 'dialog', profile.addTitle);
  for (const field of ['label', 'name', 'email', 'company']) {
    await fill(window, profileFields[field].label, PROFILE[field], 'dialog');
  }
  await press(window, 'button', profile.save, 'dialog');
  await gone(window, 'dialog', profile.addTitle);
  await see(window, PROFILE.label, 'main');
}

/** What one of the two gets, word for word. */
async function wordForWord(window, panel, title) {
  await press(window, 'button', check.gets.word, part(panel));
  await find(window, 'dialog', title);
  const told = await textOf(window, 'dialog[open]');
  await press(window, 'button', check.word.close, 'dialog');
  await gone(window, 'dialog', title);
  return told;
}

scenario(
  'one report tells both: seen side by side, undone together, sent together, followed together',
  async (window) => {
    const picture = new Files().sample('login-page.png');
    await practise(window);
    await addProfile(window);
    await newReport(window);
    await press(window, 'button', report.drop.choose);
    await chooseIn('Choose files', picture);
    await see(window, 'login-page.png', '.tray');
    await fill(window, report.target.label, 'https://acme-login.example/both');
    await fill(window, report.note.label, NOTE);
    await tell(window, 'phishfort', 'cloudflare');
    await toCheck(window, 2);

    const [one, other] = await window.script(() =>
      [...document.querySelectorAll('.panel.gets')].map((panel) => {
        const { x, y, width, height } = panel.getBoundingClientRect();
        return { x, y, right: x + width, bottom: y + height };
      }),
    );
    assert.ok(other.x >= one.right && other.y === one.y, 'the two stand beside each other');
    assert.ok(one.y >= 0 && other.bottom <= 800, 'both can be seen without scrolling');
    await see(window, check.gets.filesStay(['login-page.png'], true), 'main');
    const host = 'acme-login[.]example';
    const theirs = await wordForWord(window, check.gets.title, check.word.titleOf('phishfort', host));
    for (const said of ['/incident/tkd', 'https://acme-login.example/both', NOTE])
      assert.ok(theirs.includes(said), said);
    const ours = await wordForWord(window, check.gets.cloudflare, check.word.titleOf('cloudflare', host));
    for (const said of ['/abuse-reports/abuse_phishing', 'https://acme-login.example/both', NOTE, PROFILE.company]) {
      assert.ok(ours.includes(said), `${said} in ${ours}`);
    }

    await send(window, 2);
    await press(window, 'button', common.undo);
    await find(window, 'heading', check.title);
    await see(window, shell.toast.undone(2));
    await find(window, 'button', check.sendAll(2));
    const outbox = await window.invoke('outbox_list');
    assert.deepEqual(
      outbox.ok.submissions.filter((one) => one.state === 'queued'),
      [],
      'nothing waits to be sent',
    );

    await send(window, 2);
    await sendAllNow(window, 2);
    const told = await numbers(window, 2);
    assert.deepEqual(
      told.map(([service]) => service),
      ['PhishFort', 'Cloudflare'],
    );
    assert.notEqual(told[0][1], told[1][1]);

    await next(window, 'taken_down');
    await see(window, caseStatus.takedown_success.word, '.standing');
    await nextReport(window, 'accepted');
    await see(window, caseStatus.report_accepted.word, '.standing');
    for (const service of ['PhishFort', 'Cloudflare'])
      await see(window, words.case.caseWords.events.says(service), 'main');
  },
);

scenario(
  'a phishing report for a typed address costs one click more than PhishFort alone, and no other word',
  async (window) => {
    await practise(window);
    await addProfile(window);
    /** From the list of cases to the report that was sent: how often was pressed, and where was typed. */
    const costs = async (address, count, also) => {
      await press(window, 'link', shell.cases, 'side');
      await find(window, 'heading', words.cases.cases.screen);
      const taps = await Taps.from(window);
      await newReport(window);
      await fill(window, report.target.label, address);
      await also();
      await toCheck(window, count);
      await send(window, count);
      return taps.since();
    };
    const alone = await costs('https://acme-login.example/alone', 1, async () => {});
    const both = await costs('https://acme-login.example/both', 2, () =>
      press(window, 'tick', report.who.cloudflare.title, 'screen'),
    );
    assert.deepEqual(alone.typed, ['field-target']);
    assert.deepEqual(both.typed, ['field-target']);
    assert.equal(both.presses, alone.presses + 1);
    await sendAllNow(window, 2);
    assert.equal((await numbers(window, 2)).length, 2);
  },
);
