// What a person does again and again.

import { fill, find, has, press, see } from './find.mjs';
import { words } from './words.mjs';

const { shell } = words.shell;
const { welcome } = words.welcome;
const { report } = words.report;
const { check } = words.check;
const { outbox } = words.outbox;
const { cases } = words.cases;

/** From the first screen into practice. */
export async function practise(window) {
  await press(window, 'button', welcome.practice.act);
  await find(window, 'heading', cases.screen);
  await see(window, shell.practice.sentence);
}

/** A new, empty report. */
export async function newReport(window) {
  await press(window, 'button', shell.newReport);
  await find(window, 'field', report.target.label);
}

/** From the report to Check and send. */
export async function toCheck(window) {
  await press(window, 'button', report.check);
  await find(window, 'heading', check.title);
  await find(window, 'button', check.send);
}

/** From Check and send to the case, with the report in its undo window. */
export async function send(window) {
  await press(window, 'button', check.send);
  await find(window, 'button', shell.newReport);
  await see(window, shell.toast.sending, '.toasts');
}

/** Ends the undo window at once, from the row on the case's page. */
export async function sendNow(window) {
  await press(window, 'button', outbox.sendNow);
}

/** The number that the service gave, once it stands in the head of the case's page: a toast may say it earlier. */
export async function number(window) {
  await see(window, 'PRACTICE-', '.meta2');
  const text = await window.script(() => document.querySelector('.meta2').innerText);
  return /PRACTICE-\d+/.exec(text)?.[0];
}

/** Fills a report's target and goes all the way to the service's number. */
export async function report_and_send(window, target) {
  await fill(window, report.target.label, target);
  await toCheck(window);
  await send(window);
  await sendNow(window);
  return number(window);
}

/** Lets the played service do something next. */
export async function next(window, step) {
  await press(window, 'button', shell.practice.next);
  await press(window, 'menuitem', words.shell.practiceSteps[step].word);
}

/** To a place of the sidebar. */
export async function place(window, name) {
  await press(window, 'link', name, 'side');
}

/** A part of Settings. */
export async function section(window, name) {
  if (!(await has(window, 'heading', words.settings.settings.title))) await place(window, shell.settings);
  await press(window, 'link', words.settings.sectionWords[name]);
  await find(window, 'heading', words.settings.sectionWords[name]);
}
