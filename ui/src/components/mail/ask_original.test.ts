import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { setBackend } from '../../backend';
import { FakeBackend } from '../../backend/fake';
import { expectAccessible } from '../../testing/window';
import { askingWords, choiceFor, programOrder, programs, stepsHere } from '../../words/mail_programs';
import AskOriginal from './AskOriginal.svelte';

let fake: FakeBackend;
const onclose = vi.fn();
beforeEach(() => {
  fake = new FakeBackend('empty');
  setBackend(fake);
  onclose.mockReset();
});

function dialog(program: keyof typeof choiceFor) {
  render(AskOriginal, { props: { program, onclose } });
  return { user: userEvent.setup(), inside: within(screen.getByRole('dialog', { name: 'Get the original email' })) };
}

test('it says what was lost and why that matters, and begins with the program that was told', async () => {
  const { inside } = dialog('gmail');
  expect(inside.getByText(/lost its headers on the way/)).toBeTruthy();
  expect(inside.getByText('It looks as if it was forwarded with Gmail.')).toBeTruthy();
  expect(inside.getByRole('combobox')).toHaveProperty('value', 'gmail');
  expect(inside.getByText(/Download message/, { selector: 'li' })).toBeTruthy();
  await expectAccessible();
});

test('another program has other steps and other words', async () => {
  const { user, inside } = dialog('unknown');
  expect(inside.queryByText(/It looks as if/), 'nothing is said that nobody knows').toBeNull();
  expect(inside.getByRole('combobox')).toHaveProperty('value', 'other');
  await user.selectOptions(inside.getByRole('combobox'), 'thunderbird');
  expect(inside.getByText(/Right-click it/, { selector: 'li' })).toBeTruthy();
  expect(inside.getByLabelText('Words to send to whoever forwarded it')).toHaveProperty(
    'value',
    askingWords('thunderbird'),
  );
});

test('the words are copied, and that is said in the dialog', async () => {
  const { user, inside } = dialog('outlook');
  await user.click(inside.getByRole('button', { name: 'Copy the words' }));
  expect(await inside.findByText('Copied.')).toBeTruthy();
  expect(fake.world.clipboard).toBe(askingWords('outlook_new'));
  await user.selectOptions(inside.getByRole('combobox'), 'gmail');
  expect(inside.queryByText('Copied.'), 'other words were not copied').toBeNull();
});

test('words that can’t be copied say why, and stay there to be selected', async () => {
  fake.world.failing.set('text_copy', 'no_window');
  const { user, inside } = dialog('yahoo');
  await user.click(inside.getByRole('button', { name: 'Copy the words' }));
  await vi.waitFor(() => expect(inside.getByRole('status').textContent).not.toBe(''));
  expect(inside.queryByText('Copied.')).toBeNull();
});

test('Esc leaves it', async () => {
  const { user, inside } = dialog('apple_mail');
  expect(inside.getByRole('button', { name: 'Close' })).toBeTruthy();
  await user.keyboard('{Escape}');
  expect(onclose).toHaveBeenCalled();
});

test('every program has steps that end with the file on this window, and words that ask for it', () => {
  for (const choice of programOrder) {
    const here = stepsHere(choice);
    expect(here.at(-1), choice).toMatch(/on this window/);
    const asking = askingWords(choice);
    expect(asking, choice).toContain(programs[choice].steps[0]);
    expect(asking, choice).toMatch(/\n\d\. Send (me that file|the new email to me)/);
    expect(asking, 'whoever forwarded it has no such window').not.toContain('this window');
  }
});
