// Our sites: both lists narrowed, searched and sorted; a large account read in parts, stopped and gone on with, nothing
// fetched twice; and what reminds of a block that is about to start.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { place, practise, section } from './support/acts.mjs';
import { clipboardText } from './support/clipboard.mjs';
import { chooseIn } from './support/dialog.mjs';
import { Files } from './support/files.mjs';
import { fill, find, gone, has, press, see, textOf } from './support/find.mjs';
import { withNotifications } from './support/notifications.mjs';
import { known, played } from './support/played.mjs';
import { scenario } from './support/scenario.mjs';
import * as our from './support/sites.mjs';
import { until } from './support/until.mjs';
import { words } from './support/words.mjs';

const { sites, blockStatus, kindWordOf, categoryWord, reminders } = words.sites;
const { received } = words.block;
const { common } = words.common;

const shownCount = (window, count) => until(`${count} rows`, async () => (await our.rows(window)).length === count);

scenario(
  'blocks are listed by what presses most, narrowed, searched and sorted, and copied for the web team',
  async (window) => {
    await practise(window);
    await our.toSites(window);
    const { blocks, reports } = our.LIVED_IN;
    await see(window, sites.range.blocks(blocks, blocks), 'main');
    await see(window, `${sites.blocks} ${blocks} ${sites.reports} ${reports}`, '.chips');
    const clock = await our.addresses(window);
    assert.deepEqual(
      clock.slice(0, 3).map((one) => one.split('/')[0]),
      ['files.acme.example', 'old.acme.example', 'media.acme.example'],
      'what is about to start comes first, the soonest at the top',
    );
    await see(window, sites.clock.lead(3), '.clockbar');
    await see(window, 'files.acme.example', '.clockbar');
    await see(window, sites.oneOf(3), 'tbody');
    await see(window, kindWordOf('media_quarantine'), 'tbody');

    await our.filter(window, sites.status, blockStatus.in_review.word);
    await shownCount(window, 2);
    for (const row of await our.rows(window)) assert.ok(row.includes(blockStatus.in_review.word), row);
    await our.filter(window, sites.status, sites.anyStatus);
    await our.filter(window, sites.kind, kindWordOf('copyright_interstitial'));
    await shownCount(window, 2);
    await press(window, 'button', sites.more(0), 'screen');
    await our.filter(window, sites.scope, words.sites.blockScopes.zone);
    await find(window, 'heading', sites.nothing.blocksFiltered);
    await press(window, 'button', sites.nothing.clearBlocks);
    await shownCount(window, blocks);
    await fill(window, sites.search, 'photo/17');
    await shownCount(window, 1);
    await fill(window, sites.search, 'nothing like this');
    await find(window, 'heading', sites.nothing.blocks('nothing like this'));
    await press(window, 'button', sites.nothing.clearBlocks);
    await shownCount(window, blocks);

    const sort = async (word, order) => {
      const before = await our.addresses(window);
      await press(window, 'button', word, '//thead');
      await until('another order', async () => String(await our.addresses(window)) !== String(before));
      const said = await window.script(
        () => document.querySelector('th[aria-sort]')?.getAttribute('aria-sort') ?? null,
      );
      assert.equal(said, order);
      return our.addresses(window);
    };
    const hosts = (all) => all.map((one) => one.split('/')[0]);
    const up = hosts(await sort(sites.columns.address, 'ascending'));
    assert.deepEqual(up, [...up].sort());
    const down = hosts(await sort(sites.columns.address, 'descending'));
    assert.deepEqual(down, [...up].reverse());
    assert.deepEqual(await sort(sites.columns.address, null), clock);

    await our.tickRows(window, 'shop.acme.example/sale', 'media.acme.example/photo/17');
    await press(window, 'button', sites.copy, 'screen');
    await see(window, sites.copied(2), '.toasts');
    const copied = await clipboardText();
    for (const said of ['https://shop.acme.example/sale', 'photo/17', 'Asks for card numbers on a sale page.']) {
      assert.ok(copied.includes(said), `${said} in ${copied}`);
    }
    await press(window, 'button', sites.untick, 'screen');
    await gone(window, 'button', sites.copy, 'screen');
  },
);

scenario('reports about us are listed, narrowed and read, their mails as text', async (window) => {
  await practise(window);
  await our.toSites(window);
  await our.show(window, 'reports');
  await see(window, sites.range.reports(our.LIVED_IN.reports, our.LIVED_IN.reports), 'main');
  assert.ok((await our.rows(window))[0].includes('old.acme.example'), 'the newest stands first');
  await our.filter(window, sites.category, categoryWord('DMCA'));
  await shownCount(window, 3);
  await press(window, 'button', sites.more(0), 'screen');
  await our.filter(window, sites.blockStatus, blockStatus.pending.word);
  await shownCount(window, 1);
  await press(window, 'button', sites.clearFilters, 'screen');
  await shownCount(window, our.LIVED_IN.reports);
  await fill(window, sites.domain, 'shop.acme.example');
  await shownCount(window, 1);
  await press(window, 'link', 'shop.acme.example', 'screen');
  await find(window, 'heading', received.blocks);
  await see(window, 'Asks for card numbers on a sale page.', 'main');
  await see(window, 'Sam Example', 'main');
  await see(window, 'see a warning now', 'main');
  assert.equal(
    await window.script(() => document.querySelectorAll('.letter a').length),
    0,
    'nothing of a mail is a link',
  );
  await press(window, 'button', sites.ask, 'screen');
  await find(window, 'dialog', words.appeal.appeal.title(1));
  await press(window, 'button', common.cancel, 'dialog');
});

const BULK = { reports: 500, mitigations: 10_000 };

scenario('ten thousand blocks are read in parts: stopped, gone on with, nothing fetched twice', async (window) => {
  await practise(window);
  await our.toSites(window);
  const lived_in = (await known(window, '/cloudflare/sites/reports')).map((one) => one.id);
  await played(window, '/cloudflare/switches', {
    ratelimit_quota: 4_294_967_295,
  });
  await played(window, '/cloudflare/sites/seed', { many: BULK });
  const before = await fetched(window);
  await press(window, 'button', common.refresh, 'screen');
  await find(window, 'button', sites.sync.stop, 'screen');
  await see(window, 'Reading reports', '.strip');
  await press(window, 'button', sites.sync.stop, 'screen');
  await see(window, sites.sync.stopped, '.strip');
  const { blocks: read } = (await window.invoke('sites_state')).ok;
  assert.ok(read < BULK.mitigations, `it stopped on the way, with ${read} blocks`);

  const began = Date.now();
  await press(window, 'button', sites.sync.goOn, 'screen');
  const all = our.LIVED_IN.blocks + BULK.mitigations;
  await until(`${all} blocks`, async () => (await window.invoke('sites_state')).ok.blocks === all, 90_000);
  await gone(window, 'button', sites.sync.stop, 'screen');
  const first = await fetched(window);
  tell(
    `the rest of 10,000 blocks of 500 reports: ${Date.now() - began} ms, ${sum(first) - sum(before)} requests in all`,
  );
  const twice = Object.entries(first).filter(([what, times]) => times > 1 && !lived_in.some((id) => what.includes(id)));
  assert.deepEqual(twice, [], 'no page was fetched twice');

  await see(window, sites.range.blocks(100, all), 'main');
  await press(window, 'button', sites.showMore(100), 'screen');
  await shownCount(window, 200);
  const keys = await window.script(() => document.querySelectorAll('tbody tr').length);
  assert.equal(keys, 200);
  const typed = Date.now();
  await fill(window, sites.search, 'site-137.acme.example/offer/137');
  const answered = await until('the search', async () => {
    const now = await our.addresses(window);
    return now.length > 0 && now.length <= 100 && now.every((one) => one.startsWith('site-137.')) && Date.now() - typed;
  });
  tell(`the search in ${all} blocks, from the first key to its rows: ${answered} ms`);
  await fill(window, sites.search, '');
  const narrowed = Date.now();
  await our.filter(window, sites.status, blockStatus.in_review.word);
  await until('the filter', async () =>
    (await our.rows(window)).every((row) => row.includes(blockStatus.in_review.word)),
  );
  tell(`the filter of the status: ${Date.now() - narrowed} ms`);

  await played(window, '/cloudflare/sites/change', { count: 10 });
  const then = await fetched(window);
  await press(window, 'button', common.refresh, 'screen');
  await find(window, 'button', common.refresh, 'screen');
  await until('the changes', async () => (await window.invoke('sites_state')).ok.sync === null);
  const second = sum(await fetched(window)) - sum(then);
  tell(`a second refresh with 10 of 10,000 changed: ${second} requests`);
  assert.ok(second * 4 < sum(first) - sum(before), `far less than the first: ${second}`);
});

/** What was asked about our sites so far, and how often. */
async function fetched(window) {
  const all = await known(window, '/cloudflare/sites/request-counts');
  return Object.fromEntries(
    Object.entries(all).filter(
      ([what]) => what.startsWith('GET ') && what.includes('/abuse-reports') && !what.includes('/submitted'),
    ),
  );
}
const sum = (counts) => Object.values(counts).reduce((all, one) => all + one, 0);
const tell = (line) => process.stderr.write(`${line}\n`);

scenario('what is about to start goes into a calendar, and reminders come once, only when they are on', (window) =>
  withNotifications(async (shown) => {
    const path = new Files().path('blocks.ics');
    const SOON = 'files[.]acme[.]example';
    const { ok } = await window.invoke('preferences_save', {
      change: { reminders: false },
    });
    assert.equal(ok.reminders, false);
    await practise(window);
    await our.toSites(window);
    await see(window, sites.clock.off, '.clockbar');
    await press(window, 'button', sites.clock.save, 'screen');
    await chooseIn('Save', path);
    await see(window, sites.clock.saved('blocks.ics', 3), '.toasts');
    const text = readFileSync(path, 'utf8');
    assert.match(text, /^BEGIN:VCALENDAR\r\n/);
    assert.match(text, /END:VCALENDAR\r\n$/);
    assert.equal(text.match(/BEGIN:VEVENT/g).length, 3);
    assert.equal(text.match(/BEGIN:VALARM/g).length, 6);
    assert.deepEqual(shown(), []);
    await press(window, 'link', sites.clock.turnOn, 'screen');
    await find(window, 'heading', words.settings.sectionWords.you);
    await press(window, 'tick', reminders.label, 'screen');
    const reminder = await until('the reminder', () => shown().find((one) => one.title.includes(SOON)));
    assert.equal(reminder.app, 'Takedown Desk');
    assert.match(reminder.title, /^Practice: .* starts in (4\d|50) minutes$/);
    assert.match(reminder.body, /Warning page \(malware\)/);
    // Each refresh is a look at what is due.
    await our.toSites(window);
    await see(window, sites.clock.on, '.clockbar');
    assert.equal(shown().filter((one) => one.title.includes(SOON)).length, 1, 'once');
    assert.equal(shown().length, 2, 'and once for the block that starts tomorrow');
  }),
);
