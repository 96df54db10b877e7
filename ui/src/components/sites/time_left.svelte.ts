// How long until a block starts. The host's clock decides; the window only counts on from the moment of its answer.

import type { BlockRow } from '../../backend';

/** How often what is left is looked at, in milliseconds. */
export const TICK_MS = 30_000;

// The wall clock and not `performance.now()`: that one stands still on some systems while the machine sleeps.
const starts = new WeakMap<BlockRow, number>();

/** Remembers when these rows came, so that what is left can be told later. */
export function anchor(rows: readonly BlockRow[]): void {
  for (const row of rows) {
    if (row.starts_in_ms !== null && !starts.has(row)) starts.set(row, Date.now() + row.starts_in_ms);
  }
}

class Ticking {
  #now = $state(Date.now());
  #watching = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** One clock for all rows, and none while nobody looks. The answer ends the looking. */
  watch(): () => void {
    if (++this.#watching === 1) {
      this.#now = Date.now();
      this.#timer = setInterval(() => (this.#now = Date.now()), TICK_MS);
    }
    return () => {
      if (--this.#watching === 0) clearInterval(this.#timer);
    };
  }

  /** Milliseconds until the block of this row starts; 0 once the time is past, none where it is not about to start. */
  left(row: BlockRow): number | null {
    anchor([row]);
    const at = starts.get(row);
    // Read for the sake of being called again with the next tick; the time itself is of this moment.
    void this.#now;
    return at === undefined ? null : Math.max(0, at - Date.now());
  }
}

/** The clock of all blocks that are about to start. */
export const ticking = new Ticking();
