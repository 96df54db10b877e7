// The Tauri host. The only file of the window that imports @tauri-apps/api.

import { Channel, invoke } from '@tauri-apps/api/core';
import type { Backend } from '.';
import type { Notice } from './contract';

/** The real host, over Tauri's IPC. */
export const tauri: Backend = {
  call: (name, args) => invoke(name, { ...args }),
  listen(heard) {
    let open = true;
    const channel = new Channel<Notice>();
    channel.onmessage = (notice) => {
      if (open) heard(notice);
    };
    void invoke('notices_listen', { channel });
    return () => {
      open = false;
    };
  },
};
