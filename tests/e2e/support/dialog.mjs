// The system's own file dialog, worked with the keyboard as a person does.

import { focus, isOpen, titled, xdo } from './xdo.mjs';
import { until } from './until.mjs';

/** Types a path into the open dialog and takes it. */
export async function chooseIn(title, path) {
  const dialog = await titled(`^${title}$`);
  await until('the dialog to take the path', async () => {
    await focus(dialog);
    // Ctrl+L shows the line for a path, and Ctrl+A makes what is typed the whole of it.
    await xdo('key', 'ctrl+l', 'key', 'ctrl+a', 'type', '--delay', 8, path);
    // While the dialog still looks into the folder, Return does nothing; and one too many would go to the app.
    for (let tries = 0; tries < 8; tries += 1) {
      await xdo('key', 'Return');
      if (await until('it to close', async () => !(await isOpen(`^${title}$`)), 400).catch(() => false)) return true;
    }
    return false;
  });
}
