// The one door to the host. Nothing else in the window knows where answers come from.

import type { AppError, Commands, Notice, Problem, ErrorCode } from './contract';

export type * from './contract';

/** A command that the host did not do, with the reason as a code. The words for the code are in `words/errors.ts`. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  /** What the service or the system said; for a disclosure, never for a title. */
  readonly said: string;
  /** Filled for `not_ready`: everything that stands in the way. */
  readonly problems: Problem[];

  constructor(error: AppError) {
    super(error.code);
    this.name = 'Refusal';
    this.code = error.code;
    this.said = error.message;
    this.problems = error.problems;
  }
}

/** What stands behind the door: the Tauri host, or the fake one. */
export interface Backend {
  call(name: keyof Commands, args: object): Promise<unknown>;
  /** Starts hearing notices; the answer stops it. */
  listen(heard: (notice: Notice) => void): () => void;
}

let backend: Backend | undefined;
let hearers = new Set<(notice: Notice) => void>();
let stop: (() => void) | undefined;

/** Chosen once by `main.ts`, and by each test. Whoever heard the backend before hears nothing more. */
export function setBackend(chosen: Backend): void {
  stop?.();
  stop = undefined;
  hearers = new Set();
  backend = chosen;
}

function door(): Backend {
  if (!backend) throw new Error('no backend was chosen');
  return backend;
}

/** Asks the host. Rejects with a `Refusal` and with nothing else. */
export async function call<K extends keyof Commands>(
  name: K,
  ...[args]: Commands[K]['args'] extends Record<string, never>
    ? [args?: Record<string, never>]
    : [args: Commands[K]['args']]
): Promise<Commands[K]['returns']> {
  try {
    return (await door().call(name, args ?? {})) as Commands[K]['returns'];
  } catch (cause) {
    throw asRefusal(cause);
  }
}

/** Hears every notice of the host until the answer is called. However many hear, the host is asked once. */
export function listen(heard: (notice: Notice) => void): () => void {
  const mine = hearers;
  mine.add(heard);
  stop ??= door().listen((notice) => {
    for (const hearer of [...mine]) hearer(notice);
  });
  return () => mine.delete(heard);
}

/** Whatever was thrown, as a `Refusal`: an unknown shape is `unexpected`, its text kept for the disclosure. */
export function asRefusal(cause: unknown): Refusal {
  if (cause instanceof Refusal) return cause;
  if (isAppError(cause)) return new Refusal(cause);
  const message = cause instanceof Error ? cause.message : String(cause);
  return new Refusal({ code: 'unexpected', message, problems: [] });
}

function isAppError(value: unknown): value is AppError {
  return typeof value === 'object' && value !== null && 'code' in value && 'problems' in value;
}
