// One test: a fresh app on fresh data, closed afterwards; what a failed one saw is kept.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { failureFolder, lastingFolder } from './places.mjs';
import { textOf } from './find.mjs';
import { picture } from './pictures.mjs';
import { within } from './until.mjs';
import { openWindow } from './window.mjs';

const TEST_MS = 150_000;

/** What the test works with: the window that is open now, and a way to change to the next one. */
class Stage {
  window = null;

  async open(options) {
    this.window = await openWindow(options);
    return this.window;
  }

  /** Kills the app and starts it again on the same data. */
  async crash(env) {
    await this.window.kill();
    this.window = await this.window.again(env);
    return this.window;
  }

  /** Closes the app and starts it again on the same data. */
  async restart(env) {
    await this.window.close();
    this.window = await this.window.again(env);
    return this.window;
  }
}

async function keepWhatItSaw(window, sentence) {
  const name = sentence.replace(/[^a-z0-9]+/gi, '-').toLowerCase();
  const folder = lastingFolder(failureFolder);
  writeFileSync(join(folder, `${name}.log`), window.said());
  const page = await within(5000, 'reading the page', textOf(window)).catch((error) => error.message);
  writeFileSync(join(folder, `${name}.txt`), page);
  await within(10_000, 'the picture', picture(window, name, folder)).catch(() => {});
}

/** A test in a window. `options` as for `openWindow`, and node's own. */
export function scenario(sentence, options, body) {
  if (typeof options === 'function') return scenario(sentence, {}, options);
  const { data, env, ...rest } = options;
  test(sentence, rest, async (context) => {
    const stage = new Stage();
    try {
      await stage.open({ data, env });
      await within(TEST_MS, 'the test', body(stage.window, stage, context));
    } catch (error) {
      if (stage.window) await keepWhatItSaw(stage.window, sentence);
      throw error;
    } finally {
      await stage.window?.close();
    }
  });
}
