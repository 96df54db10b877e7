// The app in its window, driven through tauri-driver: started on a data folder, started again, closed, killed.

import { basename } from 'node:path';
import { application, freshFolder, fromUi } from './places.mjs';
import { descendant, freePort, listening, running, signal, start } from './processes.mjs';
import { until, within } from './until.mjs';

const { Builder, Capabilities } = fromUi('selenium-webdriver');

const SESSION_MS = 30_000;
const SCRIPT_MS = 30_000;

/** One run of the app. */
export class Window {
  constructor({ driver, server, data, env }) {
    this.driver = driver;
    this.data = data;
    this.env = env;
    this.server = server;
    this.pid = descendant(server.pid, basename(application));
  }

  /** Everything that the app and what drives it printed. */
  said() {
    return this.server.said();
  }

  /** Runs a function in the page. */
  script(body, ...args) {
    return this.driver.executeScript(body, ...args);
  }

  /** Calls a command of the contract as the page would; answers `{ ok }` or `{ error }`. */
  invoke(command, args = {}) {
    return this.driver.executeAsyncScript(
      (name, given, done) => {
        window.__TAURI_INTERNALS__.invoke(name, given).then(
          (ok) => done({ ok }),
          (error) => done({ error }),
        );
      },
      command,
      args,
    );
  }

  /** Ends the session as a person closes a window, and everything of it. */
  async close() {
    await within(10_000, 'closing the window', this.driver.quit()).catch(() => {});
    await this.server.end();
  }

  /** Ends the app at once: `kill -9`, with no chance to write anything. */
  async kill() {
    signal(this.pid, 'SIGKILL');
    await until('the app to be gone', () => !running(this.pid));
    await this.server.end();
  }

  /** A new run on the same data, in the same environment; `args` as for `openWindow`. */
  again(args = []) {
    return openWindow({ data: this.data, env: this.env, args });
  }
}

/**
 * Opens the app. `data` is its data folder, a fresh one unless given; `env` is added to its environment; `args` are what
 * it is started with, as a desktop does that opens files with it.
 */
export async function openWindow({ data = freshFolder('data'), env = {}, args = [] } = {}) {
  try {
    return await attempt(data, env, args);
  } catch (first) {
    // Now and then a session hangs while the machine is busy with something else; a second one does not.
    process.stderr.write(`the window did not open, once more: ${first.message}\n`);
    return attempt(data, env, args);
  }
}

async function attempt(data, env, args) {
  const [port, native] = [await freePort(), await freePort()];
  const server = start('tauri-driver', ['--port', String(port), '--native-port', String(native)], {
    ...env,
    TAKEDOWN_DESK_DATA: data,
  });
  try {
    await listening(port);
    const capabilities = new Capabilities().setBrowserName('wry').set('tauri:options', { application, args });
    const driver = new Builder().usingServer(`http://127.0.0.1:${port}/`).withCapabilities(capabilities).build();
    await within(SESSION_MS, 'opening the window', driver.getSession());
    await driver.manage().setTimeouts({ script: SCRIPT_MS, pageLoad: SESSION_MS });
    const opened = new Window({ driver, server, data, env });
    await until('the first screen', () => opened.script(() => document.querySelector('h1') !== null));
    return opened;
  } catch (error) {
    const said = server.said();
    await server.end();
    throw new Error(`${error.message}\n${said}`, { cause: error });
  }
}
