// What the account filed at Cloudflare: listed, refreshed and read, ours tied to its case, and every mail as plain text.

import assert from 'node:assert/strict';
import { keepProfile, newReport, numbers, practise, send, sendNow, tell, toCheck } from './support/acts.mjs';
import { fill, find, press, see } from './support/find.mjs';
import { played } from './support/played.mjs';
import { scenario } from './support/scenario.mjs';
import { until } from './support/until.mjs';
import { words } from './support/words.mjs';

const { filed, filedFilters } = words.filed;
const { common } = words.common;
const { report } = words.report;
const { denials, refusedBecause } = words.denials;

const MAIL = {
  subject: 'About <b>your</b> report',
  body: 'Line one\n<img src="https://elsewhere.example/pixel.png"><script>document.title = "run"</script>\n\u202Eline three',
  sent_at: '2026-03-09T14:05:00Z',
};

/** From Cases to what was filed, as Cloudflare has it now. */
async function toFiled(window) {
  await press(window, 'link', words.shell.shell.cases, 'side');
  await press(window, 'link', filed.link, 'screen');
  await find(window, 'heading', filed.screen);
  await press(window, 'button', common.refresh, 'screen');
}

/** The rows as they can be read. */
const rows = (window) =>
  window.script(() => [...document.querySelectorAll('tbody tr')].map((row) => row.innerText.replace(/\s+/g, ' ')));

scenario('filed reports are listed, narrowed and searched, and ours lead to their case', async (window) => {
  await practise(window);
  await keepProfile(window);
  await newReport(window);
  await fill(window, report.target.label, 'https://acme-login.example/filed');
  await tell(window, 'cloudflare');
  await toCheck(window);
  await send(window);
  await sendNow(window);
  const [[, given]] = await numbers(window, 1);

  await toFiled(window);
  await until('three reports', async () => (await rows(window)).length === 3);
  assert.ok((await rows(window))[0].startsWith('acme-login[.]example'), 'the newest stands first');
  const [refused] = (await rows(window)).filter((row) => row.includes('acme-gift'));
  assert.ok(refused.includes(refusedBecause('unable_to_confirm')), refused);
  await press(window, 'button', filedFilters.find(([status]) => status === 'denied')[2]);
  await until('one report', async () => (await rows(window)).length === 1);
  await press(window, 'button', filedFilters[0][2]);
  await fill(window, filed.search, 'shop');
  await see(window, filed.range(1, 1));
  await fill(window, filed.search, '');
  await see(window, filed.range(3, 3));

  await press(window, 'link', 'acme-login[.]example', 'screen');
  await find(window, 'heading', filed.one.addresses);
  await see(window, filed.one.number(given), '.meta2');
  await see(window, 'hxxps://acme-login[.]example/filed', '.addresses');
  await see(window, 'received', 'details');
  await press(window, 'button', filed.openCase);
  assert.equal((await numbers(window, 1))[0][1], given);
});

scenario(
  'a report that was filed elsewhere is read, its mails are text, and one of our own can be begun',
  async (window) => {
    await practise(window);
    await played(window, '/cloudflare/seed', {
      reports: [
        {
          urls: ['https://acme-elsewhere.example/login?next=<b>'],
          type: 'PHISH',
          status: 'denied',
          denial_reason: 'direct_url_required',
          comments: 'Filed in the dashboard',
          mails: [MAIL],
        },
        { urls: ['https://acme-odd.example/'], type: 'NEW_KIND', status: 'under_a_new_word' },
      ],
    });
    await toFiled(window);
    await see(window, 'under_a_new_word', 'tbody');
    await press(window, 'link', 'acme-elsewhere[.]example', 'screen');
    await find(window, 'heading', filed.one.emails);
    await see(window, refusedBecause('direct_url_required'), '.meta2');
    await see(window, denials.direct_url_required.next, 'main');
    await see(window, filed.elsewhere, '.meta2');
    await see(window, 'Filed in the dashboard', 'main');

    await see(window, MAIL.subject, 'summary');
    // Markup is left out of a letter, and what would turn it round is shown instead of done.
    await see(window, 'Line one ⟨U+202E⟩line three', '.letter');
    const made = await window.script(() => document.querySelectorAll('.letter img, .letter script, summary b').length);
    assert.equal(made, 0, 'nothing of a mail becomes part of the page');
    assert.notEqual(await window.script(() => document.title), 'run');

    await press(window, 'button', filed.one.startReport);
    await until('the address', async () => {
      const typed = await window.script((id) => document.getElementById(id)?.value ?? '', 'field-target');
      return typed.startsWith('https://acme-elsewhere.example/login');
    });
  },
);

scenario('before Cloudflare was asked, the list says so and what to press', async (window) => {
  const { title, next } = words.filed.following.not_asked;
  await practise(window);
  await press(window, 'link', filed.link, 'screen');
  await find(window, 'heading', title);
  await see(window, next, 'main');
  await press(window, 'button', common.refresh, 'screen');
  await until('the reports of the week', async () => (await rows(window)).length === 2);
});
