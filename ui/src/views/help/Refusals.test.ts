import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { REFUSALS } from '../../backend/contract';
import type { RefusalRow } from '../../backend';
import { expectAccessible } from '../../testing/window';
import { groundWords } from '../../words/refusals';
import Refusals from './Refusals.svelte';

const rows: RefusalRow[] = [
  { source: 'cloudflare_answer', name: 'DedupeError', check: 'blocks', problems: ['reported_this_week'] },
  { source: 'cloudflare_denial', name: 'direct_url_required', check: 'advises', problems: ['no_path'] },
  { source: 'cloudflare_answer', name: 'BadActError', check: 'cant_happen', problems: [] },
  { source: 'cloudflare_denial', name: 'something_new', check: 'cant_be_known', problems: [] },
];

test('grounds stand by what is done about them, with what the person is told', async () => {
  const user = userEvent.setup();
  render(Refusals, { rows });
  const parts = screen.getAllByRole('group');
  expect(parts).toHaveLength(4);
  for (const part of parts) await user.click(part.querySelector('summary') as HTMLElement);
  const [blocks, advises, cantHappen, unknown] = parts.map((part) => within(part));
  expect(blocks?.getByRole('rowheader', { name: 'You reported the address within the last 7 days' })).toBeTruthy();
  expect(advises?.getByText('The address of the exact page is stronger than the domain alone')).toBeTruthy();
  expect(cantHappen?.queryByRole('columnheader', { name: 'What you are told' })).toBeNull();
  expect(unknown?.getByText('something_new'), 'a ground without words is shown as it is').toBeTruthy();
  await expectAccessible();
});

test('every ground that the product knows has words of its own', () => {
  const unsaid = REFUSALS.filter((row) => groundWords(row.source, row.name) === row.name);
  expect(unsaid.map((row) => row.name)).toEqual([]);
});

test('without any ground there is no such part', () => {
  render(Refusals, { rows: [] });
  expect(screen.queryByText('Would this be refused?')).toBeNull();
});
