import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { Following } from '../../backend';
import type { FakeBackend } from '../../backend/fake';
import { filedReport } from '../../backend/fake/scenarios_reports';
import { router } from '../../state/router.svelte';
import { asked, expectAccessible, heading, open } from '../../testing/window';

const LIST = { at: 'filed' } as const;
const rows = () => screen.findAllByRole('rowheader');
const as = (state: Following) => (fake: FakeBackend) => void (fake.world.following = state);

test('the cases lead to what was filed at Cloudflare, and back', async () => {
  const { user } = await open('filed', { at: 'cases' });
  await user.click(await screen.findByRole('link', { name: 'Filed at Cloudflare' }));
  await heading('Filed at Cloudflare');
  expect(document.title).toBe('Filed at Cloudflare — Takedown Desk');
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Filed at Cloudflare'));
  await user.click(within(screen.getByRole('main')).getByRole('link', { name: 'Cases' }));
  await heading('Cases');
});

test('loading: the head of the table and grey rows, said in words', async () => {
  await open('filed', LIST, (fake) => void fake.world.hanging.add('filed_list'));
  expect(screen.getByRole('table').getAttribute('aria-busy')).toBe('true');
  expect(screen.getByText('Loading the reports')).toBeTruthy();
  await expectAccessible();
});

test('filled: each row says domain, category, when, what became of it, and whether it is ours', async () => {
  await open('filed', LIST);
  const link = await screen.findByRole('link', { name: 'acme-shop1[.]example' });
  const row = link.closest('tr') as HTMLElement;
  expect(within(row).getByRole('rowheader')).toBeTruthy();
  expect(within(row).getByText('Refused: they couldn’t see the abuse')).toBeTruthy();
  expect(within(row).getAllByText(/^Our trademark is misused/).length).toBeGreaterThan(0);
  expect(within(row).getByText('Filed elsewhere', { selector: 'td span' })).toBeTruthy();
  expect(screen.getByText('1–30 of 30')).toBeTruthy();
  await expectAccessible();
});

test('a status that we have never seen is shown as it came, and so is a time that can’t be read', async () => {
  await open('filed', LIST);
  expect(await screen.findByText('escalated')).toBeTruthy();
  expect(screen.getByText('Unknown')).toBeTruthy();
});

test('what we filed leads to its case', async () => {
  const { fake, user } = await open('filed', LIST);
  await user.click((await screen.findAllByRole('link', { name: /^Open case/ }))[0] as HTMLElement);
  expect(router.place).toEqual({ at: 'case', id: fake.world.filed[0]?.row.case_id });
});

test('a filter shows its count, and only its rows', async () => {
  const { user } = await open('filed', LIST);
  await user.click(await screen.findByRole('button', { name: 'Accepted 7' }));
  await screen.findByText('1–7 of 7');
  expect(await rows()).toHaveLength(7);
  expect(screen.getByRole('button', { name: 'Accepted 7' }).getAttribute('aria-pressed')).toBe('true');
});

test('searching asks once when the typing rests, and says when nothing fits', async () => {
  const { fake, user } = await open('filed', LIST);
  await rows();
  const before = fake.count('filed_list');
  await user.type(screen.getByRole('searchbox'), 'acme-pay7');
  await screen.findByText('1–1 of 1');
  expect(fake.count('filed_list')).toBe(before + 1);
  await user.type(screen.getByRole('searchbox'), 'zzz');
  await screen.findByRole('heading', { name: 'No reports match “acme-pay7zzz”' });
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: 'Show all reports' }));
  await screen.findByText('1–30 of 30');
});

test('a hundred rows a page, and the next hundred on asking', async () => {
  const { user } = await open('filed', LIST, (fake) => {
    for (let n = 30; n < 130; n++) fake.world.filed.push(filedReport(n, null));
  });
  await screen.findByText('1–100 of 130');
  await user.click(screen.getByRole('button', { name: 'Show 30 more' }));
  await screen.findByText('1–130 of 130');
  expect(screen.queryByRole('button', { name: /more$/ })).toBeNull();
});

test('refreshing asks Cloudflare once, and F5 does the same', async () => {
  const { fake, user } = await open('filed', LIST);
  await rows();
  await user.click(screen.getByRole('button', { name: 'Refresh' }));
  await asked(fake, 'filed_refresh', 1);
  await user.keyboard('{F5}');
  await asked(fake, 'filed_refresh', 2);
});

test('where Cloudflare can’t be reached the rows stay, and that is said', async () => {
  const { fake, user } = await open('filed', LIST);
  await rows();
  fake.world.offline = true;
  await user.click(screen.getByRole('button', { name: 'Refresh' }));
  expect(await screen.findByText('Cloudflare can’t be reached.')).toBeTruthy();
  expect(await rows()).toHaveLength(30);
});

test('a refresh that fails keeps the rows and says from when they are', async () => {
  const { fake, user } = await open('filed', LIST);
  await rows();
  fake.world.failing.set('filed_refresh', 'storage_failed');
  await user.click(screen.getByRole('button', { name: 'Refresh' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(
    /Couldn’t refresh\. Showing what we had at \d\d:\d\d\./,
  );
  expect(await rows()).toHaveLength(30);
});

test('failed at first: said, and tried again', async () => {
  const { fake, user } = await open(
    'filed',
    LIST,
    (fake) => void fake.world.failing.set('filed_list', 'storage_failed'),
  );
  expect((await screen.findByRole('alert')).textContent).toContain('The reports can’t be read.');
  fake.world.failing.clear();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await rows()).toHaveLength(30);
});

test('nothing filed yet: what will be here', async () => {
  await open('empty', LIST);
  await screen.findByRole('heading', { name: 'Nothing filed yet' });
  expect(screen.queryByRole('searchbox')).toBeNull();
  await expectAccessible();
});

test('an account without such a list is told calmly what happens instead', async () => {
  await open('noFollowing', LIST);
  await screen.findByRole('heading', { name: 'Cloudflare keeps no such list for this account.' });
  expect(screen.getByText(/^Your reports are still sent\. Cloudflare writes to you by email instead/)).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
  await expectAccessible();
});

test('a token that may not read names the permission, above the rows that we had', async () => {
  const { user } = await open('filed', LIST, as('not_permitted'));
  expect((await screen.findByText(/“Trust and Safety Read”/)).textContent).toContain('Your reports are still sent.');
  expect(await rows()).toHaveLength(30);
  await user.click(screen.getByRole('button', { name: 'Open Connections' }));
  expect(router.place).toEqual({ at: 'settings', section: 'connections' });
});

test('without a token the way to Connections is the main act', async () => {
  const { user } = await open('empty', LIST, as('no_key'));
  await screen.findByRole('heading', { name: 'There is no Cloudflare API token.' });
  await user.click(screen.getByRole('button', { name: 'Open Connections' }));
  expect(router.place).toEqual({ at: 'settings', section: 'connections' });
});

test('what was never asked is asked on pressing Refresh', async () => {
  const { fake, user } = await open('empty', LIST, as('not_asked'));
  await screen.findByRole('heading', { name: 'Cloudflare was not asked yet.' });
  await user.click(screen.getAllByRole('button', { name: 'Refresh' })[1] as HTMLElement);
  await asked(fake, 'filed_refresh');
});

test('news of the list is read again', async () => {
  const { fake } = await open('filed', LIST);
  await rows();
  const before = fake.count('filed_list');
  fake.tell({ kind: 'filed_changed' });
  await asked(fake, 'filed_list', before + 1);
});

test('a report opens from its row, and coming back finds the list as it was', async () => {
  const { user } = await open('filed', LIST);
  await user.type(await screen.findByRole('searchbox'), 'acme-shop1');
  await user.click(await screen.findByRole('link', { name: 'acme-shop1[.]example' }));
  expect(router.place).toMatchObject({ at: 'filed_report' });
  await heading('acme-shop1[.]example');
  await user.keyboard('{Escape}');
  await heading('Filed at Cloudflare');
  expect(((await screen.findByRole('searchbox')) as HTMLInputElement).value).toBe('acme-shop1');
});
