// What a page about one thing of our sites does while it shows: read, refresh, and keep the focus somewhere.

import { tick } from 'svelte';
import { listen } from '../../backend';
import type { AppState } from '../../state/app.svelte';
import { router } from '../../state/router.svelte';

interface Read {
  read(): Promise<void>;
  refresh(): Promise<void>;
}

/** Reads it, follows its news, and takes the window's Refresh. Answers what ends that. */
export function staying(one: Read, app: AppState): () => void {
  async function reread(): Promise<void> {
    await one.read();
    await tick();
    // The button that had the focus may be gone with what it offered.
    if (document.activeElement === document.body) void router.focusHeading();
  }

  // The heading is what the answer brings.
  void one.read().then(() => router.focusHeading());
  app.refresh = () => void one.refresh();
  const stop = listen((notice) => {
    if (notice.kind === 'sites_changed' || notice.kind === 'connection_changed') void reread();
  });
  return () => {
    stop();
    app.refresh = null;
  };
}
