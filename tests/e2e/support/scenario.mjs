// One test: a fresh app on fresh data, closed afterwards; what a failed one saw is kept.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { failureFolder, lastingFolder } from './places.mjs';
import { textOf } from './find.mjs';
import { picture } from './pictures.mjs';
import { withClosedProxy } from './proxy.mjs';
import { within } from './until.mjs';
import { openWindow } from './window.mjs';

const TEST_MS = 150_000;

/** What a test works with: the window that is open now, and ways to the next one. */
export class Stage {
  window = null;
  #sentence;

  constructor(sentence) {
    this.#sentence = sentence;
  }

  /** Opens the window (`options` as for `openWindow`), does something with it and closes it, whatever happens. */
  async play(options, does) {
    try {
      this.window = await openWindow(options);
      return await within(TEST_MS, 'the test', does(this.window));
    } catch (error) {
      if (this.window) await keepWhatItSaw(this.window, this.#sentence);
      throw error;
    } finally {
      await this.window?.close();
    }
  }

  /** Kills the app and starts it again on the same data. */
  async crash() {
    await this.window.kill();
    this.window = await this.window.again();
    return this.window;
  }

  /** Closes the app and starts it again on the same data; `args` as for `openWindow`. */
  async restart(args = []) {
    await this.window.close();
    this.window = await this.window.again(args);
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

/** A test in a window on fresh data. */
export function scenario(sentence, body) {
  test(sentence, () => {
    const stage = new Stage(sentence);
    return stage.play({}, (window) => body(window, stage));
  });
}

/** The same for real, on a desktop from which no service can be reached. */
export function scenarioForReal(sentence, body) {
  test(sentence, () =>
    withClosedProxy((env) => {
      const stage = new Stage(sentence);
      return stage.play({ env }, (window) => body(window, stage));
    }),
  );
}
