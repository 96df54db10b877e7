// A refusal as one sentence pair, for toasts and for the line below a button.

import { asRefusal } from '../backend';
import { w } from '../words';

/** "What happened. What to do next." */
export function wordsOf(cause: unknown): string {
  const words = w.errors[asRefusal(cause).code];
  return `${words.title} ${words.next}`;
}
