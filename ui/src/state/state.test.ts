import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeBackend } from '../backend/fake';
import { applyAppearance, clampZoom, themeShown } from './appearance';
import { landing } from './app.svelte';
import { inTextField } from './keys';
import { go, router, type Place } from './router.svelte';
import { titleOf } from './title.svelte';
import { TOAST_MS, Toasts } from './toasts.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('back goes the way one came, and to the cases when there is none', () => {
  router.start({ at: 'cases' });
  const one: Place = { at: 'case', id: 'one' };
  go(one);
  go({ at: 'help' });
  router.back();
  expect(router.place).toEqual(one);
  router.back();
  router.back();
  expect(router.place).toEqual({ at: 'cases' });
});

test('a place that takes another’s stead is not gone back to', () => {
  router.start({ at: 'cases' });
  go({ at: 'report', draft_id: null });
  router.replace({ at: 'report', draft_id: 'd-1' });
  router.back();
  expect(router.place).toEqual({ at: 'cases' });
});

test.each([
  ['first_start', false, 'welcome'],
  ['practice', true, 'cases'],
  ['busy', true, 'cases'],
  ['busy', false, 'setup'],
] as const)('the window of %s with setting up done %s opens at %s', (name, set_up, at) => {
  const { world } = new FakeBackend(name);
  expect(landing({ mode: world.mode, preferences: { ...world.preferences, set_up } })).toEqual({ at });
});

test('the title says error first, then practice, then the screen', () => {
  const parts = { screen: 'New report', practice: true, error: true };
  expect(titleOf(parts)).toBe('Error: Practice — New report — Takedown Desk');
  expect(titleOf({ ...parts, practice: false, error: false })).toBe('New report — Takedown Desk');
});

test('the theme is the chosen one, else the system’s by the host’s word', () => {
  expect(themeShown({ theme: 'light', system_theme: 'dark' })).toBe('light');
  expect(themeShown({ theme: 'system', system_theme: 'dark' })).toBe('dark');
  expect(themeShown({ theme: 'system', system_theme: null })).toBe('light');
});

test('zoom stays between 80 and 200 per cent', () => {
  expect([clampZoom(10), clampZoom(133.4), clampZoom(900), clampZoom(NaN)]).toEqual([80, 133, 200, 100]);
  applyAppearance({ theme: 'dark', system_theme: null, zoom_percent: 125 });
  expect(document.documentElement.style.fontSize).toBe('125%');
});

test('a message goes by itself, unless pointer or focus is on it, or it tells of a failure', () => {
  const toasts = new Toasts();
  toasts.show('Copied.');
  vi.advanceTimersByTime(TOAST_MS - 1);
  toasts.hold();
  vi.advanceTimersByTime(TOAST_MS);
  expect(toasts.shown?.text).toBe('Copied.');
  toasts.resume();
  vi.advanceTimersByTime(TOAST_MS);
  expect(toasts.shown).toBeNull();
  toasts.fail('Not saved.');
  vi.advanceTimersByTime(10 * TOAST_MS);
  expect(toasts.shown?.text).toBe('Not saved.');
});

test('a newer message has its own time', () => {
  const toasts = new Toasts();
  toasts.show('One.');
  vi.advanceTimersByTime(TOAST_MS / 2);
  toasts.show('Two.');
  vi.advanceTimersByTime(TOAST_MS / 2 + 1);
  expect(toasts.shown?.text).toBe('Two.');
});

test('typing goes into text fields, not into ticks and buttons', () => {
  const made = (html: string) => {
    const box = document.createElement('div');
    box.insertAdjacentHTML('afterbegin', html);
    return inTextField(box.firstElementChild);
  };
  expect(['<input>', '<input type="search">', '<textarea></textarea>'].map(made)).toEqual([true, true, true]);
  expect(['<input type="checkbox">', '<button></button>', '<h1></h1>'].map(made)).toEqual([false, false, false]);
});
