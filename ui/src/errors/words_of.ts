// A refusal as one sentence pair, for toasts and for the line below a button.

import { asRefusal, type ErrorCode } from '../backend';
import { w } from '../words';

/** "What happened. What to do next." */
export function wordsOf(cause: unknown): string {
  return wordsOfCode(asRefusal(cause).code);
}

/** The same for a code that came without a refusal, as in a notice. */
export function wordsOfCode(code: ErrorCode): string {
  const { title, next } = w.errors[code];
  return `${title} ${next}`;
}
