// The window leads nowhere and runs nothing but what is compiled in.

import assert from 'node:assert/strict';
import { practise } from './support/acts.mjs';
import { find, see } from './support/find.mjs';
import { scenario } from './support/scenario.mjs';
import { pause } from './support/until.mjs';
import { words } from './support/words.mjs';

const still = (window) => find(window, 'heading', words.cases.cases.screen);

scenario('the page refuses inline script, evaluated script, styles and anything from elsewhere', async (window) => {
  await practise(window);
  const blocked = await window.driver.executeAsyncScript((done) => {
    const heard = new Set();
    document.addEventListener('securitypolicyviolation', (event) => heard.add(event.effectiveDirective));
    const add = (name, attributes, text = '') => {
      const one = Object.assign(document.createElement(name), attributes);
      if (text) one.append(text);
      document.body.append(one);
    };
    try {
      add('script', {}, 'window.ranInline = true');
    } catch {
      heard.add('script-src-elem');
    }
    add('style', {}, 'body { color: red }');
    add('img', { src: 'https://elsewhere.example/pixel.png' });
    add('img', { src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' });
    add('iframe', { src: 'https://elsewhere.example/' });
    add('form', { action: 'https://elsewhere.example/' });
    let evaluated = false;
    try {
      evaluated = Boolean((0, eval)('window.ranEval = true'));
    } catch {
      heard.add('eval');
    }
    let html = 'assigned';
    try {
      document.createElement('div').innerHTML = '<b>x</b>';
    } catch {
      html = 'refused';
    }
    const fetched = fetch('https://elsewhere.example/').then(
      () => 'answered',
      () => 'refused',
    );
    void fetched.then((answer) =>
      setTimeout(() => done({ heard: [...heard], inline: window.ranInline, evaluated, html, answer }), 300),
    );
  });
  assert.ok(!blocked.inline, 'an inline script did not run');
  assert.equal(blocked.evaluated, false, 'eval did not run');
  assert.equal(blocked.answer, 'refused', 'nothing can be fetched');
  for (const directive of ['style-src-elem', 'img-src', 'connect-src', 'eval']) {
    assert.ok(blocked.heard.includes(directive), `${directive} refused: ${blocked.heard}`);
  }
  await still(window);
});

scenario('the page has no way to the host but its own commands', async (window) => {
  await practise(window);
  assert.equal(await window.script(() => typeof window.__TAURI__), 'undefined');
  for (const command of [
    'plugin:fs|read_text_file',
    'plugin:shell|execute',
    'plugin:event|emit',
    'plugin:window|close',
    'plugin:store|load',
  ]) {
    const answer = await window.invoke(command, { path: '/etc/passwd' });
    assert.ok('error' in answer, `${command} is refused`);
  }
  const path = await window.invoke('evidence_text', { evidence_id: '../../../etc/passwd' });
  assert.ok('error' in path, 'a path is no evidence');
});

scenario('what all objects share cannot be changed', async (window) => {
  const frozen = await window.script(() => {
    try {
      Object.prototype.toString = () => 'changed';
      Object.prototype.added = true;
    } catch {
      // Refused aloud in strict mode, in silence elsewhere.
    }
    return Object.isFrozen(Object.prototype) && {}.added === undefined;
  });
  assert.equal(frozen, true);
});

scenario('nothing navigates the window and nothing opens another one', async (window) => {
  await practise(window);
  const before = await window.script(() => location.href);
  for (const address of [
    'https://elsewhere.example/',
    'http://127.0.0.1:9/',
    'file:///etc/passwd',
    'data:text/html,x',
    'javascript:void(0)',
  ]) {
    await window.script((to) => {
      try {
        location.href = to;
      } catch {
        // Refused aloud by trusted types.
      }
    }, address);
    assert.equal(
      await window.script((to) => window.open(to, '_blank') === null, address),
      true,
      `${address} opens nothing`,
    );
    await window.script((to) => {
      const link = Object.assign(document.createElement('a'), { href: to, target: '_top' });
      document.body.append(link);
      link.click();
      link.remove();
    }, address);
    // A navigation that were allowed would have begun by the next turn of the page's loop.
    await pause(150);
    assert.equal(await window.script(() => location.href), before, `${address} leads nowhere`);
    await still(window);
  }
  assert.equal((await window.driver.getAllWindowHandles()).length, 1);
});

scenario('no link on any screen has an address', async (window) => {
  await practise(window);
  const places = [
    words.shell.shell.cases,
    words.shell.shell.outbox,
    words.shell.shell.settings,
    words.shell.shell.help,
  ];
  for (const place of places) {
    await (await find(window, 'link', place, 'side')).click();
    await find(window, 'heading', place);
    const addresses = await window.script(() =>
      [...document.querySelectorAll('[href], [src], [action], [srcset]')]
        .map((one) => one.getAttribute('href') ?? one.getAttribute('src') ?? one.getAttribute('action'))
        .filter((address) => address !== '#' && !/^(\.\/|\/)?assets\//.test(address)),
    );
    assert.deepEqual(addresses, [], `${place} leads nowhere`);
  }
});

scenario(
  'an address in a report is written so that nobody can follow it, on every screen that shows it',
  async (window) => {
    await practise(window);
    await see(window, 'hxxps://acme-wallet[.]example', 'main');
    const text = await window.script(() => document.body.innerText);
    assert.doesNotMatch(text, /https?:\/\//);
  },
);
