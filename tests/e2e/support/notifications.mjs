// The desktop's notifications, as they come while something is done.

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PYTHON } from './drag.mjs';
import { start } from './processes.mjs';
import { until } from './until.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** Does something on a desktop that shows notifications; `shown()` is all that came, `{ app, title, body }` each. */
export async function withNotifications(does) {
  const desktop = start(PYTHON, [join(here, 'notifications.py')]);
  const lines = () => desktop.said().split('\n').filter(Boolean);
  try {
    await until('the notifications', () => {
      if (!desktop.alive()) throw new Error(desktop.said());
      return lines().includes('ready');
    });
    return await does(() =>
      lines()
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line)),
    );
  } finally {
    await desktop.end();
  }
}
