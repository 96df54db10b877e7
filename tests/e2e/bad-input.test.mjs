// Wrong input gives words that say what to do, at the field and in the summary, and loses nothing that was typed.

import assert from 'node:assert/strict';
import { newReport, practise, section, toCheck } from './support/acts.mjs';
import { dropFiles } from './support/drag.mjs';
import { Files } from './support/files.mjs';
import { fill, find, focused, press, see, unsee, valueOf } from './support/find.mjs';
import { scenario } from './support/scenario.mjs';
import { until } from './support/until.mjs';
import { words } from './support/words.mjs';

const { report } = words.report;
const { check } = words.check;
const { evidence, fileProblemWords } = words.evidence;
const { problems } = words.problems;

/** A problem's words as the window says them. */
const say = (code, more = {}) => problems[code]({ code, count: null, limit: null, text: null, case_id: null, ...more });

/** Presses Send and waits for the summary, which must have the focus and hold exactly these words. */
async function refused(window, expected) {
  await press(window, 'button', check.send);
  await until('the summary', () => window.script(() => document.querySelector('.problem') !== null));
  await until('the summary to have the focus', async () => (await focused(window)).role === 'alert');
  const told = await window.script(() =>
    [...document.querySelectorAll('.problem li')].map((one) => one.innerText.trim()),
  );
  assert.deepEqual(told, expected);
  assert.match(await window.script(() => document.title), /^Error: /);
}

/** To Check, refused there, and back: the words stand at the field, and what was typed is still in it. */
async function wrongTarget(window, typed, words_) {
  await fill(window, report.target.label, typed);
  await toCheck(window);
  await refused(window, [words_]);
  await press(window, 'button', check.rows.changeWhat(check.rows.target));
  await see(window, words_, '.field.bad');
  assert.equal(await valueOf(window, report.target.label), typed, 'what was typed is still there');
  await until('the field to have the focus', async () => (await focused(window)).id === 'field-target');
}

scenario('every unreadable or pointless target is refused in words, and stays as it was typed', async (window) => {
  await practise(window);
  await newReport(window);
  for (const [typed, code, more] of [
    ['what is this', 'target_unreadable'],
    ['https://', 'web_unreadable'],
    ['someone@', 'email_unreadable'],
    ['020 7946 0123', 'phone_unreadable'],
    ['300.1.2.3', 'ip_unreadable'],
    ['2001:db8::1', 'ipv6'],
    ['https://a.example/x https://b.example/y', 'several_targets'],
    ['https://gmail.com/', 'mail_provider', { text: 'gmail.com' }],
    ['http://192.168.1.20/login', 'private_address'],
  ]) {
    await wrongTarget(window, typed, say(code, more));
  }
});

scenario('one of our own sites is refused by its name', async (window) => {
  await practise(window);
  await section(window, 'you');
  await fill(window, words.setup.person.sites, 'acme.example');
  await see(window, words.settings.settings.saved);
  await newReport(window);
  await wrongTarget(window, 'https://shop.acme.example/cart', say('own_domain', { text: 'acme.example' }));
});

scenario('an empty report says what is missing, and says it no more once it is there', async (window) => {
  await practise(window);
  await newReport(window);
  await toCheck(window);
  await refused(window, [say('target_missing')]);
  await press(window, 'link', say('target_missing'));
  await press(window, 'button', check.rows.changeWhat(check.rows.target));
  await fill(window, report.target.label, 'https://acme-login.example/now');
  await unsee(window, say('target_missing'));
  await toCheck(window);
  await see(window, check.ready.yes);
});

scenario(
  'a phone number without its call, and an IP address without an address on it, say all that is missing',
  async (window) => {
    await practise(window);
    await newReport(window);
    await fill(window, report.target.label, '+44 20 7946 0123');
    await fill(window, report.phone.zone, '');
    await toCheck(window);
    await refused(
      window,
      ['phone_received_on_missing', 'phone_date_missing', 'phone_time_missing', 'phone_zone_missing'].map((code) =>
        say(code),
      ),
    );
    await press(window, 'button', check.rows.changeWhat(check.rows.received));
    await fill(window, report.target.label, '203.0.113.77');
    await fill(window, report.ip.label, 'not an address');
    await toCheck(window);
    await refused(window, [say('ip_address_unreadable')]);
    await press(window, 'button', check.rows.changeWhat(check.rows.onIt));
    assert.equal(await valueOf(window, report.ip.label), 'not an address');
  },
);

scenario('a note that is too long, a wrong address for news and a wrong id are all told at once', async (window) => {
  const note = 'n'.repeat(2003);
  await practise(window);
  await newReport(window);
  await fill(window, report.target.label, 'https://acme-login.example/secure');
  await window.script((text) => {
    const area = document.getElementById('field-note');
    area.value = text;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }, note);
  await see(window, report.note.over(2003));
  await fill(window, report.reportedBy.label, 'kim at acme');
  await toCheck(window);
  await refused(window, [say('note_too_long', { count: 2003, limit: 2000 }), say('reporter_unreadable')]);
  await press(window, 'button', check.rows.changeWhat(check.rows.note));
  assert.equal((await valueOf(window, report.note.label)).length, 2003);
  assert.equal(await valueOf(window, report.reportedBy.label), 'kim at acme');
});

scenario('thirteen files are one too many, and taking one away mends it', async (window) => {
  const files = new Files();
  const many = Array.from({ length: 13 }, (_, index) => files.write(`note ${index + 1}.txt`, `note ${index + 1}`));
  await practise(window);
  await newReport(window);
  await fill(window, report.target.label, 'https://acme-login.example/secure');
  await dropFiles(window, many);
  await see(window, 'note 13.txt', '.tray');
  await see(window, evidence.count({ files: 13, files_max: 12 }));
  await toCheck(window);
  const words_ = say('too_many_files', { count: 13, limit: 12 });
  await refused(window, [words_]);
  await see(window, words_, '#field-evidence');
  await press(window, 'button', evidence.of(evidence.remove, 'note 7.txt'));
  await see(window, check.ready.yes);
});

scenario(
  'a disguised file and one of a wrong kind say so in their rows, and can stay with the case only',
  async (window) => {
    const files = new Files();
    await practise(window);
    await newReport(window);
    await fill(window, report.target.label, 'https://acme-login.example/secure');
    await dropFiles(window, [files.write('photo.png', 'this is text'), files.write('page.html', '<h1>x</h1>')]);
    await see(window, fileProblemWords.disguised, '.tray');
    await see(window, fileProblemWords.type_not_taken, '.tray');
    await toCheck(window);
    await refused(window, [say('file_not_taken', { text: 'photo.png' }), say('file_not_taken', { text: 'page.html' })]);
    for (const name of ['photo.png', 'page.html']) await press(window, 'button', evidence.of(evidence.keep, name));
    await see(window, check.ready.yes);
  },
);

scenario('the meter counts to the byte: 10,485,760 are refused, one less is ready', async (window) => {
  const files = new Files();
  await practise(window);
  await newReport(window);
  await fill(window, report.target.label, 'https://acme-login.example/secure');
  await dropFiles(window, [files.text('first.txt', 5_000_000)]);
  await see(window, 'first.txt', '.tray');
  const bytes = async () => {
    const text = await window.script(() => document.querySelector('#field-evidence .hint').innerText);
    return Number(/is ([\d,]+) bytes/.exec(text)[1].replaceAll(',', ''));
  };
  // What a second file costs beside its own bytes is learned from one of the same name's length.
  const before = await bytes();
  await dropFiles(window, [files.text('probe0.txt', 1000, 'b')]);
  await see(window, 'probe0.txt', '.tray');
  const around = (await bytes()) - before - 1000;
  await press(window, 'button', evidence.of(evidence.remove, 'probe0.txt'));
  await unsee(window, 'probe0.txt', '.tray');
  const left = 10_485_760 - before - around;

  await dropFiles(window, [files.text('second.txt', left, 'c')]);
  await see(window, 'second.txt', '.tray');
  assert.equal(await bytes(), 10_485_760);
  await toCheck(window);
  await refused(window, [say('too_big', { count: 10_485_760, limit: 10_485_760 })]);
  await press(window, 'button', evidence.of(evidence.remove, 'second.txt'));
  await see(window, check.ready.yes);
  await dropFiles(window, [files.text('second.txt', left - 1, 'd')]);
  await see(window, 'second.txt', '.tray');
  assert.equal(await bytes(), 10_485_759);
  await see(window, check.ready.yes);
});

scenario('a file that alone is too big says so in its row', async (window) => {
  const files = new Files();
  await practise(window);
  await newReport(window);
  await dropFiles(window, [files.text('huge.txt', 11_010_048)]);
  await see(window, fileProblemWords.too_big, '.tray');
  await see(window, evidence.fullness.over.replace(', ', ''));
  await find(window, 'button', evidence.of(evidence.keep, 'huge.txt'));
});
