// Theme and zoom, set on the root element: before the first frame, and whenever the preferences change.

import type { PreferencesView, Theme } from '../backend';

/** Smallest and largest zoom in percent, and one step of it. */
export const ZOOM = { min: 80, max: 200, step: 10 } as const;

/** Light or dark. The host's word counts for "as the system"; the media query is what is left where it can't tell. */
export function themeShown(preferences: Pick<PreferencesView, 'theme' | 'system_theme'>): Exclude<Theme, 'system'> {
  const wanted = preferences.theme === 'system' ? preferences.system_theme : preferences.theme;
  if (wanted === 'light' || wanted === 'dark') return wanted;
  return globalThis.matchMedia?.('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Sets theme and zoom. All sizes are in rem, so the root's font size is the zoom. */
export function applyAppearance(preferences: Pick<PreferencesView, 'theme' | 'system_theme' | 'zoom_percent'>): void {
  const root = document.documentElement;
  root.dataset.theme = themeShown(preferences);
  root.style.fontSize = `${clampZoom(preferences.zoom_percent)}%`;
}

/** A zoom within its bounds. */
export function clampZoom(percent: number): number {
  return Math.min(ZOOM.max, Math.max(ZOOM.min, Math.round(percent) || 100));
}
