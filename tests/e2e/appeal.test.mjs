// Asking Cloudflare for a review: what is about to start is stopped, what is in force is lifted or kept, nothing is asked
// twice, and what was asked is told where it belongs.

import assert from 'node:assert/strict';
import { place, practise, sendNow } from './support/acts.mjs';
import { fill, find, gone, has, isOn, press, see, textOf, unsee, valueOf } from './support/find.mjs';
import { known } from './support/played.mjs';
import { scenario } from './support/scenario.mjs';
import * as our from './support/sites.mjs';
import { pause, until } from './support/until.mjs';
import { words } from './support/words.mjs';
import { appWindow, closeButton, focus, xdo } from './support/xdo.mjs';

const { appeal, appealAs, appealReasons, expectations } = words.appeal;
const { sites, whyNoReview, blockKinds } = words.sites;
const { block, blockEvents, blockWhyNot } = words.block;
const { common } = words.common;
const { shell } = words.shell;
const { outbox } = words.outbox;
const { eventWords } = words.case;

const NOTE = 'Gone since this morning; Kim removed it and checked.';

scenario('a block that is asked about before it starts ends as cancelled, and its page tells how', async (window) => {
  const address = 'old.acme.example';
  await practise(window);
  await our.undoFor(window, 5);
  await our.toSites(window);
  await our.ask(window, address);
  await see(window, expectations(1, 0)[0], 'dialog[open]');
  await see(window, blockKinds.legal_block, 'dialog[open]');
  await our.because(window, 'removed');
  await fill(window, appeal.noteGone, NOTE, 'dialog');
  await see(window, appeal.saved, 'dialog[open]');
  await press(window, 'summary', appeal.exactly.summary, 'dialog');
  await see(window, '/mitigations/appeal', 'dialog[open] .exact');
  assert.ok(!(await textOf(window, 'dialog[open] .exact')).includes(NOTE), 'the note is not sent');
  await our.askNow(window);
  await see(window, address, '.toasts');
  await our.rowSays(window, address, whyNoReview.on_its_way);

  await see(window, appeal.toast.took(1), '.toasts');
  await our.stands(window, address, 'cancelled');
  await our.rowSays(window, address, whyNoReview.cancelled);
  await our.open(window, address);
  await see(window, words.sites.blockStatus.cancelled.word, '.meta2');
  await see(window, blockWhyNot.cancelled.title, '.next');
  await our.tells(
    window,
    blockEvents.pending,
    block.youAsked,
    eventWords.sent('Cloudflare'),
    block.took,
    blockEvents.cancelled,
  );
  await see(window, NOTE, '.sentone');
  const { mitigations } = await our.reportAbout(window, address);
  assert.deepEqual(await our.processed(window), [{ appeals: [{ id: mitigations[0].id, reason: 'removed' }] }]);
});

scenario(
  'two blocks in force are asked about together; one is lifted, the other kept, and each tells it',
  async (window) => {
    const both = ['shop.acme.example/sale', 'outlet.acme.example'];
    await practise(window);
    await our.undoFor(window, 5);
    await our.toSites(window);
    await our.tickRows(window, ...(await fullAddresses(window, both)));
    await press(window, 'button', sites.askSeveral(2), 'screen');
    await find(window, 'dialog', appeal.title(2));
    await see(window, expectations(0, 2)[0], 'dialog[open]');
    await our.because(window, 'misclassified');
    await our.askNow(window, 2);
    await see(window, appeal.toast.took(2), '.toasts');
    for (const address of both) await our.stands(window, address, 'in_review');
    assert.equal((await our.processed(window)).length, 2, 'one request a report');

    await our.nextSite(window, 'review_lifted');
    const lifted = await until('one of them to be lifted', async () => {
      const all = await our.rows(window);
      return both.find((address) => all.some((row) => row.includes(address) && row.includes(whyNoReview.lifted)));
    });
    const kept = both.find((address) => address !== lifted);
    await our.stands(window, kept, 'in_review');
    await our.nextSite(window, 'review_kept');
    await our.stands(window, kept, 'active');
    await our.rowSays(window, kept, sites.kept);
    await find(window, 'button', sites.ask, our.rowOf(kept));

    const asked = [
      blockEvents.active,
      block.youAsked,
      eventWords.sent('Cloudflare'),
      block.took,
      blockEvents.in_review,
    ];
    for (const [address, end] of [
      [lifted, blockEvents.removed],
      [kept, block.keptAgain],
    ]) {
      await our.open(window, address);
      await our.tells(window, ...asked, end);
      await press(window, 'link', block.crumb, 'screen');
    }
  },
);

/** The addresses as the ticks are named, in the order of `begins`. */
async function fullAddresses(window, begins) {
  const all = await our.addresses(window);
  return begins.map((one) => all.find((address) => address.startsWith(one)));
}

scenario('a button that is hit twice, or an Enter that is held, asks once', async (window) => {
  await practise(window);
  await our.undoFor(window, 0);
  await our.toSites(window);
  await our.ask(window, 'outlet.acme.example');
  await our.because(window, 'misclassified');
  await press(window, 'button', appeal.act, 'dialog');
  await find(window, 'dialog', appeal.confirm.title);
  const button = await find(window, 'button', appeal.confirm.act, 'dialog');
  await window.driver.actions({ async: true }).doubleClick(button).perform();
  await our.stands(window, 'outlet.acme.example', 'in_review');
  await gone(window, 'dialog', appeal.confirm.title);

  await our.undoFor(window, 5);
  await our.ask(window, 'shop.acme.example');
  await our.because(window, 'removed');
  await window.script((one) => one.focus(), await find(window, 'button', appeal.act, 'dialog'));
  await focus(await appWindow());
  // Held for longer than the keyboard waits before it repeats: the dialog's own button, and what has the focus after it.
  await xdo('keydown', 'Return');
  try {
    await see(window, appeal.toast.asking(1), '.toasts');
    await pause(1200);
  } finally {
    await xdo('keyup', 'Return');
  }
  assert.equal(await has(window, 'dialog', appeal.title(1)), false, 'no second dialog opens');
  await our.stands(window, 'shop.acme.example', 'in_review');
  assert.equal((await our.processed(window)).length, 2, 'each was asked once');
});

scenario('Undo brings the dialog back as it was, and a window that is closed before asks', async (window) => {
  await practise(window);
  await our.undoFor(window, 60);
  await our.toSites(window);
  await our.ask(window, 'shop.acme.example');
  await our.because(window, 'removed');
  await fill(window, appeal.noteGone, NOTE, 'dialog');
  await our.askNow(window);
  await press(window, 'button', common.undo, "//section[contains(@class, 'toasts')]");
  await find(window, 'dialog', appeal.title(1));
  await see(window, appeal.toast.undone);
  assert.equal(await isOn(window, 'radio', appealReasons.removed.word, 'dialog'), true);
  assert.equal(await valueOf(window, appeal.noteGone, 'dialog'), NOTE);
  await see(window, 'shop.acme.example/sale', 'dialog[open]');

  await our.askNow(window);
  await closeButton();
  await find(window, 'dialog', shell.quit.heading(1));
  await press(window, 'button', common.cancel, 'dialog');
  await gone(window, 'dialog', shell.quit.heading(1));
  assert.deepEqual(await our.processed(window), [], 'nothing was sent meanwhile');
  await press(window, 'button', common.undo, "//section[contains(@class, 'toasts')]");
  await find(window, 'dialog', appeal.title(1));
  await press(window, 'button', appeal.discard, 'dialog');
  await see(window, appeal.discarded, '.toasts');
  await our.stands(window, 'shop.acme.example', 'active');
});

scenario('an answer that is lost is looked for: we say that we don’t know yet, and then find it', async (window) => {
  await practise(window);
  await our.undoFor(window, 60);
  await our.toSites(window);
  await our.nextSite(window, 'lose_answer');
  await our.ask(window, 'shop.acme.example');
  await our.because(window, 'removed');
  await our.askNow(window);
  await place(window, shell.outbox);
  await see(window, appealAs({ form: 'blocks', blocks: [{}] }), '.obx');
  await see(window, 'shop.acme.example/sale', '.obx');
  await sendNow(window);
  await find(window, 'heading', appeal.outbox.heading);
  await see(window, appeal.outbox.safe, '.unsure');
  const panel = `//section[contains(@class, 'unsure')][.//h2[normalize-space(.)='${appeal.outbox.heading}']]`;
  await find(window, 'button', outbox.unsure.look, panel);
  assert.equal(await has(window, 'button', outbox.unsure.there, panel), false, 'a review has no number to enter');

  // It is looked for by itself some seconds later.
  await unsee(window, appeal.outbox.heading);
  await place(window, sites.screen);
  await our.stands(window, 'shop.acme.example', 'in_review');
  await our.open(window, 'shop.acme.example');
  await our.tells(window, block.youAsked, eventWords.answer_lost('Cloudflare'), eventWords.found('Cloudflare'));
  const asked = await known(window, '/cloudflare/sites/appeals');
  assert.equal(asked.length, 1, 'it was not sent again');
});

scenario('what Cloudflare took only in part is told for each block', async (window) => {
  const all = ['media.acme.example/photo/17', 'media.acme.example/photo/18'];
  await practise(window);
  await our.undoFor(window, 5);
  await our.toSites(window);
  await our.nextSite(window, 'part_answer');
  await our.tickRows(window, ...all);
  await press(window, 'button', sites.askSeveral(2), 'screen');
  await our.because(window, 'removed');
  await our.askNow(window, 2);
  const stand = async () => (await our.rows(window)).filter((row) => all.some((address) => row.includes(address)));
  await until('one to be under review', async () =>
    (await stand()).some((row) => row.includes(whyNoReview.already_open)),
  );
  const left = (await stand()).find((row) => !row.includes(whyNoReview.already_open));
  assert.ok(left.includes(sites.ask), `the other can be asked for again: ${left}`);
  await our.open(
    window,
    all.find((address) => left.includes(address)),
  );
  await our.tells(window, block.youAsked, eventWords.sent('Cloudflare'), block.timelineNotNamed);
  assert.ok(!(await our.told(window)).includes(block.took), 'of this one nobody said that it was taken');
});
