// One-off messages, one at a time. Never the only place for an act.

/** An act beside the message. */
export interface ToastAct {
  word: string;
  act: () => void;
}

/** A message. */
export interface Toast {
  /** Tells one showing from the next, also with the same words. */
  id: number;
  text: string;
  tone: 'plain' | 'bad';
  act?: ToastAct | undefined;
}

/** How long a message stays, in milliseconds. One that tells of a failure stays until it is dismissed. */
export const TOAST_MS = 10_000;

/** The message that shows. A newer one takes its place. */
export class Toasts {
  shown = $state.raw<Toast | null>(null);
  #next = 1;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Shows a message. */
  show(text: string, act?: ToastAct): void {
    this.#put({ id: this.#next++, text, tone: 'plain', act });
    this.resume();
  }

  /** Shows a failure; it stays until dismissed. */
  fail(text: string, act?: ToastAct): void {
    this.#put({ id: this.#next++, text, tone: 'bad', act });
  }

  /** Does what the message offers, and takes it away. */
  act(): void {
    const offered = this.shown?.act;
    this.dismiss();
    offered?.act();
  }

  dismiss(): void {
    clearTimeout(this.#timer);
    this.shown = null;
  }

  /** Pointer or focus is on it: it stays. */
  hold(): void {
    clearTimeout(this.#timer);
  }

  /** Pointer or focus left it. */
  resume(): void {
    clearTimeout(this.#timer);
    if (this.shown?.tone === 'plain') this.#timer = setTimeout(() => this.dismiss(), TOAST_MS);
  }

  #put(toast: Toast): void {
    clearTimeout(this.#timer);
    this.shown = toast;
  }
}
