// A real drag from another window, with the pointer, as X11 carries it.

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { start } from './processes.mjs';
import { until } from './until.mjs';
import { appWindow, titled, xdo } from './xdo.mjs';

const here = dirname(fileURLToPath(import.meta.url));
/** Right of the window, which stands at 0,0 and is 1280 wide. */
const SOURCE = { x: 1340, y: 40 };
const FROM = { x: SOURCE.x + 100, y: SOURCE.y + 60 };

/** Debian's own Python: another one on the PATH does not have GTK. */
export const PYTHON = '/usr/bin/python3';

/**
 * Drags files over the window and lets go of them at a place of it. `over` is done while they are held there. Answers
 * when they were let go, in milliseconds since 1970.
 */
export async function dropFiles(window, paths, { to = { x: 730, y: 540 }, over = async () => {} } = {}) {
  const source = start(PYTHON, [join(here, 'drag_source.py'), String(SOURCE.x), String(SOURCE.y), ...paths]);
  const heard = (word) =>
    until(`the drag to be ${word}`, () => {
      if (!source.alive()) throw new Error(source.said());
      return source.said().split('\n').includes(word);
    });
  try {
    await heard('ready');
    await xdo('windowmove', await titled('^Drag source$'), SOURCE.x, SOURCE.y);
    await xdo('windowmove', await appWindow(), 0, 0);
    await xdo('mousemove', FROM.x, FROM.y);
    await xdo('mousedown', 1);
    await xdo('mousemove', FROM.x - 12, FROM.y + 4, 'mousemove', FROM.x - 30, FROM.y + 10);
    await heard('begun');
    // Step by step: the one who drags asks the window below at each of them.
    const steps = 12;
    for (let step = 1; step <= steps; step += 1) {
      const at = (from, goal) => Math.round(from + ((goal - from) * step) / steps);
      await xdo('mousemove', '--sync', at(FROM.x - 30, to.x), at(FROM.y + 10, to.y));
    }
    await until('the window to see the files', async () => {
      await xdo('mousemove', to.x + 1, to.y + 1, 'mousemove', to.x, to.y);
      return window.script(() => document.querySelector('.dropover, .drop.over') !== null);
    });
    await over();
    await xdo('mousemove', to.x, to.y);
    const let_go = Date.now();
    await xdo('mouseup', 1);
    await heard('ended');
    return let_go;
  } finally {
    await xdo('mouseup', 1);
    await source.end();
  }
}
