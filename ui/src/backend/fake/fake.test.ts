import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { call, setBackend } from '..';
import { FakeBackend } from '.';

let fake: FakeBackend;
beforeEach(() => {
  vi.useFakeTimers();
  fake = new FakeBackend('empty');
  setBackend(fake);
});
afterEach(() => vi.useRealTimers());

async function send() {
  const draft = await call('draft_create', { target: 'acme-login.example/secure' });
  const { fingerprint } = await call('draft_check', { draft_id: draft.id });
  const [sent] = await call('draft_send', { draft_id: draft.id, fingerprint });
  if (!sent) throw new Error('nothing was sent');
  return sent;
}

test('a report leaves when its time is over, and becomes a case with a number', async () => {
  const sent = await send();
  expect(sent).toMatchObject({ state: 'queued', can_undo: true, due_in_ms: 10_000 });
  await vi.advanceTimersByTimeAsync(12_000);
  const view = await call('case_read', { case_id: sent.case_id });
  expect(view.row).toMatchObject({ status: 'pending_review' });
  expect(view.row.number).toMatch(/^PF-/);
  expect((await call('outbox_list')).submissions).toEqual([]);
});

test('a paused report does not leave', async () => {
  const { id } = await send();
  await vi.advanceTimersByTimeAsync(4000);
  const paused = await call('outbox_pause', { submission_id: id, paused: true });
  expect(paused).toMatchObject({ paused: true, due_in_ms: 6000 });
  await vi.advanceTimersByTimeAsync(60_000);
  expect((await call('outbox_list')).submissions).toMatchObject([{ id, state: 'queued' }]);
});

test('a report that was taken back never leaves', async () => {
  const sent = await send();
  await call('outbox_undo', { submission_id: sent.id });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(fake.world.submissions.get(sent.id)?.state).toBe('undone');
});

test('a lost answer leaves us not knowing', async () => {
  fake.world.armed = 'lose_answer';
  const sent = await send();
  await vi.advanceTimersByTimeAsync(12_000);
  expect((await call('outbox_list')).submissions).toMatchObject([
    { id: sent.id, state: 'unsure', reason: 'no_answer' },
  ]);
});

test('sending a draft that changed since it was checked is refused', async () => {
  const draft = await call('draft_create', { target: 'acme-login.example' });
  const { fingerprint } = await call('draft_check', { draft_id: draft.id });
  await call('draft_save', { draft_id: draft.id, fields: { ...draft.fields, note: 'One more thing.' } });
  await expect(call('draft_send', { draft_id: draft.id, fingerprint })).rejects.toMatchObject({
    code: 'draft_changed',
  });
});
