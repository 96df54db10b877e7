// The system's own file dialog, worked with the keyboard as a person does.

import { focus, isOpen, titled, xdo } from './xdo.mjs';
import { until } from './until.mjs';

/** Types a path into the open dialog and takes it. */
export async function chooseIn(title, path) {
  const dialog = await titled(`^${title}$`);
  await focus(dialog);
  await until('the dialog to take the path', async () => {
    // Ctrl+L shows the line for a path; the dialog may not have drawn itself yet, so it is done until it closes.
    await xdo('key', '--window', dialog, 'ctrl+l');
    await xdo('key', 'ctrl+a');
    await xdo('type', '--delay', 12, path);
    await xdo('key', 'Return');
    return until('the dialog to close', async () => !(await isOpen(`^${title}$`)), 2500).catch(() => false);
  });
}

/** Leaves the open dialog with Esc. */
export async function cancelIn(title) {
  const dialog = await titled(`^${title}$`);
  await focus(dialog);
  await until('the dialog to close', async () => {
    await xdo('key', 'Escape');
    return until('it', async () => !(await isOpen(`^${title}$`)), 1000).catch(() => false);
  });
}
