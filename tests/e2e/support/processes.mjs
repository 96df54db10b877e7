// Processes of our own: started, read, ended by their numbers.

import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { until } from './until.mjs';

/** A port that nobody listens on now. */
export async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** Resolves once something listens on the port. */
export function listening(port) {
  const knock = () =>
    new Promise((done, failed) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        done(true);
      });
      socket.on('error', failed);
    });
  return until(`port ${port}`, knock);
}

/** What was started and has not been ended: a test run that breaks off leaves nothing behind. */
const groups = new Set();
process.on('exit', () => groups.forEach((pid) => signal(-pid, 'SIGKILL')));

/** Starts a program in a process group of its own. `said()` is everything it and its children printed. */
export function start(program, args, env = {}) {
  const child = spawn(program, args, {
    detached: true,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (child.pid !== undefined) groups.add(child.pid);
  const printed = [];
  child.stdout.on('data', (bytes) => printed.push(bytes));
  child.stderr.on('data', (bytes) => printed.push(bytes));
  const ended = new Promise((done) => child.on('exit', done));
  child.on('error', (error) => printed.push(Buffer.from(`${program}: ${error.message}\n`)));
  return {
    pid: child.pid,
    ended,
    said: () => Buffer.concat(printed).toString('utf8'),
    alive: () => child.exitCode === null && child.signalCode === null,
    /** Ends it and its whole group. */
    async end() {
      if (child.pid === undefined) return;
      signal(-child.pid, 'SIGTERM');
      const late = setTimeout(() => signal(-child.pid, 'SIGKILL'), 3000);
      await ended;
      clearTimeout(late);
      signal(-child.pid, 'SIGKILL');
      groups.delete(child.pid);
    },
  };
}

/** Sends a signal; one that is gone already needs none. */
export function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** Number, name and parent of every process. */
function table() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const close = stat.lastIndexOf(')');
        const [state, parent] = stat.slice(close + 2).split(' ');
        return [{ pid: Number(name), name: stat.slice(stat.indexOf('(') + 1, close), parent: Number(parent), state }];
      } catch {
        return [];
      }
    });
}

/** The descendant of a process that has this name. The kernel keeps 15 letters of a name. */
export function descendant(pid, name) {
  const all = table();
  const family = new Set([pid]);
  for (let grown = true; grown;) {
    grown = false;
    for (const one of all) {
      if (!family.has(one.pid) && family.has(one.parent)) grown = Boolean(family.add(one.pid));
    }
  }
  return all.find((one) => family.has(one.pid) && one.name === name.slice(0, 15) && one.state !== 'Z')?.pid;
}

/** Whether a process is there and not only waiting to be buried. */
export function running(pid) {
  return table().some((one) => one.pid === pid && one.state !== 'Z');
}
