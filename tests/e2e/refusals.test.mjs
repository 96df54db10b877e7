// What Cloudflare refuses: the account that is not open for reports, without blame for the token; and a report, with what
// helps.

import assert from 'node:assert/strict';
import {
  keepProfile,
  newReport,
  nextReport,
  number,
  numbers,
  place,
  practise,
  send,
  sendNow,
  tell,
  toCheck,
} from './support/acts.mjs';
import { clipboardText } from './support/clipboard.mjs';
import { fill, find, gone, has, isOn, press, see, textOf, unsee, valueOf } from './support/find.mjs';
import { scenario } from './support/scenario.mjs';
import { until } from './support/until.mjs';
import { words } from './support/words.mjs';

const { report } = words.report;
const { caseWords } = words.case;
const { denials, refusedBecause } = words.denials;
const { outbox, pausedBecause } = words.outbox;
const { shell } = words.shell;

const ADDRESS = 'https://acme-login.example/refused';

/** A report of an address to Cloudflare alone, in its undo window. */
async function toCloudflare(window) {
  await practise(window);
  await keepProfile(window);
  await newReport(window);
  await fill(window, report.target.label, ADDRESS);
  await tell(window, 'cloudflare');
  await toCheck(window);
}

/** Sent, refused on this ground, and told so at the head of its case. */
async function refused(window, ground) {
  await send(window);
  await sendNow(window);
  await numbers(window, 1);
  await nextReport(window, 'denied', ground);
  await find(window, 'heading', caseWords.denial.heading('Cloudflare', denials[ground].why));
  await see(window, denials[ground].next, '.denied');
  await see(window, refusedBecause(ground), '.meta2');
}

scenario(
  'an account that is not open for reports is explained without blame for the token, and goes on later',
  async (window) => {
    await toCloudflare(window);
    await nextReport(window, 'not_entitled');
    await send(window);
    await sendNow(window);
    await see(window, pausedBecause.not_entitled('Cloudflare'), 'main');
    await place(window, shell.outbox);
    await see(window, pausedBecause.not_entitled('Cloudflare'), 'main');
    await see(window, words.status.reasonWord('not_entitled', 'cloudflare'), '.obx');
    for (const blame of [outbox.fixKey.cloudflare, outbox.fixKey.phishfort]) {
      assert.equal(await has(window, 'button', blame), false, `nothing says “${blame}”`);
    }
    const [note] = (await textOf(window, 'main .note')).split(outbox.testConnection);
    assert.doesNotMatch(note, /token (was|is) (refused|wrong|invalid)/i);

    await press(window, 'button', outbox.askThem);
    await see(window, outbox.askThemCopied);
    const letter = await clipboardText();
    assert.match(letter, /Not entitled to use feature: Abuse Report API/);
    assert.equal(letter.split('\n')[0], outbox.entitlementLetter(null, null).split('\n')[0]);

    await press(window, 'button', outbox.tryAgain);
    await unsee(window, pausedBecause.not_entitled('Cloudflare'), 'main');
    await place(window, shell.cases);
    await press(window, 'link', 'hxxps://acme-login[.]example/refused');
    assert.match(await number(window), /^PRACTICE-CF-\d+$/);
  },
);

scenario(
  'a refusal says why and what helps, and a report that is begun from it has what was said before',
  async (window) => {
    await toCloudflare(window);
    await refused(window, 'no_abuse_found');
    await press(window, 'button', caseWords.denial.acts.again);
    assert.equal(await valueOf(window, report.target.label), ADDRESS);
    assert.equal(await isOn(window, 'tick', report.who.cloudflare.title), true);
    assert.equal(await isOn(window, 'tick', report.who.phishfort.title), false, 'only who refused is asked again');
  },
);

scenario('where Cloudflare can do nothing, PhishFort is told from the refusal, in the same case', async (window) => {
  await toCloudflare(window);
  await refused(window, 'not_on_cloudflare');
  await press(window, 'button', caseWords.denial.acts.phishfort);
  assert.equal(await valueOf(window, report.target.label), ADDRESS);
  assert.equal(await isOn(window, 'tick', report.who.cloudflare.title), false);
  await toCheck(window);
  await send(window);
  await sendNow(window);
  const told = await numbers(window, 2);
  assert.deepEqual(told.map(([service]) => service).sort(), ['Cloudflare', 'PhishFort']);
  await see(window, caseWords.denial.knows, '.denied');
});

scenario('“Nothing more to do” settles a refusal: it waits for nobody any more', async (window) => {
  const needsYou = () => window.invoke('app_counts').then(({ ok }) => ok.needs_you);
  await toCloudflare(window);
  const before = await needsYou();
  await refused(window, 'law_enforcement_referral_required');
  await until('it to wait for the person', async () => (await needsYou()) === before + 1);
  await press(window, 'button', caseWords.denial.settle);
  await gone(window, 'heading', caseWords.denial.heading('Cloudflare', denials.law_enforcement_referral_required.why));
  await see(window, caseWords.denial.settled);
  await until('it to wait no more', async () => (await needsYou()) === before);
  await see(window, refusedBecause('law_enforcement_referral_required'), '.meta2');
  await unsee(window, denials.law_enforcement_referral_required.next, 'main');
});
