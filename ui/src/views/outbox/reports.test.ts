// Reports to Cloudflare in the Outbox: whose words are said, what waits for the account, and what goes back together.

import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { SubmissionView } from '../../backend';
import type { FakeBackend } from '../../backend/fake';
import { submission } from '../../backend/fake/make';
import { minutesAgo } from '../../backend/fake/world';
import { router } from '../../state/router.svelte';
import { asked, expectAccessible, open } from '../../testing/window';

const OUTBOX = { at: 'outbox' } as const;
const report = { service: 'cloudflare', report_kind: 'phishing', files: 0, bytes_total: 640 } as const;

/** An Outbox that holds these alone. */
const only =
  (...all: Partial<SubmissionView>[]) =>
  (fake: FakeBackend) => {
    fake.world.submissions.clear();
    for (const more of all) {
      const one = submission(fake.world, 'acme-wallet.example', { ...report, ...more });
      fake.world.submissions.set(one.id, one);
    }
  };

test('a report to Cloudflare says its category and how many addresses it has', async () => {
  await open('empty', OUTBOX, only({ due_in_ms: 8000, can_undo: true, addresses: 3 }));
  expect(await screen.findByText('Cloudflare, phishing, 3 addresses')).toBeTruthy();
});

test('an account that is not open for reports: why, three ways on, and not a word against the token', async () => {
  const { fake, user } = await open('notEntitled', OUTBOX);
  const note = (await screen.findByText(/^Cloudflare won’t take reports from this account yet/)).closest('.note');
  if (!(note instanceof HTMLElement)) throw new Error('no note');
  expect(note.textContent).toContain('not of your API token');
  await expectAccessible();
  await user.click(within(note).getByRole('button', { name: 'Copy a message to send them' }));
  await waitFor(() => expect(fake.world.clipboard).toContain('Abuse Report API'));
  expect(fake.world.clipboard).toContain('Acme Brand Protection');
  expect(fake.world.clipboard).toContain('0123456789abcdef0123456789abcdef');
  await user.click(within(note).getByRole('button', { name: 'Test connection' }));
  await asked(fake, 'connection_test');
  await user.click(within(note).getByRole('button', { name: 'Try again' }));
  await asked(fake, 'outbox_send_now');
});

test('what queues behind it waits as well, and can be taken back', async () => {
  await open('notEntitled', OUTBOX);
  expect(await screen.findByText('Waits, as said above')).toBeTruthy();
  expect(screen.getByRole('button', { name: /^Undo\s*acme-pay/ })).toBeTruthy();
});

test('a token that may not send names the permission and leads to Connections', async () => {
  const { user } = await open('empty', OUTBOX, only({ state: 'deferred', reason: 'not_permitted' }));
  expect((await screen.findByText(/“Trust and Safety Write”/)).textContent).toContain('the account may not be open');
  await user.click(screen.getAllByRole('button', { name: /^Fix API token/ })[0] as HTMLElement);
  expect(router.place).toEqual({ at: 'settings', section: 'connections' });
});

test('a missing account is chosen in Connections', async () => {
  const { user } = await open('empty', OUTBOX, only({ state: 'deferred', reason: 'account_missing' }));
  expect(await screen.findByText('No account is chosen')).toBeTruthy();
  await user.click(screen.getAllByRole('button', { name: /^Choose account/ })[0] as HTMLElement);
  expect(router.place).toEqual({ at: 'settings', section: 'connections' });
});

test('while one service waits, what goes to the other counts on', async () => {
  const waits = { state: 'deferred', reason: 'key_refused' } as const;
  const other = { service: 'phishfort', report_kind: null, due_in_ms: 8000, can_undo: true } as const;
  await open('empty', OUTBOX, only(waits, other));
  expect(await screen.findByText(/^Cloudflare refused the API token\./)).toBeTruthy();
  expect(screen.getByText('Sending in 8 s')).toBeTruthy();
});

test('editing takes back what goes back together, says so, and opens the form', async () => {
  const same = { draft_id: 'draft-7', case_id: 'case-7', can_undo: true } as const;
  const waits = { ...same, state: 'deferred', reason: 'unreachable', due_in_ms: 60_000 } as const;
  const { fake, user } = await open(
    'empty',
    OUTBOX,
    only(waits, { ...waits, service: 'phishfort', report_kind: null }),
  );
  await user.click((await screen.findAllByRole('button', { name: /^Edit/ }))[0] as HTMLElement);
  await waitFor(() => expect(router.place).toEqual({ at: 'report', draft_id: 'draft-7' }));
  expect(fake.count('outbox_undo')).toBe(1);
  expect(await screen.findByText('Nothing was sent. Both reports are back in front of you.')).toBeTruthy();
});

test('not knowing names the right service, in every line, choice and letter', async () => {
  const lost = { state: 'needs_person', reason: 'not_found_there', sent_at: minutesAgo(40) } as const;
  const looks = [{ at: minutesAgo(30), result: 'absent' as const }];
  const { fake, user } = await open('empty', OUTBOX, only({ ...lost, looks }));
  const box = await screen.findByRole('region', { name: 'We don’t know yet if Cloudflare got this' });
  expect(box.textContent).not.toContain('PhishFort');
  await user.click(within(box).getByRole('button', { name: /^Copy a question to Cloudflare/ }));
  expect(fake.world.clipboard).toContain('it is the last line of the comments.');
  expect(fake.world.clipboard).not.toContain('file');
  await user.click(within(box).getByRole('button', { name: /^Send again…/ }));
  expect(screen.getByRole('dialog').textContent).not.toContain('PhishFort');
});

test('what goes back together says so before and after', async () => {
  const same = { draft_id: 'draft-7', case_id: 'case-7', due_in_ms: 60_000, can_undo: true };
  const both = only({ ...same, service: 'phishfort', report_kind: null }, same);
  const { fake, user } = await open('empty', OUTBOX, both);
  expect(await screen.findAllByText('Goes out with 1 other')).toHaveLength(2);
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: /^Undo both\s*acme-wallet.*Cloudflare$/ }));
  await waitFor(() => expect(router.place).toEqual({ at: 'check', draft_id: 'draft-7' }));
  expect(fake.count('outbox_undo')).toBe(1);
  expect(await screen.findByText('Nothing was sent. Both reports are back in front of you.')).toBeTruthy();
});
