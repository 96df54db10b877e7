// Where things are, and modules of the window's own packages: there is one package.json, in ui/.

import { mkdirSync, mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the source tree. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');

/** `require` as a file of ui/ sees it. */
export const fromUi = createRequire(join(root, 'ui/package.json'));

const work = process.env.TAKEDOWN_DESK_E2E;
if (!work) throw new Error('start the tests with tests/e2e/run: it makes the screen and the bus that they need');

/** A new folder that goes away with the run. */
export function freshFolder(name) {
  return mkdtempSync(join(work, `${name}-`));
}

/** A folder that stays, made if it is not there. */
export function lastingFolder(path) {
  mkdirSync(path, { recursive: true });
  return path;
}

/** The app under test. */
export const application = process.env.TAKEDOWN_DESK_APP;

/** Where the pictures go. */
export const pictureFolder = process.env.TAKEDOWN_DESK_PICTURES;

/** Where a failed test leaves what it saw. */
export const failureFolder = join(root, 'target/test-logs/window');
