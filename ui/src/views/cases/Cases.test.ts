import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { caseOf } from '../../backend/fake/make';
import type { FakeBackend } from '../../backend/fake';
import { router } from '../../state/router.svelte';
import { asked, expectAccessible, heading, lastArgs, open } from '../../testing/window';

/** Fills the world with so many cases. */
function many(fake: FakeBackend, count: number): void {
  for (let n = 0; n < count; n++) {
    const made = caseOf(fake.world, {
      about: `acme-${n}.example`,
      status: 'pending_review',
      minutes: n,
      number: `PF-${n}`,
    });
    fake.world.cases.set(made.row.id, made);
  }
}

test('loading: the head of the table and grey rows, said in words', async () => {
  await open('busy', { at: 'cases' }, (fake) => void fake.world.hanging.add('cases_list'));
  expect(screen.getByRole('table').getAttribute('aria-busy')).toBe('true');
  expect(screen.getByText('Loading cases')).toBeTruthy();
  await expectAccessible();
});

test('empty: what will be here, and how it comes', async () => {
  await open('empty', { at: 'cases' });
  await screen.findByRole('heading', { name: 'No cases yet' });
  expect(screen.queryByRole('searchbox')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Try with a sample email' })).toBeNull();
  await expectAccessible();
});

test('empty in practice: the sample email is one click away', async () => {
  const { fake, user } = await open('practice', { at: 'cases' }, (fake) => fake.world.cases.clear());
  await user.click(await screen.findByRole('button', { name: 'Try with a sample email' }));
  await waitFor(() => expect(router.place.at).toBe('check'));
  expect(fake.count('practice_sample_email')).toBe(1);
});

test('filled: each row says address, brand, who was told, status and news', async () => {
  await open('busy', { at: 'cases' });
  const link = await screen.findByRole('link', { name: 'hxxps://pay-acme[.]example' });
  const row = link.closest('tr');
  if (!row) throw new Error('the link is in no row');
  expect(within(row).getByRole('rowheader')).toBeTruthy();
  expect(within(row).getByText('Needs you: PhishFort asks something')).toBeTruthy();
  expect(within(row).getByText('Acme Pay')).toBeTruthy();
  expect(within(row).getByText('2 days ago')).toBeTruthy();
  await expectAccessible();
});

test('a status that we don’t know is shown as it came', async () => {
  await open('busy', { at: 'cases' });
  expect(await screen.findByText('escalated_to_registry')).toBeTruthy();
});

test('failed at first: said, with a way on', async () => {
  const { fake, user } = await open('failing', { at: 'cases' });
  expect((await screen.findByRole('alert')).textContent).toContain('The cases can’t be read.');
  await expectAccessible();
  fake.world.failing.clear();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('table')).toBeTruthy();
});

test('failed later: the old rows stay, and it is said from when they are', async () => {
  const { fake } = await open('busy', { at: 'cases' });
  await screen.findByRole('link', { name: 'hxxps://pay-acme[.]example' });
  fake.world.failing.set('cases_list', 'storage_failed');
  fake.tell({ kind: 'cases_changed', case_id: null });
  expect((await screen.findByRole('alert')).textContent).toMatch(
    /Couldn’t refresh\. Showing what we had at \d\d:\d\d\./,
  );
  expect(screen.getByRole('link', { name: 'hxxps://pay-acme[.]example' })).toBeTruthy();
});

test('offline: the rows are there, and refreshing says why it can’t', async () => {
  const { user } = await open('offline', { at: 'cases' });
  await screen.findByRole('link', { name: 'hxxps://pay-acme[.]example' });
  await user.click(screen.getByRole('button', { name: 'Refresh' }));
  expect((await screen.findByRole('alert')).textContent).toContain('The service can’t be reached.');
});

test('searching asks once when the typing rests, and says when nothing fits', async () => {
  const { fake, user } = await open('busy', { at: 'cases' });
  await screen.findByRole('link', { name: 'hxxps://pay-acme[.]example' });
  const before = fake.count('cases_list');
  await user.type(screen.getByRole('searchbox'), 'acme wall');
  await screen.findByText('1–1 of 1');
  expect(fake.count('cases_list')).toBe(before + 1);
  expect(lastArgs(fake, 'cases_list')).toMatchObject({ request: { search: 'acme wall' } });
  await user.type(screen.getByRole('searchbox'), 'zzz');
  await screen.findByRole('heading', { name: 'No cases match “acme wallzzz”' });
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: 'Clear search' }));
  expect(await screen.findByRole('link', { name: 'hxxps://pay-acme[.]example' })).toBeTruthy();
});

test('a filter shows its count, and only its rows', async () => {
  const { user } = await open('busy', { at: 'cases' });
  await user.click(await screen.findByRole('button', { name: 'Drafts 1' }));
  await screen.findByText('1–1 of 1');
  expect(screen.getByRole('button', { name: 'Drafts 1' }).getAttribute('aria-pressed')).toBe('true');
  expect(screen.getAllByRole('rowheader')).toHaveLength(1);
});

test('a time span is asked of the host', async () => {
  const { fake, user } = await open('busy', { at: 'cases' });
  await user.selectOptions(await screen.findByRole('combobox', { name: 'News' }), 'Last 7 days');
  await waitFor(() => expect(lastArgs(fake, 'cases_list')).toMatchObject({ request: { within_days: 7 } }));
  await waitFor(() => expect(screen.queryByRole('link', { name: 'hxxps://old-acme[.]example' })).toBeNull());
});

test('a hundred rows a page, and the next hundred on asking', async () => {
  const { user } = await open('empty', { at: 'cases' }, (fake) => many(fake, 130));
  await screen.findByText('1–100 of 130');
  await user.click(screen.getByRole('button', { name: 'Show 30 more' }));
  await screen.findByText('1–130 of 130');
  expect(screen.queryByRole('button', { name: /more$/ })).toBeNull();
});

test('news re-reads as many rows as were shown', async () => {
  const { fake, user } = await open('empty', { at: 'cases' }, (fake) => many(fake, 130));
  await user.click(await screen.findByRole('button', { name: 'Show 30 more' }));
  await screen.findByText('1–130 of 130');
  const before = fake.count('cases_list');
  fake.tell({ kind: 'cases_changed', case_id: null });
  await asked(fake, 'cases_list', before + 2);
  await screen.findByText('1–130 of 130');
});

test('a draft opens as a report, a case as a case, and coming back finds the list as it was', async () => {
  const { user } = await open('busy', { at: 'cases' });
  await user.type(await screen.findByRole('searchbox'), 'acme-l');
  await screen.findByText('1–1 of 1');
  await user.click(screen.getByRole('link', { name: /acme-login/ }));
  expect(router.place.at).toBe('case');
  await heading(/acme-login/);
  await user.click(within(screen.getByRole('main')).getByRole('link', { name: 'Cases' }));
  expect(((await screen.findByRole('searchbox')) as HTMLInputElement).value).toBe('acme-l');
  await user.clear(screen.getByRole('searchbox'));
  await user.click(await screen.findByRole('link', { name: /acme-jobs/ }));
  expect(router.place.at).toBe('report');
});

test('refreshing asks the service for what is not over, one after another', async () => {
  const { fake, user } = await open('busy', { at: 'cases' });
  await screen.findByRole('link', { name: 'hxxps://pay-acme[.]example' });
  await user.click(screen.getByRole('button', { name: 'Refresh' }));
  await screen.findByRole('button', { name: 'Refresh' });
  await waitFor(() => expect(fake.count('case_refresh')).toBe(9));
});
