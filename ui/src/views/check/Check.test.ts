import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { call, type DraftFields } from '../../backend';
import { router } from '../../state/router.svelte';
import { asked, expectAccessible, heading, lastArgs, open, type Opened } from '../../testing/window';
import { draftWith } from '../report/testing/drafts';

const good = { target: 'acme-fresh.example/login', note: 'Asks for card details.' };

async function checking(
  fields: Partial<DraftFields> = good,
  files = 1,
  undo_seconds = 10,
): Promise<Opened & { id: string }> {
  let id = '';
  const opened = await open('empty', null, async (fake) => {
    fake.world.preferences.undo_seconds = undo_seconds;
    id = (await draftWith(fields, files)).id;
  });
  router.go({ at: 'check', draft_id: id });
  await heading('Check and send');
  await screen.findByRole('button', { name: /^Send/ });
  return { ...opened, id };
}
const send = () => screen.getByRole('button', { name: /^Send (report|later)/ });

test('a report is sent with the fingerprint that was looked at, and can be undone on the case', async () => {
  const { fake, user, id } = await checking();
  expect(screen.getByText('A takedown of 1 web address')).toBeTruthy();
  expect(screen.getByText('You have 10 seconds to undo after you press Send')).toBeTruthy();
  await user.click(send());
  await asked(fake, 'draft_send');
  expect(lastArgs(fake, 'draft_send')).toMatchObject({
    draft_id: id,
    fingerprint: expect.stringContaining('acme-fresh'),
  });
  await waitFor(() => expect(router.place.at).toBe('case'));
  expect((await screen.findAllByRole('button', { name: /^Undo/ })).length).toBeGreaterThan(0);
});

test('Ctrl+Enter sends', async () => {
  const { fake, user } = await checking();
  await user.keyboard('{Control>}{Enter}{/Control}');
  await asked(fake, 'draft_send');
});

test('what is missing is listed before Send, and stands in a summary with the focus after it', async () => {
  const { fake, user } = await checking({ target: '' }, 0);
  expect(screen.getByRole('heading', { name: 'Not ready yet' })).toBeTruthy();
  expect(screen.queryByRole('heading', { name: 'There is a problem' })).toBeNull();
  await user.click(send());
  const summary = (await screen.findByRole('heading', { name: 'There is a problem' })).closest('[role=alert]');
  expect(document.activeElement).toBe(summary);
  await waitFor(() => expect(document.title).toMatch(/^Error: /));
  const words = 'Enter what is suspicious: a web address, email address, phone number or IP address';
  expect(within(summary as HTMLElement).getByRole('link', { name: words })).toBeTruthy();
  expect(screen.getAllByText(words).length, 'the same words stand at the row').toBeGreaterThan(1);
  expect(fake.world.submissions.size).toBe(0);
  await expectAccessible();
});

test('Change leads to the field, with what is wrong beside it until it is changed', async () => {
  const { user } = await checking({ target: '' }, 0);
  await user.click(send());
  await user.click(await screen.findByRole('button', { name: 'Change what is reported' }));
  const field = await screen.findByLabelText('Or type what is suspicious');
  await waitFor(() => expect(document.activeElement).toBe(field));
  expect(field.getAttribute('aria-invalid')).toBe('true');
  await user.type(field, 'a');
  expect(field.getAttribute('aria-invalid')).toBeNull();
});

test('with undo switched off it asks once more, and Cancel sends nothing', async () => {
  const { fake, user } = await checking(good, 1, 0);
  expect(screen.getByText('You are asked once more before it is sent')).toBeTruthy();
  await user.click(send());
  const dialog = await screen.findByRole('dialog', { name: 'Send this report now?' });
  await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  expect(fake.count('draft_send')).toBe(0);
  await user.click(send());
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Send now' }));
  await asked(fake, 'draft_send');
});

test('a report that changed meanwhile is not sent but shown again', async () => {
  const { fake, user, id } = await checking();
  const draft = fake.world.drafts.get(id);
  await call('draft_save', { draft_id: id, fields: { ...draft!.fields, note: 'Changed elsewhere.' } });
  await user.click(send());
  expect(await screen.findByText(/The report changed since you looked/)).toBeTruthy();
  expect(await screen.findByText('Changed elsewhere.')).toBeTruthy();
  expect(fake.world.submissions.size).toBe(0);
  await user.click(send());
  await waitFor(() => expect(fake.world.submissions.size).toBe(1));
});

test('a Send that fails keeps the report and says what to do', async () => {
  const { fake, user } = await checking();
  fake.world.failing.set('draft_send', 'storage_failed');
  await user.click(send());
  expect(await screen.findByText('This could not be saved on this computer.')).toBeTruthy();
  expect(router.place.at).toBe('check');
});

test('word for word shows the address, the headers without the key, every part and its type', async () => {
  const { user } = await checking();
  await user.click(screen.getByRole('button', { name: 'See it word for word' }));
  const dialog = await screen.findByRole('dialog', { name: /^Word for word: PhishFort/ });
  expect(within(dialog).getByText('POST https://capi.phishfort.com/v1/incident/tkd')).toBeTruthy();
  expect(within(dialog).getByText('••••••••')).toBeTruthy();
  expect(within(dialog).getByText('image/png, 1,900,412 bytes')).toBeTruthy();
  expect(dialog.textContent).toContain('Reference TD-7K3M9Q2XAB');
});

test('evidence can be added here, and the report is checked again', async () => {
  const { fake, user } = await checking(good, 0);
  const looks = fake.count('draft_check');
  await user.click(screen.getByRole('button', { name: 'Add…' }));
  expect(await screen.findByText('login-page.png', { selector: 'bdi' })).toBeTruthy();
  await asked(fake, 'draft_check', looks + 1);
});

test('a missing key leads to Connections', async () => {
  const { fake, user, id } = await checking();
  Object.assign(fake.world.connections.phishfort, { health: 'no_key', key_tail: null });
  router.go({ at: 'cases' });
  await heading('Cases');
  router.go({ at: 'check', draft_id: id });
  await user.click(await screen.findByRole('link', { name: 'Open Connections' }));
  expect(router.place).toEqual({ at: 'settings', section: 'connections' });
});

test('an address that was reported before leads to its case', async () => {
  const { user } = await checking();
  await user.click(send());
  await waitFor(() => expect(router.place.at).toBe('case'));
  const { submissions } = await call('outbox_list');
  await call('outbox_found', { submission_id: submissions[0]!.id, number: 'PF-1' });
  const again = await draftWith(good);
  router.go({ at: 'check', draft_id: again.id });
  expect(await screen.findByText(/You reported this before \(PF-1\)/)).toBeTruthy();
  await user.click(screen.getByRole('link', { name: 'Open the case' }));
  expect(router.place.at).toBe('case');
});

test('offline the button says that it goes later', async () => {
  let id = '';
  await open('offline', null, async () => {
    id = (await draftWith(good)).id;
  });
  router.go({ at: 'check', draft_id: id });
  expect(await screen.findByRole('button', { name: /Send later/ })).toBeTruthy();
});

test('a report that can’t be checked can be tried again', async () => {
  const { fake, user } = await open('empty', null);
  const { id } = await draftWith(good);
  fake.world.failing.set('draft_check', 'storage_failed');
  router.go({ at: 'check', draft_id: id });
  expect(await screen.findByText('The report could not be checked.')).toBeTruthy();
  fake.world.failing.clear();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Ready to send')).toBeTruthy();
});

test('axe finds nothing on a report that is ready', async () => {
  await checking(good, 2);
  await expectAccessible();
});
