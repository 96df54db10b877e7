// What comes in from outside: drops on any screen, pastes anywhere, and files that the app was opened with.

import { screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { FakeBackend } from '../../backend/fake';
import { dropMail, SUSPICIOUS } from '../../backend/fake/arriving';
import { router, type Place } from '../../state/router.svelte';
import { asked, expectAccessible, heading, lastArgs, open } from '../../testing/window';

/** jsdom has no ClipboardEvent. */
function paste(plain: string, target: Element = document.activeElement ?? document.body): void {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { getData: () => plain, files: { length: 0 } } });
  target.dispatchEvent(event);
}

const at = () => router.place.at;
const newest = (fake: FakeBackend) => [...fake.world.drafts.values()].at(-1);

/** Check and send is shown, with the focus on its heading. */
async function checked(): Promise<void> {
  const title = await heading('Check and send');
  await waitFor(() => expect(document.activeElement).toBe(title));
}

test.each<Place>([
  { at: 'cases' },
  { at: 'outbox' },
  { at: 'filed' },
  { at: 'sites' },
  { at: 'settings', section: 'you' },
  { at: 'help' },
])('a mail that is dropped on $at is ready to be sent, with the focus on the heading', async (place) => {
  const { fake } = await open('empty', place);
  dropMail(fake.world);
  await checked();
  expect(router.place).toEqual({ at: 'check', draft_id: newest(fake)?.id });
  const toasts = screen.getByRole('region', { name: 'Messages' });
  expect(toasts.textContent?.trim(), 'nothing lies over it').toBe('');
});

test('a mail that is dropped on a new report fills it, and leads on to Check and send', async () => {
  const { fake, user } = await open('empty', { at: 'report', draft_id: null });
  await user.type(await screen.findByLabelText('Note for the analyst'), 'Jo rang about it.');
  fake.tell({ kind: 'files_over', count: 1 });
  await asked(fake, 'draft_save');
  dropMail(fake.world);
  await checked();
  expect(fake.world.drafts.size, 'into the report that shows').toBe(1);
  expect(newest(fake)?.fields).toMatchObject({ target: SUSPICIOUS, note: 'Jo rang about it.' });
});

test('a mail that is dropped where something suspicious is typed already changes nothing of it', async () => {
  const { fake, user } = await open('empty', { at: 'report', draft_id: null });
  const field = await screen.findByLabelText('Or type what is suspicious');
  await user.type(field, 'acme-pay.example');
  fake.tell({ kind: 'files_over', count: 1 });
  await asked(fake, 'draft_save');
  dropMail(fake.world);
  expect(await screen.findByText('forwarded.eml', { selector: 'bdi' })).toBeTruthy();
  expect(screen.getByRole('list', { name: 'Files in forwarded.eml' })).toBeTruthy();
  expect(at()).toBe('report');
  expect(field).toHaveProperty('value', 'acme-pay.example');
  await expectAccessible();
});

test('a mail that is dropped on Check and send joins that report', async () => {
  const { fake } = await open('mail');
  const draft_id = [...fake.world.drafts.keys()][0] ?? '';
  router.go({ at: 'check', draft_id });
  await heading('Check and send');
  await asked(fake, 'draft_check');
  await waitFor(() => expect(fake.world.open_draft).toBe(draft_id));
  const before = fake.count('draft_check');
  dropMail(fake.world);
  await asked(fake, 'draft_check', before + 1);
  expect(router.place).toEqual({ at: 'check', draft_id });
  expect(newest(fake)?.evidence).toHaveLength(3);
});

test('what was refused beside a mail is still said', async () => {
  const { fake } = await open('empty');
  await heading('Cases');
  const refused = [{ name: 'Letters', reason: 'folder' as const }];
  const draft_id = (await fake.call('draft_create', { target: 'acme-login.example' })) as { id: string };
  fake.tell({ kind: 'files_dropped', draft_id: draft_id.id, added: 1, filled: true, refused, failed: null });
  await checked();
  expect(screen.getByRole('alert').textContent).toContain('Letters: Folders can’t be added.');
});

test.each<Place>([{ at: 'cases' }, { at: 'outbox' }, { at: 'sites' }, { at: 'help' }])(
  'an address that is pasted on $at is ready to be sent',
  async (place) => {
    const { fake } = await open('empty', place);
    await waitFor(() => expect(document.querySelector('h1')).not.toBeNull());
    paste(SUSPICIOUS);
    await checked();
    expect(lastArgs(fake, 'draft_take_text')).toEqual({ draft_id: null, text: SUSPICIOUS });
  },
);

test('words without an address become a new report with the text as evidence', async () => {
  await open('empty');
  await heading('Cases');
  paste('They rang me and asked for my card.');
  await heading('New report');
  expect(await screen.findByText(/^Pasted .*\.txt$/, { selector: 'bdi' })).toBeTruthy();
});

test('a picture that is pasted on Cases begins a report', async () => {
  await open('empty');
  await heading('Cases');
  paste('');
  await heading('New report');
  expect(await screen.findByText('Pasted image 10-42.png', { selector: 'bdi' })).toBeTruthy();
});

test('pasting nothing says so, and leaves no empty report behind', async () => {
  const { fake } = await open('empty', null, (host) => {
    host.world.failing.set('evidence_paste', 'nothing_to_paste');
  });
  await heading('Cases');
  paste('');
  expect(await screen.findByText(/There is no picture/)).toBeTruthy();
  expect(at()).toBe('cases');
  expect(fake.world.drafts.size).toBe(0);
});

test('a text that is too long to read is said, and nothing begins', async () => {
  await open('empty', null, (fake) => void fake.world.failing.set('draft_take_text', 'text_too_long'));
  await heading('Cases');
  paste('a'.repeat(20));
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(at()).toBe('cases');
});

test('Settings, text fields and dialogs keep what is pasted there', async () => {
  const { fake, user } = await open('busy', { at: 'settings', section: 'you' });
  await heading('Settings');
  paste(SUSPICIOUS, document.body);
  router.go({ at: 'cases' });
  await heading('Cases');
  paste(SUSPICIOUS, await screen.findByRole('searchbox'));
  paste('', await screen.findByRole('searchbox'));
  await user.keyboard('{Control>}?{/Control}');
  paste(SUSPICIOUS, document.body);
  expect(fake.count('draft_take_text')).toBe(0);
  expect(fake.count('evidence_paste')).toBe(0);
});

test('a paste that is repeated while it is taken makes one report', async () => {
  const { fake } = await open('empty', null, (host) => void (host.world.delay_ms = 20));
  await heading('Cases');
  paste(SUSPICIOUS);
  paste(SUSPICIOUS);
  await checked();
  expect(fake.count('draft_take_text')).toBe(1);
});

test('the host hears that the window listens, and a file the app was opened with is ready to be sent', async () => {
  const { fake } = await open('empty', null, (host) => void (host.world.files_waiting = 1));
  await checked();
  expect(fake.count('app_ready')).toBe(1);
  expect(fake.world.files_waiting).toBe(0);
});

test('before anything is chosen a file waits, and is opened with the choice', async () => {
  const { fake, user } = await open('first_start', null, (host) => void (host.world.files_waiting = 1));
  expect(await screen.findByText('1 file waits. It is opened once you have chosen.')).toBeTruthy();
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: 'Start in practice' }));
  await checked();
  expect(fake.count('app_ready')).toBe(2);
});

test('a drop on the welcome screen is kept, and said', async () => {
  const { fake } = await open('first_start');
  fake.tell({ kind: 'files_over', count: 1 });
  expect(await screen.findByText('Drop to keep it for later')).toBeTruthy();
  fake.world.files_waiting = 2;
  fake.tell({ kind: 'files_left' });
  expect(await screen.findByText('2 files wait. They are opened once you have chosen.')).toBeTruthy();
  expect(screen.queryByText('Drop to keep it for later')).toBeNull();
});

test('while setting up, a file waits until that is done', async () => {
  const { fake, user } = await open('first_start', null, (host) => void (host.world.files_waiting = 1));
  await user.click(await screen.findByRole('button', { name: 'Connect…' }));
  expect(await screen.findByText('1 file waits. It is opened once this is set up.')).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: 'Continue' }));
  await screen.findByLabelText('PhishFort key');
  await user.click(screen.getByRole('button', { name: 'Skip for now' }));
  await screen.findByLabelText('Cloudflare API token');
  expect(at()).toBe('setup');
  await user.click(screen.getByRole('button', { name: 'Skip for now' }));
  await checked();
  expect(fake.world.mode).toBe('real');
});
