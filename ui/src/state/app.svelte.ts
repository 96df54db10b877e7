// What the whole window knows: mode, preferences, counts, and who is told when they change.

import { getContext, setContext, tick } from 'svelte';
import {
  call,
  listen,
  type CountsView,
  type Mode,
  type PreferencesChange,
  type PreferencesView,
  type StartView,
} from '../backend';
import { wordsOf } from '../errors/words_of';
import { applyAppearance, clampZoom } from './appearance';
import { router, type Place } from './router.svelte';
import { Toasts } from './toasts.svelte';
import { Undo } from './undo.svelte';

/** What opens, leaves or starts over practice. */
export type ModeSwitch = 'practice_enter' | 'practice_leave' | 'practice_reset';

const NOTHING: CountsView = {
  cases: 0,
  needs_you: 0,
  outbox: 0,
  outbox_needs_you: 0,
  offline: false,
  connected: false,
  real_waiting: 0,
  storage_failing: false,
  sites_needs_you: 0,
};

/** Where the window opens. */
export function landing({ mode, preferences }: Pick<StartView, 'mode' | 'preferences'>): Place {
  if (mode === 'choosing') return { at: 'welcome' };
  if (mode === 'real' && !preferences.set_up) return { at: 'setup' };
  return { at: 'cases' };
}

export class AppState {
  start = $state.raw<StartView>() as StartView;
  preferences = $state.raw<PreferencesView>() as PreferencesView;
  counts = $state.raw<CountsView>(NOTHING);
  /** Files that the app was opened with, or that were dropped, before it is known where they go. */
  files_waiting = $state(0);
  /** What F5 and Ctrl+R do on this screen; set by the screen while it shows. */
  refresh: (() => void) | null = null;
  readonly toasts = new Toasts();
  readonly undo = new Undo(this.toasts);

  constructor(start: StartView) {
    this.start = start;
    this.files_waiting = start.files_waiting;
    this.preferences = start.preferences;
    router.start(landing(start));
  }

  get mode(): Mode {
    return this.start.mode;
  }
  get practice(): boolean {
    return this.start.mode === 'practice';
  }
  /** Judged by the host from its last requests, never from the network card. */
  get offline(): boolean {
    return this.counts.offline;
  }

  /** Begins to hear the host. The answer stops it. */
  listen(): () => void {
    void this.recount();
    const stops = [
      this.undo.start(),
      listen((notice) => {
        if (notice.kind === 'preferences_changed') void this.reread();
        if (/^(cases|outbox|connection|sites)_changed$/.test(notice.kind)) void this.recount();
        if (notice.kind === 'files_left' && this.mode === 'choosing') void this.#countWaitingFiles();
      }),
    ];
    void this.#ready();
    const system = globalThis.matchMedia?.('(prefers-color-scheme: dark)');
    const follow = () => applyAppearance(this.preferences);
    system?.addEventListener('change', follow);
    return () => {
      stops.forEach((stop) => stop());
      system?.removeEventListener('change', follow);
    };
  }

  /** Another mode, or practice from the beginning: nothing of before is shown any more. */
  begin(start: StartView, place: Place = landing(start)): void {
    this.start = start;
    this.files_waiting = start.files_waiting;
    this.#prefer(start.preferences);
    this.counts = NOTHING;
    this.toasts.dismiss();
    this.undo.forget();
    router.start(place);
    void router.focusHeading();
    void this.recount();
    void this.#ready();
  }

  /** Says that everything here listens: files that the app was opened with then arrive as a drop. */
  async #ready(): Promise<void> {
    // Once the screen is drawn, so that what listens on it does.
    await tick();
    try {
      await call('app_ready');
    } catch {
      // Files that wait go on waiting, and are asked for again with the next mode.
    }
  }

  async #countWaitingFiles(): Promise<void> {
    try {
      this.files_waiting = (await call('app_start')).files_waiting;
    } catch {
      // They are opened all the same, once it is known where they go.
    }
  }

  /**
   * Asks the host for another mode and begins with it. `place` is where real work goes on; who has not set up yet does
   * that first. Answers whether it was done; where it was not, the words are said, and the window shows the mode that
   * the host is in, whichever that is: practice that is not marked as such, or the other way round, would deceive.
   */
  async switchMode(command: ModeSwitch, place?: Place): Promise<boolean> {
    // The clock of what was sent in the old mode is known to nobody in the new one.
    await this.undo.letRun();
    try {
      const start = await call(command);
      this.begin(start, command === 'practice_leave' && !start.preferences.set_up ? { at: 'setup' } : place);
      return true;
    } catch (cause) {
      await this.#showHostsMode();
      this.toasts.fail(wordsOf(cause));
      return false;
    }
  }

  async #showHostsMode(): Promise<void> {
    try {
      const start = await call('app_start');
      if (start.mode !== this.mode) this.begin(start);
    } catch {
      // The words of the refused switch are said in any case.
    }
  }

  async recount(): Promise<void> {
    try {
      this.counts = await call('app_counts');
    } catch {
      // Numbers beside the places are a convenience; the screens themselves say what failed.
    }
  }

  async reread(): Promise<void> {
    try {
      this.#prefer(await call('preferences_read'));
    } catch {
      // What is shown stays; Settings says what failed when it is opened.
    }
  }

  /** Saves a change of the preferences. Rejects with a `Refusal`. */
  async save(change: PreferencesChange): Promise<PreferencesView> {
    this.#prefer(await call('preferences_save', { change }));
    return this.preferences;
  }

  /** Zooms the window and keeps it. */
  async zoom(percent: number): Promise<void> {
    const zoom_percent = clampZoom(percent);
    if (zoom_percent === this.preferences.zoom_percent) return;
    applyAppearance({ ...this.preferences, zoom_percent });
    try {
      await this.save({ zoom_percent });
    } catch (cause) {
      this.toasts.fail(wordsOf(cause));
    }
  }

  /** Copies text and says so. */
  async copy(text: string, said: string): Promise<void> {
    try {
      await call('text_copy', { text });
      this.toasts.show(said);
    } catch (cause) {
      this.toasts.fail(wordsOf(cause));
    }
  }

  #prefer(preferences: PreferencesView): void {
    this.preferences = preferences;
    applyAppearance(preferences);
  }
}

const KEY = Symbol('app');

/** Gives the window's state to everything below. */
export function provideApp(app: AppState): AppState {
  return setContext(KEY, app);
}

/** The window's state. */
export function getApp(): AppState {
  return getContext<AppState>(KEY);
}
