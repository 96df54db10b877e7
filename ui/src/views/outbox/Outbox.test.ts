import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { SubmissionView } from '../../backend';
import type { FakeBackend } from '../../backend/fake';
import { submission } from '../../backend/fake/make';
import { minutesAgo } from '../../backend/fake/world';
import { router } from '../../state/router.svelte';
import { expectAccessible, heading, lastArgs, open } from '../../testing/window';

/** An Outbox that holds this alone. */
const only = (more: Partial<SubmissionView>) => (fake: FakeBackend) => {
  const one = submission(fake.world, 'acme-wallet.example', more);
  fake.world.submissions.clear();
  fake.world.submissions.set(one.id, one);
};
const panel = () => screen.findByRole('region', { name: 'We don’t know yet if PhishFort got this' });

test('loading is said once it takes its time', async () => {
  await open('busy', { at: 'outbox' }, (fake) => void fake.world.hanging.add('outbox_list'));
  await waitFor(() => expect(screen.getByText('Loading the Outbox')).toBeTruthy());
  await expectAccessible();
});

test('empty: everything was sent', async () => {
  const { user } = await open('empty', { at: 'outbox' });
  await screen.findByRole('heading', { name: 'The Outbox is empty' });
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: 'Go to Cases' }));
  await heading('Cases');
});

test('failed: said, and tried again', async () => {
  const { fake, user } = await open('failing', { at: 'outbox' });
  expect((await screen.findByRole('alert')).textContent).toContain('The Outbox can’t be read.');
  fake.world.failing.clear();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await panel()).toBeTruthy();
});

test('filled: what we don’t know first, then what is on its way, then what was not sent', async () => {
  await open('busy', { at: 'outbox' });
  await panel();
  const names = screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent);
  expect(names).toEqual(['We don’t know yet if PhishFort got this', 'On its way', 'Not sent']);
  await expectAccessible();
});

test('offline: what is here waits, and that is said', async () => {
  await open('offline', { at: 'outbox' });
  expect(await screen.findByText(/reports wait in the Outbox/)).toBeTruthy();
  expect(await screen.findByText('On its way')).toBeTruthy();
});

test('while looks go on, the advice is to wait', async () => {
  const next = minutesAgo(-5);
  await open('busy', { at: 'outbox' }, only({ state: 'unsure', reason: 'no_answer', next_look_at: next }));
  const box = await panel();
  expect(within(box).getByText('Best: wait.')).toBeTruthy();
  expect(box.textContent).toMatch(/We look again at \d\d:\d\d\. Nothing is lost, and we won’t send it twice\./);
});

test('after the looks, the advice is to ask, and the question is ready to paste', async () => {
  const { fake, user } = await open('busy', { at: 'outbox' });
  const box = await panel();
  expect(within(box).getByText('We looked at PhishFort 4 times and did not find it')).toBeTruthy();
  const choices = within(box).getAllByRole('button');
  expect(choices[0]?.textContent).toContain('Copy a question to PhishFort');
  expect(choices.at(-1)?.textContent).toContain('Send again…');
  await user.click(choices[0] as HTMLElement);
  expect(fake.world.clipboard).toContain('TD-7K3M9Q2XAB');
  expect(fake.world.clipboard).toContain('acme-wallet[.]example');
});

test('looking again asks the service and sends nothing', async () => {
  const { fake, user } = await open('busy', { at: 'outbox' });
  await user.click(within(await panel()).getByRole('button', { name: /^Look again/ }));
  await screen.findByText('We looked at PhishFort 5 times and did not find it');
  expect(fake.count('outbox_send_again')).toBe(0);
});

test('it’s there: the number is asked for, and is needed', async () => {
  const { fake, user } = await open('busy', { at: 'outbox' });
  await user.click(within(await panel()).getByRole('button', { name: /^It’s there/ }));
  await user.click(screen.getByRole('button', { name: 'That is it' }));
  const field = screen.getByRole('textbox', { name: 'PhishFort’s number of the report' });
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText('Enter the number that PhishFort shows')).toBeTruthy();
  await expectAccessible();
  await user.type(field, ' PF-51000 {Enter}');
  expect(lastArgs(fake, 'outbox_found')).toMatchObject({ number: 'PF-51000' });
  await waitFor(() => expect(screen.queryByText('We don’t know yet if PhishFort got this')).toBeNull());
});

test('sending again says that it may create a second report, and Cancel sends nothing', async () => {
  const { fake, user } = await open('busy', { at: 'outbox' });
  await user.click(within(await panel()).getByRole('button', { name: /^Send again…/ }));
  const dialog = screen.getByRole('dialog', { name: 'Send it again?' });
  expect(dialog.textContent).toContain('may create a second report');
  await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  expect(fake.count('outbox_send_again')).toBe(0);
  await user.click(within(await panel()).getByRole('button', { name: /^Send again…/ }));
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Send again' }));
  expect(fake.count('outbox_send_again')).toBe(1);
});

test('candidates are listed, and one of them can be the one', async () => {
  const candidates = [
    { number: 'PF-70001', at: minutesAgo(30), reported_by: 'jo@acme.example', status: 'case_building' },
  ];
  const { fake, user } = await open(
    'busy',
    { at: 'outbox' },
    only({ state: 'needs_person', reason: 'perhaps_found', candidates, sent_at: minutesAgo(40) }),
  );
  expect(within(await panel()).getByText(/^Best: compare/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^That is it\s*PF-70001/ }));
  expect(lastArgs(fake, 'outbox_found')).toMatchObject({ number: 'PF-70001' });
});

test('an address that PhishFort has already says that ours was not sent', async () => {
  const candidates = [{ number: 'PF-70001', at: null, reported_by: null, status: null }];
  const already = only({ state: 'needs_person', reason: 'already_there', candidates });
  const { fake, user } = await open('busy', { at: 'outbox' }, already);
  const box = await screen.findByRole('region', { name: 'PhishFort has this address already' });
  expect(box.textContent).toContain('ours was not sent');
  expect(box.textContent).not.toContain('It may still have arrived');
  expect(within(box).queryByRole('button', { name: /That is it|It’s there/ })).toBeNull();
  await user.click(within(box).getByRole('button', { name: /^Copy number\s*PF-70001/ }));
  expect(fake.world.clipboard).toBe('PF-70001');
  await user.click(within(box).getByRole('button', { name: /^Send anyway…/ }));
  const dialog = screen.getByRole('dialog', { name: 'Send it anyway?' });
  expect(dialog.textContent).toContain('has a report of this address already and will get a second one');
  expect(dialog.textContent).not.toContain('may have arrived');
});

test('inside the undo time a report can be taken back or sent at once', async () => {
  const { fake, user } = await open(
    'busy',
    { at: 'outbox' },
    only({ state: 'queued', due_in_ms: 8000, due_at: minutesAgo(-0.1), can_undo: true }),
  );
  expect(await screen.findByText('Sending in 8 s')).toBeTruthy();
  expect(screen.getByRole('button', { name: /^Send now/ })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^Undo/ }));
  expect(fake.count('outbox_undo')).toBe(1);
  await waitFor(() => expect(router.place.at).toBe('check'));
});

test('once bytes leave there is progress, and no Undo', async () => {
  const { fake } = await open(
    'busy',
    { at: 'outbox' },
    only({ state: 'sending', bytes_total: 4_194_304, bytes_handed: 1_048_576, files: 3 }),
  );
  expect(await screen.findByText('3 files, 1 of 4 MB')).toBeTruthy();
  expect(screen.getByText('Can’t be stopped now')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
  const submission_id = [...fake.world.submissions.keys()][0] ?? '';
  fake.tell({ kind: 'upload', submission_id, bytes_handed: 3_145_728, bytes_total: 4_194_304 });
  expect(await screen.findByText('3 files, 3 of 4 MB')).toBeTruthy();
  expect(screen.getByRole('progressbar', { name: 'Upload' })).toBeTruthy();
});

test('what goes out later says when, and can be tried now', async () => {
  const { fake, user } = await open(
    'busy',
    { at: 'outbox' },
    only({ state: 'deferred', reason: 'unreachable', due_at: minutesAgo(-7), due_in_ms: 420_000, can_undo: true }),
  );
  expect(await screen.findByText(/^Next try at \d\d:\d\d$/)).toBeTruthy();
  expect(screen.getByText('PhishFort can’t be reached')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^Try now/ }));
  expect(fake.count('outbox_send_now')).toBe(1);
});

test('a refused key leads to Connections', async () => {
  const { user } = await open('busy', { at: 'outbox' }, only({ state: 'deferred', reason: 'key_refused' }));
  expect(await screen.findByText('The key was refused')).toBeTruthy();
  expect(screen.getByText(/^PhishFort refused the key\./)).toBeTruthy();
  await user.click(screen.getAllByRole('button', { name: /^Fix key/ })[0] as HTMLElement);
  expect(router.place).toEqual({ at: 'settings', section: 'connections' });
});

test('what was held back when the app closed goes only by the person’s Send', async () => {
  const { fake, user } = await open('busy', { at: 'outbox' }, only({ state: 'held', reason: 'app_closed' }));
  expect(await screen.findByText('The app closed first')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^Send now/ }));
  expect(fake.count('outbox_send_now')).toBe(1);
});

test('a refusal has the service’s own words behind Details, and is mended by editing', async () => {
  const refused = { state: 'rejected', reason: 'refused', said: 'url: must be a valid URL' } as const;
  const { fake, user } = await open('busy', { at: 'outbox' }, only(refused));
  expect(await screen.findByText('PhishFort refused it')).toBeTruthy();
  expect(screen.getByText('url: must be a valid URL').closest('details')?.open).toBe(false);
  const case_id = [...fake.world.submissions.values()][0]?.case_id;
  fake.world.failing.set('case_report_again', 'not_found');
  await user.click(screen.getByRole('button', { name: /^Edit/ }));
  expect(lastArgs(fake, 'case_report_again')).toEqual({ case_id, service: 'phishfort' });
  expect(await screen.findByText(/^This is no longer here/)).toBeTruthy();
});

test('while the queue waits for a key, what is due says so instead of counting', async () => {
  await open('busy', { at: 'outbox' }, (fake) => {
    only({ state: 'queued', due_in_ms: 0, due_at: minutesAgo(1), can_undo: true })(fake);
    const refused = submission(fake.world, 'acme-sale.example', { state: 'deferred', reason: 'key_refused' });
    fake.world.submissions.set(refused.id, refused);
  });
  expect(await screen.findByText('Waits for a key')).toBeTruthy();
  expect(screen.queryByText(/Sending in 0 s/)).toBeNull();
});

test('the question to PhishFort names no time where nothing can have arrived', async () => {
  const { fake, user } = await open(
    'busy',
    { at: 'outbox' },
    only({ state: 'needs_person', reason: 'cannot_look', sent_at: null }),
  );
  await user.click(within(await panel()).getByRole('button', { name: /^Copy a question/ }));
  expect(fake.world.clipboard).toContain('we tried to report hxxps://acme-wallet[.]example through your API and got');
});
