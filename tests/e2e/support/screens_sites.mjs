// The walk's third part: our sites, what can be asked about them, and the answers to a whole report. What is done at each
// stop is the caller's.

import { keepProfile, place, practise, section, sendNow } from './acts.mjs';
import { Files } from './files.mjs';
import { fill, find, gone, Key, keys, press, see } from './find.mjs';
import { chooseIn } from './dialog.mjs';
import { played } from './played.mjs';
import * as our from './sites.mjs';
import { until } from './until.mjs';
import { words } from './words.mjs';

const { appeal, appealFields } = words.appeal;
const { sites } = words.sites;
const { block, received } = words.block;
const { common } = words.common;
const { shell } = words.shell;

const scrollTo = (window, selector, to = 'start') =>
  window.script((one, where) => document.querySelector(one).scrollIntoView({ block: where }), selector, to);

/** Leaves a dialog with Esc. */
async function leave(window, title) {
  await keys(window, Key.ESCAPE);
  await gone(window, 'dialog', title);
}

/** Back to the list from a page of one thing. */
async function back(window) {
  await press(window, 'link', block.crumb, 'screen');
  await find(window, 'heading', sites.screen);
}

/** Both lists: filled, ticked, narrowed, with nothing found. */
export async function walkSites(window, at) {
  await practise(window);
  await our.toSites(window);
  await at('sites-blocks');
  await press(window, 'button', sites.more(0), 'screen');
  await our.filter(window, sites.scope, words.sites.blockScopes.zone);
  await find(window, 'button', sites.more(1));
  await at('sites-blocks-more-filters');
  await press(window, 'button', sites.clearFilters, 'screen');
  await press(window, 'button', sites.more(0), 'screen');
  await our.tickRows(window, 'shop.acme.example/sale', 'outlet.acme.example');
  await at('sites-blocks-ticked');
  await press(window, 'button', sites.untick, 'screen');
  await press(window, 'button', sites.columns.address, '//thead');
  await until('the order', () => window.script(() => document.querySelector('th[aria-sort]') !== null));
  await at('sites-blocks-sorted');
  await fill(window, sites.search, 'nothing like this');
  await find(window, 'heading', sites.nothing.blocks('nothing like this'));
  await at('sites-blocks-nothing-found');
  await press(window, 'button', sites.nothing.clearBlocks);
  await our.show(window, 'reports');
  await at('sites-reports');
  await press(window, 'button', sites.more(0), 'screen');
  await fill(window, sites.domain, 'nowhere.acme.example');
  await find(window, 'heading', sites.nothing.reportsFiltered);
  await at('sites-reports-filtered-empty');
}

/** A refresh that goes on, one that was stopped, and one that Cloudflare asks to slow down. */
export async function walkSync(window, at) {
  await practise(window);
  await our.toSites(window);
  await played(window, '/cloudflare/switches', {
    ratelimit_quota: 4_294_967_295,
  });
  await played(window, '/cloudflare/sites/seed', {
    many: { reports: 60, mitigations: 400 },
  });
  const slow = {
    fault: { kind: 'delay_ms', ms: 2000 },
    times: 2000,
    path_contains: '/abuse-reports/',
  };
  await played(window, '/fault', slow);
  await press(window, 'button', common.refresh, 'screen');
  await see(window, sites.sync.lists(0, 60).split(' of ').at(-1), '.strip');
  await at('sites-syncing');
  await press(window, 'button', sites.sync.stop, 'screen');
  await see(window, sites.sync.stopped, '.strip');
  await at('sites-stopped');
}

/** The page of a block as it may stand, and of a report. */
export async function walkOne(window, at) {
  await practise(window);
  await our.toSites(window);
  await our.open(window, 'files.acme.example', words.sites.blockKinds.malware_interstitial);
  await at('sites-block-pending');
  await scrollTo(window, '.tl', 'center');
  await back(window);
  await our.open(window, 'shop.acme.example');
  await at('sites-block-active');
  await back(window);
  await our.open(window, 'blog.acme.example');
  await at('sites-block-in-review');
  await back(window);
  await our.open(window, 'gallery.acme.example', 'media_quarantine');
  await at('sites-block-unknown-kind');
  await back(window);
  await our.show(window, 'reports');
  await press(window, 'link', 'files.acme.example', 'screen');
  await find(window, 'heading', received.blocks);
  await at('sites-report');
  await window.script(() => {
    for (const one of document.querySelectorAll('main details')) one.open = true;
  });
  await scrollTo(window, 'details', 'center');
  await at('sites-report-mail');
}

/** The dialog for one block and for several, with what can be wrong, and what comes of it. */
export async function walkAppeal(window, at) {
  const files = new Files();
  await practise(window);
  await our.undoFor(window, 60);
  await our.toSites(window);
  await our.ask(window, 'files.acme.example', words.sites.blockKinds.malware_interstitial);
  await at('appeal-one');
  await press(window, 'button', appeal.act, 'dialog');
  await see(window, common.problemHeading, 'dialog[open]');
  await at('appeal-problem');
  await our.because(window, 'removed');
  await fill(window, appeal.noteGone, 'Gone since this morning; Kim checked.', 'dialog');
  await press(window, 'button', appeal.proof.pick, 'dialog');
  await chooseIn('Choose files', files.sample('login-page.png'));
  await see(window, 'login-page.png', 'dialog[open]');
  await see(window, appeal.saved, 'dialog[open]');
  await at('appeal-filled');
  await press(window, 'summary', appeal.exactly.summary, 'dialog');
  await see(window, '/mitigations/appeal', 'dialog[open] .exact');
  await scrollTo(window, 'dialog[open] .exact', 'end');
  await at('appeal-exactly');
  await leave(window, appeal.title(1));

  await our.tickRows(
    window,
    'media.acme.example/photo/17',
    'media.acme.example/photo/18',
    'media.acme.example/photo/19',
  );
  await press(window, 'button', sites.askSeveral(3), 'screen');
  await find(window, 'dialog', appeal.title(3));
  await at('appeal-several');
  await press(window, 'button', appeal.each, 'dialog');
  await press(window, 'button', appeal.out, 'dialog');
  await press(window, 'button', appeal.actSeveral(2), 'dialog');
  await see(window, common.problemHeading, 'dialog[open]');
  await at('appeal-each-problems');
  await leave(window, appeal.title(3));
  await press(window, 'button', sites.untick, 'screen');

  await our.nextSite(window, 'lose_answer');
  await our.ask(window, 'shop.acme.example');
  await our.because(window, 'misclassified');
  await our.askNow(window);
  await our.rowSays(window, 'shop.acme.example', words.sites.whyNoReview.on_its_way);
  await window.script(() => document.querySelector('.toasts .toast:has(.ring) button').focus());
  await see(window, shell.toast.paused, '.toasts');
  await at('appeal-undo');
  await place(window, shell.outbox);
  await see(window, 'shop.acme.example/sale', '.obx');
  await at('outbox-appeal');
  // Looking finds nothing yet: it stays unsure.
  await played(window, '/cloudflare/sites/switches', { visibility_lag_ms: 3_600_000 });
  await sendNow(window);
  await find(window, 'heading', appeal.outbox.heading);
  await at('outbox-appeal-unsure');
  await press(window, 'button', words.outbox.outbox.unsure.again);
  await find(window, 'dialog', words.outbox.outbox.again.heading);
  await at('dialog-appeal-again');
  await leave(window, words.outbox.outbox.again.heading);
}

/** What came of it: on the page of a block that was asked about, and of one that was kept. */
export async function walkAsked(window, at) {
  await practise(window);
  await our.undoFor(window, 5);
  await our.toSites(window);
  await our.ask(window, 'shop.acme.example');
  await our.because(window, 'removed');
  await fill(window, appeal.noteGone, 'Gone since this morning; Kim checked.', 'dialog');
  await our.askNow(window);
  await see(window, appeal.toast.took(1), '.toasts');
  await our.open(window, 'shop.acme.example');
  await at('sites-block-asked');
  await our.nextSite(window, 'review_kept');
  await see(window, block.keptAgain, '.tl');
  await at('sites-block-kept');
  await back(window);
  await section(window, 'you');
  const tick = await find(window, 'tick', words.sites.reminders.label, 'screen');
  await window.script((one) => one.scrollIntoView({ block: 'center' }), tick);
  await at('settings-reminders');
}

/** A DMCA report and both answers to the whole of it; and one that can't be answered any more. */
export async function walkNotice(window, at) {
  await practise(window);
  await keepProfile(window);
  await our.toSites(window);
  await our.show(window, 'reports');
  await press(window, 'link', 'video.acme.example', 'screen');
  await see(window, appeal.whole.used(2), 'main');
  await at('sites-dmca-used-up');
  await back(window);
  await press(window, 'link', 'media.acme.example', 'screen');
  await see(window, appeal.whole.left(0, 2), 'main');
  await at('sites-dmca');
  await press(window, 'button', appeal.whole.choose.content_removed.word);
  await find(window, 'dialog', appeal.removed.title);
  await see(window, appeal.removed.body, 'dialog[open]');
  await at('appeal-removed');
  await leave(window, appeal.removed.title);
  await press(window, 'button', appeal.whole.choose.counter_notice.word);
  await find(window, 'dialog', appeal.notice.title);
  await find(window, 'field', appealFields.full_name.label, 'dialog');
  await at('notice-1');
  await press(window, 'button', appeal.notice.next, 'dialog');
  await see(window, common.problemHeading, 'dialog[open]');
  await at('notice-1-problem');
  await fill(window, appealFields.zip_code.label, 'EC1A 1AA', 'dialog');
  await press(window, 'button', appeal.notice.next, 'dialog');
  await see(window, appeal.notice.statements, 'dialog[open]');
  await at('notice-2');
  await press(window, 'button', appeal.notice.act, 'dialog');
  await see(window, common.problemHeading, 'dialog[open]');
  await at('notice-2-problems');
  await leave(window, appeal.notice.title);
}

/** For real and without a token: nothing is listed, and it is said what to do. */
export async function walkNoToken(window, at) {
  const { setup } = words.setup;
  await press(window, 'button', words.welcome.welcome.connect.act);
  await press(window, 'button', setup.you.next);
  await press(window, 'button', setup.connect.skip);
  await find(window, 'heading', setup.connect.cloudflare.title);
  await press(window, 'button', setup.connect.skip);
  await place(window, sites.screen);
  await find(window, 'heading', words.sites.sitesFollowing.no_key.title);
  await at('sites-no-token');
}
