// Another program's clipboard.

import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PYTHON } from './drag.mjs';
import { start } from './processes.mjs';
import { until } from './until.mjs';

const run = promisify(execFile);
const here = dirname(fileURLToPath(import.meta.url));

/** The text that another program finds on the clipboard. */
export async function clipboardText() {
  const { stdout } = await run(PYTHON, [join(here, 'clipboard_reader.py')], { timeout: 20_000 });
  return stdout;
}

/** Puts a picture (`image`, a path) or words (`text`) on the clipboard while something is done. */
export async function withClipboard(kind, what, does) {
  const owner = start(PYTHON, [join(here, 'clipboard_owner.py'), kind, what]);
  try {
    await until('the clipboard', () => {
      if (!owner.alive()) throw new Error(owner.said());
      return owner.said().includes('ready');
    });
    return await does();
  } finally {
    await owner.end();
  }
}
