// The played services' control desk, from outside the window: for what a person in practice can't bring about.

import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { until } from './until.mjs';

/** The loopback ports that a process listens on. */
function ports(pid) {
  const inodes = new Set(
    readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return [/^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1]];
      } catch {
        return [];
      }
    }),
  );
  const LISTENS = '0A';
  return readFileSync(`/proc/${pid}/net/tcp`, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((columns) => columns[3] === LISTENS && inodes.has(columns[9]))
    .map((columns) => Number.parseInt(columns[1].split(':')[1], 16));
}

function ask(window, path, request) {
  return until(`the played services at ${path}`, async () => {
    for (const port of ports(window.pid)) {
      const answer = await fetch(`http://127.0.0.1:${port}/practice${path}`, request).catch(() => null);
      if (answer?.status === 204) return {};
      if (answer?.ok) return answer.json();
      if (answer && answer.status !== 404) throw new Error(`${answer.status}: ${await answer.text()}`);
    }
    return null;
  });
}

/** Tells the control desk something. The window must be in practice. */
export function played(window, path, body) {
  const headers = { 'content-type': 'application/json' };
  return ask(window, path, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
}

/** What the control desk knows. The window must be in practice. */
export const known = (window, path) => ask(window, path, { method: 'GET' });
