// Pictures of every screen, light and dark, in the usual size and the smallest, in target/pictures.

import { practise } from './support/acts.mjs';
import { picture, resize, shade, sizes } from './support/pictures.mjs';
import { scenario, scenarioForReal } from './support/scenario.mjs';
import { walkCases, walkFirstStart, walkOutbox, walkReport, walkRest } from './support/screens.mjs';
import * as filing from './support/screens_filing.mjs';
import * as mail from './support/screens_mail.mjs';
import * as oursites from './support/screens_sites.mjs';

/** Walks, takes four pictures at each stop. */
async function portray(window, walk) {
  await walk(window, async (name) => {
    for (const size of [...sizes].reverse()) {
      await resize(window, size);
      for (const theme of ['light', 'dark']) {
        await shade(window, theme);
        await picture(window, `${name}-${theme}-${size[0]}`);
      }
    }
    await shade(window, 'light');
  });
}

scenario('pictures of the first start and of setting up', (window) => portray(window, walkFirstStart));

scenario('pictures of the cases', (window) => portray(window, walkCases));

scenario('pictures of a report from empty to sent', async (window) => {
  await practise(window);
  await portray(window, walkReport);
});

scenario('pictures of the Outbox', async (window) => {
  await practise(window);
  await portray(window, walkOutbox);
});

scenario('pictures of Settings, Help and the dialogs', async (window) => {
  await practise(window);
  await portray(window, walkRest);
});

scenario('pictures of the eight forms', (window) => portray(window, filing.walkKinds));

scenario('pictures of a legal notice with problems', (window) => portray(window, filing.walkProblems));

scenario('pictures of one report to both', (window) => portray(window, filing.walkBoth));

scenario('pictures of what Cloudflare refuses', (window) => portray(window, filing.walkRefusals));

scenario('pictures of the guide', (window) => portray(window, filing.walkGuide));

scenario('pictures of filed reports', (window) => portray(window, filing.walkFiled));

scenario('pictures of the sender profiles', (window) => portray(window, filing.walkProfiles));

scenarioForReal('pictures of the connections', (window) => portray(window, filing.walkConnections));

scenario('pictures of our sites', (window) => portray(window, oursites.walkSites));

scenario('pictures of a refresh of our sites', (window) => portray(window, oursites.walkSync));

scenario('pictures of one block and one report about us', (window) => portray(window, oursites.walkOne));

scenario('pictures of asking for a review', (window) => portray(window, oursites.walkAppeal));

scenario('pictures of what came of asking', (window) => portray(window, oursites.walkAsked));

scenario('pictures of answering a whole report', (window) => portray(window, oursites.walkNotice));

scenarioForReal('pictures of our sites without a token', (window) => portray(window, oursites.walkNoToken));

scenario('pictures of a mail that became a case', (window) => portray(window, mail.walkMail));

scenario('pictures of what a mail leaves open', (window) => portray(window, mail.walkMailQuestions));

scenario('pictures of what names the victim', (window) => portray(window, mail.walkMailPersonal));
