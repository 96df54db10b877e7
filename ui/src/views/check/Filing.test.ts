import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { DraftFields } from '../../backend';
import { router } from '../../state/router.svelte';
import { asked, expectAccessible, heading, lastArgs, open, type Opened } from '../../testing/window';
import { draftWith } from '../report/testing/drafts';
import { withProfile } from '../report/testing/filing';

const both: Partial<DraftFields> = {
  target: 'https://acme-fresh.example/login',
  note: 'Asks for card details and a phone code.',
  to_cloudflare: true,
};

async function checking(fields: Partial<DraftFields> = both, files = 1, undo_seconds = 10): Promise<Opened> {
  let id = '';
  const opened = await open('empty', null, async (fake) => {
    withProfile(fake);
    fake.world.preferences.undo_seconds = undo_seconds;
    id = (await draftWith(fields, files)).id;
  });
  router.go({ at: 'check', draft_id: id });
  await heading('Check and send');
  await screen.findByRole('button', { name: /^Send/ });
  return opened;
}
const panel = (name: string) => within(screen.getByRole('heading', { name }).closest('section')!);
const send = () => screen.getByRole('button', { name: /^Send (report|\d+ reports)/ });

test('both requests stand side by side, and each can be read word for word', async () => {
  const { user } = await checking();
  expect(panel('What PhishFort gets').getByText('A takedown of 1 web address')).toBeTruthy();
  expect(panel('What Cloudflare gets').getByText('A report of phishing or malware')).toBeTruthy();
  expect(
    panel('What Cloudflare gets').getByText('No files. login-page.png stays with PhishFort and in the case'),
  ).toBeTruthy();
  await user.click(panel('What Cloudflare gets').getByRole('button', { name: 'See it word for word' }));
  const dialog = await screen.findByRole('dialog', { name: 'Word for word: Cloudflare, acme-fresh[.]example' });
  expect(dialog.textContent).toContain('abuse-reports/abuse_phishing');
  expect(within(dialog).getByText('Bearer ••••••••')).toBeTruthy();
  expect(within(dialog).getAllByText('Asks for card details and a phone code.').length).toBeGreaterThan(0);
  await user.click(within(dialog).getByRole('button', { name: 'Close' }));
  await expectAccessible();
});

test('files that stay are named only where there are any to stay, and PhishFort only where it is told', async () => {
  const { user } = await checking();
  const to = within(screen.getByRole('group', { name: 'Send to' }));
  await user.click(to.getByRole('checkbox', { name: 'PhishFort' }));
  expect(await panel('What Cloudflare gets').findByText('No files. login-page.png stays in the case')).toBeTruthy();
});

test('a report of a kind without files names none', async () => {
  await checking({ ...both, report_kind: 'ncsei' });
  expect(panel('What Cloudflare gets').getByText('No files')).toBeTruthy();
});

test('addresses on two sites become two reports, each named and shown, and the button counts all that leave', async () => {
  const { fake, user } = await checking({ ...both, more_addresses: 'https://bad.example/a\nhttps://bad.example/b' });
  const gets = panel('What Cloudflare gets');
  expect(gets.getByText('2 reports of phishing or malware, one a site')).toBeTruthy();
  expect(gets.getByText('bad[.]example')).toBeTruthy();
  expect(gets.getByText('2 addresses')).toBeTruthy();
  await user.click(gets.getByRole('button', { name: 'Word for word: the report about bad[.]example' }));
  const dialog = await screen.findByRole('dialog', { name: 'Word for word: Cloudflare, bad[.]example' });
  expect(within(dialog).getByText(/https:\/\/bad\.example\/a\s+https:\/\/bad\.example\/b/)).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Close' }));
  expect(send().textContent).toContain('Send 3 reports');
  await user.click(send());
  await waitFor(() => expect(fake.world.submissions.size).toBe(3));
});

test('who should hear it is ticked right here, and the page follows', async () => {
  const { fake, user } = await checking({ ...both, to_cloudflare: false });
  expect(screen.queryByRole('heading', { name: 'What Cloudflare gets' })).toBeNull();
  const to = within(screen.getByRole('group', { name: 'Send to' }));
  await user.click(to.getByRole('checkbox', { name: 'Cloudflare' }));
  expect(await screen.findByRole('heading', { name: 'What Cloudflare gets' })).toBeTruthy();
  await asked(fake, 'draft_check', 2);
  expect(lastArgs(fake, 'draft_save')).toMatchObject({ fields: { to_cloudflare: true, to_phishfort: true } });
  await waitFor(() => expect(send().textContent).toContain('Send 2 reports'));
  await user.click(to.getByRole('checkbox', { name: 'PhishFort' }));
  await waitFor(() => expect(screen.queryByRole('heading', { name: 'What PhishFort gets' })).toBeNull());
  await waitFor(() => expect(send().textContent).toContain('Send report'));
});

test('a problem of the Cloudflare report leads to its very field', async () => {
  const { user } = await checking({ ...both, report_kind: 'dmca' }, 0);
  await user.click(send());
  const summary = (await screen.findByRole('heading', { name: 'There is a problem' })).closest('[role=alert]');
  await user.click(within(summary as HTMLElement).getByRole('link', { name: 'Type your full name as the signature' }));
  expect(document.activeElement?.id).toBe('field-report-signature');
  await user.click(document.activeElement!);
  const signature = await screen.findByLabelText('Signature: type your full name');
  await waitFor(() => expect(document.activeElement).toBe(signature));
  expect(signature.getAttribute('aria-invalid')).toBe('true');
});

test('with many problems every link of the summary has one row to go to', async () => {
  const { user } = await checking({ ...both, report_kind: 'dmca', answers: { name: '', city: '' } }, 0);
  await user.click(send());
  const summary = (await screen.findByRole('heading', { name: 'There is a problem' })).closest('[role=alert]');
  for (const link of within(summary as HTMLElement).getAllByRole('link')) {
    await user.click(link);
    expect(document.activeElement?.id, link.textContent).toMatch(/^field-report-/);
  }
  const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  await expectAccessible();
});

test('what is not ready leads to its field before Send is pressed, too', async () => {
  const { user } = await checking({ ...both, report_kind: 'trademark', answers: { trademark_number: '' } }, 0);
  expect(screen.getByRole('heading', { name: 'Not ready yet' })).toBeTruthy();
  await user.click(screen.getByRole('link', { name: 'Enter the trademark’s registration number' }));
  const field = await screen.findByLabelText('Its registration number');
  await waitFor(() => expect(document.activeElement).toBe(field));
});

test('the folded sender is led to by its own line', async () => {
  const { user } = await checking();
  await user.click(screen.getByRole('button', { name: 'Change sender' }));
  const change = await screen.findByRole('button', { name: 'Change who sends it' });
  await waitFor(() => expect(document.activeElement).toBe(change));
});

test('a missing key for Cloudflare leads to Connections', async () => {
  let id = '';
  const { user } = await open('empty', null, async (fake) => {
    Object.assign(fake.world.connections.cloudflare, { health: 'no_key', key_tail: null });
    id = (await draftWith(both)).id;
  });
  router.go({ at: 'check', draft_id: id });
  expect(await screen.findByText(/^Save your Cloudflare API token/)).toBeTruthy();
  await user.click(screen.getByRole('link', { name: 'Open Connections' }));
  expect(router.place).toEqual({ at: 'settings', section: 'connections' });
});

test('with undo switched off it asks for all of them at once', async () => {
  const { fake, user } = await checking(both, 0, 0);
  await user.click(send());
  const dialog = await screen.findByRole('dialog', { name: 'Send these 2 reports now?' });
  await user.click(within(dialog).getByRole('button', { name: 'Send now' }));
  await waitFor(() => expect(fake.world.submissions.size).toBe(2));
});

test('a kind without files shows no evidence here either', async () => {
  const { fake, user } = await checking({ ...both, report_kind: 'children' }, 0);
  expect(screen.queryByRole('button', { name: 'Add…' })).toBeNull();
  expect(screen.getByText(/^No pictures here/)).toBeTruthy();
  await user.keyboard('{Control>}o{/Control}');
  expect(fake.count('evidence_pick')).toBe(0);
});
