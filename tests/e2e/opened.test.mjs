// Open with Takedown Desk: what the app is started with becomes what a drop becomes, and a second start hands over.

import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { practise } from './support/acts.mjs';
import { canary, filesWith } from './support/canary.mjs';
import { evidenceNames, latestDraft } from './support/dropped.mjs';
import { Files } from './support/files.mjs';
import { find, press, see } from './support/find.mjs';
import { BAIT, BAIT_SHOWN, bait } from './support/mails.mjs';
import { application } from './support/places.mjs';
import { start } from './support/processes.mjs';
import { scenario } from './support/scenario.mjs';
import { PATIENCE_MS, until, within } from './support/until.mjs';
import { words } from './support/words.mjs';
import { closeButton, titled } from './support/xdo.mjs';

const { check } = words.check;

/** Check and send, filled from a mail of this name. */
async function filledFrom(window, name) {
  await find(window, 'heading', check.title);
  await see(window, BAIT_SHOWN, 'main');
  await until('the evidence', async () => (await evidenceNames(window)).includes(name));
}

scenario('a mail that the app is started with fills Check and send', async (window, stage) => {
  const path = new Files().write('one & only.eml', bait());
  await practise(window);
  await filledFrom(await stage.restart([path]), 'one & only.eml');
});

scenario('options and what is not there are passed over, and a file address is understood', async (window, stage) => {
  const path = new Files().write('grüße 100%.eml', bait());
  await practise(window);
  const again = await stage.restart(['--verbose', '/nowhere/at-all.eml', pathToFileURL(path).href]);
  await filledFrom(again, 'grüße 100%.eml');
  assert.deepEqual(await evidenceNames(again), ['grüße 100%.eml']);
});

scenario('a mail that comes before anything was chosen waits until something is', async (window, stage) => {
  const path = new Files().write('early.eml', bait());
  const again = await stage.restart([path]);
  await find(again, 'button', words.welcome.welcome.practice.act);
  await press(again, 'button', words.welcome.welcome.practice.act);
  await filledFrom(again, 'early.eml');
});

scenario('a second start hands its mail to the window that is open, and ends', async (window, stage) => {
  const files = new Files();
  const marker = canary();
  files.write('second.eml', bait({ address: `${BAIT}&${marker}` }));
  await practise(window);
  await window.close();
  // Not driven: under the driver every start is a first one.
  const env = { TAKEDOWN_DESK_DATA: window.data };
  const first = start(application, [], env);
  try {
    await titled('Takedown Desk$');
    const second = start('/usr/bin/env', ['--chdir', files.folder, application, 'second.eml'], env);
    assert.equal(await within(PATIENCE_MS, 'the second start', second.ended), 0, second.said());
    await until('the first to keep the mail', () => {
      if (!first.alive()) throw new Error(first.said());
      return filesWith(window.data, marker).some((path) => path.includes('/evidence/'));
    });
    await closeButton();
    await within(PATIENCE_MS, 'closing the first', first.ended);
  } finally {
    await first.end();
  }
  stage.window = await window.again();
  const draft = await latestDraft(stage.window);
  assert.deepEqual(
    draft.evidence.map((file) => file.name),
    ['second.eml'],
  );
});
