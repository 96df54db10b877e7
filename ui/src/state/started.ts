// What the window says once, right after it opened.

import { w } from '../words';
import type { AppState } from './app.svelte';
import { go } from './router.svelte';

/** The most pressing thing about how the app ended or started, if there is one. */
export function sayHowItStarted(app: Pick<AppState, 'start' | 'toasts'>): void {
  const { held, ended_badly, preferences_reset, practice_failed } = app.start;
  const words = w.shell.started;
  // Which mode this is comes first, whatever else there is to say.
  const said: string[] = practice_failed ? [words.practiceFailed] : [];
  if (held > 0) said.push(words.held(held));
  else if (preferences_reset) said.push(words.preferencesReset);
  else if (ended_badly && !practice_failed) said.push(words.endedBadly);
  if (said.length === 0) return;
  const act = { word: w.shell.toast.openOutbox, act: () => go({ at: 'outbox' }) };
  app.toasts.fail(said.join(' '), held > 0 ? act : undefined);
}
