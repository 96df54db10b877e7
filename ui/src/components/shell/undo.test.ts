import { screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { call, setBackend, type SubmissionView } from '../../backend';
import { FakeBackend } from '../../backend/fake';
import { router } from '../../state/router.svelte';
import { Toasts } from '../../state/toasts.svelte';
import { Undo } from '../../state/undo.svelte';
import { lastArgs, open } from '../../testing/window';

let fake: FakeBackend;
let undo: Undo;
let toasts: Toasts;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  fake = new FakeBackend('empty');
  setBackend(fake);
  toasts = new Toasts();
  undo = new Undo(toasts);
  stop = undo.start();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

async function send(): Promise<SubmissionView> {
  const draft = await call('draft_create', { target: 'acme-login.example/secure' });
  const { fingerprint } = await call('draft_check', { draft_id: draft.id });
  return call('draft_send', { draft_id: draft.id, fingerprint });
}

test('the seconds run down, and the offer is gone before anything leaves', async () => {
  const sent = await send();
  undo.begin(sent);
  expect(undo.seconds).toBe(10);
  await vi.advanceTimersByTimeAsync(4000);
  expect(undo.seconds).toBeLessThanOrEqual(6);
  await vi.advanceTimersByTimeAsync(6000);
  expect(undo.submission).toBeNull();
});

test('what was sent is told once, with its number and the way to its case', async () => {
  const sent = await send();
  undo.begin(sent);
  await vi.advanceTimersByTimeAsync(12_000);
  await waitFor(() => expect(toasts.shown?.text).toMatch(/^Sent to PhishFort\. Case PF-\d+\./));
  toasts.act();
  expect(router.place).toEqual({ at: 'case', id: sent.case_id });
});

test('pausing makes the clock stand still at the host, and going on lets it run', async () => {
  undo.begin(await send());
  await vi.advanceTimersByTimeAsync(3000);
  await undo.pause(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(undo.seconds).toBe(7);
  await undo.pause(false);
  expect(lastArgs(fake, 'outbox_pause')).toMatchObject({ paused: false });
  await vi.advanceTimersByTimeAsync(8000);
  expect(undo.submission).toBeNull();
});

test('undo brings the report back in front of the person', async () => {
  const sent = await send();
  undo.begin(sent);
  await undo.undo();
  expect(fake.world.submissions.get(sent.id)?.state).toBe('undone');
  expect(router.place).toEqual({ at: 'check', draft_id: sent.draft_id });
  expect(toasts.shown?.text).toBe('Not sent. Your report is back in front of you.');
});

test('too late is said, and nothing pretends otherwise', async () => {
  undo.begin(await send());
  fake.world.failing.set('outbox_undo', 'too_late');
  await undo.undo();
  expect(toasts.shown).toMatchObject({ tone: 'bad' });
  expect(toasts.shown?.text).toContain('already on its way');
  expect(undo.submission).toBeNull();
});

test('Ctrl+Z undoes, but in a text field it is the field’s own', async () => {
  vi.useRealTimers();
  const { fake, user } = await open('practice', { at: 'cases' });
  await screen.findByRole('table');
  const submission = [...fake.world.submissions.values()].find((one) => one.can_undo && one.state === 'queued');
  if (!submission) throw new Error('the scenario has nothing to undo');
  await user.click(screen.getByRole('searchbox'));
  await user.keyboard('{Control>}z{/Control}');
  expect(fake.count('outbox_undo')).toBe(0);
});

test('the toast speaks once, pauses under the pointer, and Ctrl+Z takes the report back', async () => {
  vi.useRealTimers();
  const user = userEvent.setup();
  const { fake } = await open('practice', { at: 'cases' });
  const draft = [...fake.world.drafts.values()][0];
  if (!draft) throw new Error('the scenario has no draft');
  router.go({ at: 'check', draft_id: draft.id });
  await user.click(await screen.findByRole('button', { name: /^Send report/ }));
  const button = await screen.findByRole('button', { name: /^Undo ?Ctrl\+Z/ });
  expect(button.closest('[role=status]')).not.toBeNull();
  await user.hover(button);
  await waitFor(() => expect(lastArgs(fake, 'outbox_pause')).toMatchObject({ paused: true }));
  await user.unhover(button);
  await waitFor(() => expect(lastArgs(fake, 'outbox_pause')).toMatchObject({ paused: false }));
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(fake.count('outbox_undo')).toBe(1));
  await waitFor(() => expect(router.place).toEqual({ at: 'check', draft_id: draft.id }));
});

test('an undo right after the pointer came waits for the pause, and nothing un-pauses what is taken back', async () => {
  const sent = await send();
  undo.begin(sent);
  fake.world.delay_ms = 50;
  void undo.pause(true);
  const done = undo.undo();
  await vi.advanceTimersByTimeAsync(200);
  await done;
  const names = fake.calls
    .map((one) => one.name)
    .filter((name) => name.startsWith('outbox_') && name !== 'outbox_list');
  expect(names).toEqual(['outbox_pause', 'outbox_undo']);
  expect(fake.world.submissions.get(sent.id)?.state).toBe('undone');
});

test('an undo that fails lets the clock go on that it had stopped', async () => {
  undo.begin(await send());
  await undo.pause(true);
  fake.world.failing.set('outbox_undo', 'storage_failed');
  await undo.undo();
  await vi.waitFor(() => expect(lastArgs(fake, 'outbox_pause')).toMatchObject({ paused: false }));
});

test('a toast that gives way to another report lets its clock go on', async () => {
  const first = await send();
  undo.begin(first);
  await undo.pause(true);
  undo.begin(await send());
  await vi.waitFor(() => expect(lastArgs(fake, 'outbox_pause')).toEqual({ submission_id: first.id, paused: false }));
  expect(undo.submission?.id).not.toBe(first.id);
});

test('a toast that goes away with its screen or its mode lets the clock go on', async () => {
  const sent = await send();
  undo.begin(sent);
  await undo.pause(true);
  undo.forget();
  await vi.waitFor(() => expect(lastArgs(fake, 'outbox_pause')).toEqual({ submission_id: sent.id, paused: false }));
  expect(fake.world.submissions.get(sent.id)?.paused).toBe(false);
});

test('another mode begins only after the clock goes on in the old one', async () => {
  vi.useRealTimers();
  const { fake, user } = await open('practice', { at: 'cases' });
  const draft_id = [...fake.world.drafts.keys()][0] ?? '';
  router.go({ at: 'check', draft_id });
  await user.click(await screen.findByRole('button', { name: /^Send report/ }));
  await user.hover(await screen.findByRole('button', { name: /^Undo ?Ctrl\+Z/ }));
  await waitFor(() => expect(lastArgs(fake, 'outbox_pause')).toMatchObject({ paused: true }));
  await user.keyboard('{F6}');
  screen.getByRole('button', { name: 'Start over' }).click();
  (await screen.findByRole('dialog')).querySelector<HTMLButtonElement>('.primary')?.click();
  await waitFor(() => expect(fake.count('practice_reset')).toBe(1));
  const names = fake.calls.map((one) => one.name);
  expect(lastArgs(fake, 'outbox_pause')).toMatchObject({ paused: false });
  expect(names.lastIndexOf('outbox_pause')).toBeLessThan(names.indexOf('practice_reset'));
});

test('a failure interrupts the screen reader, a message does not', async () => {
  vi.useRealTimers();
  const { fake, user } = await open('busy', { at: 'settings', section: 'storage' });
  await user.click(await screen.findByRole('button', { name: 'Copy the path' }));
  expect((await screen.findByText('Path copied')).closest('[role=status]')).not.toBeNull();
  fake.world.failing.set('text_copy', 'unexpected');
  await user.click(screen.getByRole('button', { name: 'Copy the path' }));
  expect((await screen.findByText(/^Something went wrong/)).closest('[role=alert]')).not.toBeNull();
});
