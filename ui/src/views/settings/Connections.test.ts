import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { ConnectionView } from '../../backend';
import { asked, expectAccessible, lastArgs, open } from '../../testing/window';

const ID = '0123456789abcdef0123456789abcdef';
const OTHER = 'fedcba9876543210fedcba9876543210';

/** The card of Cloudflare, its connection arranged. */
async function cloudflare(change: Partial<ConnectionView> = {}) {
  const opened = await open(
    'busy',
    { at: 'settings', section: 'connections' },
    (fake) => void Object.assign(fake.world.connections.cloudflare, change),
  );
  const title = await screen.findByRole('heading', { level: 2, name: 'Cloudflare' });
  return { ...opened, card: within(title.closest('section') as HTMLElement) };
}
const nothing: Partial<ConnectionView> = {
  health: 'no_key',
  key_tail: null,
  key_place: null,
  checked_at: null,
  account: null,
  account_id: null,
  accounts: [],
  reading: 'unknown',
};

test('an API token is added by one paste, tested, and gone from the window', async () => {
  const { fake, user, card } = await cloudflare(nothing);
  expect(card.getByText('No API token yet')).toBeTruthy();
  await user.click(card.getByRole('button', { name: 'Add an API token…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Add an API token' }));
  await user.click(dialog.getByLabelText('Cloudflare API token'));
  await user.paste(' abcdefghijklmnopqrstuvwxyz\n 0123456789abcd ');
  await user.click(dialog.getByRole('button', { name: 'Save and test' }));
  await asked(fake, 'connection_save_key');
  expect(lastArgs(fake, 'connection_save_key')).toEqual({
    service: 'cloudflare',
    key: 'abcdefghijklmnopqrstuvwxyz0123456789abcd',
  });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(await card.findByText('ends in abcd')).toBeTruthy();
  expect(card.getByText('Acme Brand Protection'), 'the only account is chosen by itself').toBeTruthy();
  await expectAccessible();
});

test('an API token that can act for two accounts asks which, and takes none by itself', async () => {
  const { fake, user, card } = await cloudflare(nothing);
  await user.click(card.getByRole('button', { name: 'Add an API token…' }));
  await user.type(await screen.findByLabelText('Cloudflare API token'), 'abcdefghijklmnopqrst-several{Enter}');
  expect(await card.findByText(/^No account chosen/)).toBeTruthy();
  await user.click(card.getByRole('button', { name: 'Choose the account…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Which account?' }));
  await user.click(dialog.getByRole('button', { name: 'Use this account' }));
  expect(dialog.getByText('Choose an account')).toBeTruthy();
  await user.click(dialog.getByRole('radio', { name: /Acme Retail/ }));
  await user.click(dialog.getByRole('button', { name: 'Use this account' }));
  await asked(fake, 'connection_choose_account');
  expect(lastArgs(fake, 'connection_choose_account')).toEqual({ account_id: OTHER });
  expect(await card.findByText('Acme Retail')).toBeTruthy();
  expect(screen.getByText('Reports are filed for Acme Retail from now on.')).toBeTruthy();
});

test('an account id is typed where Cloudflare names none, and a wrong one is said at the field', async () => {
  const { fake, user, card } = await cloudflare({
    account_id: null,
    account: null,
    accounts: [],
    health: 'no_account',
  });
  await user.click(card.getByRole('button', { name: 'Choose the account…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Which account?' }));
  const id = dialog.getByLabelText('Account id');
  await user.click(dialog.getByRole('button', { name: 'Use this account' }));
  expect(dialog.getByText('Enter the account id')).toBeTruthy();
  await user.type(id, 'acme');
  await user.click(dialog.getByRole('button', { name: 'Use this account' }));
  expect(await dialog.findByText(/An account id has 32 digits and letters/)).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(id));
  await user.click(dialog.getByText('Where do I find this?'));
  await expectAccessible();
  await user.clear(id);
  await user.type(id, ` ${ID} `);
  await user.click(dialog.getByRole('button', { name: 'Use this account' }));
  await waitFor(() => expect(fake.world.connections.cloudflare.account_id).toBe(ID));
});

test('what it can do is told as far as it is known, and nothing is filed to find out', async () => {
  const { card } = await cloudflare();
  const list = within(card.getByRole('list', { name: 'What it can do' }));
  const [reading, filing] = list.getAllByRole('listitem');
  expect(reading?.textContent).toContain('Read filed reports: yes');
  expect(filing?.textContent).toContain('Send reports: not known yet');
  expect(filing?.textContent).toContain('Nothing is filed to find out');
});

test('an account that is not set up is never blamed on the API token, and the message for Cloudflare is copied', async () => {
  const { fake, user, card } = await cloudflare({ health: 'partly_works', filing: 'not_entitled' });
  expect(card.getByText(/^Partly works/)).toBeTruthy();
  expect(card.getByText(/Your account isn’t set up for this/)).toBeTruthy();
  expect(card.getByText(/The API token is not to blame/)).toBeTruthy();
  await user.click(card.getByRole('button', { name: 'Copy a message to send them' }));
  await asked(fake, 'text_copy');
  expect(fake.world.clipboard).toContain(ID);
  expect(fake.world.clipboard).toContain('Acme Brand Protection');
  await expectAccessible();
});

test('one message asks for both rights', async () => {
  const { card } = await cloudflare({ health: 'partly_works', reading: 'not_entitled', filing: 'not_entitled' });
  expect(card.getAllByRole('button', { name: 'Copy a message to send them' })).toHaveLength(1);
});

test('an API token that lacks a right says which permission to look for', async () => {
  const { card } = await cloudflare({ health: 'partly_works', reading: 'not_permitted', filing: 'not_permitted' });
  expect(card.getByText(/“Trust and Safety” with Read.*“Abuse Reports”/)).toBeTruthy();
  expect(card.getByText(/“Trust and Safety” with Write.*“Abuse Reports” with Edit/)).toBeTruthy();
  expect(card.queryByRole('button', { name: 'Copy a message to send them' })).toBeNull();
});

test.each([
  ['key_refused', /Paste a new API token to send them/],
  ['unreachable', /Cloudflare could not be reached/],
  ['failed', /Cloudflare answered with an error/],
  ['no_account', /the account that reports are filed for/],
] as const)('a connection to Cloudflare that is %s says what follows', async (health, words) => {
  const { card } = await cloudflare({ health, said: 'in their words' });
  expect(card.getByText(words)).toBeTruthy();
  expect(card.getByText('in their words')).toBeTruthy();
});

test('the two cards stand for themselves: one that can’t be reached says nothing of the other', async () => {
  const { card, user, fake } = await cloudflare({ health: 'unreachable' });
  expect(card.getByText(/^Not reached/)).toBeTruthy();
  expect(screen.getByText(/^Works, checked/)).toBeTruthy();
  await user.click(card.getByRole('button', { name: 'Test Cloudflare' }));
  await asked(fake, 'connection_test');
  expect(lastArgs(fake, 'connection_test')).toEqual({ service: 'cloudflare' });
});

test('removing the API token is asked first, and takes what was known of it along', async () => {
  const { card, user } = await cloudflare();
  await user.click(card.getByRole('button', { name: 'Remove… Cloudflare' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Remove the API token?' }));
  await user.click(dialog.getByRole('button', { name: 'Remove the API token' }));
  expect(await card.findByRole('button', { name: 'Add an API token…' })).toBeTruthy();
  expect(card.queryByText(ID)).toBeNull();
  expect(card.queryByRole('list', { name: 'What it can do' })).toBeNull();
});
