// Another program's clipboard.

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PYTHON } from './drag.mjs';
import { start } from './processes.mjs';
import { until } from './until.mjs';

const here = dirname(fileURLToPath(import.meta.url));

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
