import { screen, within } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import { call } from '../../backend';
import { router } from '../../state/router.svelte';
import { asked, expectAccessible, heading, lastArgs, open } from '../../testing/window';
import { draftWith } from './testing/drafts';

const target = () => screen.findByLabelText('Or type what is suspicious');
const fresh = { at: 'report', draft_id: null } as const;

/** jsdom has no ClipboardEvent. */
function paste(plain: string, files = 0): void {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { getData: () => plain, files: { length: files } } });
  (document.activeElement ?? document.body).dispatchEvent(event);
}

test('what is typed is understood, shown defanged, and saved by itself', async () => {
  const { fake, user } = await open('practice', fresh);
  await user.type(await target(), 'acme-login.example/secure');
  await asked(fake, 'draft_save');
  expect(lastArgs(fake, 'draft_save')).toMatchObject({ fields: { target: 'acme-login.example/secure' } });
  expect(await screen.findByText('Web address:')).toBeTruthy();
  expect(screen.getByText('acme-login[.]example')).toBeTruthy();
  expect(screen.getByText(/^Draft saved \d\d:\d\d$/)).toBeTruthy();
});

test('the keyboard alone writes a report and goes on to check it', async () => {
  const { fake, user } = await open('practice', fresh);
  await heading('New report');
  await user.keyboard('{Control>}o{/Control}');
  await screen.findByText('login-page.png', { selector: 'bdi' });
  (await target()).focus();
  await user.keyboard('acme-login.example{Tab}');
  expect(document.activeElement).toBe(screen.getByRole('radio', { name: /Take it down/ }));
  await user.keyboard('{ArrowDown}');
  expect(screen.getByRole('radio', { name: /Watch it/ })).toHaveProperty('checked', true);
  await user.keyboard('{Tab}');
  expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: /^PhishFort/ }));
  screen.getByLabelText('Note for the analyst').focus();
  await user.keyboard('Asks for card details.{Control>}{Enter}{/Control}');
  await heading('Check and send');
  expect(lastArgs(fake, 'draft_save')).toMatchObject({
    fields: { target: 'acme-login.example', wish: 'monitor', note: 'Asks for card details.' },
  });
});

test('a phone number asks for the other number, date, time and the zone of this computer', async () => {
  const { user } = await open('practice', fresh);
  await user.type(await target(), '+44 20 7946 0000');
  expect(await screen.findByLabelText('Number that was called or written to')).toBeTruthy();
  expect(screen.getByLabelText('Date')).toBeTruthy();
  expect(screen.getByLabelText('Time')).toBeTruthy();
  expect(screen.getByLabelText('Time zone')).toHaveProperty('value', 'UTC');
});

test('an IP address asks for a harmful address on it', async () => {
  const { user } = await open('practice', fresh);
  await user.type(await target(), '192.0.2.44');
  expect(await screen.findByLabelText('A harmful web address on it')).toBeTruthy();
});

test('the note counts, and too many characters are said but never cut off', async () => {
  const { user } = await open('practice', fresh);
  await target();
  const note = screen.getByLabelText('Note for the analyst');
  await user.click(note);
  await user.paste('a'.repeat(2003));
  expect(note).toHaveProperty('value', 'a'.repeat(2003));
  expect(screen.getAllByText('3 characters too many').length).toBeGreaterThan(0);
});

test('an address pasted outside a field is what is suspicious, and the report is ready to be checked', async () => {
  const { fake } = await open('practice', fresh);
  await target();
  paste('  https://acme-login.example/x ');
  await heading('Check and send');
  const { draft_id } = lastArgs(fake, 'draft_take_text') as { draft_id: string };
  expect(fake.world.drafts.get(draft_id)?.fields.target).toBe('https://acme-login.example/x');
  expect(router.place, 'in the report that was open').toEqual({ at: 'check', draft_id });
});

test('what was typed is not overwritten by what is pasted beside it', async () => {
  const { fake, user } = await open('practice', fresh);
  const field = await target();
  await user.type(field, 'acme-pay.example');
  (document.activeElement as HTMLElement).blur();
  paste('https://other.example');
  expect(await screen.findByText(/^Nothing new in what you pasted/)).toBeTruthy();
  expect(field).toHaveProperty('value', 'acme-pay.example');
  paste('A customer rang about https://other.example today.');
  expect(await screen.findByText(/^Pasted .*\.txt$/, { selector: 'bdi' })).toBeTruthy();
  expect(field).toHaveProperty('value', 'acme-pay.example');
  expect(router.place.at).toBe('report');
  expect(fake.world.drafts.get(fake.world.open_draft ?? '')?.fields.target).toBe('acme-pay.example');
});

test('a picture pasted outside a field becomes evidence', async () => {
  const { fake } = await open('practice', fresh);
  await target();
  paste('', 1);
  await asked(fake, 'evidence_paste');
  expect(await screen.findByText('Pasted image 10-42.png', { selector: 'bdi' })).toBeTruthy();
});

test('a pasted text that can’t be taken says why', async () => {
  await open('practice', fresh, (fake) => void fake.world.failing.set('draft_take_text', 'text_too_long'));
  await target();
  paste('a text');
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(router.place.at).toBe('report');
});

test('nothing to paste is said in words', async () => {
  const { user } = await open(
    'practice',
    fresh,
    (fake) => void fake.world.failing.set('evidence_paste', 'nothing_to_paste'),
  );
  await user.click(await screen.findByRole('button', { name: 'Paste' }));
  expect(await screen.findByText(/There is no picture/)).toBeTruthy();
});

test('dropped files show, and each refused one says why and what to do', async () => {
  const { fake, user } = await open('practice', fresh);
  await target();
  const draft_id = fake.world.open_draft ?? '';
  await call('evidence_pick', { draft_id });
  const refused = [
    { name: 'Letters', reason: 'folder' as const },
    { name: 'a.eml', reason: 'already_here' as const },
  ];
  fake.tell({ kind: 'files_dropped', draft_id, added: 1, filled: false, refused, failed: null });
  const alert = await screen.findByRole('alert');
  expect(within(alert).getByText('2 files were not added')).toBeTruthy();
  expect(alert.textContent).toContain('Folders can’t be added. Drop the files inside it.');
  expect(alert.textContent).toContain('Already added.');
  expect(screen.getByText('login-page.png', { selector: 'bdi' })).toBeTruthy();
  await user.click(within(alert).getByRole('button', { name: 'OK' }));
  expect(screen.queryByText('2 files were not added')).toBeNull();
});

test('a draft that can’t be saved says so and keeps every word', async () => {
  const { fake, user } = await open('practice', fresh);
  const field = await target();
  fake.world.failing.set('draft_save', 'storage_failed');
  await user.type(field, 'acme');
  expect(
    await screen.findByText('The draft is not saved. What you typed is still here.', {}, { timeout: 2000 }),
  ).toBeTruthy();
  expect(field).toHaveProperty('value', 'acme');
  await user.click(screen.getByRole('button', { name: /Check the report/ }));
  expect(router.place.at, 'nothing unsaved is checked').toBe('report');
  fake.world.failing.clear();
  await user.click(screen.getByRole('button', { name: 'Save again' }));
  expect(await screen.findByText(/^Draft saved/)).toBeTruthy();
});

test('a deleted draft comes back with Undo', async () => {
  const { fake, user } = await open('practice', fresh);
  await user.type(await target(), 'acme-login.example');
  await user.click(screen.getByRole('button', { name: 'Delete draft' }));
  await heading('Cases');
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await target()).toHaveProperty('value', 'acme-login.example');
  expect(fake.count('draft_restore')).toBe(1);
});

test('the form that was left empty leaves no draft behind', async () => {
  const { fake, user } = await open('empty', fresh);
  await target();
  await user.click(screen.getByRole('link', { name: /^Settings/ }));
  await asked(fake, 'draft_delete');
  expect(fake.world.drafts.size).toBe(0);
});

test('a report that is gone says so and leads to Cases', async () => {
  const { user } = await open('practice', { at: 'report', draft_id: 'nowhere' });
  await user.click(await screen.findByRole('button', { name: 'Go to Cases' }));
  await heading('Cases');
});

test('a report that can’t be opened can be tried again', async () => {
  const { fake, user } = await open(
    'practice',
    fresh,
    (host) => void host.world.failing.set('draft_create', 'storage_failed'),
  );
  expect(await screen.findByText('The report could not be opened.')).toBeTruthy();
  fake.world.failing.clear();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await target()).toBeTruthy();
});

test('while it loads, it says so', async () => {
  await open('practice', fresh, (fake) => void fake.world.hanging.add('draft_create'));
  expect(await screen.findByText('Opening the report')).toBeTruthy();
});

test('offline, a report can still be written', async () => {
  await open('offline', fresh);
  expect(await target()).toBeTruthy();
  expect(await screen.findByText(/You’re offline/)).toBeTruthy();
});

test('axe finds nothing, empty and filled', async () => {
  await open('practice', fresh);
  await target();
  await expectAccessible();
  const draft = await draftWith({ target: '+44 20 7946 0000', note: 'called twice' }, 2);
  router.go({ at: 'report', draft_id: draft.id });
  await screen.findByLabelText('Number that was called or written to');
  await vi.waitFor(() => expect(screen.getAllByText('login-page.png', { selector: 'bdi' }).length).toBe(2));
  await expectAccessible();
});

test('leaving a report that can’t be saved is a lasting failure that leads back to every word', async () => {
  const { fake, user } = await open('practice', fresh);
  const field = await target();
  fake.world.failing.set('draft_save', 'storage_failed');
  await user.type(field, 'acme-login.example');
  await user.click(screen.getByRole('link', { name: 'Help' }));
  const alert = await screen.findByText(/^What you typed last could not be saved/);
  expect(alert.closest('[role=alert]')).not.toBeNull();
  fake.world.failing.clear();
  await user.click(screen.getByRole('button', { name: 'Open the report' }));
  expect(await target()).toHaveProperty('value', 'acme-login.example');
  expect(await screen.findByText(/^Draft saved/)).toBeTruthy();
});
