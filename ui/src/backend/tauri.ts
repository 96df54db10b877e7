// The Tauri host. The only file of the window that imports @tauri-apps/api.

import { Channel, invoke } from '@tauri-apps/api/core';
import type { Backend } from '.';
import type { Notice } from './contract';

/** Done when the host knows whom to tell. */
let listening: Promise<unknown> = Promise.resolve();

/** The real host, over Tauri's IPC. */
export const tauri: Backend = {
  async call(name, args) {
    // Commands may overtake one another, and what the host has kept for a listening window would be told to nobody.
    if (name === 'app_ready') await listening;
    return invoke(name, { ...args });
  },
  listen(heard) {
    let open = true;
    const channel = new Channel<Notice>();
    channel.onmessage = (notice) => {
      if (open) heard(notice);
    };
    listening = invoke('notices_listen', { channel }).catch(() => undefined);
    return () => {
      open = false;
    };
  },
};
