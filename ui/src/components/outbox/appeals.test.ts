import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { FakeBackend } from '../../backend/fake';
import { router } from '../../state/router.svelte';
import { asked, expectAccessible, open } from '../../testing/window';
import { blocksThat } from '../appeal/testing/dialog';

/** The Outbox with one appeal in it, sent through the host as the dialog would. */
async function withAppeal(arrange?: (fake: FakeBackend) => void) {
  const opened = await open('sites', { at: 'help' }, async (fake) => {
    fake.world.preferences = { ...fake.world.preferences, undo_seconds: -1 };
    arrange?.(fake);
    const blocks = blocksThat(fake, 'active');
    await fake.call('appeal_begin', { blocks });
    const [draft] = [...fake.world.appeals.drafts.values()];
    if (!draft) throw new Error('no draft was made');
    draft.fields.reasons = blocks.map((block) => ({ block, reason: 'removed' }));
    const check = (await fake.call('appeal_check', { draft_id: draft.draft_id })) as { fingerprint: string };
    await fake.call('appeal_send', { draft_id: draft.draft_id, fingerprint: check.fingerprint });
  });
  const [one] = [...opened.fake.world.submissions.values()];
  if (!one) throw new Error('nothing was sent');
  return { ...opened, one };
}

test('an appeal stands in the Outbox by its own address, plain, and says what it is', async () => {
  await withAppeal();
  router.go({ at: 'outbox' });
  const row = within((await screen.findByText('Cloudflare, review of 1 block')).closest('li') as HTMLElement);
  expect(row.getByText('shop.acme.example').closest('bdi')?.textContent).toBe('shop.acme.example/sale');
  await expectAccessible();
});

test('its Undo opens the dialog again, with the answer that was given', async () => {
  const { user } = await withAppeal();
  router.go({ at: 'outbox' });
  await user.click(await screen.findByRole('button', { name: /^Undo\s*shop/ }));
  const all = within(await screen.findByRole('dialog'));
  const radio = await all.findByRole('radio', { name: /^We removed the content/ });
  expect((radio as HTMLInputElement).checked).toBe(true);
  expect(router.place.at).toBe('sites');
});

test('an answer that is lost: no number is asked for, and sending again is said to be harmless', async () => {
  const { fake, user, one } = await withAppeal((host) => void (host.world.appeals.armed = 'lose_answer'));
  router.go({ at: 'outbox' });
  await fake.call('outbox_send_now', { submission_id: one.id });
  await screen.findByText('We don’t know yet if Cloudflare got this request');
  expect(screen.queryByRole('button', { name: /^It’s there/ })).toBeNull();
  expect(screen.getByText('Harmless: a review that is open stays one')).toBeTruthy();
  await expectAccessible();
  await user.click(screen.getByRole('button', { name: /^Copy a question/ }));
  await waitFor(() => expect(fake.world.clipboard).toContain('review of your block on shop.acme.example/sale'));
  await user.click(screen.getByRole('button', { name: /^Send again/ }));
  expect(within(await screen.findByRole('dialog')).getByText(/asking again while a review is open/)).toBeTruthy();
});

test('what was refused is edited as a new request about the same blocks', async () => {
  const { fake, user, one } = await withAppeal();
  fake.world.submissions.set(one.id, { ...one, state: 'rejected', reason: 'refused', can_undo: false });
  router.go({ at: 'outbox' });
  await user.click(await screen.findByRole('button', { name: /^Edit\s*shop/ }));
  await asked(fake, 'appeal_begin', 2);
  expect(await screen.findByRole('dialog', { name: 'Ask Cloudflare to review this block' })).toBeTruthy();
  expect(fake.count('case_report_again')).toBe(0);
});
