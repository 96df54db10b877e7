import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { EligibilityView } from '../../backend';
import type { FakeBackend } from '../../backend/fake';
import { asked, expectAccessible, lastArgs } from '../../testing/window';
import { answer, dialog, dmcaOf } from './testing/dialog';

function eligible(fake: FakeBackend, change: Partial<EligibilityView>): void {
  const report = fake.world.sites.reports.get(dmcaOf(fake));
  if (report?.eligibility) report.eligibility = { ...report.eligibility, ...change };
}

test('“we removed the content” is a statement about the whole report, and is sent as such', async () => {
  const { fake, user, id } = await answer('content_removed');
  const all = await dialog();
  expect(all.getByText(/statement about the whole report/)).toBeTruthy();
  await expectAccessible();
  await user.click(all.getByRole('button', { name: 'Say that it is gone' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const [sent] = [...fake.world.submissions.values()];
  expect(sent?.appeal).toEqual({ form: 'content_removed', report_id: id, blocks: [] });
  expect(screen.getByText(/^\s*Saying that the content is gone/)).toBeTruthy();
});

test.each([
  [{ appealable: false, has_open_appeal: true }, /has an open answer to this report already/],
  [{ appealable: false, appeal_count: 2, max_appeals: 2 }, /All 2 answers that Cloudflare takes were given/],
  [{ appealable: false, max_appeals: null, appeal_count: null }, /can’t be answered as a whole/],
])('not eligible (%o): why is said, and there is nothing to send', async (change, why) => {
  await answer('counter_notice', (fake) => eligible(fake, change));
  const all = await dialog();
  expect(all.getByText(why)).toBeTruthy();
  expect(all.queryByRole('textbox')).toBeNull();
  expect(all.getByRole('button', { name: 'Close' })).toBeTruthy();
  await expectAccessible();
});

test('where Cloudflare can’t be asked, that is said, and it can be tried all the same', async () => {
  await answer('content_removed', (fake) => void (fake.world.sites.following = 'unreachable'));
  const all = await dialog();
  expect(all.getByText(/did not say whether this report can be answered/)).toBeTruthy();
  expect(all.getByRole('button', { name: 'Say that it is gone' })).toBeTruthy();
});

test('a counter-notice: filled in beforehand, but never ticked or signed', async () => {
  const { user } = await answer('counter_notice');
  const all = await dialog();
  expect((all.getByRole('textbox', { name: 'Full name' }) as HTMLInputElement).value).toBe('Jo Example');
  expect(all.getByText(/This is a legal statement\. It may be passed on/).textContent).toContain('lawyer');
  await expectAccessible();
  await user.click(all.getByRole('button', { name: 'Go on' }));
  const summary = await all.findByRole('alert');
  await waitFor(() => expect(document.activeElement).toBe(summary));
  expect(within(summary).getByRole('link', { name: 'Enter your city' })).toBeTruthy();
  expect(within(summary).queryByRole('link', { name: /perjury|signature/ })).toBeNull();
});

test('a counter-notice by keyboard alone', async () => {
  const { fake, user, id } = await answer('counter_notice');
  const all = await dialog();
  const name = all.getByRole('textbox', { name: 'Full name' });
  await waitFor(() => expect(document.activeElement).toBe(name));
  for (const text of [
    '',
    'Acme Ltd',
    '1 High Street',
    'London',
    'Greater London',
    'N1 1AA',
    'GB',
    '+44 20 7946 0000',
  ]) {
    if (text !== '') await user.keyboard(text);
    await user.tab();
  }
  await user.keyboard('{Enter}');
  const perjury = await all.findByRole('checkbox', { name: /under penalty of perjury/ });
  const court = all.getByRole('checkbox', { name: /jurisdiction/ });
  expect([perjury, court].map((one) => (one as HTMLInputElement).checked)).toEqual([false, false]);
  await expectAccessible();
  const reach = async (control: HTMLElement) => {
    for (let step = 0; step < 20 && document.activeElement !== control; step++) await user.tab();
    expect(document.activeElement).toBe(control);
  };
  await reach(perjury);
  await user.keyboard(' ');
  await reach(court);
  await user.keyboard(' ');
  await reach(all.getByRole('textbox', { name: 'Signature' }));
  await user.keyboard('Jo Example{Enter}');
  await asked(fake, 'appeal_send');
  const [sent] = [...fake.world.submissions.values()];
  expect(sent?.appeal).toEqual({ form: 'counter_notice', report_id: id, blocks: [] });
  const [draft] = [...fake.world.appeals.drafts.values()];
  expect(draft?.fields.notice).toMatchObject({
    company: 'Acme Ltd',
    phone_number: '+44 20 7946 0000',
    perjury_attestation: true,
    jurisdiction_consent: true,
    signature: 'Jo Example',
  });
  expect(await screen.findByText(/Filing the counter-notice about/)).toBeTruthy();
});

test('without ticks and signature nothing is sent, and Back keeps what was typed', async () => {
  const { fake, user } = await answer('counter_notice', (one) => {
    one.world.preferences = { ...one.world.preferences };
  });
  const all = await dialog();
  for (const [field, text] of [
    ['Street and number', '1 High Street'],
    ['City', 'London'],
    ['State or region', 'Greater London'],
    ['Postal code', 'N1 1AA'],
    ['Country', 'GB'],
    ['Phone number', '+44 20 7946 0000'],
  ] as const) {
    await user.type(all.getByRole('textbox', { name: field }), text);
  }
  await user.click(all.getByRole('button', { name: 'Go on' }));
  await user.click(await all.findByRole('button', { name: 'File the counter-notice' }));
  const summary = await all.findByRole('alert');
  expect(within(summary).getAllByRole('link')).toHaveLength(3);
  await expectAccessible();
  expect(fake.count('appeal_send')).toBe(0);
  await user.click(all.getByRole('button', { name: 'Back' }));
  expect((await all.findByRole('textbox', { name: 'City' })) as HTMLInputElement).toHaveProperty('value', 'London');
  expect(lastArgs(fake, 'appeal_begin_report')).toMatchObject({ form: 'counter_notice' });
});
