import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { ReceivedReportView } from '../../backend';
import type { FakeBackend } from '../../backend/fake';
import { router } from '../../state/router.svelte';
import { asked, expectAccessible, heading, lastArgs, open } from '../../testing/window';

/** Opens the report about this domain. */
async function openReport(domain: string, arrange?: (one: ReceivedReportView, fake: FakeBackend) => void) {
  let id = '';
  const opened = await open('sites', null, (fake) => {
    const one = [...fake.world.sites.reports.values()].find((report) => report.row.domain.exact.includes(domain));
    if (!one) throw new Error(`no report about ${domain}`);
    arrange?.(one, fake);
    id = one.row.id;
  });
  router.go({ at: 'sites_report', id });
  return { ...opened, id };
}

test('filled: domain, category, what was reported, its blocks, and what Cloudflare wrote', async () => {
  const { id } = await openReport('shop.acme');
  const title = await heading('shop.acme.example');
  await waitFor(() => expect(document.activeElement).toBe(title));
  expect(screen.getByText(`Number ${id}`)).toBeTruthy();
  expect(screen.getByText('Phishing or malware')).toBeTruthy();
  expect(await screen.findByRole('link', { name: 'shop.acme.example/sale' })).toBeTruthy();
  expect(screen.getByText(/Trust & Safety/)).toBeTruthy();
  expect(screen.queryByRole('heading', { name: 'Answer the whole report' })).toBeNull();
  await expectAccessible();
});

test('all its blocks for which that can be done are asked about at once', async () => {
  const { user } = await openReport('shop.acme');
  await user.click(await screen.findByRole('button', { name: 'Ask for a review of 2 blocks…' }));
  expect(await screen.findByRole('dialog', { name: 'Ask Cloudflare to review these 2 blocks' })).toBeTruthy();
});

test('a DMCA report has its two answers, with what Cloudflare said of them', async () => {
  const { fake, user, id } = await openReport('img.acme');
  const panel = within(await screen.findByRole('region', { name: 'Answer the whole report' }));
  expect(panel.getByText(/takes up to 2 answers to a report\. None was given so far\./)).toBeTruthy();
  await expectAccessible();
  await user.click(panel.getByRole('button', { name: 'We removed the content…' }));
  await asked(fake, 'appeal_begin_report');
  expect(lastArgs(fake, 'appeal_begin_report')).toEqual({ report_id: id, form: 'content_removed' });
});

test('where it can’t be answered as a whole, the reason stands there instead', async () => {
  await openReport('img.acme', (one) => {
    if (one.eligibility) one.eligibility = { ...one.eligibility, appealable: false, has_open_appeal: true };
  });
  expect(await screen.findByText(/has an open answer to this report already/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'File a counter-notice…' })).toBeNull();
});

test('an answer to the whole stands on its timeline', async () => {
  const { fake, user } = await openReport('img.acme');
  await user.click(await screen.findByRole('button', { name: 'We removed the content…' }));
  const all = within(await screen.findByRole('dialog'));
  await user.click(await all.findByRole('button', { name: 'Say that it is gone' }));
  await asked(fake, 'appeal_send');
  expect(await screen.findByText('Waits in the Outbox')).toBeTruthy();
  expect(screen.getByText('You answered the report')).toBeTruthy();
});

test('Cloudflare can’t be asked: what we had stays, and why is said', async () => {
  await openReport('shop.acme', (_one, fake) => void (fake.world.sites.following = 'not_permitted'));
  await heading('shop.acme.example');
  expect(screen.getByText(/“Trust and Safety Read”/)).toBeTruthy();
  await expectAccessible();
});

test('its blocks can’t be read: the rest stands', async () => {
  const { fake, user } = await openReport('shop.acme', (_one, host) => {
    host.world.failing.set('sites_blocks', 'storage_failed');
  });
  expect(await screen.findByText(/Its blocks can’t be read\./)).toBeTruthy();
  fake.world.failing.clear();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('link', { name: 'shop.acme.example/sale' })).toBeTruthy();
});

test('a report that is not kept says so', async () => {
  await open('sites');
  router.go({ at: 'sites_report', id: 'none' });
  expect((await screen.findByRole('alert')).textContent).toContain('Nothing of it is kept for this account.');
});

test('loading is said once it takes its time', async () => {
  await openReport('shop.acme', (_one, fake) => void fake.world.hanging.add('sites_report'));
  await waitFor(() => expect(screen.getByText('Loading the report')).toBeTruthy());
  await expectAccessible();
});
