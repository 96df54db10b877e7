// The window's title: "Error: Screen — Takedown Desk", with "Practice — " in front in practice.

import { w } from '../words';

/** What of a screen its title tells. */
export interface TitleParts {
  screen: string;
  practice: boolean;
  error: boolean;
}

/** The whole title. */
export function titleOf({ screen, practice, error }: TitleParts): string {
  const name = `${screen} — ${w.common.app}`;
  return `${error ? w.common.errorPrefix : ''}${practice ? w.common.practicePrefix : ''}${name}`;
}

class Title {
  screen = $state('');
  error = $state(false);
}

/** A screen sets `screen` through `Screen.svelte`, and `error` while its summary shows. */
export const title = new Title();
