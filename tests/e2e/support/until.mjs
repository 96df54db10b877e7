// Waiting for what can be seen, never for a time.

/** How long anything may take on a busy machine, in milliseconds. */
export const PATIENCE_MS = 20_000;

const EVERY_MS = 40;

/** Resolves after so many milliseconds: only ever between two looks. */
export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Asks until the answer is truthy, and gives it back. What it last threw is told when time is over. */
export async function until(what, ask, patience_ms = PATIENCE_MS) {
  const end = Date.now() + patience_ms;
  let last = '';
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
      last = '';
    } catch (error) {
      last = `: ${error.name}: ${error.message}`;
    }
    if (Date.now() > end) throw new Error(`waited ${patience_ms / 1000} s for ${what}${last}`);
    await pause(EVERY_MS);
  }
}

/** Fails when something takes too long, and says what. */
export function within(ms, what, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${ms / 1000} s`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
