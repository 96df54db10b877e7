// What the window says once, right after it opened.

import { w } from '../words';
import type { AppState } from './app.svelte';
import { go } from './router.svelte';

/** The most pressing thing about how the app ended or started, if there is one. */
export function sayHowItStarted(app: Pick<AppState, 'start' | 'toasts'>): void {
  const { held, ended_badly, preferences_reset } = app.start;
  const words = w.shell.started;
  if (held > 0) app.toasts.fail(words.held(held), { word: w.shell.toast.openOutbox, act: () => go({ at: 'outbox' }) });
  else if (preferences_reset) app.toasts.fail(words.preferencesReset);
  else if (ended_badly) app.toasts.fail(words.endedBadly);
}
