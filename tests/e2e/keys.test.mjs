// The key: saved once, never seen again, found nowhere; and what the app does where it cannot be kept.

import assert from 'node:assert/strict';
import { section } from './support/acts.mjs';
import { withLockedKeyring, withoutSecretService } from './support/bus.mjs';
import { canary, filesWith, holds } from './support/canary.mjs';
import { fill, find, gone, has, press, see, textOf } from './support/find.mjs';
import { shot } from './support/pictures.mjs';
import { freshFolder } from './support/places.mjs';
import { running } from './support/processes.mjs';
import { withClosedProxy } from './support/proxy.mjs';
import { scenario, Stage } from './support/scenario.mjs';
import { test } from 'node:test';
import { words } from './support/words.mjs';

const { setup, person } = words.setup;
const { connection, storeWords, healthWords, healthAdvice } = words.settings;

/** From the first screen to the key, and saves it. */
async function saveKey(window, key) {
  await press(window, 'button', words.welcome.welcome.connect.act);
  await fill(window, person.name, 'Kim Meyer');
  await fill(window, person.email, 'kim@acme.example');
  await press(window, 'button', setup.you.next);
  await fill(window, connection.keyLabel, key);
  await press(window, 'button', connection.save);
  await find(window, 'button', setup.connect.next);
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
  'a saved key shows its last four characters only, and lies nowhere that can be read',
  withKeyring,
  async (stage, { home, asked }) => {
    const key = canary();
    const pictures = [];
    const look = async (window) => pictures.push(await shot(window));

    await saveKey(stage.window, key);
    await see(stage.window, healthWords.unreachable);
    await see(stage.window, connection.endsIn(key.slice(-4)));
    await look(stage.window);
    await press(stage.window, 'button', setup.connect.next);
    await press(stage.window, 'button', setup.finish);
    await section(stage.window, 'connections');
    await see(stage.window, healthAdvice.unreachable);
    await see(stage.window, connection.dots(key.slice(-4)).slice(-6));
    await press(stage.window, 'button', connection.test);
    await find(stage.window, 'button', connection.test);
    await look(stage.window);
    const page = await stage.window.script(() => {
      const typed = [...document.querySelectorAll('input, textarea')].map((one) => one.value);
      return [document.documentElement.outerHTML, ...typed, JSON.stringify({ ...localStorage }), document.cookie].join(
        '\n',
      );
    });
    assert.ok(!holds(page, key), 'the page does not hold the key');

    const commands = [
      'app_start',
      'app_about',
      'app_counts',
      'preferences_read',
      'outbox_list',
      'connection_read',
      'connection_test',
    ];
    for (const command of commands) {
      const answer = await stage.window.invoke(command, { service: 'phishfort' });
      assert.ok('ok' in answer, `${command} answers: ${JSON.stringify(answer)}`);
      assert.ok(!holds(JSON.stringify(answer), key), `${command} does not answer with the key`);
    }
    const first = stage.window;
    await stage.restart();
    await section(stage.window, 'connections');
    await see(stage.window, connection.dots(key.slice(-4)).slice(-6));
    await look(stage.window);
    assert.ok(!holds(first.said() + stage.window.said(), key), 'the app did not print the key');
    await stage.window.kill();

    assert.deepEqual(filesWith(stage.window.data, key), [], 'no file of the data folder holds the key');
    assert.deepEqual(filesWith(home, key), [], 'no file of the home folder holds the key');
    assert.ok(!pictures.some((one) => holds(one, key)), 'no picture holds the key');
    assert.ok(asked().length > 0, 'PhishFort was asked for');
    for (const line of asked()) {
      assert.match(line, /^CONNECT capi\.phishfort\.com:443 /, 'nobody but PhishFort is asked for');
      assert.ok(!holds(line, key), 'the proxy does not see the key');
    }
  },
);

keyTest('a key can be removed, and is then asked for again', withKeyring, async (stage) => {
  await saveKey(stage.window, canary());
  await press(stage.window, 'button', setup.connect.next);
  await press(stage.window, 'button', setup.finish);
  await section(stage.window, 'connections');
  await press(stage.window, 'button', connection.removeAct);
  await press(stage.window, 'button', connection.remove.act, 'dialog');
  await see(stage.window, healthWords.no_key, 'main');
  await stage.restart();
  await section(stage.window, 'connections');
  await find(stage.window, 'button', connection.add);
});

keyTest('a text that is no key is not kept', withKeyring, async (stage) => {
  await press(stage.window, 'button', words.welcome.welcome.connect.act);
  await press(stage.window, 'button', setup.you.next);
  await fill(stage.window, connection.keyLabel, 'short');
  await press(stage.window, 'button', connection.save);
  await see(stage.window, connection.keyUnlikely, '.field.bad');
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
    await press(stage.window, 'button', setup.connect.next);
    await press(stage.window, 'button', setup.finish);
    await section(stage.window, 'connections');
    await see(stage.window, connection.place.until_quit);
    assert.ok(running(stage.window.pid), 'the app is alive');
    const { data } = stage.window;
    await stage.restart();
    await section(stage.window, 'connections');
    await find(stage.window, 'button', connection.add);
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
    await press(stage.window, 'button', setup.connect.next);
    await press(stage.window, 'button', setup.finish);
    await find(stage.window, 'heading', words.cases.cases.empty.heading);
    await section(stage.window, 'connections');
    await see(stage.window, connection.place.until_quit);
    await gone(stage.window, 'button', connection.saving);
    assert.ok(!(await textOf(stage.window)).includes(key));
    assert.deepEqual([...filesWith(stage.window.data, key), ...filesWith(home, key)], [], 'the key is not on the disk');
  },
);
