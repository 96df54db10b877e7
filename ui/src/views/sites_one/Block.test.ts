import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { BlockView } from '../../backend';
import type { FakeBackend } from '../../backend/fake';
import { moveBlock } from '../../backend/fake/appeals';
import { event } from '../../backend/fake/make';
import { router } from '../../state/router.svelte';
import { asked, expectAccessible, heading, open } from '../../testing/window';

/** Opens the first block on an address that has this in it. */
async function openBlock(on: string, arrange?: (one: BlockView, fake: FakeBackend) => void) {
  let found: BlockView | undefined;
  const opened = await open('sites', null, (fake) => {
    found = fake.world.sites.blocks.find((one) => one.row.place.target?.exact.includes(on));
    if (found) arrange?.(found, fake);
  });
  if (!found) throw new Error(`no block on ${on}`);
  router.go({ at: 'sites_block', ...found.row.block });
  return { ...opened, one: found };
}

test('filled: the place as the heading, how it stands, the next step, and what was reported', async () => {
  const { user } = await openBlock('/sale');
  const title = await heading('shop.acme.example/sale');
  await waitFor(() => expect(document.activeElement).toBe(title));
  expect(screen.getByText('In force', { selector: '.st b' })).toBeTruthy();
  expect(screen.getByText('The block stays until Cloudflare has looked again.')).toBeTruthy();
  expect(screen.getByText(/copies a sign-in page/)).toBeTruthy();
  expect(screen.getByText('Reported by')).toBeTruthy();
  await user.click(screen.getByText('Their own words'));
  expect(screen.getByText('phishing_interstitial')).toBeTruthy();
  await expectAccessible();
});

test('its start is told in local time, with UTC on hover', async () => {
  const { one } = await openBlock('old.acme');
  const side = within(await screen.findByRole('complementary', { name: 'About this block' }));
  const time = side.getByText('Starts').nextElementSibling?.querySelector('time');
  expect(time?.getAttribute('datetime')).toBe(one.row.effective_at);
  expect(time?.title).toContain('UTC)');
});

test('asking opens the dialog, and afterwards the reason why it can’t be asked again stands there', async () => {
  const { user } = await openBlock('/sale');
  await user.click(await screen.findByRole('button', { name: 'Ask for a review…' }));
  const all = within(await screen.findByRole('dialog'));
  await user.click(await all.findByRole('radio', { name: /^This was wrongly/ }));
  await user.click(all.getByRole('button', { name: 'Ask for a review' }));
  expect(await screen.findByRole('heading', { name: 'Your request is on its way' })).toBeTruthy();
  expect(screen.getByText('Waits in the Outbox')).toBeTruthy();
  expect(screen.getByText('because it was wrongly classified')).toBeTruthy();
  await waitFor(() => expect(document.activeElement, 'the focus is not lost').not.toBe(document.body));
  await expectAccessible();
});

test.each([
  ['/v/31', 'It never started'],
  ['/promo', 'It is lifted'],
  ['/post/9', 'A review is open'],
  ['/forum', 'Cloudflare no longer shows it'],
])('where no review can be asked for (%s) the reason stands there', async (on, why) => {
  await openBlock(on);
  expect(await screen.findByRole('heading', { name: why })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Ask for a review…' })).toBeNull();
  await expectAccessible();
});

test('the timeline tells what happened, also that an answer left it out', async () => {
  await openBlock('/sale', (one) => {
    moveBlock(one, 'in_review');
    moveBlock(one, 'active', true);
    one.timeline = [
      event('block_gone', 0, { service: 'cloudflare' }),
      event('block_not_named', 0, { service: 'cloudflare' }),
      ...one.timeline,
    ];
  });
  await waitFor(() => expect(document.querySelectorAll('.tl li')).toHaveLength(5));
  expect([...document.querySelectorAll('.tl b')].map((one) => one.textContent)).toEqual([
    'Cloudflare no longer shows it',
    'Their answer did not name this block',
    'Kept after the review: in force',
    'The review is open',
    'In force',
  ]);
  expect(screen.getByRole('heading', { name: 'Kept after a review' })).toBeTruthy();
});

test('what we asked: note, proof and exactly what was sent', async () => {
  const { fake, user } = await openBlock('/sale');
  await user.click(await screen.findByRole('button', { name: 'Ask for a review…' }));
  const all = within(await screen.findByRole('dialog'));
  await user.click(await all.findByRole('radio', { name: /^We removed/ }));
  await user.type(all.getByRole('textbox', { name: /really gone/ }), 'Robin confirmed it');
  await user.click(all.getByRole('button', { name: 'Choose files…' }));
  await all.findByRole('button', { name: /^Remove\s*page/ });
  await user.click(all.getByRole('button', { name: 'Ask for a review' }));
  await asked(fake, 'appeal_send');
  expect(await screen.findByText('Robin confirmed it')).toBeTruthy();
  expect(screen.getByRole('button', { name: /^View\s*page-is-gone\.png$/ })).toBeTruthy();
  await user.click(screen.getByText('Exactly what will be sent'));
  expect(await screen.findByText(/"reason": "removed"/)).toBeTruthy();
});

test('the report behind it is one click away, and Esc leads back', async () => {
  const { user, one } = await openBlock('/sale');
  await user.click(await screen.findByRole('link', { name: /^Open the report/ }));
  expect(router.place).toEqual({ at: 'sites_report', id: one.row.block.report_id });
  await heading('shop.acme.example');
  await user.keyboard('{Escape}');
  expect(router.place.at).toBe('sites_block');
});

test('it is copied for the web team', async () => {
  const { fake, user } = await openBlock('/sale');
  await user.click(await screen.findByRole('button', { name: 'Copy for our web team' }));
  await waitFor(() => expect(fake.world.clipboard).toContain('shop.acme.example/sale'));
});

test('Cloudflare can’t be asked: what we had stays, and why is said', async () => {
  await openBlock('/sale', (_one, fake) => void (fake.world.sites.following = 'unreachable'));
  await heading('shop.acme.example/sale');
  expect(await screen.findByText('Cloudflare can’t be reached.')).toBeTruthy();
  await expectAccessible();
});

test('a block that is not kept says so', async () => {
  await open('sites');
  router.go({ at: 'sites_block', report_id: 'none', id: 'none' });
  expect((await screen.findByRole('alert')).textContent).toContain('Nothing of it is kept for this account.');
  await expectAccessible();
});

test('a failure leaves what was known, and Try again reads it', async () => {
  const { fake, user } = await openBlock('/sale');
  await heading('shop.acme.example/sale');
  fake.world.failing.set('sites_report', 'storage_failed');
  await user.click(screen.getByRole('button', { name: 'Refresh' }));
  await screen.findByRole('alert');
  expect(screen.getByRole('heading', { level: 1, name: 'shop.acme.example/sale' })).toBeTruthy();
  fake.world.failing.clear();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});

test('loading is said once it takes its time', async () => {
  await openBlock('/sale', (_one, fake) => void fake.world.hanging.add('sites_block'));
  await waitFor(() => expect(screen.getByText('Loading the block')).toBeTruthy());
  await expectAccessible();
});
