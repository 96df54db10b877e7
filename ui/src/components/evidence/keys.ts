// The two keys that the form and Check and send share.

import { dialogOpen } from './pasting';

/** What the keys do on a screen. */
export interface ScreenKeys {
  /** Ctrl+Enter: the screen's main act. */
  main(): void;
  /** Ctrl+O: adding evidence. */
  pick(): void;
}

/** Does what the key says, unless a dialog is open. */
export function onScreenKey(event: KeyboardEvent, does: ScreenKeys): void {
  if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || dialogOpen()) return;
  if (event.key === 'Enter') does.main();
  else if (event.key.toLowerCase() === 'o') does.pick();
  else return;
  event.preventDefault();
}
