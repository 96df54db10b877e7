// Real keys and a real pointer, for what lies outside the page.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { until } from './until.mjs';

const run = promisify(execFile);

/** One call of xdotool. */
export async function xdo(...args) {
  const { stdout } = await run('xdotool', args.map(String), { timeout: 30_000 });
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

/** Where a window stands and how large it is: X, Y, WIDTH and HEIGHT. */
export async function geometry(number) {
  const lines = (await xdo('getwindowgeometry', '--shell', number)).split('\n');
  return Object.fromEntries(lines.map((line) => line.split('=')));
}
