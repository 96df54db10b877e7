// What jsdom lacks of a browser, so that components run as they are. Loaded before every test file.

import { cleanup, configure } from '@testing-library/svelte';
import { afterEach } from 'vitest';
import { router } from '../state/router.svelte';
import { title } from '../state/title.svelte';

// A busy machine is no reason to fail: these are upper bounds, and what is awaited comes as soon as it can.
configure({ asyncUtilTimeout: 5000 });

// jsdom has no modal dialogs: the open attribute and a cancel event on Escape are what our code relies on.
const escape = new WeakMap<HTMLDialogElement, (event: KeyboardEvent) => void>();
HTMLDialogElement.prototype.showModal = function () {
  this.setAttribute('open', '');
  const heard = (event: KeyboardEvent) => {
    if (event.key === 'Escape') this.dispatchEvent(new Event('cancel', { cancelable: true }));
  };
  escape.set(this, heard);
  document.addEventListener('keydown', heard);
  this.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
};
HTMLDialogElement.prototype.close = function () {
  this.removeAttribute('open');
  const heard = escape.get(this);
  if (heard) document.removeEventListener('keydown', heard);
};

Element.prototype.scrollIntoView ??= () => undefined;
globalThis.matchMedia ??= (media: string) =>
  ({ matches: false, media, addEventListener() {}, removeEventListener() {} }) as unknown as MediaQueryList;

afterEach(() => {
  cleanup();
  router.start({ at: 'cases' });
  Object.assign(title, { screen: '', error: false });
});
