import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { SettingsSection } from '../../state/router.svelte';
import { router } from '../../state/router.svelte';
import { asked, expectAccessible, heading, lastArgs, open } from '../../testing/window';
import '../report/testing/drafts';

const at = (section: SettingsSection) => ({ at: 'settings', section }) as const;

test('what is typed is saved by itself, and said quietly', async () => {
  const { fake, user } = await open('busy', at('you'));
  await user.type(await screen.findByLabelText('Your own sites and domains'), '{Enter}shop.acme.example');
  await asked(fake, 'preferences_save');
  expect(lastArgs(fake, 'preferences_save')).toMatchObject({
    change: { own_sites: ['acme.example', 'shop.acme.example'] },
  });
  expect(await screen.findByText('Saved')).toBeTruthy();
});

test('what was typed last is saved when another part is shown', async () => {
  const { fake, user } = await open('busy', at('you'));
  await user.type(await screen.findByLabelText('Your name'), '!');
  await user.click(screen.getByRole('link', { name: 'Sending' }));
  await asked(fake, 'preferences_save');
  expect(fake.world.preferences.name).toBe('Jo Example!');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2, name: 'Sending' })));
});

test('what can’t be saved is said, kept, and saved with Try again', async () => {
  const { fake, user } = await open('busy', at('you'));
  fake.world.failing.set('preferences_save', 'storage_failed');
  const name = await screen.findByLabelText('Your name');
  await user.type(name, '!');
  expect(await screen.findByText(/This was not saved/, {}, { timeout: 2000 })).toBeTruthy();
  expect(name).toHaveProperty('value', 'Jo Example!');
  fake.world.failing.clear();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(fake.world.preferences.name).toBe('Jo Example!'));
});

test('the time to undo is chosen with the arrow keys', async () => {
  const { fake, user } = await open('busy', at('sending'));
  const ten = await screen.findByRole('radio', { name: '10 seconds' });
  expect(ten).toHaveProperty('checked', true);
  ten.focus();
  await user.keyboard('{ArrowUp}{ArrowUp}');
  await waitFor(() => expect(fake.world.preferences.undo_seconds).toBe(0));
  await user.click(screen.getByRole('radio', { name: /Until I press Send now/ }));
  await waitFor(() => expect(fake.world.preferences.undo_seconds).toBe(-1));
});

test('dark and larger take effect at once', async () => {
  const { user } = await open('busy', at('appearance'));
  await user.click(await screen.findByRole('radio', { name: /^Dark/ }));
  await waitFor(() => expect(document.documentElement.dataset.theme).toBe('dark'));
  await user.selectOptions(screen.getByLabelText('Size of everything'), '125');
  await waitFor(() => expect(document.documentElement.style.fontSize).toBe('125%'));
});

test('the connection shows the end of the key and its place, and can be tested', async () => {
  const { fake, user } = await open('busy', at('connections'));
  expect(await screen.findByText('ends in 7f3a')).toBeTruthy();
  expect(screen.getAllByText('Saved in Secret Service')[0]).toBeTruthy();
  expect(screen.getAllByText(/^Works, checked/)[0]).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Test PhishFort' }));
  await asked(fake, 'connection_test');
  await expectAccessible();
});

test('a key is replaced in a dialog, and a refused one keeps the dialog open', async () => {
  const { fake, user } = await open('busy', at('connections'));
  await user.click(await screen.findByRole('button', { name: 'Replace… PhishFort' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Replace the key' }));
  fake.world.failing.set('connection_save_key', 'key_refused');
  await user.type(dialog.getByLabelText('PhishFort key'), 'abcdefghijklmnopqrstuvwxyz0123456789{Enter}');
  expect(await dialog.findByText(/PhishFort refused this key/)).toBeTruthy();
  fake.world.failing.clear();
  await user.click(dialog.getByRole('button', { name: 'Save and test' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(fake.count('connection_save_key')).toBe(2);
});

test('removing a key is asked first', async () => {
  const { fake, user } = await open('busy', at('connections'));
  await user.click(await screen.findByRole('button', { name: 'Remove… PhishFort' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Remove the key?' }));
  await user.click(dialog.getByRole('button', { name: 'Cancel' }));
  expect(fake.count('connection_forget_key')).toBe(0);
  await user.click(screen.getByRole('button', { name: 'Remove… PhishFort' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Remove the key' }));
  expect(await screen.findByRole('button', { name: 'Add a key…' })).toBeTruthy();
});

test('brand or client is picked from what PhishFort names', async () => {
  const { fake, user } = await open('busy', at('connections'));
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Brand or client' }), 'c-2');
  await waitFor(() => expect(fake.world.preferences.client_id).toBe('c-2'));
});

test.each([
  ['missing', 'This computer has no password store. The key is kept only until you quit.'],
  ['no_answer', /The password store does not answer/],
  ['failed', /To try again, quit and start the app again/],
] as const)('a password store that is %s is said plainly', async (store_problem, words) => {
  await open(
    'busy',
    at('connections'),
    (fake) => void Object.assign(fake.world.connections.phishfort, { store_problem, key_place: 'until_quit' }),
  );
  expect(await screen.findByText(words)).toBeTruthy();
  expect(screen.getByText('Kept only until you quit')).toBeTruthy();
});

test.each([
  ['key_refused', /Paste a new key to send them/],
  ['unreachable', /could not be reached/],
  ['failed', /answered with an error/],
] as const)('a connection that is %s says what follows', async (health, words) => {
  await open(
    'busy',
    at('connections'),
    (fake) => void Object.assign(fake.world.connections.phishfort, { health, said: 'Forbidden' }),
  );
  expect(await screen.findByText(words)).toBeTruthy();
  expect(screen.getByText('Forbidden')).toBeTruthy();
});

test('a connection that can’t be read can be tried again', async () => {
  const { fake, user } = await open(
    'busy',
    at('connections'),
    (host) => void host.world.failing.set('connection_read', 'unexpected'),
  );
  expect(await screen.findByText(/The connection to PhishFort could not be read/)).toBeTruthy();
  fake.world.failing.clear();
  await user.click(screen.getAllByRole('button', { name: 'Try again' })[0] as HTMLElement);
  expect(await screen.findByText('ends in 7f3a')).toBeTruthy();
});

test('practice loads no key and says so; leaving it is asked first', async () => {
  const { fake, user } = await open('practice', at('connections'));
  expect(await screen.findByText(/They need no key, and no key is loaded/)).toBeTruthy();
  expect(fake.count('connection_read')).toBe(0);
  const main = within(screen.getByRole('main'));
  await user.click(main.getByRole('button', { name: 'Connect for real…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Leave practice?' }));
  expect(dialog.getByText(/From now on reports are really sent/)).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Connect for real' }));
  await heading('Set up');
});

test('storage says where everything is, and About which version', async () => {
  const { user } = await open('busy', at('storage'));
  expect(await screen.findByText(/takedown-desk/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Copy the path' }));
  await expectAccessible();
  router.go(at('about'));
  expect(await screen.findByText('SQLite')).toBeTruthy();
  await expectAccessible();
});

test('a folder that can’t be looked at is said', async () => {
  await open('busy', at('storage'), (fake) => void fake.world.failing.set('app_about', 'storage_failed'));
  expect(await screen.findByText(/The folder could not be looked at/)).toBeTruthy();
});

test('axe finds nothing on the parts with fields', async () => {
  await open('busy', at('you'));
  await screen.findByLabelText('Your name');
  await expectAccessible();
  router.go(at('sending'));
  await screen.findByRole('radio', { name: '5 seconds' });
  await expectAccessible();
  router.go(at('appearance'));
  await screen.findByLabelText('Size of everything');
  await expectAccessible();
});

test('an own site that can’t be read is said at the field until it is mended', async () => {
  const { user } = await open('busy', at('you'));
  const sites = await screen.findByLabelText('Your own sites and domains');
  await user.type(sites, '{Enter}shop');
  expect(
    await screen.findByText('“shop” can’t be read as a site or domain, so it protects nothing.', {}, { timeout: 2000 }),
  ).toBeTruthy();
  expect(sites.getAttribute('aria-invalid')).toBe('true');
  await user.type(sites, '.acme.example');
  expect(screen.queryByText(/protects nothing/)).toBeNull();
});
