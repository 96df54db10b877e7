import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { ProfileView } from '../../backend';
import { expectAccessible, lastArgs, open } from '../../testing/window';
import { blank, firstOf, limitOf, mistakesOf, withoutProfile } from './profiles';

const nobody = { profiles: [], profile_id: '', name: 'Jo Example', email: 'jo@acme.example' };
const made = (id: string, more: Partial<ProfileView> = {}): ProfileView => ({
  ...blank({ ...nobody, profiles: [blank(nobody)] }),
  id,
  label: id,
  ...more,
});

async function atYou(profiles: ProfileView[] = [], profile_id = '') {
  const opened = await open(
    'busy',
    { at: 'settings', section: 'you' },
    (fake) => void Object.assign(fake.world.preferences, { profiles, profile_id }),
  );
  const title = await screen.findByRole('heading', { level: 3, name: 'Sender profiles' });
  return { ...opened, part: within(title.closest('section') as HTMLElement) };
}

test('the first profile begins with who the person is, and is saved with what is added', async () => {
  const { fake, user, part } = await atYou();
  expect(part.getByText(/^None yet/)).toBeTruthy();
  expect(part.getByText(/Lumen Database/)).toBeTruthy();
  await user.click(part.getByRole('button', { name: 'Add a profile…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Add a profile' }));
  expect(dialog.getByLabelText('Name of the sender')).toHaveProperty('value', 'Jo Example');
  expect(dialog.getByLabelText('Email address')).toHaveProperty('value', 'jo@acme.example');
  await user.type(dialog.getByLabelText('Company'), ' Acme Ltd ');
  await expectAccessible();
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(fake.world.preferences.profiles).toHaveLength(1));
  expect(fake.world.preferences.profiles[0]).toMatchObject({ label: 'Jo Example', company: 'Acme Ltd', city: '' });
  expect(await part.findByText('New reports begin with it')).toBeTruthy();
  expect(screen.getByText('Jo Example saved')).toBeTruthy();
  await expectAccessible();
});

test('a profile is edited in its place', async () => {
  const { fake, user, part } = await atYou([made('Retail'), made('Legal')]);
  await user.click(part.getByRole('button', { name: 'Edit… Legal' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Edit the profile' }));
  const label = dialog.getByLabelText('What you call it');
  await user.clear(label);
  await user.type(label, 'Lawyers{Enter}');
  await waitFor(() => expect(fake.world.preferences.profiles.map((one) => one.label)).toEqual(['Retail', 'Lawyers']));
});

test('what can’t be saved is said at its field, and the first such field has the focus', async () => {
  const { fake, user, part } = await atYou([made('Retail')]);
  await user.click(part.getByRole('button', { name: 'Add a profile…' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByLabelText('What you call it'), 'Retail');
  await user.type(dialog.getByLabelText('Email address'), 'jo@acme');
  await user.type(dialog.getByLabelText('Telephone'), '+44 20 7946 0000 extension 4711');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(dialog.getByText(/There is already a profile of this name/)).toBeTruthy();
  expect(dialog.getByText('Enter a whole email address, like name@example.com')).toBeTruthy();
  expect(dialog.getByText('Shorten this to 20 characters. It has 31')).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(dialog.getByLabelText('What you call it')));
  expect(fake.count('preferences_save')).toBe(0);
});

test('new reports begin with the profile that is marked, else with the first', async () => {
  const { fake, user, part } = await atYou([made('Retail'), made('Legal')]);
  const [first, second] = part.getAllByRole('listitem');
  expect(within(first as HTMLElement).getByText('New reports begin with it')).toBeTruthy();
  await user.click(part.getByRole('button', { name: 'Begin with it Legal' }));
  await waitFor(() => expect(fake.world.preferences.profile_id).toBe('Legal'));
  expect(await within(second as HTMLElement).findByText('New reports begin with it')).toBeTruthy();
});

test('a deleted profile can be had back', async () => {
  const before = [made('Retail'), made('Legal')];
  const { fake, user, part } = await atYou(before, 'Legal');
  await user.click(part.getByRole('button', { name: 'Delete Legal' }));
  await waitFor(() => expect(fake.world.preferences.profiles).toHaveLength(1));
  expect(lastArgs(fake, 'preferences_save')).toMatchObject({ change: { profile_id: '' } });
  expect(document.activeElement).toBe(part.getByRole('button', { name: 'Add a profile…' }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(fake.world.preferences.profiles).toEqual(before));
  expect(fake.world.preferences.profile_id).toBe('Legal');
});

test('a profile that can’t be saved stays in front of the person', async () => {
  const { fake, user, part } = await atYou([made('Retail')]);
  fake.world.failing.set('preferences_save', 'storage_failed');
  await user.click(part.getByRole('button', { name: 'Edit… Retail' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByLabelText('City'), 'Example City{Enter}');
  expect(await screen.findByText(/This was not saved/)).toBeTruthy();
  expect(dialog.getByLabelText('City')).toHaveProperty('value', 'Example City');
});

test('the limits are those of the reports that the profile fills', () => {
  expect(limitOf('telephone')).toBe(20);
  expect(limitOf('company')).toBe(100);
  expect(limitOf('rights_holder')).toBe(60);
  expect(limitOf('trademark_number')).toBe(1000);
});

test('only a name for it is needed', () => {
  expect(mistakesOf(made('Retail', { name: '', email: '' }), [])).toEqual({});
  expect(Object.keys(mistakesOf(made('Retail', { label: '' }), []))).toEqual(['label']);
});

test('without a chosen one the first is begun with, and deleting the chosen one chooses the first', () => {
  const profiles = [made('Retail'), made('Legal')];
  expect(firstOf({ ...nobody, profiles })?.id).toBe('Retail');
  expect(firstOf({ ...nobody, profiles, profile_id: 'gone' })?.id).toBe('Retail');
  expect(withoutProfile({ ...nobody, profiles, profile_id: 'Legal' }, 'Retail')).not.toHaveProperty('profile_id');
  expect(withoutProfile({ ...nobody, profiles, profile_id: 'Legal' }, 'Legal')).toMatchObject({ profile_id: '' });
});
