// The whole window over the fake host, opened at one place: what the tests of the screens stand on.

import { render, screen } from '@testing-library/svelte';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { tick } from 'svelte';
import { expect, vi } from 'vitest';
import App from '../App.svelte';
import { call, setBackend } from '../backend';
import { FakeBackend, type Scenario } from '../backend/fake';
import { router, type Place } from '../state/router.svelte';

/** A window and the host behind it. */
export interface Opened {
  fake: FakeBackend;
  user: UserEvent;
}

/** Opens the window. `arrange` changes the host's world before the first frame. */
export async function open(
  scenario: Scenario,
  place: Place | null = null,
  arrange?: (fake: FakeBackend) => void | Promise<void>,
): Promise<Opened> {
  const fake = new FakeBackend(scenario);
  setBackend(fake);
  await arrange?.(fake);
  const start = await call('app_start');
  render(App, { props: { start } });
  if (place) router.start(place);
  await tick();
  return { fake, user: userEvent.setup() };
}

/** Waits until the host was asked for this so often. */
export async function asked(fake: FakeBackend, name: Parameters<FakeBackend['count']>[0], times = 1): Promise<void> {
  await vi.waitFor(() => expect(fake.count(name)).toBeGreaterThanOrEqual(times), { timeout: 5000 });
}

/** The arguments of the last call of this name. */
export function lastArgs(fake: FakeBackend, name: Parameters<FakeBackend['count']>[0]): unknown {
  return fake.calls.filter((one) => one.name === name).at(-1)?.args;
}

/** axe finds nothing. Contrast is measured in a real browser: jsdom draws nothing. */
export async function expectAccessible(): Promise<void> {
  const found = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
}

/** The screen's heading, once it is there. */
export const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });
