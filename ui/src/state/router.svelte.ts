// Where the window is. Places are values: there are no addresses to type and none to link to.

import { tick } from 'svelte';

/** A part of Settings. */
export type SettingsSection = 'you' | 'connections' | 'sending' | 'appearance' | 'storage' | 'about';

/** A list of Our sites. */
export type SitesPart = 'blocks' | 'reports';

/** Every place of the window. */
export type Place =
  | { at: 'welcome' }
  | { at: 'setup' }
  | { at: 'cases' }
  | { at: 'case'; id: string }
  | { at: 'filed' }
  | { at: 'filed_report'; id: string }
  | { at: 'sites'; view?: SitesPart }
  | { at: 'sites_block'; report_id: string; id: string }
  | { at: 'sites_report'; id: string }
  | { at: 'report'; draft_id: string | null }
  | { at: 'check'; draft_id: string }
  | { at: 'outbox' }
  | { at: 'settings'; section: SettingsSection }
  | { at: 'help' };

/** How many steps back are remembered. */
const DEPTH = 50;

class Router {
  #place = $state.raw<Place>({ at: 'cases' });
  #trail: Place[] = [];
  /** Bound to the sheet: the screen whose heading takes the focus. */
  sheet = $state.raw<HTMLElement | null>(null);

  /** The place that is shown. */
  get place(): Place {
    return this.#place;
  }

  /** Shows a place and gives its heading the focus. */
  go(place: Place): void {
    this.#trail = [...this.#trail, this.#place].slice(-DEPTH);
    this.#show(place);
  }

  /** Shows a place that takes the present one's stead in the trail: a draft that just came to be, a mode that changed. */
  replace(place: Place): void {
    this.#show(place);
  }

  /** Forgets the trail: what was there belongs to another mode. */
  start(place: Place): void {
    this.#trail = [];
    this.#place = place;
  }

  /** To the place before this one, or to the one given. */
  back(otherwise: Place = { at: 'cases' }): void {
    const before = this.#trail.at(-1);
    this.#trail = this.#trail.slice(0, -1);
    this.#show(before ?? otherwise);
  }

  #show(place: Place): void {
    this.#place = place;
    void this.focusHeading();
  }

  /** Once the new screen is drawn, its h1 takes the focus (WCAG 2.4.3). */
  async focusHeading(): Promise<void> {
    await tick();
    const heading = (this.sheet ?? document).querySelector<HTMLElement>('h1[tabindex="-1"]');
    heading?.focus({ preventScroll: true });
  }
}

/** The window has one place at a time, so there is one router. */
export const router = new Router();

/** Shows a place. */
export const go = (place: Place): void => router.go(place);
/** To the place before. */
export const back = (otherwise?: Place): void => router.back(otherwise);
