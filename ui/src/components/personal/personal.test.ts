import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { router } from '../../state/router.svelte';
import { asked, expectAccessible, heading, lastArgs, open, type Opened } from '../../testing/window';

async function checking(): Promise<Opened> {
  const opened = await open('mailPersonal');
  const draft_id = [...opened.fake.world.drafts.keys()][0]!;
  router.go({ at: 'check', draft_id });
  await heading('Check and send');
  await screen.findByRole('button', { name: /^Send report/ });
  return opened;
}
const draftOf = ({ fake }: Opened) => [...fake.world.drafts.values()][0]!;
const panel = () => screen.getByRole('region', { name: 'What could identify the person who got it' });
const all = () => within(panel()).getByRole('button', { name: 'Take out all that can go' });

test('each trace says what it is, where it stands and what it says, and what can’t go says why', async () => {
  await checking();
  const rows = within(panel()).getAllByRole('listitem');
  expect(rows).toHaveLength(6);
  expect(within(panel()).getAllByText('jo[.]customer@customer[.]example').length).toBeGreaterThan(0);
  expect(within(panel()).getByText('It is part of the path: without it the page isn’t found')).toBeTruthy();
  expect(within(panel()).getByText('This file names people who got it')).toBeTruthy();
  expect(within(panel()).getByRole('button', { name: 'Keep with the case only: forwarded.eml' })).toBeTruthy();
  expect(panel().textContent).toContain('stays sealed in the case');
  await expectAccessible();
});

test('the list of what is to be known leads to them', async () => {
  const { user } = await checking();
  await user.click(screen.getByRole('link', { name: '6 things could identify the person who got it' }));
  expect(document.activeElement).toBe(panel());
});

test('one press takes out what surely can go, says so, and what is left keeps the focus', async () => {
  const opened = await checking();
  await opened.user.click(all());
  await asked(opened.fake, 'personal_remove');
  expect((lastArgs(opened.fake, 'personal_remove') as { ids: string[] }).ids).toHaveLength(4);
  expect(await screen.findByText('4 things are taken out. The original stays sealed in the case')).toBeTruthy();
  const { fields, evidence } = draftOf(opened);
  expect(fields.target).toMatch(/\/v\/[\w=]+\/go\?\w+=9f2c4e1a7b3d5f60818293a4b5c6d7e8$/);
  expect(fields.note).toContain('It was sent to [removed].');
  expect(evidence[0]?.send).toBe(false);
  expect(within(panel()).getAllByRole('listitem'), 'the part of the path, and the long id').toHaveLength(2);
  const left = within(panel()).getByRole('button');
  expect(left.getAttribute('aria-label'), 'what may lead to the page goes by itself alone').toMatch(/^Take out 9f2c/);
  expect(document.activeElement).toBe(panel());
  expect(
    screen.getByText(/^Found in the email’s main button\.$/),
    'it is still the address that was found',
  ).toBeTruthy();
  await expectAccessible();
});

test('Undo puts all of it back, the file included', async () => {
  const opened = await checking();
  const before = structuredClone(draftOf(opened));
  await opened.user.click(all());
  await opened.user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('It is all back as it was')).toBeTruthy();
  expect(draftOf(opened).fields).toEqual(before.fields);
  expect(draftOf(opened).evidence[0]?.send).toBe(true);
  expect(within(panel()).getAllByRole('listitem')).toHaveLength(6);
});

test('one of them is taken out alone', async () => {
  const opened = await checking();
  await opened.user.click(within(panel()).getByRole('button', { name: 'Take out 9f2c4e1a7b3d5f60818293a4b5c6d7e8' }));
  await waitFor(() => expect(draftOf(opened).fields.target).not.toContain('9f2c4e1a'));
  expect(draftOf(opened).fields.target).toContain('?e=');
  expect(await screen.findByText(/^1 thing is taken out/)).toBeTruthy();
});

test('Undo is not offered elsewhere, where the report may be changed meanwhile', async () => {
  const opened = await checking();
  await opened.user.click(all());
  await screen.findByRole('button', { name: 'Undo' });
  await opened.user.click(screen.getByRole('button', { name: 'Change note' }));
  await waitFor(() => expect(router.place.at).toBe('report'));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull());
});

test('what does not work is said, and nothing is taken out', async () => {
  const opened = await checking();
  opened.fake.world.failing.set('personal_remove', 'storage_failed');
  await opened.user.click(all());
  expect(await within(panel()).findByText('This could not be saved on this computer.')).toBeTruthy();
  expect(within(panel()).getAllByRole('listitem').length).toBe(6);
});
