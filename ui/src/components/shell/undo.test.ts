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
