import { screen, waitFor, within } from '@testing-library/svelte';
import type { UserEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { router } from '../../state/router.svelte';
import { asked, expectAccessible, heading, lastArgs, open } from '../../testing/window';

const KEY = 'abcdefghijklmnopqrstuvwxyz0123456789abcd';

async function atKey() {
  const opened = await open('first_start', null);
  await opened.user.click(await screen.findByRole('button', { name: 'Connect…' }));
  await opened.user.click(await screen.findByRole('button', { name: 'Continue' }));
  await screen.findByLabelText('PhishFort key');
  return opened;
}

/** Past PhishFort, and past the brand or client that it would name, to Cloudflare; and past that. */
async function skipBoth(user: UserEvent): Promise<void> {
  await user.click(screen.getByRole('button', { name: 'Skip for now' }));
  await screen.findByLabelText('Cloudflare API token');
  await user.click(screen.getByRole('button', { name: 'Skip for now' }));
}

test('practice starts in one click', async () => {
  const { fake, user } = await open('first_start', null);
  await heading('Get fakes of your brand taken down, and know what became of each one.');
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: 'Start in practice' }));
  await heading('Cases');
  expect(fake.world.mode).toBe('practice');
});

test('practice that can’t start says so and stays here', async () => {
  const { user } = await open(
    'first_start',
    null,
    (fake) => void fake.world.failing.set('practice_enter', 'storage_failed'),
  );
  await user.click(await screen.findByRole('button', { name: 'Start in practice' }));
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Start in practice' })).toBeTruthy();
});

test('who you are is saved as lists without empty lines and repeats', async () => {
  const { fake, user } = await open('first_start', null);
  await user.click(await screen.findByRole('button', { name: 'Connect…' }));
  const name = await screen.findByLabelText('Your name');
  await user.clear(name);
  await user.type(name, 'Jo Example');
  const sites = screen.getByLabelText('Your own sites and domains');
  await user.clear(sites);
  await user.type(sites, 'acme.example{Enter}{Enter} shop.acme.example, acme.example');
  await user.click(screen.getByRole('button', { name: 'Continue' }));
  await asked(fake, 'preferences_save');
  expect(lastArgs(fake, 'preferences_save')).toMatchObject({
    change: { name: 'Jo Example', own_sites: ['acme.example', 'shop.acme.example'] },
  });
  expect(document.activeElement).toBe(await screen.findByRole('heading', { level: 2, name: 'Connect PhishFort' }));
});

test('half an email address is said at the field', async () => {
  const { fake, user } = await open('first_start', null);
  await user.click(await screen.findByRole('button', { name: 'Connect…' }));
  const email = await screen.findByLabelText('Your email address');
  await user.clear(email);
  await user.type(email, 'jo@acme{Enter}');
  expect(await screen.findByText('Enter a whole email address, like name@example.com')).toBeTruthy();
  expect(document.activeElement).toBe(email);
  expect(fake.count('preferences_save')).toBe(0);
});

test('a key is saved without spaces and line breaks, tested, and gone from the window', async () => {
  const { fake, user } = await atKey();
  const field = screen.getByLabelText('PhishFort key');
  expect(field).toHaveProperty('type', 'password');
  await user.click(field);
  await user.paste(` ${KEY.slice(0, 20)}\n ${KEY.slice(20)} `);
  await user.click(screen.getByRole('button', { name: 'Save and test' }));
  await asked(fake, 'connection_save_key');
  expect(lastArgs(fake, 'connection_save_key')).toEqual({ service: 'phishfort', key: KEY });
  await screen.findByRole('button', { name: 'Continue' });
  expect(screen.getByLabelText('PhishFort key')).toHaveProperty('value', '');
  expect(document.body.innerHTML).not.toContain(KEY);
  await expectAccessible();
});

test('the key can be looked at while it is typed', async () => {
  const { user } = await atKey();
  await user.click(screen.getByRole('button', { name: 'Show the key' }));
  expect(screen.getByLabelText('PhishFort key')).toHaveProperty('type', 'text');
  expect(screen.getByRole('button', { name: 'Hide the key' })).toBeTruthy();
});

test.each([
  ['key_unlikely', 'This does not look like a key. Copy it again from PhishFort, whole and alone'],
  ['key_refused', 'PhishFort refused this key. Copy it again from PhishFort, or ask them for a new one'],
] as const)('a key that is %s is said at the field, and stays there', async (code, words) => {
  const { fake, user } = await atKey();
  fake.world.failing.set('connection_save_key', code);
  const field = screen.getByLabelText('PhishFort key');
  await user.type(field, 'not-a-key');
  await user.click(screen.getByRole('button', { name: 'Save and test' }));
  expect(await screen.findByText(words)).toBeTruthy();
  expect(document.activeElement).toBe(field);
  expect(field).toHaveProperty('value', 'not-a-key');
});

test('nothing pasted is said at the field', async () => {
  const { fake, user } = await atKey();
  await user.click(screen.getByRole('button', { name: 'Save and test' }));
  expect(await screen.findByText('Paste the key that PhishFort gave you')).toBeTruthy();
  expect(fake.count('connection_save_key')).toBe(0);
});

test('a password store that waits to be unlocked is spoken of', async () => {
  const { fake, user } = await atKey();
  fake.world.hanging.add('connection_save_key');
  await user.type(screen.getByLabelText('PhishFort key'), KEY);
  await user.click(screen.getByRole('button', { name: 'Save and test' }));
  expect(await screen.findByText(/Waiting for the password store to be unlocked/, {}, { timeout: 3000 })).toBeTruthy();
});

test('without a password store it says how long the key is kept', async () => {
  const { fake, user } = await atKey();
  await user.type(screen.getByLabelText('PhishFort key'), KEY);
  Object.assign(fake.world.connections.phishfort, { store_problem: 'missing', key_place: 'until_quit' });
  await user.click(screen.getByRole('button', { name: 'Save and test' }));
  expect(
    await screen.findByText('This computer has no password store. The key is kept only until you quit.'),
  ).toBeTruthy();
});

test('both keys can wait, and the work begins', async () => {
  const { fake, user } = await atKey();
  await skipBoth(user);
  await heading('Cases');
  expect(fake.world.preferences.set_up).toBe(true);
});

test('a brand or client that PhishFort does not name is typed', async () => {
  const { fake, user } = await atKey();
  await user.type(screen.getByLabelText('PhishFort key'), KEY);
  await user.click(screen.getByRole('button', { name: 'Save and test' }));
  await waitFor(() => expect(fake.world.connections.phishfort.key_tail).not.toBeNull());
  fake.world.connections.phishfort.clients = [];
  await user.click(await screen.findByRole('button', { name: 'Continue' }));
  await user.click(await screen.findByRole('button', { name: 'Add a brand or client…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Add a brand or client' }));
  await user.click(dialog.getByRole('button', { name: 'Add' }));
  expect(dialog.getByText('Enter the id of the brand or client')).toBeTruthy();
  await user.type(dialog.getByLabelText('Id'), 'c-77');
  await user.type(dialog.getByLabelText('Name'), 'Acme Toys{Enter}');
  expect(await screen.findByRole('combobox', { name: 'Brand or client' })).toHaveProperty('value', 'c-77');
  await user.click(screen.getByRole('button', { name: 'Continue' }));
  await screen.findByLabelText('Cloudflare API token');
  await user.click(screen.getByRole('button', { name: 'Skip for now' }));
  await heading('Cases');
  expect(fake.world.preferences).toMatchObject({
    client_id: 'c-77',
    clients: [{ id: 'c-77', name: 'Acme Toys' }],
    set_up: true,
  });
});

test('a step that can’t be saved keeps what was typed', async () => {
  const { fake, user } = await open('first_start', null);
  await user.click(await screen.findByRole('button', { name: 'Connect…' }));
  fake.world.failing.set('preferences_save', 'storage_failed');
  const name = await screen.findByLabelText('Your name');
  await user.type(name, ' Junior');
  await user.click(screen.getByRole('button', { name: 'Continue' }));
  expect(await screen.findByText('This could not be saved on this computer.')).toBeTruthy();
  expect((name as HTMLInputElement).value).toContain('Junior');
  expect(router.place.at).toBe('setup');
});

test('after setting up the host is real, and the shortcuts work', async () => {
  const { fake, user } = await atKey();
  expect(fake.world.mode, 'until then the host calls it choosing').toBe('choosing');
  await skipBoth(user);
  await heading('Cases');
  expect(fake.world.mode).toBe('real');
  await user.keyboard('{Control>}2{/Control}');
  await heading('Outbox');
});

test('an own site that can’t be read is said at the field before one goes on', async () => {
  const { user } = await open('first_start', null);
  await user.click(await screen.findByRole('button', { name: 'Connect…' }));
  const sites = await screen.findByLabelText('Your own sites and domains');
  await user.type(sites, 'acme.example{Enter}our shop');
  await user.click(screen.getByRole('button', { name: 'Continue' }));
  expect(await screen.findByText('“our shop” can’t be read as a site or domain, so it protects nothing.')).toBeTruthy();
  expect(document.activeElement).toBe(sites);
  await user.clear(sites);
  await user.type(sites, 'acme.example');
  await user.click(screen.getByRole('button', { name: 'Continue' }));
  await screen.findByRole('heading', { level: 2, name: 'Connect PhishFort' });
});

test('Cloudflare alone is enough: its token is tested, its account chosen', async () => {
  const { fake, user } = await atKey();
  await user.click(screen.getByRole('button', { name: 'Skip for now' }));
  const token = await screen.findByLabelText('Cloudflare API token');
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2, name: 'Connect Cloudflare' }));
  await user.type(token, `${KEY}several`);
  await user.click(screen.getByRole('button', { name: 'Save and test' }));
  await asked(fake, 'connection_save_key');
  expect(lastArgs(fake, 'connection_save_key')).toEqual({ service: 'cloudflare', key: `${KEY}several` });
  await user.click(await screen.findByRole('button', { name: 'Choose the account…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Which account?' }));
  await user.click(dialog.getByRole('radio', { name: /Acme Retail/ }));
  await user.click(dialog.getByRole('button', { name: 'Use this account' }));
  await waitFor(() => expect(fake.world.connections.cloudflare.account).toBe('Acme Retail'));
  await expectAccessible();
  await user.click(await screen.findByRole('button', { name: 'Done' }));
  await heading('Cases');
});
