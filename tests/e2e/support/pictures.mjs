// Pictures of the window as it is drawn.

import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { lastingFolder, pictureFolder } from './places.mjs';
import { until } from './until.mjs';
import { appWindow, geometry, xdo } from './xdo.mjs';

const run = promisify(execFile);
const asBytes = { encoding: 'buffer', maxBuffer: 64 * 1024 * 1024, timeout: 20_000 };

/** The two sizes that are looked at: the usual one and the smallest. */
export const sizes = [
  [1280, 800],
  [900, 600],
];

/** Makes the window this large and waits until the page is. */
export async function resize(window, [width, height]) {
  await until(`a page of ${width} × ${height}`, async () => {
    // As a person drags the window's corner: WebDriver's own resizing hangs now and then, like its screenshots.
    await xdo('windowsize', await appWindow(), width, height);
    const [wide, high] = await window.script(() => [innerWidth, innerHeight]);
    if (wide === width && high === height) return true;
    throw new Error(`it is ${wide} × ${high}`);
  });
}

/** Light or dark at once, without leaving the screen: what the page itself does when the setting changes. */
export async function shade(window, theme) {
  await window.script((wanted) => {
    document.documentElement.dataset.theme = wanted;
  }, theme);
  await drawn(window);
}

/** Resolves when the page has been drawn and nothing in it moves any more. */
export async function drawn(window) {
  await window.driver.executeAsyncScript((done) => {
    const still = () => {
      // What is folded away has animations that never end: nothing draws them.
      const moving = document
        .getAnimations()
        .filter((one) => one.effect?.getComputedTiming().iterations !== Infinity)
        .filter((one) => one.effect?.target?.checkVisibility() ?? false);
      return Promise.allSettled(moving.map((one) => one.finished));
    };
    requestAnimationFrame(() => void still().then(() => requestAnimationFrame(() => done())));
  });
}

/**
 * What the window shows now, as a PNG. Taken from the screen: WebKitWebDriver's own screenshot waits for a next frame
 * that a page at rest never draws, and then hangs.
 */
export async function shot(window) {
  await drawn(window);
  const { X, Y, WIDTH, HEIGHT } = await geometry(await appWindow());
  // Cut out of the whole screen: what another window shows above this one comes out black otherwise.
  const part = ['-window', 'root', '-crop', `${WIDTH}x${HEIGHT}+${X}+${Y}`, '+repage', 'png:-'];
  const take = async () => (await run('import', part, asBytes)).stdout;
  let last = await take();
  // The frame that the page has drawn may still be on its way to the screen; a countdown never rests.
  for (let looks = 0; looks < 6; looks += 1) {
    const now = await take();
    if (now.equals(last)) break;
    last = now;
  }
  return last;
}

/** A picture under this name, in the folder for pictures or in another. */
export async function picture(window, name, folder = pictureFolder) {
  writeFileSync(join(lastingFolder(folder), `${name}.png`), await shot(window));
}
