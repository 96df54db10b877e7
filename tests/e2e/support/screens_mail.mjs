// The walk's mails: what a dropped mail fills, asks and points out. What is done at each stop is the caller's.

import { keepPerson, place, practise } from './acts.mjs';
import { dropFiles } from './drag.mjs';
import { Files } from './files.mjs';
import { find, fold, gone, Key, keys, press, see } from './find.mjs';
import * as hostile from './hostile.mjs';
import * as mails from './mails.mjs';
import { words } from './words.mjs';

const { shell } = words.shell;
const { check } = words.check;
const { report } = words.report;
const { found } = words.found;
const { personal } = words.personal;
const { askOriginal } = words.mail_programs;

/** Drops files on the list of cases: Check and send follows. */
async function drop(window, ...paths) {
  await place(window, shell.cases);
  await find(window, 'heading', words.cases.cases.screen);
  await dropFiles(window, paths);
  await find(window, 'heading', check.title);
  await find(window, 'button', check.keep);
}

const toForm = async (window) => {
  await press(window, 'button', check.rows.changeWhat(check.rows.target));
  await find(window, 'field', report.target.label);
};

/** One likely address: filled; what else the mail says, and the form that was filled. */
export async function walkMail(window, at) {
  const files = new Files();
  await practise(window);
  await keepPerson(window);
  await drop(window, files.write('urgent.eml', mails.bait()), files.sample('login-page.png'));
  await see(window, mails.BAIT_SHOWN, 'main');
  await at('check-mail');
  await fold(window, true);
  await window.script(() => document.querySelector('main details').scrollIntoView({ block: 'start' }));
  await at('check-mail-unfolded');
  await window.script(() => document.querySelector('.tray').scrollIntoView({ block: 'end' }));
  await at('check-mail-files');
  await toForm(window);
  await at('report-mail');
}

/** Several likely addresses, none, a lost head, a list, and a mail that can't be read. */
export async function walkMailQuestions(window, at) {
  const files = new Files();
  await practise(window);
  await keepPerson(window);
  await drop(window, files.write('offers.eml', mails.choices()));
  await see(window, found.question('takedown', true), 'main');
  await at('check-which');
  await press(window, 'button', check.send);
  await see(window, check.summary);
  await at('check-which-problem');
  await toForm(window);
  await at('report-which');
  await drop(window, files.write('answer-me.eml', mails.wordsOnly()));
  await see(window, found.none.mail, 'main');
  await at('check-sender');
  await drop(window, files.write('forwarded inline.eml', mails.inline()));
  await see(window, found.lost.title, 'main');
  await at('check-lost-head');
  await press(window, 'button', found.lost.how, 'screen');
  await find(window, 'dialog', askOriginal.title);
  await at('dialog-ask-original');
  await keys(window, Key.ESCAPE);
  await gone(window, 'dialog', askOriginal.title);
  await drop(window, files.write('list.txt', mails.CHOICES.join('\n')));
  await see(window, 'hxxps://card-check[.]test/renew', 'main');
  await at('check-list');
}

/** What names the victim, before and after it is taken out; and a mail that deceives the eye. */
export async function walkMailPersonal(window, at) {
  const files = new Files();
  await practise(window);
  await keepPerson(window);
  await drop(window, files.write('marked.eml', mails.bait({ address: mails.MARKED })));
  await see(window, personal.title, 'main');
  await window.script((title) => {
    const heading = [...document.querySelectorAll('main h2, main h3')].find((one) => one.textContent.trim() === title);
    heading?.scrollIntoView({ block: 'center' });
  }, personal.title);
  await at('check-personal');
  await press(window, 'button', personal.all, 'screen');
  await gone(window, 'button', personal.all, 'screen');
  await at('check-personal-taken');
  await drop(window, files.write('hostile.eml', hostile.loaded(hostile.payloads(75))));
  await see(window, 'hxxps://acme-login[.]example/', 'main');
  await fold(window, true);
  await at('check-hostile');
}
