// Every kind of report reaches the practice service as it was written: read on the case's page, under What was sent.

import assert from 'node:assert/strict';
import { newReport, number, practise, send, sendNow, toCheck } from './support/acts.mjs';
import { choose, fill, fillParts, find, press, see, textOf } from './support/find.mjs';
import { scenario } from './support/scenario.mjs';
import { until } from './support/until.mjs';
import { words } from './support/words.mjs';

const { report, wishWords } = words.report;

const field = {
  target: report.target.label,
  note: report.note.label,
  reporter: report.reportedBy.label,
  client: report.client.label,
};

/** From the filled report to the service's number, and what was sent, as name and value. */
async function sent(window) {
  await toCheck(window);
  await send(window);
  await sendNow(window);
  await number(window);
  await see(window, words.case.caseWords.sent, 'main');
  await until('what was sent', () => window.script(() => document.querySelector('details.sentone > summary')));
  return window.script(() => {
    const one = document.querySelector('details.sentone');
    one.open = true;
    const rows = [...one.querySelectorAll('dl > div')];
    return Object.fromEntries(
      rows.map((row) => [row.querySelector('dt').textContent, row.querySelector('dd').innerText.trim()]),
    );
  });
}

const endsWith = (text, end) => assert.ok(text.endsWith(end), `${text} ends with ${end}`);
const says = (text, part) => assert.ok(text.includes(part), `${JSON.stringify(text)} says ${part}`);

scenario('a web address to be watched is watched', async (window) => {
  await practise(window);
  await newReport(window);
  await fill(window, field.target, 'https://acme-soon.example/');
  await (await find(window, 'radio', wishWords.monitor.title)).click();
  const it = await sent(window);
  endsWith(it[words.case.caseWords.by], '/incident/monitor');
  endsWith(it.url, 'https://acme-soon.example/');
  await see(window, words.common.common.wishTitle.monitor, 'aside');
});

scenario('an email address is reported as one', async (window) => {
  await practise(window);
  await newReport(window);
  await fill(window, field.target, 'billing@acme-support.example');
  const it = await sent(window);
  endsWith(it[words.case.caseWords.by], '/incident/tkd');
  assert.equal(it.incidentType, 'email');
  assert.equal(it.subject, 'billing@acme-support.example');
});

scenario('a phone number goes with the number called, the date, the time and the zone', async (window) => {
  await practise(window);
  await newReport(window);
  await fill(window, field.target, '+44 20 7946 0199');
  await fill(window, report.phone.receivedOn, '+44 20 7946 0001');
  await fillParts(window, report.phone.date, '03-09-2026', '2026-03-09');
  await fillParts(window, report.phone.time, '14:05', '14:05');
  await fill(window, report.phone.zone, 'Europe/London');
  const it = await sent(window);
  assert.equal(it.incidentType, 'phone');
  assert.equal(it.subject, '+442079460199');
  says(it.comment, '+44 20 7946 0001');
  says(it.comment, '2026-03-09 14:05 Europe/London');
});

scenario('an IP address goes with the harmful address on it', async (window) => {
  await practise(window);
  await newReport(window);
  await fill(window, field.target, '203.0.113.77');
  await fill(window, report.ip.label, 'https://acme-login.example/on-it');
  const it = await sent(window);
  assert.equal(it.incidentType, 'ipv4');
  assert.equal(it.subject, '203.0.113.77');
  says(it.comment, 'https://acme-login.example/on-it');
});

scenario(
  'a report for a brand or client, with a note and an email address for its news, carries all three',
  async (window) => {
    await practise(window);
    await newReport(window);
    await fill(window, field.target, 'https://acme-login.example/for-a-brand');
    await fill(window, field.note, 'Seen on 9 March.\nIt asks for a card number.');
    await fill(window, field.reporter, 'kim@acme.example');
    const client = await pickClient(window);
    const it = await sent(window);
    assert.equal(it.reportedBy, 'kim@acme.example');
    says(it.comment, 'Seen on 9 March.\nIt asks for a card number.');
    assert.equal(it.clientId, client);
    await see(window, 'kim@acme.example', 'aside');
  },
);

/** The first brand that PhishFort names, or a typed one where it names none. */
async function pickClient(window) {
  const control = await find(window, 'field', field.client);
  if ((await control.getTagName()) !== 'select') {
    await fill(window, field.client, 'acme-retail');
    return 'acme-retail';
  }
  const [id, name] = await window.script((one) => [one.options[1].value, one.options[1].textContent.trim()], control);
  await choose(window, field.client, name);
  return id;
}

scenario('“See it word for word” shows what then leaves', async (window) => {
  const { check } = words.check;
  await practise(window);
  await newReport(window);
  await fill(window, field.target, 'https://acme-login.example/word');
  await fill(window, field.note, 'Word for word');
  await toCheck(window);
  await press(window, 'button', check.gets.word);
  await find(window, 'dialog', check.word.titleOf('phishfort', 'acme-login[.]example'));
  const shown = await textOf(window, 'dialog');
  for (const part of ['/incident/tkd', 'https://acme-login.example/word', 'Word for word', 'TD-']) says(shown, part);
  const reference = /TD-[A-Z0-9-]+/.exec(shown)[0];
  await press(window, 'button', check.word.close, 'dialog');
  await send(window);
  await sendNow(window);
  await number(window);
  await see(window, reference, 'main');
});
