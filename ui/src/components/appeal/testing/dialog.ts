// Opening the window with an appeal in front of it: what the tests of the dialog stand on.

import { screen, within } from '@testing-library/svelte';
import { vi } from 'vitest';
import type { BlockRef, BlockStatus, PreferencesView } from '../../../backend';
import type { FakeBackend } from '../../../backend/fake';
import { openAppeal, openWholeAppeal, type WholeForm } from '../../../state/appeal.svelte';
import { open, type Opened } from '../../../testing/window';

/** The dialog, once it shows. */
export const dialog = async () => within(await screen.findByRole('dialog'));

/** The first blocks of the fake that stand so, and for which a review can be asked. */
export function blocksThat(fake: FakeBackend, ...statuses: BlockStatus[]): BlockRef[] {
  const rows = fake.world.sites.blocks.map((one) => one.row).filter((row) => row.review === 'offered');
  const taken = new Set<BlockRef>();
  for (const status of statuses) {
    const row = rows.find((one) => one.status === status && !taken.has(one.block));
    if (!row) throw new Error(`no more block is ${status}`);
    taken.add(row.block);
  }
  return [...taken];
}

/** The window at Our sites, with a dialog about these blocks. */
export async function ask(
  statuses: BlockStatus[],
  preferences: Partial<PreferencesView> = {},
  arrange?: (fake: FakeBackend, blocks: BlockRef[]) => void,
): Promise<Opened & { blocks: BlockRef[] }> {
  let blocks: BlockRef[] = [];
  const opened = await open('sites', { at: 'sites' }, (fake) => {
    blocks = blocksThat(fake, ...statuses);
    fake.world.preferences = { ...fake.world.preferences, ...preferences };
    arrange?.(fake, blocks);
  });
  openAppeal(blocks);
  await dialog();
  return { ...opened, blocks };
}

/** The number of the fake's DMCA report. */
export function dmcaOf(fake: FakeBackend): string {
  const report = [...fake.world.sites.reports.values()].find((one) => one.row.dmca);
  if (!report) throw new Error('the fake has no DMCA report');
  return report.row.id;
}

/** The window at Our sites, with an answer to a whole report. */
export async function answer(form: WholeForm, arrange?: (fake: FakeBackend) => void): Promise<Opened & { id: string }> {
  let id = '';
  const opened = await open('sites', { at: 'sites' }, (fake) => {
    id = dmcaOf(fake);
    arrange?.(fake);
  });
  openWholeAppeal(id, form);
  await dialog();
  await vi.waitFor(() => screen.getByRole('button', { name: /^(Go on|Say that it is gone|Close)$/ }));
  return { ...opened, id };
}
