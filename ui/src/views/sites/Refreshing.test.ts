import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { Following } from '../../backend';
import type { FakeBackend } from '../../backend/fake';
import { endSync } from '../../backend/fake/sites_sync';
import { router } from '../../state/router.svelte';
import { asked, expectAccessible, open } from '../../testing/window';

const SITES = { at: 'sites' } as const;
const rows = () => screen.findAllByRole('rowheader');
const following = (state: Following) => (fake: FakeBackend) => void (fake.world.sites.following = state);

test('a refresh says how far it is, and is told to stop; what was read is kept, and it goes on', async () => {
  const { fake, user } = await open('sitesSyncing', SITES);
  const bar = within(await screen.findByRole('group', { name: 'Refresh of our sites' }));
  expect(bar.getByText('Reading reports 300 of 500 · blocks of 120 of 300 reports')).toBeTruthy();
  expect(bar.getByRole('progressbar', { name: 'Refresh of our sites' })).toBeTruthy();
  expect(await rows()).toHaveLength(10);
  await expectAccessible();
  await user.click(bar.getByRole('button', { name: 'Stop' }));
  await asked(fake, 'sites_stop');
  expect(await screen.findByText('Stopped before the end. What was read is kept.')).toBeTruthy();
  await expectAccessible();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Go on' }));
  await user.keyboard('{Enter}');
  expect(await screen.findByText('Reading reports')).toBeTruthy();
  endSync(fake.world, false);
  expect(await screen.findByText('Our sites are up to date.')).toBeTruthy();
  expect(screen.queryByRole('progressbar')).toBeNull();
});

test('refreshing plays to its end by itself, F5 does the same, and twice at once is once', async () => {
  const { fake, user } = await open('sites', SITES);
  await rows();
  await user.click(screen.getByRole('button', { name: 'Refresh' }));
  await user.keyboard('{F5}');
  await screen.findByText(/blocks of \d+ of 4\d\d reports/);
  await screen.findByText('Our sites are up to date.');
  expect(fake.count('sites_refresh')).toBe(1);
  await user.keyboard('{F5}');
  await asked(fake, 'sites_refresh', 2);
});

test('while Cloudflare asks to be left in peace, it is said until when', async () => {
  await open('sitesStopped', SITES, (fake) => {
    fake.world.sites.waits_until = new Date(Date.now() + 300_000).toISOString();
  });
  expect(await screen.findByText(/^Cloudflare asks us to slow down\. We can ask again at \d\d:\d\d\.$/)).toBeTruthy();
});

test('where Cloudflare can’t be reached the rows stay, and that is said', async () => {
  const { fake, user } = await open('sites', SITES);
  await rows();
  fake.world.offline = true;
  await user.click(screen.getByRole('button', { name: 'Refresh' }));
  expect(await screen.findByText('Cloudflare can’t be reached.')).toBeTruthy();
  expect(await rows()).toHaveLength(10);
});

test('a refresh that fails keeps the rows and says from when they are', async () => {
  const { fake, user } = await open('sites', SITES);
  await rows();
  fake.world.failing.set('sites_refresh', 'storage_failed');
  await user.click(screen.getByRole('button', { name: 'Refresh' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(
    /Couldn’t refresh\. Showing what we had at \d\d:\d\d\./,
  );
  expect(await rows()).toHaveLength(10);
});

test('failed at first: said, and tried again', async () => {
  const { fake, user } = await open('sites', SITES, (fake) => {
    fake.world.failing.set('sites_blocks', 'storage_failed');
  });
  expect((await screen.findByRole('alert')).textContent).toContain('can’t be read');
  await expectAccessible();
  fake.world.failing.clear();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await rows()).toHaveLength(10);
});

test('nothing about us is good news', async () => {
  await open('sitesEmpty', SITES);
  await screen.findByRole('heading', { name: 'No blocks on your sites' });
  expect(screen.getByText(/^Good news/)).toBeTruthy();
  expect(screen.queryByRole('searchbox')).toBeNull();
  await expectAccessible();
});

test('what was not read to its end is never called good news', async () => {
  await open('sitesEmpty', SITES, (fake) => {
    fake.world.sites.unfinished = true;
  });
  await screen.findByRole('heading', { name: 'Not all of it is read yet' });
  expect(screen.queryByText(/^Good news/)).toBeNull();
});

test('what was never asked is asked on pressing Refresh', async () => {
  const { fake, user } = await open('sitesEmpty', SITES, (fake) => {
    Object.assign(fake.world.sites, { following: 'not_asked', refreshed_at: null });
  });
  await screen.findByRole('heading', { name: 'Cloudflare was not asked yet.' });
  await user.click(screen.getAllByRole('button', { name: 'Refresh' })[1] as HTMLElement);
  await asked(fake, 'sites_refresh');
  await screen.findByRole('heading', { name: 'Reading what Cloudflare has about your sites' });
});

test.each([
  ['no_key', 'There is no Cloudflare API token.'],
  ['no_account', 'No Cloudflare account is chosen.'],
  ['not_permitted', 'The API token may not read reports about your sites.'],
] as const)('%s: the way to Connections is the main act', async (state, title) => {
  const { user } = await open('sitesEmpty', SITES, following(state));
  await screen.findByRole('heading', { name: title });
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: 'Open Connections' }));
  expect(router.place).toEqual({ at: 'settings', section: 'connections' });
});

test('a token that may not read names the permission above the rows that we had', async () => {
  await open('sitesFailed', SITES);
  expect(await screen.findByText(/“Trust and Safety Read”/)).toBeTruthy();
  expect(screen.getByText('Authentication error')).toBeTruthy();
  expect(await rows()).toHaveLength(10);
  await expectAccessible();
});

test('news is read again, once for many', async () => {
  const { fake } = await open('sites', SITES);
  await rows();
  await asked(fake, 'sites_blocks', 2);
  const before = fake.calls.filter(isList).length;
  for (let n = 0; n < 5; n++) fake.tell({ kind: 'sites_changed' });
  await waitFor(() => expect(fake.calls.filter(isList).length).toBe(before + 1));
});
const isList = (one: FakeBackend['calls'][number]) =>
  one.name === 'sites_blocks' && (one.args as { request: { status: string | null } }).request.status === null;

test('a refresh that waits says until when', async () => {
  await open('sitesSyncing', SITES, (fake) => {
    fake.world.sites.waits_until = new Date(Date.now() + 300_000).toISOString();
  });
  expect(await screen.findByText(/· waiting until \d\d:\d\d, since Cloudflare asks us to slow down$/)).toBeTruthy();
});

test('a stop that is on its way can’t be pressed again', async () => {
  const { fake, user } = await open('sitesSyncing', SITES, (fake) => {
    if (fake.world.sites.sync) fake.world.sites.sync.stopping = true;
  });
  await user.click(await screen.findByRole('button', { name: 'Stopping…' }));
  expect(fake.count('sites_stop')).toBe(0);
});

test('where Cloudflare was asked too often, the note says until when we wait', async () => {
  await open('sites', SITES, (fake) => {
    Object.assign(fake.world.sites, {
      following: 'slow_down',
      waits_until: new Date(Date.now() + 60_000).toISOString(),
    });
  });
  expect(await screen.findByText(/We can ask again at \d\d:\d\d\.$/)).toBeTruthy();
});

test('progress asks for how it stands, and not for the rows', async () => {
  const { fake } = await open('sitesSyncing', SITES);
  await rows();
  await asked(fake, 'sites_blocks', 2);
  const before = fake.count('sites_blocks');
  for (let n = 0; n < 5; n++) fake.tell({ kind: 'sites_sync' });
  await asked(fake, 'sites_state', 6);
  expect(fake.count('sites_blocks')).toBe(before);
});
