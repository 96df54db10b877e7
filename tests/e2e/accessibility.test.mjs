// axe finds nothing on any screen, light and dark, and no screen is cut off where the window is smallest.

import assert from 'node:assert/strict';
import { practise } from './support/acts.mjs';
import { violations } from './support/axe.mjs';
import { resize, shade, sizes } from './support/pictures.mjs';
import { scenario, scenarioForReal } from './support/scenario.mjs';
import { walkCases, walkFirstStart, walkOutbox, walkReport, walkRest } from './support/screens.mjs';
import * as filing from './support/screens_filing.mjs';
import * as mail from './support/screens_mail.mjs';
import * as oursites from './support/screens_sites.mjs';

/** Walks, looks at each stop in both themes, and tells all that was found at the end. */
async function inspect(window, walk) {
  const found = [];
  let stops = 0;
  await walk(window, async (name) => {
    stops += 1;
    for (const theme of ['light', 'dark']) {
      await shade(window, theme);
      found.push(...(await violations(window)).map((line) => `${name}, ${theme}: ${line}`));
    }
    await shade(window, 'light');
    await resize(window, sizes[1]);
    const cut = await window.script(() => document.documentElement.scrollWidth - innerWidth);
    if (cut > 0) found.push(`${name}: wider than the smallest window by ${cut} px`);
    await resize(window, sizes[0]);
  });
  assert.ok(stops > 0, 'the walk stopped somewhere');
  assert.deepEqual(found, []);
}

scenario('a mistake that is planted is found', async (window) => {
  await window.script(() => {
    const picture = document.createElement('img');
    document.querySelector('main').append(picture);
  });
  const found = await violations(window);
  assert.ok(
    found.some((line) => line.startsWith('image-alt')),
    `axe sees a picture without words: ${found}`,
  );
});

scenario('the first start and setting up are accessible, light and dark', (window) => inspect(window, walkFirstStart));

scenario('the cases are accessible, light and dark', (window) => inspect(window, walkCases));

scenario('a report is accessible from empty to sent, light and dark', async (window) => {
  await practise(window);
  await inspect(window, walkReport);
});

scenario('the Outbox is accessible, light and dark', async (window) => {
  await practise(window);
  await inspect(window, walkOutbox);
});

scenario('Settings, Help and the dialogs are accessible, light and dark', async (window) => {
  await practise(window);
  await inspect(window, walkRest);
});

scenario('the eight forms are accessible, light and dark', (window) => inspect(window, filing.walkKinds));

scenario('a legal notice with problems is accessible, light and dark', (window) =>
  inspect(window, filing.walkProblems),
);

scenario('one report to both is accessible, light and dark', (window) => inspect(window, filing.walkBoth));

scenario('what Cloudflare refuses is accessible, light and dark', (window) => inspect(window, filing.walkRefusals));

scenario('the guide is accessible, light and dark', (window) => inspect(window, filing.walkGuide));

scenario('filed reports are accessible, light and dark', (window) => inspect(window, filing.walkFiled));

scenario('the sender profiles are accessible, light and dark', (window) => inspect(window, filing.walkProfiles));

scenarioForReal('the connections are accessible, light and dark', (window) => inspect(window, filing.walkConnections));

scenario('our sites are accessible, light and dark', (window) => inspect(window, oursites.walkSites));

scenario('a refresh of our sites is accessible, light and dark', (window) => inspect(window, oursites.walkSync));

scenario('one block and one report about us are accessible, light and dark', (window) =>
  inspect(window, oursites.walkOne),
);

scenario('asking for a review is accessible, light and dark', (window) => inspect(window, oursites.walkAppeal));

scenario('what came of asking is accessible, light and dark', (window) => inspect(window, oursites.walkAsked));

scenario('answering a whole report is accessible, light and dark', (window) => inspect(window, oursites.walkNotice));

scenarioForReal('our sites without a token are accessible, light and dark', (window) =>
  inspect(window, oursites.walkNoToken),
);

scenario('a mail that became a case is accessible, light and dark', (window) => inspect(window, mail.walkMail));

scenario('what a mail leaves open is accessible, light and dark', (window) => inspect(window, mail.walkMailQuestions));

scenario('what names the victim is accessible, light and dark', (window) => inspect(window, mail.walkMailPersonal));
