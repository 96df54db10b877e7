// A host that lives in memory: for component tests, pictures, and work on the window without Rust. Never in the product.

import type { Backend } from '..';
import type { Commands, Notice } from '../contract';
import { appealCommands } from './commands/appeals';
import { appCommands } from './commands/app';
import { caseCommands } from './commands/cases';
import { connectionCommands } from './commands/connection';
import { draftCommands } from './commands/drafts';
import { evidenceCommands } from './commands/evidence';
import { filedCommands } from './commands/filed';
import { outboxCommands } from './commands/outbox';
import { personalCommands } from './commands/personal';
import { practiceCommands } from './commands/practice';
import { sitesCommands } from './commands/sites';
import { scenario, scenarioNames, type Scenario } from './scenarios';
import { copy, refuse, type Handlers, type World } from './world';

export type { Scenario, World };

/** The fake host. Its world is open, so that a test can arrange it and look at it. */
export class FakeBackend implements Backend {
  readonly world: World;
  /** Every call, in order. */
  readonly calls: Array<{ name: keyof Commands; args: object }> = [];
  readonly #handlers: Handlers;
  readonly #hearers = new Set<(notice: Notice) => void>();

  constructor(name: Scenario = 'busy') {
    this.world = scenario(name);
    this.world.notify = (notice) => this.tell(notice);
    this.#handlers = {
      ...appCommands(this.world),
      ...practiceCommands(this.world),
      ...connectionCommands(this.world),
      ...draftCommands(this.world),
      ...evidenceCommands(this.world),
      ...personalCommands(this.world),
      ...outboxCommands(this.world),
      ...caseCommands(this.world),
      ...filedCommands(this.world),
      ...sitesCommands(this.world),
      ...appealCommands(this.world),
    };
  }

  async call(name: keyof Commands, args: object): Promise<unknown> {
    this.calls.push({ name, args });
    const { world } = this;
    if (world.hanging.has(name)) return new Promise(() => undefined);
    if (world.delay_ms > 0) await new Promise((done) => setTimeout(done, world.delay_ms));
    const failing = world.failing.get(name);
    if (failing) throw refuse(failing, 'the fake was told to refuse this');
    const handler = this.#handlers[name] as (args: object) => unknown;
    return copy(await handler(args));
  }

  listen(heard: (notice: Notice) => void): () => void {
    this.#hearers.add(heard);
    return () => this.#hearers.delete(heard);
  }

  /** Sends a notice, as the host would. */
  tell(notice: Notice): void {
    for (const hearer of [...this.#hearers]) hearer(notice);
  }

  /** How often a command was called. */
  count(name: keyof Commands): number {
    return this.calls.filter((call) => call.name === name).length;
  }
}

/** The fake that the page's address asks for: `?fake=busy&theme=dark`. */
export function fakeFromAddress(asked: URLSearchParams): FakeBackend {
  const name = asked.get('fake');
  const known = scenarioNames.find((one) => one === name) ?? 'practice';
  const fake = new FakeBackend(known);
  const theme = asked.get('theme');
  if (theme === 'light' || theme === 'dark') fake.world.preferences.theme = theme;
  const zoom = Number(asked.get('zoom'));
  if (zoom > 0) fake.world.preferences.zoom_percent = zoom;
  // So that a picture of any notice can be taken.
  Object.assign(globalThis, { fake });
  return fake;
}
