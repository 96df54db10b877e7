// What a way costs a person: every press of the pointer, every key, and every field that was typed into.

/** Counts from a moment on, in the page itself: nothing that is pressed goes by. */
export class Taps {
  #window;

  constructor(window) {
    this.#window = window;
  }

  /** Begins to count. */
  static async from(window) {
    await window.script(() => {
      globalThis.taps?.stop();
      const until = new AbortController();
      const taps = { presses: 0, keys: 0, typed: new Set(), stop: () => until.abort() };
      globalThis.taps = taps;
      const listen = (kind, hear) => document.addEventListener(kind, hear, { capture: true, signal: until.signal });
      // Only what a person does: a script's own click is not trusted.
      listen('pointerdown', (event) => (taps.presses += event.isTrusted ? 1 : 0));
      listen('keydown', (event) => (taps.keys += event.isTrusted ? 1 : 0));
      listen('beforeinput', (event) => taps.typed.add(event.target.id));
    });
    return new Taps(window);
  }

  /** How often was pressed since, how many keys went down, and the ids of what was typed into. */
  since() {
    return this.#window.script(() => {
      const { presses, keys, typed } = globalThis.taps;
      return { presses, keys, typed: [...typed] };
    });
  }
}
