// A walk over every screen, in every state that a person meets. What is done at each stop is the caller's.

import { newReport, next, number, place, practise, section, send, sendNow, toCheck } from './acts.mjs';
import { dropFiles } from './drag.mjs';
import { Files, png } from './files.mjs';
import { fill, find, gone, Key, keys, press, see } from './find.mjs';
import { words } from './words.mjs';

const { shell } = words.shell;
const { report } = words.report;
const { check } = words.check;
const { cases, caseFilters } = words.cases;
const { evidence } = words.evidence;
const { outbox } = words.outbox;

/** Before anything was chosen, and the steps of setting up. Leaves the window in practice. */
export async function walkFirstStart(window, at) {
  const { setup, person } = words.setup;
  await at('welcome');
  await press(window, 'button', words.welcome.welcome.connect.act);
  await find(window, 'heading', setup.you.title);
  await at('setup-1-you');
  await fill(window, person.email, 'not an address');
  await press(window, 'button', setup.you.next);
  await see(window, person.emailWrong);
  await at('setup-1-you-problem');
  await fill(window, person.name, 'Kim Meyer');
  await fill(window, person.email, 'kim@acme.example');
  await fill(window, person.brands, 'Acme');
  await fill(window, person.sites, 'acme.example');
  await press(window, 'button', setup.you.next);
  await find(window, 'heading', setup.connect.phishfort.title);
  await at('setup-2-key');
  await press(window, 'button', setup.connect.skip);
  await find(window, 'heading', setup.connect.cloudflare.title);
  await at('setup-4-token');
  await press(window, 'button', setup.connect.skip);
  await find(window, 'heading', cases.empty.heading);
  await at('cases-empty-real');
  await section(window, 'connections');
  for (const [service, name] of [
    [words.services.serviceWords.phishfort, 'key'],
    [words.services.serviceWords.cloudflare, 'token'],
  ]) {
    await find(window, 'button', service.add);
    if (name === 'key') await at('settings-connections-no-key');
    await press(window, 'button', service.add);
    await find(window, 'dialog', service.addTitle);
    await at(`dialog-${name}`);
    await keys(window, Key.ESCAPE);
    await gone(window, 'dialog', service.addTitle);
  }
}

/** Cases: the week, a filter, a search that finds nothing; and one case. */
export async function walkCases(window, at) {
  await practise(window);
  await see(window, 'acme-wallet[.]example', 'main');
  await at('cases');
  await press(window, 'button', shell.practice.next);
  await find(window, 'menuitem', words.shell.practiceSteps.accepted.word);
  await at('menu-what-happens-next');
  await keys(window, Key.ESCAPE);
  await press(window, 'button', caseFilters.find(([filter]) => filter === 'needs_you')[1]);
  await see(window, cases.range(3, 3));
  await at('cases-needs-you');
  await fill(window, cases.search, 'nothing like this');
  await find(window, 'heading', cases.nothing.heading('nothing like this'));
  await at('cases-nothing-found');
  await press(window, 'button', cases.nothing.clear);
  await press(window, 'link', 'hxxps://pay-acme[.]example');
  await find(window, 'heading', words.case.caseWords.timeline);
  await at('case-needs-you');
  await press(window, 'button', words.case.caseWords.more, 'screen');
  await find(window, 'menuitem', words.case.caseWords.copyReceipt);
  await at('case-menu');
  await keys(window, Key.ESCAPE);
  await window.script(() => {
    document.querySelector('details.sentone').open = true;
    document.querySelector('details.sentone').scrollIntoView();
  });
  await at('case-what-was-sent');
  await place(window, shell.cases);
  await press(window, 'link', 'hxxps://acme-wallet[.]example');
  await find(window, 'heading', outbox.unsure.heading('PhishFort'));
  await at('case-unsure');
}

/** A report from empty to sent, with what can be wrong with it. */
export async function walkReport(window, at) {
  const files = new Files();
  await newReport(window);
  await at('report-empty');
  await toCheck(window);
  await at('check-not-ready');
  await press(window, 'button', check.send);
  await see(window, check.summary);
  await at('check-problems');
  await press(window, 'button', check.rows.changeWhat(check.rows.target));
  await find(window, 'field', report.target.label);
  await at('report-problems');
  await fill(window, report.target.label, '+44 20 7946 0123');
  await find(window, 'field', report.phone.receivedOn);
  await at('report-phone');
  await fill(window, report.target.label, '203.0.113.77');
  await find(window, 'field', report.ip.label);
  await at('report-ip');
  await fill(window, report.target.label, 'https://acme-login.example/secure/verify?id=4711');
  await fill(window, report.note.label, 'A customer got this by email. The page asks for card details.');
  await fill(window, report.reportedBy.label, 'kim@acme.example');
  const dropped = [
    files.sample('forwarded.eml'),
    files.sample('login-page.png'),
    files.sample('call-note.txt'),
    files.write('invoice.exe', 'MZ not taken'),
    files.write('empty.txt', ''),
  ];
  await dropFiles(window, dropped, { over: () => at('drop-over') });
  await see(window, 'invoice.exe', '.tray');
  await at('report-filled-with-problems');
  await press(window, 'button', evidence.dismiss);
  await press(window, 'button', evidence.of(evidence.keep, 'invoice.exe'));
  await gone(window, 'button', evidence.of(evidence.keep, 'invoice.exe'));
  await at('report-filled');
  for (const [name, shown] of [
    ['login-page.png', 'viewer-picture'],
    ['forwarded.eml', 'viewer-text'],
  ]) {
    await press(window, 'button', evidence.of(evidence.view, name));
    await find(window, 'dialog', name);
    await find(window, 'button', evidence.close, 'dialog');
    await at(shown);
    await press(window, 'button', evidence.close, 'dialog');
    await gone(window, 'dialog', name);
  }
  await press(window, 'button', evidence.of(evidence.rename, 'call-note.txt'));
  await find(window, 'dialog', evidence.renameTitle);
  await at('dialog-rename');
  await keys(window, Key.ESCAPE);
  await toCheck(window);
  await at('check-ready');
  await press(window, 'button', check.gets.word);
  await find(window, 'dialog', check.word.titleOf('phishfort', 'acme-login[.]example'));
  await at('dialog-word-for-word');
  await keys(window, Key.ESCAPE);
  await gone(window, 'dialog', check.word.titleOf('phishfort', 'acme-login[.]example'));
  await send(window);
  // With the focus on it the clock stands still, so there is time to look.
  await window.script(() => document.querySelector('.toasts .toast button').focus());
  await see(window, shell.toast.paused, '.toasts');
  await at('case-undo');
  await sendNow(window);
  await number(window);
  await at('case-sent');
  await next(window, 'taken_down');
  await see(window, words.status.caseStatus.takedown_success.word, '.meta2');
  await at('case-down');
}

/** The Outbox with what we don't know, and its two questions; then empty. */
export async function walkOutbox(window, at) {
  await place(window, shell.outbox);
  await find(window, 'heading', outbox.unsure.heading('PhishFort'));
  await at('outbox-unsure');
  await press(window, 'button', outbox.unsure.there);
  await find(window, 'dialog', outbox.there.heading);
  await at('dialog-it-is-there');
  await keys(window, Key.ESCAPE);
  await press(window, 'button', outbox.unsure.again);
  await find(window, 'dialog', outbox.again.heading);
  await at('dialog-send-again');
  await keys(window, Key.ESCAPE);
  await gone(window, 'dialog', outbox.again.heading);
  await press(window, 'button', outbox.unsure.there);
  await fill(window, outbox.there.label('PhishFort'), 'PRACTICE-1', 'dialog');
  await press(window, 'button', outbox.there.act, 'dialog');
  await find(window, 'heading', outbox.empty.heading);
  await at('outbox-empty');
}

/** Settings, Help, and the two questions of the practice band. */
export async function walkRest(window, at) {
  for (const name of ['you', 'connections', 'sending', 'appearance', 'storage', 'about']) {
    await section(window, name);
    await at(`settings-${name}`);
  }
  await place(window, shell.help);
  await find(window, 'heading', words.help.help.shortcutsTitle);
  await find(window, 'heading', words.practice.practice.checklist);
  await at('help');
  await press(window, 'button', shell.practice.startOver);
  await find(window, 'dialog', shell.practice.startOverDialog.heading);
  await at('dialog-start-over');
  await keys(window, Key.ESCAPE);
  await gone(window, 'dialog', shell.practice.startOverDialog.heading);
  await press(window, 'button', shell.practice.connect);
  await find(window, 'dialog', shell.practice.connectDialog.heading);
  await at('dialog-connect-for-real');
  await keys(window, Key.ESCAPE);
  await gone(window, 'dialog', shell.practice.connectDialog.heading);
  await keys(window, Key.CONTROL, Key.SHIFT, '?');
  await find(window, 'dialog', shell.shortcuts);
  await at('dialog-shortcuts');
  await keys(window, Key.ESCAPE);
}
