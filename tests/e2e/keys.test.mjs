// The key and the token: saved once, never seen again, found nowhere; and what the app does where it cannot be kept.

import assert from 'node:assert/strict';
import { section } from './support/acts.mjs';
import { withLockedKeyring, withoutSecretService } from './support/bus.mjs';
import { canary, filesWith, holds } from './support/canary.mjs';
import { fill, find, gone, has, part, press, see, textOf } from './support/find.mjs';
import { shot } from './support/pictures.mjs';
import { freshFolder } from './support/places.mjs';
import { running } from './support/processes.mjs';
import { withClosedProxy } from './support/proxy.mjs';
import { scenario, Stage } from './support/scenario.mjs';
import { test } from 'node:test';
import { words } from './support/words.mjs';

const { setup, person } = words.setup;
const { connection, storeWords } = words.settings;
const { account, serviceWords } = words.services;
const { phishfort, cloudflare } = serviceWords;

/** An account's id, made up. */
const ACCOUNT = '0123456789abcdef0123456789abcdef';

/** From the first screen to the key, and saves it. */
async function saveKey(window, key) {
  await press(window, 'button', words.welcome.welcome.connect.act);
  await fill(window, person.name, 'Kim Meyer');
  await fill(window, person.email, 'kim@acme.example');
  await press(window, 'button', setup.you.next);
  await fill(window, phishfort.keyLabel, key);
  await press(window, 'button', connection.save);
  await find(window, 'button', setup.connect.next);
}

/** On from the first step, whose key is saved: past the brand, and past Cloudflare. */
async function finishSetup(window) {
  await press(window, 'button', setup.connect.next);
  await find(window, 'heading', setup.client.title);
  await press(window, 'button', setup.connect.next);
  await find(window, 'heading', setup.connect.cloudflare.title);
  // The run's keyring may still hold a token of an earlier test.
  const { ok: known } = await window.invoke('connection_read', { service: 'cloudflare' });
  await press(window, 'button', known.key_tail === null ? setup.connect.skip : setup.finish);
  await find(window, 'heading', words.cases.cases.empty.heading);
}

/** In Settings, Connections: Cloudflare's token, and the account it files for. */
async function saveToken(window, token) {
  await press(window, 'button', cloudflare.add);
  await find(window, 'dialog', cloudflare.addTitle);
  await fill(window, cloudflare.keyLabel, token, 'dialog');
  await press(window, 'button', cloudflare.showKey, 'dialog');
  await press(window, 'button', connection.save, 'dialog');
  await gone(window, 'dialog', cloudflare.addTitle);
  await see(window, cloudflare.health.unreachable);
  await press(window, 'button', account.choose);
  await fill(window, account.id, ACCOUNT, 'dialog');
  await press(window, 'button', account.use, 'dialog');
  await gone(window, 'dialog', account.title);
  await see(window, ACCOUNT, 'main');
}

/** All of the page: what it draws, what stands in its fields, and what it keeps. */
function wholePage(window) {
  return window.script(() => {
    const typed = [...document.querySelectorAll('input, textarea')].map((one) => one.value);
    return [document.documentElement.outerHTML, ...typed, JSON.stringify({ ...localStorage }), document.cookie].join(
      '\n',
    );
  });
}

/** A test through the closed proxy, with the home folder of its own that `filesWith` looks through. */
function keyTest(sentence, within, body) {
  test(sentence, () =>
    withClosedProxy((proxy, asked) =>
      within(async (bus) => {
        const home = freshFolder('home');
        const stage = new Stage(sentence);
        await stage.play({ env: { ...proxy, ...bus, HOME: home } }, () => body(stage, { home, asked }));
      }),
    ),
  );
}
const withKeyring = (does) => does({});

keyTest(
  'a saved key and a saved token show their last four characters only, and lie nowhere that can be read',
  withKeyring,
  async (stage, { home, asked }) => {
    const [key, token] = [canary(), canary()];
    const nowhere = (bytes, what) => {
      for (const secret of [key, token]) assert.ok(!holds(bytes, secret), what);
    };
    const pictures = [];
    const look = async (window) => pictures.push(await shot(window));

    await saveKey(stage.window, key);
    await see(stage.window, phishfort.health.unreachable);
    await see(stage.window, connection.endsIn(key.slice(-4)));
    await look(stage.window);
    await finishSetup(stage.window);
    await section(stage.window, 'connections');
    await see(stage.window, phishfort.advice.unreachable);
    await see(stage.window, connection.dots(key.slice(-4)).slice(-6));
    await press(stage.window, 'button', connection.test, part(phishfort.name));
    await find(stage.window, 'button', connection.test, part(phishfort.name));
    await saveToken(stage.window, token);
    await see(stage.window, connection.dots(token.slice(-4)).slice(-6));
    await press(stage.window, 'button', connection.test, part(cloudflare.name));
    await find(stage.window, 'button', connection.test, part(cloudflare.name));
    await look(stage.window);
    nowhere(await wholePage(stage.window), 'the page holds neither');

    for (const [command, args] of [
      ...['app_start', 'app_about', 'app_counts', 'preferences_read', 'outbox_list'].map((name) => [name, {}]),
      ...['phishfort', 'cloudflare'].flatMap((service) => [
        ['connection_read', { service }],
        ['connection_test', { service }],
      ]),
      ['filed_list', { request: { search: '', status: null, after: null } }],
    ]) {
      const answer = await stage.window.invoke(command, args);
      assert.ok('ok' in answer, `${command} answers: ${JSON.stringify(answer)}`);
      nowhere(JSON.stringify(answer), `${command} answers with neither`);
    }
    const first = stage.window;
    await stage.restart();
    await section(stage.window, 'connections');
    for (const secret of [key, token]) await see(stage.window, connection.dots(secret.slice(-4)).slice(-6));
    await look(stage.window);
    nowhere(first.said() + stage.window.said(), 'the app printed neither');
    await stage.window.kill();

    for (const secret of [key, token]) {
      assert.deepEqual(filesWith(stage.window.data, secret), [], 'no file of the data folder holds it');
      assert.deepEqual(filesWith(home, secret), [], 'no file of the home folder holds it');
    }
    for (const one of pictures) nowhere(one, 'no picture holds either');
    for (const service of ['capi.phishfort.com', 'api.cloudflare.com']) {
      assert.ok(
        asked().some((line) => line.startsWith(`CONNECT ${service}:443 `)),
        `${service} was asked for`,
      );
    }
    for (const line of asked()) {
      assert.match(line, /^CONNECT (capi\.phishfort|api\.cloudflare)\.com:443 /, 'nobody else is asked for');
      nowhere(line, 'the proxy sees neither');
    }
  },
);

keyTest('a key can be removed, and is then asked for again', withKeyring, async (stage) => {
  await saveKey(stage.window, canary());
  await finishSetup(stage.window);
  await section(stage.window, 'connections');
  await press(stage.window, 'button', connection.removeAct);
  await press(stage.window, 'button', phishfort.remove.act, 'dialog');
  await see(stage.window, phishfort.health.no_key, 'main');
  await stage.restart();
  await section(stage.window, 'connections');
  await find(stage.window, 'button', phishfort.add);
});

keyTest('a text that is no key is not kept', withKeyring, async (stage) => {
  await press(stage.window, 'button', words.welcome.welcome.connect.act);
  await press(stage.window, 'button', setup.you.next);
  await fill(stage.window, phishfort.keyLabel, 'short');
  await press(stage.window, 'button', connection.save);
  await see(stage.window, phishfort.keyUnlikely, '.field.bad');
  assert.equal(await has(stage.window, 'button', setup.connect.next), false);
});

keyTest(
  'with no password store the app says so, and keeps the key until it is closed',
  withoutSecretService,
  async (stage, { home }) => {
    const key = canary();
    await saveKey(stage.window, key);
    await see(stage.window, storeWords.missing);
    await see(stage.window, connection.endsIn(key.slice(-4)));
    await finishSetup(stage.window);
    await section(stage.window, 'connections');
    await see(stage.window, connection.place.until_quit);
    assert.ok(running(stage.window.pid), 'the app is alive');
    const { data } = stage.window;
    await stage.restart();
    await section(stage.window, 'connections');
    await find(stage.window, 'button', phishfort.add);
    assert.deepEqual([...filesWith(data, key), ...filesWith(home, key)], [], 'the key is not on the disk');
  },
);

keyTest(
  'with a locked password store the app waits, says so, and keeps the key until it is closed',
  withLockedKeyring,
  async (stage, { home }) => {
    const key = canary();
    await saveKey(stage.window, key);
    await see(stage.window, storeWords.no_answer);
    await see(stage.window, connection.endsIn(key.slice(-4)));
    await finishSetup(stage.window);
    await section(stage.window, 'connections');
    await see(stage.window, connection.place.until_quit);
    await gone(stage.window, 'button', connection.saving);
    assert.ok(!(await textOf(stage.window)).includes(key));
    assert.deepEqual([...filesWith(stage.window.data, key), ...filesWith(home, key)], [], 'the key is not on the disk');
  },
);
