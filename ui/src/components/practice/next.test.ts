import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { asked, expectAccessible, lastArgs, open } from '../../testing/window';
import { denials } from '../../words/denials';
import { happens, practice } from '../../words/practice';

async function atMenu() {
  const opened = await open('practice', { at: 'cases' });
  const next = await screen.findByRole('button', { name: 'What happens next?' });
  await opened.user.click(next);
  return { ...opened, next };
}
const group = (name: string) => within(screen.getByRole('group', { name }));

test('both services have their steps, and axe finds nothing on the menu', async () => {
  await atMenu();
  expect(group(happens.groups.phishfortCase).getAllByRole('menuitem')).toHaveLength(4);
  expect(group(happens.groups.phishfortNext).getAllByRole('menuitem')).toHaveLength(4);
  expect(group(happens.groups.cloudflareReport).getAllByRole('menuitem')).toHaveLength(2);
  expect(group(happens.groups.cloudflareNext).getAllByRole('menuitem')).toHaveLength(3);
  expect(group(happens.groups.sitesNow).getAllByRole('menuitem')).toHaveLength(4);
  expect(group(happens.groups.sitesNext).getAllByRole('menuitem')).toHaveLength(2);
  await expectAccessible();
});

test.each([
  ['Lose the answer', 'lose_answer'],
  ['Account not set up', 'not_entitled'],
  ['Ask us to slow down', 'slow_down'],
] as const)('“%s” waits for the next report to Cloudflare', async (name, step) => {
  const { fake, user } = await atMenu();
  await user.click(group(happens.groups.cloudflareNext).getByRole('menuitem', { name: new RegExp(`^${name}`) }));
  await asked(fake, 'practice_next_report');
  expect(lastArgs(fake, 'practice_next_report')).toEqual({ step, denial: null });
  expect(fake.world.armed_report).toEqual({ step, denial: null });
  expect(await screen.findByText('Ready. It happens to the next report you send.')).toBeTruthy();
});

test('Cloudflare refuses for each of its 13 reasons', async () => {
  const { fake, user } = await atMenu();
  await user.click(group(happens.groups.cloudflareReport).getByRole('menuitem', { name: /^Refuse it/ }));
  const dialog = within(await screen.findByRole('dialog', { name: happens.refuse.title }));
  expect(dialog.getAllByRole('radio')).toHaveLength(13);
  expect(Object.keys(denials), 'and one for what nobody has seen').toHaveLength(14);
  await expectAccessible();
  await user.click(dialog.getByRole('radio', { name: 'They need the exact address' }));
  await user.click(dialog.getByRole('button', { name: 'Refuse it' }));
  await asked(fake, 'practice_next_report');
  expect(lastArgs(fake, 'practice_next_report')).toEqual({ step: 'denied', denial: 'direct_url_required' });
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('leaving the reasons by Esc refuses nothing and gives the focus back', async () => {
  const { fake, user, next } = await atMenu();
  await user.click(group(happens.groups.cloudflareReport).getByRole('menuitem', { name: /^Refuse it/ }));
  await screen.findByRole('dialog');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(next));
  expect(fake.count('practice_next_report')).toBe(0);
});

test('without an open report it is said that there is none', async () => {
  const { fake, user } = await atMenu();
  fake.world.failing.set('practice_next_report', 'not_known_there');
  await user.click(group(happens.groups.cloudflareReport).getByRole('menuitem', { name: /^Accept it/ }));
  expect(await screen.findByText(happens.nothingOpen)).toBeTruthy();
});

test.each([
  ['Announce a block', 'new_block', happens.sites.done],
  ['Start a block', 'block_starts', happens.sites.done],
  ['Keep a block', 'review_kept', happens.sites.done],
] as const)('our sites: “%s” happens at once', async (name, step, said) => {
  const { fake, user } = await atMenu();
  await user.click(group(happens.groups.sitesNow).getByRole('menuitem', { name: new RegExp(`^${name}`) }));
  await asked(fake, 'practice_next_site');
  expect(lastArgs(fake, 'practice_next_site')).toEqual({ step });
  expect(await screen.findByText(said)).toBeTruthy();
});

test('an answer in part waits for the next review, and without a review there is nothing to lift', async () => {
  const { fake, user, next } = await atMenu();
  await user.click(group(happens.groups.sitesNext).getByRole('menuitem', { name: /^Answer in part/ }));
  await asked(fake, 'practice_next_site');
  expect(fake.world.appeals.armed).toBe('part_answer');
  expect(await screen.findByText(happens.sites.armed)).toBeTruthy();
  fake.world.failing.set('practice_next_site', 'not_known_there');
  await user.click(next);
  await user.click(group(happens.groups.sitesNow).getByRole('menuitem', { name: /^Lift a block/ }));
  expect(await screen.findByText(happens.sites.nothing.review)).toBeTruthy();
});

test('the checklist still has its six steps', async () => {
  await open('practice', { at: 'help' });
  expect(await screen.findByText(practice.progress(0, 6))).toBeTruthy();
});
