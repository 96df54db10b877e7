// Files dropped on the window, by a real drag from another one.

import assert from 'node:assert/strict';
import { newReport, practise } from './support/acts.mjs';
import { dropFiles } from './support/drag.mjs';
import { evidenceNames } from './support/dropped.mjs';
import { Files } from './support/files.mjs';
import { fill, find, press, see, valueOf } from './support/find.mjs';
import { scenario } from './support/scenario.mjs';
import { words } from './support/words.mjs';

const { report } = words.report;
const { shell } = words.shell;
const { evidence, refusedWords } = words.evidence;

scenario('a drop on the list of cases starts a report with the files, and a mail fills it', async (window) => {
  const files = new Files();
  const dropped = [files.sample('forwarded.eml'), files.sample('login-page.png', 'the login page.png')];
  await practise(window);
  await dropFiles(window, dropped, { over: () => see(window, shell.drop.over(2), '.dropover') });
  await find(window, 'heading', words.check.check.title);
  await see(window, 'hxxps://acme-login[.]example/secure/verify?id=4711', 'main');
  await see(window, 'the login page.png', '.tray');
  assert.deepEqual(await evidenceNames(window), ['forwarded.eml', 'the login page.png']);
  await see(window, evidence.count({ files: 2, files_max: 12 }));
});

scenario('a drop on an open report adds to it and loses nothing that was typed', async (window) => {
  const files = new Files();
  await practise(window);
  await newReport(window);
  await fill(window, report.target.label, 'https://acme-login.example/secure');
  await fill(window, report.note.label, 'Half a sentence');
  await dropFiles(window, [files.sample('forwarded.eml')]);
  await see(window, 'forwarded.eml', '.tray');
  await dropFiles(window, [files.sample('call-note.txt')]);
  await see(window, 'call-note.txt', '.tray');
  assert.deepEqual(await evidenceNames(window), ['forwarded.eml', 'call-note.txt']);
  assert.equal(await valueOf(window, report.target.label), 'https://acme-login.example/secure');
  assert.equal(await valueOf(window, report.note.label), 'Half a sentence');
});

scenario('a dropped page never opens in the window', async (window) => {
  const files = new Files();
  const page = files.write('fake.html', '<!doctype html><title>fake</title><h1>You are somewhere else</h1>');
  await practise(window);
  const before = await window.script(() => location.href);
  await dropFiles(window, [page]);
  await see(window, 'fake.html', '.tray');
  assert.equal(await window.script(() => location.href), before);
  await find(window, 'button', report.check);
});

scenario('a folder, a link and an empty file are refused in words', async (window) => {
  const files = new Files();
  const note = files.sample('call-note.txt');
  const dropped = [files.makeFolder('a folder'), files.link('a link.eml', note), files.write('empty.txt', '')];
  await practise(window);
  await newReport(window);
  await dropFiles(window, [...dropped, note]);
  await see(window, evidence.refusedTitle(3));
  for (const reason of ['folder', 'link', 'empty']) await see(window, refusedWords[reason](''));
  assert.deepEqual(await evidenceNames(window), ['call-note.txt'], 'what can be added is added all the same');
  await press(window, 'button', evidence.dismiss);
  await dropFiles(window, [note]);
  await see(window, refusedWords.already_here(''));
});

scenario('a drop on another screen goes into a new report and not into a closed one', async (window) => {
  const files = new Files();
  await practise(window);
  await newReport(window);
  await dropFiles(window, [files.sample('forwarded.eml')]);
  await see(window, 'forwarded.eml', '.tray');
  await press(window, 'button', report.keep);
  await find(window, 'heading', words.cases.cases.screen);
  await dropFiles(window, [files.sample('call-note.txt')]);
  await see(window, 'call-note.txt', '.tray');
  assert.deepEqual(await evidenceNames(window), ['call-note.txt']);
});
