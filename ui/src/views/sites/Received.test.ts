import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { router } from '../../state/router.svelte';
import { expectAccessible, lastArgs, open } from '../../testing/window';

const REPORTS = { at: 'sites', view: 'reports' } as const;
const rowOf = async (domain: RegExp) => {
  const link = await screen.findByRole('link', { name: domain });
  return within(link.closest('tr') as HTMLElement);
};

test('the reports about us are one press away, with their number', async () => {
  const { user } = await open('sites', { at: 'sites' });
  const chip = await screen.findByRole('button', { name: 'Reports about us 6' });
  await user.click(chip);
  expect(chip.getAttribute('aria-pressed')).toBe('true');
  expect(document.activeElement).toBe(chip);
  await screen.findByRole('table');
  expect(await screen.findAllByRole('rowheader')).toHaveLength(6);
  expect(screen.getByText('1–6 of 6')).toBeTruthy();
  await expectAccessible();
});

test('a row says domain, category, how far it is, and how its blocks stand', async () => {
  await open('sites', REPORTS);
  const row = await rowOf(/^shop\.acme\.example$/);
  expect(row.getAllByText('Phishing or malware').length).toBeGreaterThan(0);
  expect(row.getByText('Accepted')).toBeTruthy();
  expect(row.getByText('2 in force')).toBeTruthy();
  expect(row.getByText('12 addresses, 1 accepted')).toBeTruthy();
  const other = await rowOf(/^acme\.example$/);
  expect(other.getByText('1 about to start')).toBeTruthy();
  expect(other.getByText('2 others')).toBeTruthy();
});

test('words that we don’t know are shown as they came', async () => {
  await open('sites', REPORTS);
  const row = await rowOf(/^acme\.example$/);
  expect(row.getByText('triaged')).toBeTruthy();
  expect(row.getAllByText('NETWORK').length).toBeGreaterThan(0);
});

test('category, status, domain, dates and the state of a block narrow the list', async () => {
  const { fake, user } = await open('sites', REPORTS);
  await screen.findByText('1–6 of 6');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Category' }), 'Copied work (DMCA)');
  await screen.findByText('1–1 of 1');
  await user.click(screen.getByRole('button', { name: 'More filters' }));
  await user.click(screen.getByRole('button', { name: 'Clear filters' }));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Has a block that is' }), 'In force');
  await screen.findByText('1–3 of 3');
  await user.type(screen.getByLabelText('Domain, exactly'), 'shop.acme.example');
  await screen.findByText('1–1 of 1');
  await user.type(screen.getByLabelText('Received from'), '2026-11-20');
  const { request } = await waitFor(() => {
    const args = lastArgs(fake, 'sites_reports') as { request: { received_from: string | null } };
    expect(args.request.received_from).not.toBeNull();
    return args;
  });
  expect(request).toMatchObject({ domain: 'shop.acme.example', block_status: 'active', raw_type: null });
  expect(screen.getByRole('button', { name: 'More filters (3)' })).toBeTruthy();
  await expectAccessible();
});

test('newest first; a column sorts, once more the other way round', async () => {
  const { fake, user } = await open('sites', REPORTS);
  const received = await screen.findByRole('columnheader', { name: 'Received' });
  expect(received.getAttribute('aria-sort')).toBe('descending');
  const domain = screen.getByRole('columnheader', { name: 'Domain' });
  await user.click(within(domain).getByRole('button'));
  await user.click(within(domain).getByRole('button'));
  expect(lastArgs(fake, 'sites_reports')).toMatchObject({ request: { sort: 'domain', order: 'descending' } });
  expect(domain.getAttribute('aria-sort')).toBe('descending');
  expect(received.getAttribute('aria-sort')).toBeNull();
});

test('a row opens its report, and coming back finds the reports', async () => {
  const { fake, user } = await open('sites', REPORTS);
  await user.click(await screen.findByRole('link', { name: /^img\.acme\.example$/ }));
  const id = [...fake.world.sites.reports.values()].find((one) => one.row.dmca)?.row.id;
  expect(router.place).toEqual({ at: 'sites_report', id });
  router.back();
  expect(await screen.findByRole('button', { name: 'Reports about us 6' })).toHaveProperty('ariaPressed', 'true');
});

test('nothing that fits, and nothing at all', async () => {
  const { user } = await open('sites', REPORTS);
  await user.type(await screen.findByRole('searchbox'), 'zzz');
  await screen.findByRole('heading', { name: 'No reports match “zzz”' });
  await user.click(screen.getByRole('button', { name: 'Show all reports' }));
  await screen.findByText('1–6 of 6');
});

test('nobody reported us: good news', async () => {
  await open('sitesEmpty', REPORTS);
  await screen.findByRole('heading', { name: 'Nobody reported your sites' });
  await expectAccessible();
});
