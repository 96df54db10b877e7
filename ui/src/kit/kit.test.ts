import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';
import Dialog from './Dialog.svelte';
import ErrorSummary from './ErrorSummary.svelte';
import Menu from './Menu.svelte';
import Meter from './Meter.svelte';
import Time from './Time.svelte';

const snippet = (html: string) => createRawSnippet(() => ({ render: () => html }));

function menu() {
  const acts = { open: vi.fn(), copy: vi.fn(), close: vi.fn() };
  render(Menu, {
    word: 'More',
    groups: [
      { label: 'With it', items: [{ word: 'Open', act: acts.open }] },
      {
        items: [
          { word: 'Copy', act: acts.copy, disabled: true },
          { word: 'Remove', act: acts.close },
        ],
      },
    ],
  });
  return { acts, user: userEvent.setup(), button: screen.getByRole('button', { name: 'More' }) };
}

test('a menu opens on its first act by the arrow, and goes round over what can be done', async () => {
  const { user, button } = menu();
  button.focus();
  await user.keyboard('{ArrowDown}');
  expect(screen.getByRole('menuitem', { name: 'Open' })).toBe(document.activeElement);
  await user.keyboard('{ArrowDown}');
  expect(screen.getByRole('menuitem', { name: 'Remove' })).toBe(document.activeElement);
  await user.keyboard('{ArrowDown}');
  expect(screen.getByRole('menuitem', { name: 'Open' })).toBe(document.activeElement);
  await user.keyboard('{End}');
  expect(screen.getByRole('menuitem', { name: 'Remove' })).toBe(document.activeElement);
  await user.keyboard('o');
  expect(screen.getByRole('menuitem', { name: 'Open' })).toBe(document.activeElement);
});

test('Esc closes a menu and gives the focus back to its button', async () => {
  const { user, button } = menu();
  await user.click(button);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('menu')).toBeNull();
  expect(button).toBe(document.activeElement);
  expect(button.getAttribute('aria-expanded')).toBe('false');
});

test('an act of a menu is done once and the menu closes; what is off does nothing', async () => {
  const { user, acts, button } = menu();
  await user.click(button);
  await user.click(screen.getByRole('menuitem', { name: 'Copy' }));
  expect(acts.copy).not.toHaveBeenCalled();
  await user.click(screen.getByRole('menuitem', { name: 'Remove' }));
  expect(acts.close).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole('menu')).toBeNull();
});

test('a dialog is left by Esc and gives the focus back to what had it', async () => {
  const opener = document.createElement('button');
  document.body.append(opener);
  opener.focus();
  const onclose = vi.fn();
  const { unmount } = render(Dialog, {
    heading: 'Send it again?',
    onclose,
    body: snippet('<p>It may create a second report.</p>'),
    actions: snippet('<button>Cancel</button>'),
  });
  const dialog = screen.getByRole('dialog', { name: 'Send it again?' });
  expect(dialog.contains(document.activeElement)).toBe(true);
  await userEvent.keyboard('{Escape}');
  expect(onclose).toHaveBeenCalledTimes(1);
  unmount();
  expect(document.activeElement).toBe(opener);
  opener.remove();
});

test('an error summary takes the focus, and its links focus the fields', async () => {
  const field = document.createElement('input');
  field.id = 'target';
  document.body.append(field);
  render(ErrorSummary, {
    heading: 'There is a problem',
    mistakes: [{ field_id: 'target', text: 'Enter the full web address' }],
  });
  expect(screen.getByRole('alert')).toBe(document.activeElement);
  await userEvent.click(screen.getByRole('link', { name: 'Enter the full web address' }));
  expect(document.activeElement).toBe(field);
  field.remove();
});

test('a meter turns amber at nine tenths and red at the limit, and says it in words', async () => {
  const props = { value: 8, limit: 10, label: 'Size', said: '8 of 10 MB' };
  const { rerender } = render(Meter, props);
  const bar = screen.getByRole('progressbar', { name: 'Size' });
  expect(bar.className).toBe('');
  await rerender({ ...props, value: 9 });
  expect(bar.className).toBe('near');
  await rerender({ ...props, value: 10 });
  expect(bar.className).toBe('full');
  expect(bar.getAttribute('aria-valuetext')).toBe('8 of 10 MB');
});

test('a time can be read by machines, and in full with UTC on hover', () => {
  const at = new Date(Date.now() - 12 * 60_000).toISOString();
  render(Time, { at });
  const time = screen.getByText('12 min ago');
  expect(time.getAttribute('datetime')).toBe(at);
  expect(time.getAttribute('title')).toContain('UTC');
});
