import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listenForPaste } from './pasting';

let stop: () => void;
const picture = vi.fn();
const text = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  picture.mockReset();
  text.mockReset();
  document.body.replaceChildren();
  stop = listenForPaste({ picture, text });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

/** jsdom has no ClipboardEvent. */
function paste(target: EventTarget, plain: string, files = 0): Event {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { getData: () => plain, files: { length: files } } });
  target.dispatchEvent(event);
  return event;
}
function press(target: EventTarget, key: string): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true }));
}
function field(): HTMLInputElement {
  const input = document.createElement('input');
  document.body.append(input);
  return input;
}

test('a clipboard of which the page sees nothing is read by the host', () => {
  paste(document.body, '');
  expect(picture).toHaveBeenCalledOnce();
});

test('a picture that is pasted into a text field is evidence too', () => {
  const event = paste(field(), '', 1);
  expect(picture).toHaveBeenCalledOnce();
  expect(event.defaultPrevented).toBe(true);
});

test('text in a text field is left to the field', () => {
  const event = paste(field(), 'acme-login.example', 1);
  expect(event.defaultPrevented).toBe(false);
  expect(picture).not.toHaveBeenCalled();
  expect(text).not.toHaveBeenCalled();
});

test('text outside a text field is handed over', () => {
  paste(document.body, 'acme-login.example');
  expect(text).toHaveBeenCalledWith('acme-login.example');
});

test('Ctrl+V counts by itself where the engine sends no event', () => {
  press(document.body, 'v');
  vi.advanceTimersByTime(200);
  expect(picture).toHaveBeenCalledOnce();
});

test('Ctrl+V with an event pastes once', () => {
  press(document.body, 'v');
  paste(document.body, '');
  vi.advanceTimersByTime(200);
  expect(picture).toHaveBeenCalledOnce();
});

test('behind an open dialog nothing is pasted', () => {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('open', '');
  document.body.append(dialog);
  paste(document.body, '');
  press(document.body, 'v');
  vi.advanceTimersByTime(200);
  expect(picture).not.toHaveBeenCalled();
});

test('where fields keep everything to themselves, a picture that is pasted into one is left to it', () => {
  stop();
  stop = listenForPaste({ picture, text }, { in_fields: false });
  const event = paste(field(), '', 1);
  expect(event.defaultPrevented).toBe(false);
  paste(document.body, '', 1);
  expect(picture).toHaveBeenCalledOnce();
});

test('a file that was copied in its folder is no text', () => {
  for (const copied of [
    'file:///home/jo/forwarded.eml',
    '/home/jo/forwarded.eml\n/home/jo/b.png',
    'C:\\mails\\a.msg',
  ]) {
    paste(document.body, copied);
  }
  expect(picture).toHaveBeenCalledTimes(3);
  expect(text).not.toHaveBeenCalled();
});
