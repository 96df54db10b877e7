// A refresh of our sites as the fake plays it: it goes on by itself, and can be stopped.

import { minutesAgo, type World } from './world';

/** So many reports and lists a refresh of the fake reads. */
const REPORTS = 500;
const LISTS = 480;
const REPORTS_STEP = 100;
const LISTS_STEP = 120;

/** Begins a refresh, or goes on with one that was stopped. It goes on by itself. */
export function beginSync(world: World): void {
  const { sites } = world;
  if (sites.sync) return;
  sites.unfinished = false;
  sites.sync = { reports_read: 0, reports_total: 0, lists_read: 0, lists_total: 0, stopping: false };
  world.notify({ kind: 'sites_sync' });
  if (sites.step_ms > 0) sites.timer = setTimeout(() => step(world), sites.step_ms);
}

function step(world: World): void {
  const { sites } = world;
  const { sync } = sites;
  if (!sync) return;
  if (sync.stopping) return endSync(world, true);
  sync.reports_total = REPORTS;
  if (sync.reports_read < REPORTS) {
    sync.reports_read = Math.min(REPORTS, sync.reports_read + REPORTS_STEP);
    sync.lists_total = Math.min(LISTS, sync.reports_read);
  } else if (sync.lists_read < LISTS) sync.lists_read = Math.min(LISTS, sync.lists_read + LISTS_STEP);
  else return endSync(world, false);
  world.notify({ kind: 'sites_sync' });
  sites.timer = setTimeout(() => step(world), sites.step_ms);
}

/** Ends a refresh; `unfinished` where it was stopped before its end. */
export function endSync(world: World, unfinished: boolean): void {
  const { sites } = world;
  clearTimeout(sites.timer);
  sites.sync = null;
  sites.unfinished = unfinished;
  if (!unfinished) sites.refreshed_at = minutesAgo(0);
  world.notify({ kind: 'sites_changed' });
  world.notify({ kind: 'sites_sync' });
}
