// "What is it?": the guide fills the form, and where neither service can act it has a text for those who can.

import assert from 'node:assert/strict';
import { newReport, practise, tell } from './support/acts.mjs';
import { clipboardText } from './support/clipboard.mjs';
import { fill, find, gone, has, isOn, press, see, valueOf } from './support/find.mjs';
import { scenario } from './support/scenario.mjs';
import { until } from './support/until.mjs';
import { words } from './support/words.mjs';

const { report, wishWords } = words.report;
const { guide, topicWords } = words.guide;
const { scenarioWords } = words.guide_scenarios;
const { deskWords } = words.guide_desks;
const { kindWords } = words.kinds;
const { onCloudflare } = words.on_cloudflare;

/** Opens the guide and answers its two questions. */
async function ask(window, topic, one) {
  await press(window, 'button', report.kind.help);
  await find(window, 'dialog', guide.title);
  await press(window, 'radio', topicWords[topic].title, 'dialog');
  await press(window, 'radio', scenarioWords[one].title, 'dialog');
  await press(window, 'button', guide.forward, 'dialog');
  await find(window, 'heading', guide.who, 'dialog');
  await see(window, scenarioWords[one].why, 'dialog');
}

scenario('the guide fills in who should hear it, what should happen and what is wrong', async (window) => {
  await practise(window);
  await newReport(window);
  await fill(window, report.target.label, 'https://acme-fakes.example/');
  await ask(window, 'fake_shop', 'shop_sells_fakes');
  await see(window, guide.phishfort.takedown.title, 'dialog');
  await see(window, guide.cloudflare('trademark'), 'dialog');
  await press(window, 'button', guide.use, 'dialog');
  await gone(window, 'dialog', guide.title);
  await find(window, 'heading', `${kindWords.trademark.title} ${report.forWhom.cloudflare}`);
  assert.equal(await isOn(window, 'tick', report.who.phishfort.title), true);
  assert.equal(await isOn(window, 'tick', report.who.cloudflare.title), true);
  assert.equal(await isOn(window, 'radio', kindWords.trademark.title), true);
  assert.equal(await valueOf(window, report.target.label), 'https://acme-fakes.example/', 'what was typed stays');

  await ask(window, 'name_or_logo', 'name_in_domain_parked');
  await press(window, 'button', guide.use, 'dialog');
  await until('only PhishFort', async () => !(await isOn(window, 'tick', report.who.cloudflare.title)));
  assert.equal(await isOn(window, 'radio', wishWords.monitor.title), true);
});

scenario('where neither service can act the guide gives the text for who can, and changes nothing', async (window) => {
  await practise(window);
  await newReport(window);
  await tell(window, 'phishfort', 'cloudflare');
  await ask(window, 'app', 'browser_extension');
  await see(window, guide.nobody, 'dialog');
  assert.equal(await has(window, 'button', guide.use, 'dialog'), false);
  const desk = deskWords.extension_store;
  await see(window, desk.find, 'dialog');
  await press(window, 'button', guide.copyFor(desk.name), 'dialog');
  await see(window, guide.copied, 'dialog');
  assert.equal(await clipboardText(), desk.text);
  await press(window, 'button', guide.back, 'dialog');
  assert.equal(await isOn(window, 'radio', scenarioWords.browser_extension.title, 'dialog'), true, 'answers stay');
  await press(window, 'button', guide.cancel, 'dialog');
  await gone(window, 'dialog', guide.title);
  assert.equal(await isOn(window, 'tick', report.who.phishfort.title), true);
  assert.equal(await isOn(window, 'tick', report.who.cloudflare.title), true);
});

scenario('how to find out whether a site is on Cloudflare says never to open it', async (window) => {
  await practise(window);
  await newReport(window);
  await press(window, 'button', report.who.find);
  await find(window, 'dialog', onCloudflare.title);
  for (const { title, text, steps } of onCloudflare.parts) {
    for (const line of [title, text, ...(steps ?? [])].filter(Boolean)) await see(window, line, 'dialog');
  }
  await press(window, 'button', onCloudflare.close, 'dialog');
  await gone(window, 'dialog', onCloudflare.title);
});
