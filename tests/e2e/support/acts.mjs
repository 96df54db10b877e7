// What a person does again and again.

import { fill, find, focused, has, isOn, press, see } from './find.mjs';
import { until } from './until.mjs';
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

/** Who should hear it: exactly these of the two. */
export async function tell(window, ...services) {
  for (const service of ['phishfort', 'cloudflare']) {
    const name = report.who[service].title;
    if ((await isOn(window, 'tick', name, 'screen')) !== services.includes(service)) {
      await press(window, 'tick', name, 'screen');
      await until('the tick', async () => (await isOn(window, 'tick', name, 'screen')) === services.includes(service));
    }
  }
}

/** What is wrong, for Cloudflare. */
export async function chooseKind(window, kind) {
  await press(window, 'radio', words.kinds.kindWords[kind].title, 'screen');
  await find(window, 'heading', `${words.kinds.kindWords[kind].title} ${report.forWhom.cloudflare}`);
}

/** From the report to Check and send; `count` is how many reports it then becomes. */
export async function toCheck(window, count = 1) {
  await press(window, 'button', report.check);
  await find(window, 'heading', check.title);
  await find(window, 'button', check.sendAll(count));
}

/** From Check and send to the case, with what was sent in its undo window. */
export async function send(window, count = 1) {
  await press(window, 'button', check.sendAll(count));
  await find(window, 'button', shell.newReport);
  await see(window, shell.toast.sending, '.toasts');
  // The new screen's heading takes the focus; whoever takes it before that loses it again.
  await until('the heading of the case to have the focus', async () => {
    const { tag, text } = await focused(window);
    return tag === 'h1' && text !== check.title;
  });
}

/** Ends the undo window at once, from the row on the case's page. */
export async function sendNow(window) {
  await press(window, 'button', outbox.sendNow);
}

/** The number that the service gave, once it stands in the head of the case's page: a toast may say it earlier. */
export async function number(window) {
  await see(window, 'PRACTICE-', '.meta2');
  const text = await window.script(() => document.querySelector('.meta2').innerText);
  return /PRACTICE-(CF-)?\d+/.exec(text)?.[0];
}

/** Ends the undo window of so many, one after the other: each row goes when what it is about went. */
export async function sendAllNow(window, count) {
  for (let left = count; left > 0; left -= 1) {
    await until(`${left} to be sent`, async () => (await waiting(window)) === left);
    await sendNow(window);
  }
  await until('nothing to wait', async () => (await waiting(window)) === 0);
}

const waiting = (window) =>
  window.script(
    (word) => [...document.querySelectorAll('.obx button span')].filter((one) => one.textContent === word).length,
    outbox.sendNow,
  );

/** Who was told, each with its number, once all of so many have one: `[service, number]`, in the page's order. */
export async function numbers(window, count) {
  return until(`${count} numbers`, async () => {
    const told = await window.script(() =>
      [...document.querySelectorAll('.standing')].map((one) => [
        one.querySelector('b').textContent,
        one.querySelector('.end bdi')?.textContent ?? '',
      ]),
    );
    if (told.length === count && told.every(([, number]) => number.startsWith('PRACTICE-'))) return told;
    throw new Error(JSON.stringify(told));
  });
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

/** Lets the played Cloudflare do something next; a refusal has its ground. */
export async function nextReport(window, step, denial = null) {
  const { happens, reportFaults, reportSteps } = words.practice;
  const group = reportFaults.includes(step) ? happens.groups.cloudflareNext : happens.groups.cloudflareReport;
  await press(window, 'button', shell.practice.next);
  await press(window, 'menuitem', reportSteps[step].word, `//*[@role='group' and @aria-label='${group}']`);
  if (denial === null) return;
  const { why } = words.denials.denials[denial];
  await press(window, 'radio', why.charAt(0).toUpperCase() + why.slice(1), 'dialog');
  await press(window, 'button', happens.refuse.act, 'dialog');
}

/** A sender profile, as it is kept. */
export const PROFILE = {
  id: 'profile-1',
  label: 'Acme brand protection',
  name: 'Kim Meyer',
  email: 'kim@acme.example',
  company: 'Acme Ltd',
  telephone: '+44 20 7946 0123',
  title: 'Brand protection',
  address1: '1 Example Street',
  city: 'London',
  state: 'Greater London',
  country: 'United Kingdom',
  rights_holder: 'Acme Ltd',
  trademark_symbol: 'ACME',
  trademark_number: '0123456',
  trademark_office: 'EUIPO',
};

/** Who they are, as it is entered in Settings. */
export const PERSON = { name: 'Jo Marsh', email: 'jo@acme.example', brands: ['Acme'], own_sites: ['acme.example'] };

/** Settings know who they are, without a walk through them. */
export async function keepPerson(window) {
  const answer = await window.invoke('preferences_save', { change: PERSON });
  if (!('ok' in answer)) throw new Error(`it was not kept: ${JSON.stringify(answer)}`);
}

/** The profile is there and new reports begin with it, without a walk through Settings. */
export async function keepProfile(window) {
  const answer = await window.invoke('preferences_save', {
    change: { profiles: [PROFILE], profile_id: PROFILE.id },
  });
  if (!('ok' in answer)) throw new Error(`the profile was not kept: ${JSON.stringify(answer)}`);
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
