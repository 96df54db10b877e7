// The shortcuts that work everywhere. No single letters: WCAG 2.1.4.

import { tick } from 'svelte';
import type { AppState } from './app.svelte';
import { ZOOM } from './appearance';
import { back, go, router, type Place } from './router.svelte';

/** Whether typing goes into a field: there, Ctrl+Z is the field's own. */
export function inTextField(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  if (element.isContentEditable || element instanceof HTMLTextAreaElement) return true;
  return element instanceof HTMLInputElement && !/^(checkbox|radio|button|submit|reset|range)$/.test(element.type);
}

/** Screens of one thing, from which Esc leads back to the list. */
const inDetail = ({ at }: Place) =>
  at === 'case' || at === 'filed_report' || at === 'filed' || at === 'sites_block' || at === 'sites_report';

const sections: readonly Place[] = [
  { at: 'cases' },
  { at: 'outbox' },
  { at: 'sites' },
  { at: 'settings', section: 'you' },
  { at: 'help' },
];

/** F6: from one part of the window to the next. */
function nextPane(backwards: boolean): void {
  const panes = [...document.querySelectorAll<HTMLElement>('.practice, .side, main')];
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  const pane = panes.at((here + (backwards ? -1 : 1) + panes.length) % panes.length);
  if (pane?.matches('main')) void router.focusHeading();
  else pane?.querySelector<HTMLElement>('[aria-current], button, a')?.focus();
}

/** Screens with a search of their own. */
const hasSearch = ({ at }: Place) => at === 'cases' || at === 'filed' || at === 'sites';

async function search(): Promise<void> {
  if (!hasSearch(router.place)) {
    router.go({ at: 'cases' });
    await tick();
    // The heading takes the focus first; the search box is what was asked for.
    await tick();
  }
  document.querySelector<HTMLInputElement>('input[type="search"]')?.focus();
}

/** What a key with Ctrl or ⌘ does; none when it is not ours. */
function commandOf(event: KeyboardEvent, app: AppState, showShortcuts: () => void): (() => void) | undefined {
  const zoom = app.preferences.zoom_percent;
  const key = event.key.toLowerCase();
  if (/^[1-5]$/.test(key) && !event.shiftKey) {
    const place = sections[Number(key) - 1];
    return place && (() => go(place));
  }
  const commands: Record<string, () => void> = {
    n: () => go({ at: 'report', draft_id: null }),
    f: () => void search(),
    ',': () => go({ at: 'settings', section: 'you' }),
    r: () => app.refresh?.(),
    '+': () => void app.zoom(zoom + ZOOM.step),
    '=': () => void app.zoom(zoom + ZOOM.step),
    '-': () => void app.zoom(zoom - ZOOM.step),
    '0': () => void app.zoom(100),
    '?': showShortcuts,
  };
  if (key === 'z' && !event.shiftKey && app.undo.held.length > 0 && !inTextField(document.activeElement)) {
    return () => void app.undo.undo();
  }
  return commands[key];
}

/** Does what a key asks for, if it is one of ours. */
export function onKey(event: KeyboardEvent, app: AppState, showShortcuts: () => void): void {
  if (event.defaultPrevented || event.altKey) return;
  const ready = app.mode !== 'choosing';
  const asking = document.querySelector('dialog[open]') !== null;
  if (event.ctrlKey || event.metaKey) {
    const command = ready && !asking ? commandOf(event, app, showShortcuts) : undefined;
    // A reload would lose what the window knows: never, not even while a question is open.
    if (command || event.key.toLowerCase() === 'r') event.preventDefault();
    command?.();
    return;
  }
  if (event.key === 'F5') {
    event.preventDefault();
    if (!asking) app.refresh?.();
  } else if (event.key === 'F6' && !asking) {
    event.preventDefault();
    nextPane(event.shiftKey);
  } else if (event.key === 'Escape' && !asking && inDetail(router.place) && !inTextField(document.activeElement)) {
    back();
  }
}
