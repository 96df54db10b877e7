import { render, screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { Refusal } from '../../backend';
import { router } from '../../state/router.svelte';
import { asked, expectAccessible, heading, lastArgs, open } from '../../testing/window';
import StartFailed from './StartFailed.svelte';

test('practice is unmistakable: a band, the title, the foot of the sidebar', async () => {
  await open('practice');
  expect(screen.getByRole('region', { name: 'Practice' }).textContent).toContain('PRACTICE');
  await waitFor(() => expect(document.title).toBe('Practice — Cases — Takedown Desk'));
  expect(screen.getByText('Practice services')).toBeTruthy();
  expect(document.documentElement.dataset.mode).toBe('practice');
});

test('for real there is no band', async () => {
  await open('busy');
  expect(screen.queryByRole('region', { name: 'Practice' })).toBeNull();
  await waitFor(() => expect(document.title).toBe('Cases — Takedown Desk'));
});

test('What happens next? makes time pass, and the list shows it', async () => {
  const { fake, user } = await open('practice');
  await screen.findByText('Being taken down');
  await user.click(screen.getByRole('button', { name: 'What happens next?' }));
  const faults = screen.getByRole('group', { name: 'PhishFort, with the next report' });
  expect(within(faults).getAllByRole('menuitem')).toHaveLength(4);
  await expectAccessible();
  await user.click(screen.getByRole('menuitem', { name: /^Take it down/ }));
  expect(lastArgs(fake, 'practice_next')).toEqual({ step: 'taken_down' });
  await waitFor(() => expect(screen.queryByText('Being taken down')).toBeNull());
});

test('starting over asks first, and Cancel changes nothing', async () => {
  const { fake, user } = await open('practice');
  await user.click(screen.getByRole('button', { name: 'Start over' }));
  const dialog = screen.getByRole('dialog', { name: 'Start practice over?' });
  await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  expect(fake.count('practice_reset')).toBe(0);
  await user.click(screen.getByRole('button', { name: 'Start over' }));
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Start over' }));
  await asked(fake, 'practice_reset');
});

test('connecting for real says what changes, and leads to setting up', async () => {
  const { user } = await open('practice');
  await user.click(screen.getByRole('button', { name: 'Connect for real…' }));
  expect(screen.getByRole('dialog').textContent).toContain('From now on reports are really sent');
  await user.click(screen.getByRole('button', { name: 'Connect for real' }));
  await waitFor(() => expect(router.place).toEqual({ at: 'setup' }));
  expect(screen.queryByRole('region', { name: 'Practice' })).toBeNull();
});

test('the Outbox is a place only while there is something in it', async () => {
  await open('empty');
  await heading('Cases');
  expect(screen.queryByRole('link', { name: /^Outbox/ })).toBeNull();
});

test('numbers that wait for the person say so', async () => {
  await open('busy');
  expect(await screen.findByRole('link', { name: /^Outbox\s*2\s*need you/ })).toBeTruthy();
});

test('offline is a quiet line that says what still works', async () => {
  await open('offline');
  expect(await screen.findByText('You’re offline. You can keep working; reports wait in the Outbox.')).toBeTruthy();
  await expectAccessible();
});

test('going to another place gives its heading the focus', async () => {
  const { user } = await open('busy');
  await user.click(screen.getByRole('link', { name: 'Help' }));
  await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
  expect(document.title).toContain('Help');
});

test('shortcuts lead to the places', async () => {
  const { user } = await open('busy');
  await user.keyboard('{Control>}2{/Control}');
  expect(router.place).toEqual({ at: 'outbox' });
  await user.keyboard('{Control>},{/Control}');
  expect(router.place).toEqual({ at: 'settings', section: 'you' });
  await user.keyboard('{Control>}f{/Control}');
  await waitFor(() => expect(document.activeElement?.getAttribute('type')).toBe('search'));
  await user.keyboard('{Control>}n{/Control}');
  expect(router.place.at).toBe('report');
});

test('F5 and Ctrl+R refresh the screen and never reload the window', async () => {
  const { fake } = await open('empty');
  await heading('Cases');
  const before = fake.count('cases_list');
  const event = new KeyboardEvent('keydown', { key: 'F5', cancelable: true, bubbles: true });
  window.dispatchEvent(event);
  expect(event.defaultPrevented).toBe(true);
  await asked(fake, 'cases_list', before + 1);
});

test('F6 goes from part to part of the window', async () => {
  const { user } = await open('practice');
  await heading('Cases');
  await user.keyboard('{F6}');
  expect(document.activeElement?.closest('.practice')).not.toBeNull();
  await user.keyboard('{F6}');
  expect(document.activeElement?.closest('.side')).not.toBeNull();
  await user.keyboard('{F6}');
  await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
});

test('zoom is kept, within its bounds', async () => {
  const { fake, user } = await open('busy', null, (fake) => {
    fake.world.preferences.zoom_percent = 195;
  });
  await user.keyboard('{Control>}+{/Control}');
  await asked(fake, 'preferences_save');
  expect(document.documentElement.style.fontSize).toBe('200%');
  await user.keyboard('{Control>}0{/Control}');
  await waitFor(() => expect(document.documentElement.style.fontSize).toBe('100%'));
});

test('the list of shortcuts opens and closes by the keyboard', async () => {
  const { user } = await open('busy');
  await user.keyboard('{Control>}?{/Control}');
  expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy();
  await expectAccessible();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('files over the window say what will happen, and open as a report when dropped', async () => {
  const { fake } = await open('busy');
  await heading('Cases');
  fake.tell({ kind: 'files_over', count: 2 });
  expect(await screen.findByText('Drop to add 2 files as evidence')).toBeTruthy();
  fake.tell({ kind: 'files_left' });
  await waitFor(() => expect(screen.queryByText('Drop to add 2 files as evidence')).toBeNull());
  const draft_id = [...fake.world.drafts.keys()][0] ?? '';
  fake.tell({
    kind: 'files_dropped',
    draft_id,
    added: 1,
    filled: false,
    refused: [{ name: 'letters', reason: 'folder' }],
    failed: null,
  });
  await waitFor(() => expect(router.place).toEqual({ at: 'report', draft_id }));
  expect(await screen.findByText(/letters: Folders can’t be added/)).toBeTruthy();
});

test('a drop in which nothing was taken stays where it is, and says why', async () => {
  const { fake } = await open('busy');
  await heading('Cases');
  fake.tell({
    kind: 'files_dropped',
    draft_id: 'draft-x',
    added: 0,
    filled: false,
    refused: [{ name: 'a.mov', reason: 'empty' }],
    failed: null,
  });
  expect(await screen.findByText(/^a\.mov: /)).toBeTruthy();
  expect(router.place).toEqual({ at: 'cases' });
});

test.each([
  ['Send now and quit', 'send_now'],
  ['Keep in Outbox and quit', 'keep'],
])('quitting with something unsent: %s', async (name, how) => {
  const { fake, user } = await open('busy');
  fake.tell({ kind: 'quit_asked', count: 1 });
  await screen.findByRole('dialog', { name: '1 report has not been sent yet' });
  await user.click(screen.getByRole('button', { name }));
  expect(fake.world.quit).toBe(how);
});

test('quitting can be called off', async () => {
  const { fake, user } = await open('busy');
  fake.tell({ kind: 'quit_asked', count: 3 });
  await screen.findByRole('dialog', { name: '3 reports have not been sent yet' });
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(fake.world.quit).toBeNull();
});

test('what the last session left behind is said once at the start', async () => {
  const { user } = await open('busy', null, (fake) => {
    fake.world.held = 1;
  });
  expect(screen.getByText(/^1 report was not sent, because the app closed first/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Open Outbox' }));
  expect(router.place).toEqual({ at: 'outbox' });
});

test('the theme of the preferences is on the root, and follows them', async () => {
  const { fake } = await open('busy', null, (fake) => {
    fake.world.preferences.theme = 'dark';
  });
  fake.world.preferences = { ...fake.world.preferences, theme: 'light' };
  fake.tell({ kind: 'preferences_changed' });
  await waitFor(() => expect(document.documentElement.dataset.theme).toBe('light'));
});

test('in practice the band says how many real reports wait', async () => {
  await open('practice', null, (fake) => {
    fake.world.real_waiting = 2;
  });
  const band = screen.getByRole('region', { name: 'Practice' });
  expect(await within(band).findByText('2 real reports wait until you leave practice.')).toBeTruthy();
});

test('a disk that can’t be written is an alarm that stays until it can', async () => {
  const { fake } = await open('busy', null, (fake) => {
    fake.world.storage_failing = true;
  });
  const words = 'Your disk is full or can’t be written. Nothing is sent until that works again.';
  expect((await screen.findByText(words)).closest('[role=alert]')).not.toBeNull();
  await expectAccessible();
  fake.world.storage_failing = false;
  fake.tell({ kind: 'outbox_changed', submission_id: 'any' });
  await waitFor(() => expect(screen.queryByText(words)).toBeNull());
});

test('practice that could not be opened at the start is said first, as a failure', async () => {
  await open('busy', null, (fake) => {
    Object.assign(fake.world, { practice_failed: true, held: 1 });
  });
  const alert = screen.getByRole('alert');
  expect(alert.textContent).toMatch(/Practice couldn’t be opened, so this is the real thing\. 1 report was not sent/);
});

test('a drop that could not be read at all ends the overlay and says why', async () => {
  const { fake } = await open('busy', { at: 'report', draft_id: null });
  await heading('New report');
  fake.tell({ kind: 'files_reading', count: 2 });
  expect((await screen.findAllByText(/^Reading 2 files/)).length).toBeGreaterThan(0);
  fake.tell({ kind: 'files_dropped', draft_id: null, added: 0, filled: false, refused: [], failed: 'storage_failed' });
  expect((await screen.findByRole('alert')).textContent).toContain('This could not be saved on this computer.');
  expect(screen.queryByText(/^Reading 2 files/)).toBeNull();
});

test('closing saves what is being typed, and ends the app without a question where nothing waits', async () => {
  const { fake, user } = await open('empty', { at: 'report', draft_id: null });
  await user.type(await screen.findByLabelText('Note for the analyst'), 'last words');
  fake.tell({ kind: 'quit_asked', count: 0 });
  await waitFor(() => expect(fake.world.quit).toBe('keep'));
  expect([...fake.world.drafts.values()][0]?.fields.note).toBe('last words');
  const names = fake.calls.map((one) => one.name);
  expect(names.lastIndexOf('draft_save')).toBeLessThan(names.indexOf('app_quit'));
});

test('what is typed in Settings is saved before the app ends, too', async () => {
  const { fake, user } = await open('busy', { at: 'settings', section: 'you' });
  await user.type(await screen.findByLabelText('Your name'), '!');
  fake.tell({ kind: 'quit_asked', count: 0 });
  await waitFor(() => expect(fake.world.quit).toBe('keep'));
  expect(fake.world.preferences.name).toBe('Jo Example!');
});

test('with something unsent, what is typed is saved before the question and with its answer', async () => {
  const { fake, user } = await open('busy', { at: 'report', draft_id: null });
  await user.type(await screen.findByLabelText('Note for the analyst'), 'one');
  fake.tell({ kind: 'quit_asked', count: 1 });
  await asked(fake, 'draft_save');
  expect(fake.world.quit).toBeNull();
  await user.click(await screen.findByRole('button', { name: 'Keep in Outbox and quit' }));
  await waitFor(() => expect(fake.world.quit).toBe('keep'));
});

test.each([
  ['Start over', 'Start over', 'practice_reset'],
  ['Connect for real…', 'Connect for real', 'practice_leave'],
] as const)(
  'where “%s” fails half-way, the window shows the mode that the host is in',
  async (opener, act, command) => {
    const { fake, user } = await open('practice');
    fake.world.failing.set(command, 'storage_failed');
    await user.click(screen.getByRole('button', { name: opener }));
    const dialog = within(screen.getByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: act }));
    expect((await screen.findByRole('alert')).textContent).toContain('This could not be saved on this computer.');
    expect(screen.getByRole('region', { name: 'Practice' })).toBeTruthy();
    fake.world.mode = 'real';
    await user.click(screen.getByRole('button', { name: opener }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: act }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Practice' })).toBeNull());
    expect((await screen.findByRole('alert')).textContent).toContain('This could not be saved on this computer.');
  },
);

test('practice waits for a real report that can still be undone', async () => {
  const { user } = await open('first_start', null, (fake) => {
    fake.world.failing.set('practice_enter', 'wait_for_reports');
  });
  await user.click(await screen.findByRole('button', { name: 'Start in practice' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Wait until it is sent, then try again.');
});

test('damaged data at the start names the folder that is known', () => {
  const refusal = new Refusal({ code: 'storage_damaged', message: '', problems: [] });
  render(StartFailed, { props: { refusal } });
  const alert = screen.getByRole('alert');
  expect(alert.textContent).toContain('“backups” in the app’s data folder');
  expect(alert.textContent).not.toContain('Settings');
});
