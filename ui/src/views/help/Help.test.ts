import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { router } from '../../state/router.svelte';
import { expectAccessible, heading, open } from '../../testing/window';

test('help says what leaves the computer and lists the keys', async () => {
  await open('busy', { at: 'help' });
  await heading('Help');
  expect(screen.getByRole('heading', { name: 'What leaves your computer' })).toBeTruthy();
  expect(screen.getByRole('rowheader', { name: 'Ctrl+Enter' })).toBeTruthy();
  expect(screen.queryByText('Practice checklist'), 'the checklist belongs to practice').toBeNull();
  await expectAccessible();
});

test('in practice the checklist follows what is done', async () => {
  const { fake } = await open('practice', { at: 'help' });
  expect(await screen.findByText('0 of 6 done')).toBeTruthy();
  fake.world.done.add('undo_once');
  fake.tell({ kind: 'outbox_changed', submission_id: 'any' });
  expect(await screen.findByText('1 of 6 done')).toBeTruthy();
  await expectAccessible();
});

test('a checklist that can’t be read can be tried again', async () => {
  const { fake, user } = await open(
    'practice',
    { at: 'help' },
    (host) => void host.world.failing.set('practice_checklist', 'unexpected'),
  );
  expect(await screen.findByText('The checklist could not be read.')).toBeTruthy();
  fake.world.failing.clear();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(/of 6 done/)).toBeTruthy();
});

test('the sample email is ready to be sent', async () => {
  const { user } = await open('practice', { at: 'help' });
  await user.click(await screen.findByRole('button', { name: 'Use the sample email' }));
  await heading('Check and send');
  expect(router.place.at).toBe('check');
  expect((await screen.findAllByText('sample.eml', { selector: 'bdi' })).length).toBeGreaterThan(0);
});

test('help tells the way from an email to a report', async () => {
  await open('empty', { at: 'help' });
  const chapter = await screen.findByRole('region', { name: 'From an email to a report' });
  expect(chapter.textContent).toContain('.eml or .msg');
  expect(chapter.textContent).toContain('no link is opened');
});

test('the sample files say where they are', async () => {
  const { user } = await open('practice', { at: 'help' });
  await user.click(await screen.findByRole('button', { name: 'Save three sample files…' }));
  expect(await screen.findByText(/^Saved in .*: suspicious-email\.eml, login-page\.png and letter\.pdf/)).toBeTruthy();
});

test('samples that can’t be saved say so', async () => {
  const { user } = await open(
    'practice',
    { at: 'help' },
    (fake) => void fake.world.failing.set('practice_save_samples', 'storage_failed'),
  );
  await user.click(await screen.findByRole('button', { name: 'Save three sample files…' }));
  expect(await screen.findByRole('alert')).toBeTruthy();
});
