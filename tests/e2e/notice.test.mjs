// A counter-notice by keyboard alone: nothing here presses anything with the pointer.

import assert from 'node:assert/strict';
import { keepProfile, PROFILE } from './support/acts.mjs';
import { find, focused, gone, isOn, Key, keys, see, type, valueOf } from './support/find.mjs';
import { known } from './support/played.mjs';
import { scenario } from './support/scenario.mjs';
import { undoFor, rows } from './support/sites.mjs';
import { tabTo } from './support/tabbing.mjs';
import { until } from './support/until.mjs';
import { words } from './support/words.mjs';

const { appeal, appealFields } = words.appeal;
const { sites } = words.sites;
const { received } = words.block;

const DOMAIN = 'media.acme.example';
const ANSWER = 'The photographs are our own; we took them in our studio.';

scenario(
  'a counter-notice is filled in, declared, signed and sent by keyboard alone, word for word',
  async (window) => {
    await tabTo(window, words.welcome.welcome.practice.act);
    await keys(window, Key.ENTER);
    await find(window, 'heading', words.cases.cases.screen);
    await keepProfile(window);
    await undoFor(window, 5);
    await keys(window, Key.CONTROL, '3');
    await find(window, 'heading', sites.screen);
    await keys(window, Key.F5);
    await until('the blocks', async () => (await rows(window)).length > 0);
    await tabTo(window, sites.reports);
    await keys(window, Key.ENTER);
    await until('the report', async () => (await rows(window)).some((row) => row.includes(DOMAIN)));
    await tabTo(window, DOMAIN);
    await keys(window, Key.ENTER);
    await find(window, 'heading', received.blocks);
    await see(window, appeal.whole.left(0, 2), 'main');
    await tabTo(window, appeal.whole.choose.counter_notice.word);
    await keys(window, Key.ENTER);

    await find(window, 'dialog', appeal.notice.title);
    await find(window, 'field', appealFields.full_name.label, 'dialog');
    await until('the first field to have the focus', async () => (await focused(window)).id === 'appeal-full-name');
    assert.equal(await valueOf(window, appealFields.full_name.label), PROFILE.name);
    await tabTo(window, appealFields.zip_code.label);
    await type(window, 'EC1A 1AA');
    await tabTo(window, appealFields.counter_notice_response.label);
    await type(window, ANSWER);
    await tabTo(window, appeal.notice.next);
    await keys(window, Key.ENTER);

    await see(window, appeal.notice.statements, 'dialog[open]');
    const statements = [appealFields.perjury_attestation.label, appealFields.jurisdiction_consent.label];
    for (const one of statements) assert.equal(await isOn(window, 'tick', one), false, 'nothing is declared for them');
    assert.equal(await valueOf(window, appealFields.signature.label), '', 'nothing is signed for them');
    await tabTo(window, appeal.notice.act);
    await keys(window, Key.ENTER);
    await see(window, words.common.common.problemHeading, 'dialog[open]');
    for (const one of statements) {
      await tabTo(window, one);
      await keys(window, Key.SPACE);
      await until('it to be ticked', () => isOn(window, 'tick', one));
    }
    await tabTo(window, appealFields.signature.label);
    await type(window, PROFILE.name);
    await tabTo(window, appeal.notice.act);
    await keys(window, Key.ENTER);
    await gone(window, 'dialog', appeal.notice.title);
    await see(window, appeal.toast.whole.counter_notice, '.toasts');
    await see(window, appeal.toast.tookWhole, '.toasts');

    const asked = await known(window, '/cloudflare/sites/appeals');
    const body = {
      type: 'counter_notice',
      data: {
        full_name: PROFILE.name,
        company: PROFILE.company,
        street_address: PROFILE.address1,
        city: PROFILE.city,
        state: PROFILE.state,
        country: PROFILE.country,
        zip_code: 'EC1A 1AA',
        phone_number: PROFILE.telephone,
        email: PROFILE.email,
        urls: [17, 18, 19].map((photo) => `https://${DOMAIN}/photo/${photo}`),
        counter_notice_response: ANSWER,
        perjury_attestation: true,
        jurisdiction_consent: true,
        signature: PROFILE.name,
      },
    };
    assert.deepEqual(
      asked.map((one) => one.body),
      [body],
      'exactly the documented form, once',
    );
    await see(window, appeal.whole.open, 'main');
  },
);
