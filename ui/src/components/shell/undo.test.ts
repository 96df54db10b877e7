import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { call, setBackend, type SubmissionView } from '../../backend';
import { FakeBackend } from '../../backend/fake';
import { caseOf, submission } from '../../backend/fake/make';
import { begin } from '../../backend/fake/sending';
import { minutesAgo } from '../../backend/fake/world';
import { router } from '../../state/router.svelte';
import { Toasts } from '../../state/toasts.svelte';
import { Undo } from '../../state/undo.svelte';
import { lastArgs, open } from '../../testing/window';
import { w } from '../../words';
import UndoToast from './UndoToast.svelte';

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
  const [sent] = await call('draft_send', { draft_id: draft.id, fingerprint });
  if (!sent) throw new Error('nothing was sent');
  return sent;
}

test('the seconds run down, and the offer is gone before anything leaves', async () => {
  const sent = await send();
  undo.watch([sent]);
  expect(undo.seconds).toBe(10);
  await vi.advanceTimersByTimeAsync(4000);
  expect(undo.seconds).toBeLessThanOrEqual(6);
  await vi.advanceTimersByTimeAsync(6000);
  expect(undo.held).toEqual([]);
});

test('what was sent is told once, with its number and the way to its case', async () => {
  const sent = await send();
  undo.watch([sent]);
  await vi.advanceTimersByTimeAsync(12_000);
  await waitFor(() => expect(toasts.shown?.text).toMatch(/^Sent to PhishFort\. Case PF-\d+\./));
  toasts.act();
  expect(router.place).toEqual({ at: 'case', id: sent.case_id });
});

test('pausing makes the clock stand still at the host, and going on lets it run', async () => {
  undo.watch([await send()]);
  await vi.advanceTimersByTimeAsync(3000);
  await undo.pause(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(undo.seconds).toBe(7);
  await undo.pause(false);
  expect(lastArgs(fake, 'outbox_pause')).toMatchObject({ paused: false });
  await vi.advanceTimersByTimeAsync(8000);
  expect(undo.held).toEqual([]);
});

test('undo brings the report back in front of the person', async () => {
  const sent = await send();
  undo.watch([sent]);
  await undo.undo();
  expect(fake.world.submissions.get(sent.id)?.state).toBe('undone');
  expect(router.place).toEqual({ at: 'check', draft_id: sent.draft_id });
  expect(toasts.shown?.text).toBe('Not sent. Your report is back in front of you.');
});

test('too late is said, and nothing pretends otherwise', async () => {
  undo.watch([await send()]);
  fake.world.failing.set('outbox_undo', 'too_late');
  await undo.undo();
  expect(toasts.shown).toMatchObject({ tone: 'bad' });
  expect(toasts.shown?.text).toContain('already on its way');
  expect(undo.held).toEqual([]);
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
  undo.watch([sent]);
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
  undo.watch([await send()]);
  await undo.pause(true);
  fake.world.failing.set('outbox_undo', 'storage_failed');
  await undo.undo();
  await vi.waitFor(() => expect(lastArgs(fake, 'outbox_pause')).toMatchObject({ paused: false }));
});

test('a toast that gives way to another report lets its clock go on', async () => {
  const first = await send();
  undo.watch([first]);
  await undo.pause(true);
  undo.watch([await send()]);
  await vi.waitFor(() => expect(lastArgs(fake, 'outbox_pause')).toEqual({ submission_id: first.id, paused: false }));
  expect(undo.held[0]?.id).not.toBe(first.id);
});

test('a toast that goes away with its screen or its mode lets the clock go on', async () => {
  const sent = await send();
  undo.watch([sent]);
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

/** One Send to both desks: two submissions of one draft, each with its clock. */
function both(more: Partial<SubmissionView> = {}): SubmissionView[] {
  const due = { due_in_ms: 10_000, due_at: minutesAgo(-1 / 6), can_undo: true, undo_takes: 2, ...more };
  const first = submission(fake.world, 'acme-login.example', due);
  const report = { ...due, case_id: first.case_id, draft_id: first.draft_id, report_kind: 'phishing' as const };
  const second = submission(fake.world, 'acme-login.example', { ...report, service: 'cloudflare' });
  const its = caseOf(fake.world, { about: 'acme-login.example', status: 'sending', minutes: 0 });
  its.row.id = first.case_id;
  fake.world.cases.set(first.case_id, its);
  for (const one of [first, second]) {
    fake.world.submissions.set(one.id, one);
    begin(fake.world, one.id);
  }
  return [first, second];
}

test('one Send to both desks is taken back as one, and how many is said', async () => {
  const sent = both();
  undo.watch(sent);
  await undo.undo();
  expect(fake.count('outbox_undo')).toBe(1);
  expect(sent.map((one) => fake.world.submissions.get(one.id)?.state)).toEqual(['undone', 'undone']);
  expect(toasts.shown?.text).toBe('Nothing was sent. Both reports are back in front of you.');
});

test('pausing makes the clock of each of them stand still, and going on lets each run', async () => {
  const sent = both();
  undo.watch(sent);
  await undo.pause(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent.map((one) => fake.world.submissions.get(one.id)?.paused)).toEqual([true, true]);
  await undo.pause(false);
  expect(sent.map((one) => fake.world.submissions.get(one.id)?.paused)).toEqual([false, false]);
});

test('where one has left already, the rest comes back as another draft, and that is said', async () => {
  const [first, second] = both();
  if (!first || !second) throw new Error('two were sent');
  undo.watch([first, second]);
  await call('outbox_send_now', { submission_id: first.id });
  await vi.advanceTimersByTimeAsync(2000);
  await undo.undo();
  expect(fake.world.submissions.get(second.id)?.state).toBe('undone');
  expect(toasts.shown?.text).toMatch(/^1 report was taken back/);
  expect(router.place).toMatchObject({ at: 'check' });
  expect(router.place).not.toEqual({ at: 'check', draft_id: first.draft_id });
});

test('what arrived of one Send is told once, when nothing more of it is about to go', async () => {
  const told: string[] = [];
  const show = vi.spyOn(toasts, 'show').mockImplementation((text) => void told.push(text));
  undo.watch(both());
  await vi.advanceTimersByTimeAsync(12_000);
  await vi.waitFor(() => expect(told).toHaveLength(1));
  expect(told[0]).toBe('Sent to PhishFort and Cloudflare. We’ll tell you when something changes.');
  show.mockRestore();
});

test('where one of them stays in the Outbox, the other’s arrival is told with that', async () => {
  fake.world.connections.cloudflare.filing = 'not_entitled';
  undo.watch(both());
  await vi.advanceTimersByTimeAsync(12_000);
  await vi.waitFor(() => expect(toasts.shown?.text).toMatch(/^Sent to PhishFort\. Case PF-\d+\. The rest waits/));
});

test('the toast names the address and every service once, or how many reports there are', async () => {
  const sent = both({ due_in_ms: 60_000 });
  const { unmount } = render(UndoToast, { props: { undo, held: sent } });
  expect(screen.getByRole('group').textContent).toContain('acme-login[.]example to PhishFort and Cloudflare');
  unmount();
  const other = submission(fake.world, 'acme-pay.example', { service: 'cloudflare' });
  render(UndoToast, { props: { undo, held: [...sent, other] } });
  expect(screen.getByRole('group').textContent).toContain('3 reports to PhishFort and Cloudflare');
});

test('once one service has its report, only what waits for the same service goes back, and is counted', async () => {
  const [first, second] = both();
  if (!first || !second) throw new Error('two were sent');
  const third = submission(fake.world, 'acme-pay.example', { ...second, id: 'third' });
  fake.world.submissions.set(third.id, third);
  begin(fake.world, third.id);
  undo.watch([first, second, third]);
  await call('outbox_send_now', { submission_id: second.id });
  await vi.advanceTimersByTimeAsync(500);
  await vi.waitFor(() => expect(undo.held.map((one) => one.id)).toEqual([first.id]));
  await undo.undo();
  expect(fake.world.submissions.get(third.id)?.state).not.toBe('undone');
  expect(toasts.shown?.text).toMatch(/^1 report was taken back/);
});

test('what Cloudflare took is told with their number and whom they write to', () => {
  const { sent } = w.shell.toast;
  const one = { service: 'cloudflare', number: '8f3a21c0', email: 'jo@acme.example' } as const;
  expect(sent([one], 0)).toMatch(
    /^Sent to Cloudflare\. Their number is 8f3a21c0; they also write to jo@acme\.example\. We/,
  );
  expect(sent([{ ...one, number: null }], 0)).toMatch(/^Sent to Cloudflare\. They also write to jo@acme\.example\. /);
  expect(sent([{ ...one, number: null, email: null }], 0)).toMatch(/^Sent to Cloudflare\. We/);
});
