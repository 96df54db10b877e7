import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import { router } from '../../state/router.svelte';
import { asked, expectAccessible, lastArgs, open } from '../../testing/window';
import { SAVE_AFTER_MS } from './appeal_editing.svelte';
import { ask, blocksThat, dialog } from './testing/dialog';

const removed = (all: Awaited<ReturnType<typeof dialog>>) =>
  all.findByRole('radio', { name: /^We removed the content/ });
const submit = /^Ask for (a review|\d+ reviews)$/;

test('one block: which it is, one question with no answer preset, and what to expect', async () => {
  await ask(['pending']);
  const all = await dialog();
  await removed(all);
  expect(screen.getByRole('dialog', { name: 'Ask Cloudflare to review this block' })).toBeTruthy();
  expect(all.getByText(/Blocked for legal reasons,/).textContent).toMatch(/starts .*\(in 21 h/);
  expect(all.getAllByRole('radio').map((one) => (one as HTMLInputElement).checked)).toEqual([false, false]);
  expect(all.getByText(/Cloudflare says that asking should stop it\. We check, and tell you\./)).toBeTruthy();
  await expectAccessible();
});

test('a block in force stays until Cloudflare has looked again', async () => {
  await ask(['active']);
  expect((await (await dialog()).findByText(/The block stays until/)).textContent).toContain('has looked again.');
});

test('of both sorts, each is told its own', async () => {
  await ask(['pending', 'active', 'active']);
  const all = await dialog();
  expect(await all.findByText(/The one that has not started: Cloudflare says/)).toBeTruthy();
  expect(all.getByText('The 2 in force: they stay until Cloudflare has looked again.')).toBeTruthy();
  expect(screen.getByRole('dialog', { name: 'Ask Cloudflare to review these 3 blocks' })).toBeTruthy();
  await expectAccessible();
});

test('that the content is gone asks who confirmed it; the note is not sent', async () => {
  const { user } = await ask(['active']);
  const all = await dialog();
  expect(await all.findByRole('textbox', { name: 'Private note' })).toBeTruthy();
  await user.click(await removed(all));
  expect(all.getByRole('textbox', { name: 'Is it really gone, and who confirmed it?' })).toBeTruthy();
  expect(all.getByText('For your own records. It is not sent.')).toBeTruthy();
});

test('without an answer the summary takes the focus and leads to the question; nothing is sent', async () => {
  const { fake, user } = await ask(['active']);
  const all = await dialog();
  await removed(all);
  await user.click(all.getByRole('button', { name: submit }));
  const summary = await all.findByRole('alert');
  await waitFor(() => expect(document.activeElement).toBe(summary));
  await expectAccessible();
  await user.click(within(summary).getByRole('link', { name: 'Choose why it should be lifted' }));
  expect(document.activeElement).toBe(all.getAllByRole('radio')[0]);
  expect(fake.count('appeal_send')).toBe(0);
});

test('while the summary stands, what is saved meanwhile takes the focus from nobody who types', async () => {
  const { fake, user } = await ask(['active']);
  const all = await dialog();
  await removed(all);
  await user.click(all.getByRole('button', { name: submit }));
  const summary = await all.findByRole('alert');
  await waitFor(() => expect(document.activeElement).toBe(summary));
  const note = all.getByRole('textbox', { name: 'Private note' });
  await user.type(note, 'Asked by legal');
  const before = fake.count('appeal_save');
  await waitFor(() => expect(fake.count('appeal_save')).toBeGreaterThan(before), { timeout: 4 * SAVE_AFTER_MS });
  await all.findByText('Saved on this computer');
  expect(document.activeElement).toBe(note);
});

test('asked: checked, sent with what was checked, the dialog closes, and the toast lets it be undone', async () => {
  const { fake, user, blocks } = await ask(['active']);
  const all = await dialog();
  await user.click(await removed(all));
  await user.click(all.getByRole('button', { name: submit }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const [draft] = [...fake.world.appeals.drafts.values()];
  expect(draft?.fields.reasons).toEqual([{ block: blocks[0], reason: 'removed' }]);
  expect(lastArgs(fake, 'appeal_send')).toMatchObject({ draft_id: draft?.draft_id });
  expect(screen.getByText(/Asking for a review of/).textContent).toMatch(/shop\.acme\.example\/sale\s+in 10 seconds/);
});

test('Undo opens the dialog again with the same values, at Our sites', async () => {
  const { fake, user } = await ask(['active']);
  const all = await dialog();
  await user.click(await removed(all));
  await user.type(all.getByRole('textbox', { name: /really gone/ }), 'Asked by legal');
  await user.click(all.getByRole('button', { name: submit }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  router.go({ at: 'help' });
  await user.click(await screen.findByRole('button', { name: /^Undo/ }));
  const again = await dialog();
  expect(((await removed(again)) as HTMLInputElement).checked).toBe(true);
  expect((again.getByRole('textbox', { name: /really gone/ }) as HTMLTextAreaElement).value).toBe('Asked by legal');
  expect(router.place.at).toBe('sites');
  expect(screen.getByText('Not sent. Your request is back in front of you.')).toBeTruthy();
  expect([...fake.world.submissions.values()][0]?.state).toBe('undone');
});

test('pressed twice, it is sent once', async () => {
  const { fake, user } = await ask(['active'], {}, (one) => void (one.world.delay_ms = 20));
  const all = await dialog();
  await user.click(await removed(all));
  const button = all.getByRole('button', { name: submit });
  await fireEvent.click(button);
  await fireEvent.click(button);
  await fireEvent.keyDown(button, { key: 'Enter', repeat: true });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(fake.count('appeal_send')).toBe(1);
});

test('Ctrl+Enter asks from within the note', async () => {
  const { fake, user } = await ask(['active']);
  const all = await dialog();
  await user.click(await removed(all));
  await user.type(all.getByRole('textbox', { name: /really gone/ }), 'Gone{Control>}{Enter}{/Control}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect([...fake.world.appeals.drafts.values()][0]?.fields.note).toBe('Gone');
});

test('where nothing can be undone it is asked once more, and Back changes nothing', async () => {
  const { fake, user } = await ask(['active'], { undo_seconds: 0 });
  const all = await dialog();
  await user.click(await removed(all));
  await user.click(all.getByRole('button', { name: submit }));
  expect(await all.findByText(/can’t be undone/)).toBeTruthy();
  expect(fake.count('appeal_send')).toBe(0);
  await expectAccessible();
  await user.click(all.getByRole('button', { name: 'Back' }));
  expect(((await removed(all)) as HTMLInputElement).checked).toBe(true);
  await user.click(all.getByRole('button', { name: submit }));
  await user.click(await all.findByRole('button', { name: 'Ask now' }));
  await asked(fake, 'appeal_send');
});

test('several blocks: an answer for each, and one can be left out and put back', async () => {
  const { fake, user, blocks } = await ask(['pending', 'active']);
  const all = await dialog();
  await removed(all);
  await user.click(all.getByRole('button', { name: 'Answer for each block' }));
  expect(all.getAllByRole('radio')).toHaveLength(4);
  await user.click(all.getAllByRole('radio')[0] as HTMLElement);
  await user.click(all.getByRole('button', { name: submit }));
  expect(await all.findByRole('link', { name: 'Choose why shop.acme.example/sale should be lifted' })).toBeTruthy();
  await user.click(all.getByRole('button', { name: /^Leave out\s*shop\.acme\.example\/sale$/ }));
  expect(all.getByText('Left out: nothing is asked about it')).toBeTruthy();
  await user.click(all.getByRole('button', { name: /^Put back\s*shop\.acme\.example\/sale$/ }));
  await user.click(all.getByRole('button', { name: /^Leave out\s*shop\.acme\.example\/sale$/ }));
  await user.click(all.getByRole('button', { name: 'Ask for a review' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const [sent] = [...fake.world.submissions.values()];
  expect(sent?.appeal?.blocks).toEqual([{ block: blocks[0], reason: 'removed' }]);
});

test('one answer for all goes out with one request a report', async () => {
  const { fake, user } = await ask(['pending', 'active']);
  const all = await dialog();
  await user.click(await all.findByRole('radio', { name: /^This was wrongly classified/ }));
  await user.click(all.getByRole('button', { name: 'Ask for 2 reviews' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const sent = [...fake.world.submissions.values()];
  expect(sent.map((one) => one.appeal?.blocks.map(({ reason }) => reason))).toEqual([
    ['misclassified'],
    ['misclassified'],
  ]);
  expect(screen.getByText(/Asking for a review of 2 blocks/)).toBeTruthy();
});

test('a block whose review is open is shown as such, and there is nothing to send', async () => {
  const { fake } = await ask(['active'], {}, ({ world }, [block]) => {
    const one = world.sites.blocks.find(({ row }) => row.block === block);
    if (one) one.row = { ...one.row, status: 'in_review', review: 'already_open' };
  });
  const all = await dialog();
  expect(await all.findByText('A review is open')).toBeTruthy();
  expect(all.queryByRole('button', { name: submit })).toBeNull();
  expect(all.queryByRole('radio')).toBeNull();
  expect(all.getByRole('button', { name: 'Close' })).toBeTruthy();
  expect(fake.count('appeal_send')).toBe(0);
  await expectAccessible();
});

test('what is typed is saved half a second after the last key, and Cancel keeps it for the next time', async () => {
  const { fake, user, blocks } = await ask(['active']);
  const all = await dialog();
  await user.type(await all.findByRole('textbox', { name: 'Private note' }), 'Gone since Friday');
  expect(fake.count('appeal_save')).toBe(0);
  await vi.waitFor(() => expect(fake.count('appeal_save')).toBe(1), { timeout: SAVE_AFTER_MS + 4000 });
  expect(lastArgs(fake, 'appeal_save')).toMatchObject({ fields: { note: 'Gone since Friday' } });
  await user.click(all.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const { openAppeal } = await import('../../state/appeal.svelte');
  openAppeal(blocks);
  const again = await (await dialog()).findByRole('textbox', { name: 'Private note' });
  expect((again as HTMLTextAreaElement).value).toBe('Gone since Friday');
});

test('Discard is offered once something was entered, and throws it away', async () => {
  const { fake, user } = await ask(['active']);
  const all = await dialog();
  await removed(all);
  expect(all.queryByRole('button', { name: 'Discard' })).toBeNull();
  await user.click(await removed(all));
  await user.click(all.getByRole('button', { name: 'Discard' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(fake.world.appeals.drafts.size).toBe(0);
});

test('proof is chosen, pasted, dropped and removed; it stays here', async () => {
  const { fake, user } = await ask(['active']);
  const all = await dialog();
  await user.click(await all.findByRole('button', { name: 'Choose files…' }));
  expect(await all.findByRole('button', { name: /^Remove\s*page-is-gone\.png$/ })).toBeTruthy();
  await user.click(all.getByRole('button', { name: 'Paste' }));
  expect(await all.findByRole('button', { name: /^Remove\s*Pasted/ })).toBeTruthy();
  expect(all.getByText(/Cloudflare takes no files, they stay here/)).toBeTruthy();
  const [draft] = [...fake.world.appeals.drafts.values()];
  fake.tell({ kind: 'files_over', count: 2 });
  expect(await all.findByText('Drop to keep 2 files as proof')).toBeTruthy();
  const refused = [{ name: 'folder', reason: 'folder' as const }];
  fake.tell({
    kind: 'files_dropped',
    draft_id: draft?.draft_id ?? null,
    added: 0,
    filled: false,
    refused,
    failed: null,
  });
  expect(await all.findByText(/Folders can’t be added/)).toBeTruthy();
  expect(router.place.at, 'the window stays where it is').toBe('sites');
  await user.click(all.getByRole('button', { name: /^Remove\s*page-is-gone\.png$/ }));
  await waitFor(() => expect(all.queryByText('page-is-gone.png')).toBeNull());
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Remove'));
  await expectAccessible();
});

test('exactly what is sent can be seen beforehand, once nothing is missing', async () => {
  const { user, blocks } = await ask(['active']);
  const all = await dialog();
  await removed(all);
  await user.click(all.getByText('Exactly what is sent'));
  expect(await all.findByText('It can be shown once nothing is missing:')).toBeTruthy();
  await user.click(await removed(all));
  const body = await all.findByText(/"reason": "removed"/);
  expect(body.textContent).toContain(`"id": "${blocks[0]?.id}"`);
  expect(all.getByText(/\/mitigations\/appeal$/).textContent).toMatch(/^POST /);
  expect(all.getByText('Bearer ••••••••')).toBeTruthy();
});

test('a refusal of the host is said in the dialog, and what was entered stays', async () => {
  const { fake, user } = await ask(['active']);
  const all = await dialog();
  await user.click(await removed(all));
  fake.world.failing.set('appeal_send', 'storage_failed');
  await user.click(all.getByRole('button', { name: submit }));
  await all.findByRole('alert');
  expect(((await removed(all)) as HTMLInputElement).checked).toBe(true);
});

test('it can’t be opened: the dialog says so and tries again', async () => {
  const { fake, user } = await open('sites', { at: 'sites' }, (one) => {
    one.world.failing.set('appeal_begin', 'storage_failed');
  });
  const { openAppeal } = await import('../../state/appeal.svelte');
  openAppeal(blocksThat(fake, 'active'));
  const all = await dialog();
  await all.findByRole('alert');
  await expectAccessible();
  fake.world.failing.clear();
  await user.click(all.getByRole('button', { name: 'Try again' }));
  expect(await removed(all)).toBeTruthy();
});

test('Esc closes it and the focus goes back to what opened it', async () => {
  const { user } = await open('sites', { at: 'sites' });
  const [opener] = await screen.findAllByRole('button', { name: /^Ask for a review…/ });
  await user.click(opener as HTMLElement);
  await removed(await dialog());
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(document.activeElement).toBe(opener);
});

test('what Cloudflare took is told once, with the way to the block', async () => {
  const { fake, user, blocks } = await ask(['pending'], { undo_seconds: -1 });
  const all = await dialog();
  await user.click(await removed(all));
  await user.click(all.getByRole('button', { name: submit }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const [sent] = [...fake.world.submissions.values()];
  await fake.call('outbox_send_now', { submission_id: sent?.id ?? '' });
  expect(await screen.findByText(/^Cloudflare took the request for a review/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Open block' }));
  expect(router.place).toEqual({ at: 'sites_block', ...blocks[0] });
  expect(await screen.findByText('It never started')).toBeTruthy();
});
