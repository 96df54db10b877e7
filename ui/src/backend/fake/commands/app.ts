import type { PreferencesChange, StartView } from '../../contract';
import { dropMail } from '../arriving';
import type { Handlers, World } from '../world';

/** What the window needs before its first frame, as things stand. */
export function startView(world: World): StartView {
  return {
    mode: world.mode,
    preferences: world.preferences,
    preferences_reset: false,
    ended_badly: world.ended_badly,
    version: '0.1.0',
    held: world.held,
    practice_failed: world.practice_failed,
    files_waiting: world.files_waiting,
  };
}

function change(world: World, { client_id, ...rest }: PreferencesChange) {
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  world.preferences = { ...world.preferences, ...given, ...(client_id === undefined ? {} : { client_id }) };
  const { own_sites, set_up } = world.preferences;
  world.preferences.unreadable_sites = own_sites.filter((site) => !/^[^\s.]+(\.[^\s.]+)+$/.test(site));
  // The host calls it choosing until setting up is done.
  if (set_up && world.mode === 'choosing') world.mode = 'real';
  world.notify({ kind: 'preferences_changed' });
  return world.preferences;
}

export function appCommands(
  world: World,
): Pick<
  Handlers,
  | 'app_start'
  | 'app_ready'
  | 'app_counts'
  | 'app_about'
  | 'app_quit'
  | 'text_copy'
  | 'preferences_read'
  | 'preferences_save'
> {
  return {
    app_start: () => startView(world),
    app_ready: () => {
      const count = world.files_waiting;
      if (count === 0 || world.mode === 'choosing') return {};
      world.files_waiting = 0;
      dropMail(world, count);
      return {};
    },
    app_counts: () => {
      const open = [...world.submissions.values()].filter((one) => one.state !== 'accepted' && one.state !== 'undone');
      const waits = open.filter((one) => ['held', 'needs_person', 'rejected'].includes(one.state));
      return {
        cases: world.cases.size,
        needs_you: [...world.cases.values()].filter((one) => one.row.needs_you).length,
        outbox: open.length,
        outbox_needs_you: waits.length,
        offline: world.offline,
        connected: Object.values(world.connections).some((one) => one.key_tail !== null),
        real_waiting: world.real_waiting,
        storage_failing: world.storage_failing,
        sites_needs_you: world.sites.blocks.filter((one) => one.row.review === 'offered').length,
      };
    },
    app_about: () => ({
      version: '0.1.0',
      data_folder: '/home/jo/.local/share/takedown-desk',
      evidence_mb: '41.2',
      ledger_mb: '1.8',
      sqlite: '3.50.4',
      engine: 'WebKitGTK 2.50.6',
    }),
    app_quit: ({ how }) => {
      world.quit = how;
      return {};
    },
    text_copy: ({ text }) => {
      world.clipboard = text;
      return {};
    },
    preferences_read: () => world.preferences,
    preferences_save: (args) => change(world, args.change),
  };
}
