import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { call, setBackend } from '../../backend';
import { FakeBackend } from '../../backend/fake';
import { mailInto, SUSPICIOUS } from '../../backend/fake/arriving';
import { saveAllTyped } from '../../state/typing';
import { DraftEditing, SAVE_AFTER_MS } from './draft_editing.svelte';

let fake: FakeBackend;

beforeEach(() => {
  fake = new FakeBackend('empty');
  setBackend(fake);
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

async function opened(): Promise<DraftEditing> {
  const editing = new DraftEditing();
  await editing.open((await editing.make()) ?? '');
  return editing;
}
const stored = (editing: DraftEditing) => fake.world.drafts.get(editing.draft?.id ?? '');

test('what is typed is saved half a second after the last key, once', async () => {
  const editing = await opened();
  editing.edit({ target: 'acme' });
  await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS - 1);
  editing.edit({ target: 'acme-login.example' });
  await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS - 1);
  expect(fake.count('draft_save'), 'nothing is saved while keys still come').toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(fake.count('draft_save')).toBe(1);
  expect(stored(editing)?.fields.target).toBe('acme-login.example');
  expect(editing.saving).toBe('saved');
});

test('an answer that comes late never takes back what was typed meanwhile', async () => {
  const editing = await opened();
  fake.world.delay_ms = 300;
  editing.edit({ note: 'one' });
  await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS + 100);
  editing.edit({ note: 'one and two' });
  await vi.advanceTimersByTimeAsync(250);
  expect(editing.fields.note).toBe('one and two');
  expect(editing.saving, 'the newer text is not saved yet').toBe('saving');
  await vi.advanceTimersByTimeAsync(1000);
  expect(stored(editing)?.fields.note).toBe('one and two');
  expect(editing.saving).toBe('saved');
});

test('a save that fails says so, keeps what was typed, and can be tried again', async () => {
  const editing = await opened();
  fake.world.failing.set('draft_save', 'storage_failed');
  editing.edit({ note: 'kept' });
  await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS);
  expect(editing.saving).toBe('failed');
  expect(editing.fields.note).toBe('kept');
  fake.world.failing.delete('draft_save');
  expect(await editing.flush()).toBe(true);
  expect(stored(editing)?.fields.note).toBe('kept');
});

test('leaving saves at once what the half second still held back', async () => {
  const editing = await opened();
  editing.edit({ note: 'last words' });
  await editing.leave(false);
  expect(stored(editing)?.fields.note).toBe('last words');
  expect(fake.world.open_draft, 'the host is told that no draft is open').toBeNull();
});

test('a draft in which nothing was entered is not left behind', async () => {
  const editing = await opened();
  await editing.leave(false);
  expect(stored(editing)).toBeUndefined();
});

test('an empty draft that the person keeps stays', async () => {
  const editing = await opened();
  editing.touch();
  await editing.leave(false);
  expect(stored(editing)).toBeDefined();
});

test('going on to Check and send leaves the draft open at the host', async () => {
  const editing = await opened();
  await editing.leave(true);
  expect(fake.world.open_draft).toBe(editing.draft?.id);
  expect(stored(editing)).toBeDefined();
});

test('a draft that is gone is said to be missing, not failed', async () => {
  const editing = new DraftEditing();
  await editing.open('draft-of-nowhere');
  expect(editing.phase).toBe('missing');
});

test('what could not be saved on leaving is kept, and saved when the report is opened again', async () => {
  const editing = await opened();
  const id = editing.draft?.id ?? '';
  editing.edit({ note: 'typed last' });
  fake.world.failing.set('draft_save', 'storage_failed');
  expect(await editing.leave(false), 'the screen is told').toBe(false);
  const again = new DraftEditing();
  await again.open(id);
  expect(again.fields.note).toBe('typed last');
  expect(again.saving, 'still not saved, and said').toBe('failed');
  await again.leave(false);
  fake.world.failing.clear();
  const third = new DraftEditing();
  await third.open(id);
  expect(third.saving).toBe('saved');
  expect(stored(third)?.fields.note).toBe('typed last');
});

test('what was left behind is saved with the next save of another report, and before the app ends', async () => {
  for (const how of ['next save', 'quit']) {
    const editing = await opened();
    editing.edit({ note: how });
    fake.world.failing.set('draft_save', 'storage_failed');
    await editing.leave(false);
    fake.world.failing.clear();
    if (how === 'quit') await saveAllTyped();
    else {
      const other = await opened();
      other.edit({ note: 'another' });
      await other.flush();
    }
    await vi.waitFor(() => expect(stored(editing)?.fields.note).toBe(how));
  }
});

test('nothing is saved into a draft that was deleted', async () => {
  const editing = await opened();
  editing.edit({ note: 'gone' });
  await editing.remove();
  editing.edit({ note: 'typed while the screen went away' });
  const saves = fake.count('draft_save');
  await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS * 2);
  expect(fake.count('draft_save')).toBe(saves);
});

/** A mail comes in, and the host says how the draft stands then. */
async function mailArrives(editing: DraftEditing): Promise<void> {
  mailInto(fake.world, stored(editing)!);
  editing.adopt((await call('draft_open', { draft_id: editing.draft!.id }))!);
}

test('what an email fills in is shown, and saved once and for all by the host', async () => {
  const editing = await opened();
  await mailArrives(editing);
  expect(editing.fields.target).toBe(SUSPICIOUS);
  expect(editing.fields.note).toMatch(/^Email “Your account/);
  editing.edit({ reported_by: 'anna@acme.example' });
  await editing.flush();
  expect(stored(editing)?.fields.target, 'the next save keeps it').toBe(SUSPICIOUS);
});

test('an email fills nothing over what is typed and not saved yet', async () => {
  const editing = await opened();
  editing.edit({ note: 'Jo rang about it.' });
  await mailArrives(editing);
  expect(editing.fields).toMatchObject({ target: SUSPICIOUS, note: 'Jo rang about it.' });
  await editing.flush();
  expect(stored(editing)?.fields).toMatchObject({ target: SUSPICIOUS, note: 'Jo rang about it.' });
});

test('an older state of the draft neither fills nor empties what was typed since', async () => {
  const editing = await opened();
  const old = structuredClone(editing.draft!);
  old.fields.note = 'an older word';
  vi.setSystemTime(Date.now() + 1000);
  editing.edit({ note: 'the newest words', target: 'acme-pay.example' });
  await editing.flush();
  editing.adopt(old);
  expect(editing.fields).toMatchObject({ note: 'the newest words', target: 'acme-pay.example' });
});

test('a report that an email came into is not dropped as untouched', async () => {
  const editing = await opened();
  await mailArrives(editing);
  const id = editing.draft!.id;
  await editing.leave(false);
  expect(fake.world.drafts.has(id)).toBe(true);
});
