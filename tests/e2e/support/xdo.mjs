// Real keys and a real pointer, for what lies outside the page.

import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { until } from './until.mjs';

const run = promisify(execFile);

/** One call of xdotool. */
export async function xdo(...args) {
  const { stdout } = await run('xdotool', args.map(String), {
    timeout: 30_000,
  });
  return stdout.trim();
}

/** The number of the visible window whose title matches; waits for it. */
export function titled(pattern) {
  return until(`a window “${pattern}”`, async () => {
    const found = await xdo('search', '--onlyvisible', '--name', pattern).catch(() => '');
    return found.split('\n').filter(Boolean).at(-1);
  });
}

/** Whether there is such a window. */
export async function isOpen(pattern) {
  return (await xdo('search', '--onlyvisible', '--name', pattern).catch(() => '')) !== '';
}

/** Gives a window the keyboard, and waits until it has it. */
export async function focus(number) {
  await until('the keyboard', async () => {
    await xdo('windowfocus', number);
    return (await xdo('getwindowfocus')) === number;
  });
}

/** The app's own window. */
export const appWindow = () => titled('Takedown Desk$');

/** Asks the app's window to close, as the button in its title bar does. */
export async function closeButton() {
  const here = dirname(fileURLToPath(import.meta.url));
  await run('/usr/bin/python3', [join(here, 'close_window.py'), await appWindow()], { timeout: 20_000 });
}

/** Where a window stands and how large it is: X, Y, WIDTH and HEIGHT. */
export async function geometry(number) {
  const lines = (await xdo('getwindowgeometry', '--shell', number)).split('\n');
  return Object.fromEntries(lines.map((line) => line.split('=')));
}
