import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import { addManyBlocks } from '../../backend/fake/sites';
import { appealing } from '../../state/appeal.svelte';
import { router } from '../../state/router.svelte';
import { asked, expectAccessible, heading, lastArgs, open } from '../../testing/window';

const SITES = { at: 'sites' } as const;
const rows = () => screen.findAllByRole('rowheader');
const rowOf = async (address: RegExp) => {
  const link = await screen.findByRole('link', { name: address });
  return within(link.closest('tr') as HTMLElement);
};
const names = async () => (await rows()).map((row) => within(row).getByRole('link').textContent?.trim());

test('our sites are a place, with how many blocks wait for the person', async () => {
  const { user } = await open('sites');
  await user.click(await screen.findByRole('link', { name: /^Our sites\s*4\s*need you/ }));
  await heading('Our sites');
  expect(document.title).toBe('Our sites — Takedown Desk');
  await user.keyboard('{Control>}1{/Control}');
  expect(router.place).toEqual({ at: 'cases' });
  await user.keyboard('{Control>}3{/Control}');
  expect(router.place).toEqual(SITES);
});

test('loading: the head of the table and grey rows, said in words', async () => {
  await open('sites', SITES, (fake) => void fake.world.hanging.add('sites_blocks'));
  expect((await screen.findByRole('table')).getAttribute('aria-busy')).toBe('true');
  expect(screen.getByText('Loading blocks')).toBeTruthy();
  await expectAccessible();
});

test('what presses most comes first: what is about to start, by the time it has left', async () => {
  await open('sites', SITES);
  const listed = await names();
  expect(listed.slice(0, 4)).toEqual([
    'old.acme.example',
    'acme.example/api',
    'shop.acme.example/sale',
    'img.acme.example/p/77',
  ]);
  expect(listed).toHaveLength(10);
  expect(screen.getByText('1–10 of 10')).toBeTruthy();
  expect(screen.getByText('Cloudflare shows lifted blocks for 30 days. We keep them here after that.')).toBeTruthy();
  await expectAccessible();
});

test('a row says what Cloudflare did, to what, since when, and what can be asked', async () => {
  await open('sites', SITES);
  const pending = await rowOf(/^old\.acme\.example$/);
  expect(pending.getAllByText('Blocked for legal reasons').length).toBeGreaterThan(0);
  expect(pending.getAllByText('This whole domain').length).toBeGreaterThan(0);
  expect(pending.getByText(/^Starts in 21 h 2[78] min$/)).toBeTruthy();
  expect(pending.getByRole('button', { name: 'Ask for a review… old.acme.example' })).toBeTruthy();
  const active = await rowOf(/^shop\.acme\.example\/sale$/);
  expect(active.getByText('In force')).toBeTruthy();
  expect(active.getByText(/^since/)).toBeTruthy();
});

test('a time has UTC on hover', async () => {
  await open('sites', SITES);
  const row = await rowOf(/^old\.acme\.example$/);
  expect(row.getByRole('time').getAttribute('title')).toMatch(/ UTC\)$/);
});

test('where no review can be asked for, the reason stands there and nothing can be ticked', async () => {
  await open('sites', SITES);
  const reasons = [
    [/^blog\.acme/, 'A review is open'],
    [/^cdn\.acme\.example\/v/, 'It never started'],
    [/^acme\.example\/promo/, 'Lifted'],
    [/^acme\.example\/api/, 'Our request is in the Outbox'],
    [/^acme\.example\/forum/, 'Nothing to ask about'],
    [/^cdn\.acme\.example$/, 'We don’t know this status'],
  ] as const;
  for (const [address, reason] of reasons) {
    const row = await rowOf(address);
    expect(row.getByText(reason, { selector: '.why' })).toBeTruthy();
    expect(row.queryByRole('button')).toBeNull();
    expect(row.queryByRole('checkbox')).toBeNull();
  }
});

test('words that we don’t know are shown as they came', async () => {
  await open('sites', SITES);
  const row = await rowOf(/^cdn\.acme\.example$/);
  expect(row.getByText('paused')).toBeTruthy();
  expect(row.getAllByText('Other block (dns_sinkhole)').length).toBeGreaterThan(0);
});

test('what Cloudflare no longer shows is said to be so, and never to be in force', async () => {
  await open('sites', SITES);
  const row = await rowOf(/^acme\.example\/forum/);
  expect(row.getByText('No longer shown by Cloudflare')).toBeTruthy();
  expect(row.getByText(/^last seen: In force/)).toBeTruthy();
});

test('where it is not told which address it is on, the domain stands there with how many there are', async () => {
  await open('sites', SITES);
  const row = await rowOf(/^shop\.acme\.example\s*one of 12/);
  expect(row.getByText('one of 12 addresses of its report')).toBeTruthy();
  expect(row.getByText(/^reviewed and kept,/)).toBeTruthy();
});

test('the time that is left counts on by itself', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], shouldAdvanceTime: false });
  try {
    await open('sites', SITES);
    const row = await rowOf(/^old\.acme\.example$/);
    expect(row.getByText(/^Starts in 21 h 2[78] min$/)).toBeTruthy();
    await vi.advanceTimersByTimeAsync(21 * 60 * 60_000);
    await waitFor(() => expect(row.getByText(/^Starts in 2[78] min$/)).toBeTruthy());
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    await waitFor(() => expect(row.getByText('Starts any moment')).toBeTruthy());
  } finally {
    vi.useRealTimers();
  }
});

test('what is about to start is told above, with a calendar first', async () => {
  const { fake, user } = await open('sites', SITES);
  const bar = within(await screen.findByRole('region', { name: 'About to start' }));
  expect(bar.getByText('2 blocks are about to start.')).toBeTruthy();
  expect(await bar.findByText(/in 21 h\./)).toBeTruthy();
  expect(bar.getByText('Reminders come a day and an hour before, but only while this app runs.')).toBeTruthy();
  await user.click(bar.getByRole('button', { name: 'Save to calendar…' }));
  await asked(fake, 'sites_calendar');
  expect(await screen.findByText(/^Saved blocks-on-our-sites\.ics with 2 entries\./)).toBeTruthy();
});

test('reminders that are off are said, with the way to turn them on', async () => {
  const { fake, user } = await open('sites', SITES, (fake) => {
    fake.world.preferences.reminders = false;
  });
  await user.click(await screen.findByRole('link', { name: 'Turn them on in Settings' }));
  expect(router.place).toEqual({ at: 'settings', section: 'you' });
  const box = await screen.findByRole('checkbox', { name: /^Remind me of blocks/ });
  expect(box).toHaveProperty('checked', false);
  await user.click(box);
  await waitFor(() => expect(fake.world.preferences.reminders).toBe(true));
});

test('a review is asked for from a row', async () => {
  const { fake, user } = await open('sites', SITES);
  await user.click((await rowOf(/^shop\.acme\.example\/sale$/)).getByRole('button'));
  const block = fake.world.sites.blocks[1]?.row.block;
  expect(appealing.now).toMatchObject({ what: 'blocks', blocks: [block] });
  appealing.now = null;
});

test('several ticked rows are asked for together, and unticked together', async () => {
  const { user } = await open('sites', SITES);
  await user.click(await screen.findByRole('checkbox', { name: 'Tick old.acme.example' }));
  await user.click(screen.getByRole('checkbox', { name: 'Tick shop.acme.example/sale' }));
  const bar = within(screen.getByRole('region', { name: 'Ticked blocks' }));
  expect(bar.getByText('2 blocks ticked')).toBeTruthy();
  await expectAccessible();
  await user.click(bar.getByRole('button', { name: 'Ask for a review of 2 blocks…' }));
  expect(appealing.now).toMatchObject({ what: 'blocks', blocks: [{}, {}] });
  appealing.now = null;
  await user.click(bar.getByRole('button', { name: 'Untick all' }));
  expect(screen.queryByRole('region', { name: 'Ticked blocks' })).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: /^Tick all/ }));
});

test('ticking all ticks what a review can be asked for, and nothing else', async () => {
  const { user } = await open('sites', SITES);
  await user.click(await screen.findByRole('checkbox', { name: /^Tick all/ }));
  expect(screen.getByText('4 blocks ticked')).toBeTruthy();
  expect(screen.getAllByRole('checkbox')).toHaveLength(5);
});

test('what a filter takes out of sight is no longer ticked', async () => {
  const { user } = await open('sites', SITES);
  await user.click(await screen.findByRole('checkbox', { name: /^Tick all/ }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'pending');
  expect(await screen.findByText('1 block ticked')).toBeTruthy();
});

test('for the web team: the addresses as they are, what was reported, what was done, and when', async () => {
  const { fake, user } = await open('sites', SITES);
  await user.click(await screen.findByRole('checkbox', { name: 'Tick old.acme.example' }));
  await user.click(screen.getByRole('checkbox', { name: 'Tick shop.acme.example/sale' }));
  await user.click(screen.getByRole('button', { name: 'Copy for our web team' }));
  await screen.findByText(/^Copied for your web team: 2 blocks/);
  const lines = fake.world.clipboard.split('\n');
  expect(lines).toContain('https://old.acme.example');
  expect(lines).toContain('https://shop.acme.example/sale');
  expect(lines).toContain('Block: Blocked for legal reasons, This whole domain');
  expect(lines).toContain('> The order is attached.');
  expect(lines).toContain('Reported as: Phishing or malware');
  expect(lines.find((line) => line.startsWith('Starts: '))).toMatch(/ UTC\)$/);
});

test('a copy that fails is said', async () => {
  const { fake, user } = await open('sites', SITES);
  await user.click(await screen.findByRole('checkbox', { name: 'Tick old.acme.example' }));
  fake.world.failing.set('sites_block', 'storage_failed');
  await user.click(screen.getByRole('button', { name: 'Copy for our web team' }));
  expect((await screen.findByRole('alert')).textContent).toContain('This could not be saved on this computer.');
});

test('a row opens its block, and coming back finds the list as it was', async () => {
  const { fake, user } = await open('sites', SITES);
  await user.type(await screen.findByRole('searchbox'), 'sale');
  await screen.findByText('1–1 of 1');
  await user.click(await screen.findByRole('link', { name: /^shop\.acme\.example\/sale/ }));
  const block = fake.world.sites.blocks[1]?.row.block;
  expect(router.place).toEqual({ at: 'sites_block', ...block });
  router.back();
  await heading('Our sites');
  expect(((await screen.findByRole('searchbox')) as HTMLInputElement).value).toBe('sale');
});

test('searching asks once when the typing rests, and says when nothing fits', async () => {
  const { fake, user } = await open('sites', SITES);
  await rows();
  await asked(fake, 'sites_blocks', 2);
  const before = fake.count('sites_blocks');
  await user.keyboard('{Control>}f{/Control}');
  expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  await user.keyboard('acme zzz');
  await screen.findByRole('heading', { name: 'No blocks match “acme zzz”' });
  expect(fake.count('sites_blocks')).toBe(before + 1);
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: 'Show all blocks' }));
  await screen.findByText('1–10 of 10');
});

test('status and kind narrow the list, with their counts and in our words', async () => {
  const { user } = await open('sites', SITES);
  const status = await screen.findByRole('combobox', { name: 'Status' });
  await within(status).findByRole('option', { name: 'In force (4)' });
  await user.selectOptions(status, 'removed');
  await screen.findByText('1–1 of 1');
  await user.selectOptions(status, '');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'Other block (dns_sinkhole)');
  await screen.findByText('1–1 of 1');
});

test('the other filters stand behind a disclosure that says how many are set', async () => {
  const { fake, user } = await open('sites', SITES);
  const more = await screen.findByRole('button', { name: 'More filters' });
  expect(more.getAttribute('aria-expanded')).toBe('false');
  await user.click(more);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Put on' }), 'zone');
  await screen.findByText('1–1 of 1');
  const from = screen.getByLabelText('Starts or started from');
  await user.type(from, '2026-11-01');
  await user.type(screen.getByLabelText('Up to and including'), '2026-11-30');
  const midnight = (month: number, day: number) => new Date(2026, month, day).toISOString();
  await waitFor(() =>
    expect(lastArgs(fake, 'sites_blocks')).toMatchObject({
      request: { scope: 'zone', starts_from: midnight(10, 1), starts_before: midnight(11, 1) },
    }),
  );
  expect(screen.getByRole('button', { name: 'More filters (3)' })).toBeTruthy();
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: 'Clear filters' }));
  await screen.findByText('1–10 of 10');
});

test('a column sorts one way, the other, and then what presses most comes first again', async () => {
  const { fake, user } = await open('sites', SITES);
  await rows();
  const sort = () => (lastArgs(fake, 'sites_blocks') as { request: object }).request;
  const column = screen.getByRole('columnheader', { name: 'What Cloudflare did' });
  expect(column.getAttribute('aria-sort')).toBeNull();
  await user.click(within(column).getByRole('button'));
  expect(sort()).toMatchObject({ sort: 'kind', order: 'ascending' });
  expect(column.getAttribute('aria-sort')).toBe('ascending');
  await user.click(within(column).getByRole('button'));
  expect(sort()).toMatchObject({ sort: 'kind', order: 'descending' });
  expect(column.getAttribute('aria-sort')).toBe('descending');
  await user.click(within(column).getByRole('button'));
  expect(sort()).toMatchObject({ sort: 'clock' });
  expect(column.getAttribute('aria-sort')).toBeNull();
});

test('a hundred rows a page, and the next hundred on asking', async () => {
  const { user } = await open('sites', SITES, (fake) => addManyBlocks(fake.world, 120));
  await screen.findByText('1–100 of 130');
  await user.click(screen.getByRole('button', { name: 'Show 30 more' }));
  await screen.findByText('1–130 of 130');
  expect(screen.queryByRole('button', { name: /more$/ })).toBeNull();
});

test('in practice the list is the same', async () => {
  await open('practice', SITES);
  expect(await rows()).toHaveLength(10);
  await waitFor(() => expect(document.title).toBe('Practice — Our sites — Takedown Desk'));
});
