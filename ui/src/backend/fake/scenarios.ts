// The named worlds of the fake: one for every state that a screen must be able to show.

import type { ConnectionHealth, ConnectionView, PreferencesView, Service } from '../contract';
import { caseOf, draft, evidence, submission } from './make';
import { addInline, addMail, addNone, addPersonal, addSeveral, addHostile } from './scenarios_found';
import { addBoth, addDenied, addFiled, addNotEntitled } from './scenarios_reports';
import { noAppeals } from './appeals';
import { addSites, noSites } from './sites';
import { targetOf } from './targets';
import { minutesAgo, type World } from './world';

export const scenarioNames = [
  'empty',
  'busy',
  'offline',
  'failing',
  'practice',
  'first_start',
  'both',
  'denied',
  'filed',
  'noFollowing',
  'notEntitled',
  'sites',
  'sitesEmpty',
  'sitesSyncing',
  'sitesStopped',
  'sitesNoKey',
  'sitesFailed',
  'mail',
  'mailSeveral',
  'mailNone',
  'mailInline',
  'mailHostile',
  'mailPersonal',
] as const;
/** A world by name. */
export type Scenario = (typeof scenarioNames)[number];

const preferences: PreferencesView = {
  name: 'Jo Example',
  email: 'jo@acme.example',
  brands: ['Acme', 'Acme Pay', 'Acme Retail'],
  own_sites: ['acme.example'],
  unreadable_sites: [],
  undo_seconds: 10,
  theme: 'system',
  system_theme: 'light',
  zoom_percent: 100,
  client_id: '',
  clients: [],
  set_up: true,
  profiles: [],
  profile_id: '',
  reminders: true,
};

const plain = {
  health: 'works',
  key_place: 'key_store',
  store_name: 'Secret Service',
  store_problem: null,
  checked_at: minutesAgo(90),
  account: 'Acme',
  account_id: null,
  accounts: [],
  clients: [],
  reading: 'unknown',
  filing: 'unknown',
  said: null,
} as const;
const connections: Record<Service, ConnectionView> = {
  phishfort: {
    ...plain,
    service: 'phishfort',
    key_tail: '7f3a',
    accounts: [],
    clients: [
      { id: 'c-1', name: 'Acme Pay' },
      { id: 'c-2', name: 'Acme Retail' },
    ],
  },
  cloudflare: {
    ...plain,
    service: 'cloudflare',
    key_tail: '9c1e',
    clients: [],
    account: 'Acme Brand Protection',
    account_id: '0123456789abcdef0123456789abcdef',
    accounts: [{ id: '0123456789abcdef0123456789abcdef', name: 'Acme Brand Protection' }],
    reading: 'yes',
  },
};

/** Both connections as they are when nothing of them is kept. */
function without(world: World, health: ConnectionHealth): void {
  for (const service of ['phishfort', 'cloudflare'] as const) {
    const nothing = { health, key_tail: null, key_place: null, checked_at: null, account: null, account_id: null };
    const unknown = { accounts: [], reading: 'unknown', filing: 'unknown' } as const;
    const clients = health === 'practice' ? world.connections[service].clients : [];
    world.connections[service] = { ...world.connections[service], ...nothing, ...unknown, accounts: [], clients };
  }
}

/** A world with nothing in it. */
function empty(): World {
  return {
    mode: 'real',
    preferences: { ...preferences },
    connections: { phishfort: { ...connections.phishfort }, cloudflare: { ...connections.cloudflare } },
    offline: false,
    real_waiting: 0,
    storage_failing: false,
    practice_failed: false,
    held: 0,
    ended_badly: false,
    files_waiting: 0,
    failing: new Map(),
    hanging: new Set(),
    remindersFailing: false,
    delay_ms: 0,
    cases: new Map(),
    drafts: new Map(),
    deleted: new Map(),
    readings: new Map(),
    submissions: new Map(),
    armed: null,
    armed_report: null,
    filed: [],
    filed_refreshed_at: null,
    following: 'works',
    sites: noSites(),
    appeals: noAppeals(),
    done: new Set(),
    refreshed_at: minutesAgo(2),
    clipboard: '',
    quit: null,
    open_draft: null,
    next: 1,
    notify: () => undefined,
  };
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** A dozen cases: a week as it is. */
function addCases(world: World, prefix: string): void {
  const files = [
    evidence(world, 'forwarded.eml'),
    evidence(world, 'login-page.png'),
    evidence(world, 'Pasted image 10-41.png', { size_bytes: 2_104_889 }),
  ];
  const note = 'Forwarded by a customer on 21 Nov. The sender was billing@acme-support.example.';
  const seeds: Parameters<typeof caseOf>[1][] = [
    { about: 'acme-login.example/secure/verify', status: 'takedown_in_progress', minutes: 12, files, note },
    { about: 'shop.acme-sale.example/cart', status: 'case_building', minutes: HOUR },
    { about: '+44 20 7946 0000', status: 'pre_weaponised', minutes: 2 * HOUR, wish: 'monitor' },
    { about: 'acme-parcel.example/track/9041', brand: 'Acme Retail', status: 'takedown_success', minutes: 4 * HOUR },
    { about: 'help@acme-support.example', status: 'pending_review', minutes: DAY },
    { about: 'acme-gift.example/win', brand: 'Acme Retail', status: 'takedown_attempt_failed', minutes: DAY + HOUR },
    { about: 'pay-acme.example', brand: 'Acme Pay', status: 'action_required', minutes: 2 * DAY },
    { about: '192.0.2.44', brand: 'Acme Pay', status: 'blocklisted', minutes: 2 * DAY + HOUR },
    { about: 'xn--acm-dma.example/login', status: 'approval_required', minutes: 3 * DAY },
    { about: 'acme-bonus.example', status: 'other', raw: 'escalated_to_registry', minutes: 4 * DAY },
    { about: 'old-acme.example', status: 'closed', minutes: 9 * DAY },
  ];
  seeds.forEach((seed, index) => {
    const made = caseOf(world, { number: `${prefix}${48213 - index * 7}`, ...seed });
    world.cases.set(made.row.id, made);
  });
}

function addDraft(world: World): void {
  const made = draft(world, { target: 'acme-jobs.example/apply' }, [evidence(world, 'offer.eml')]);
  const about = targetOf('acme-jobs.example/apply');
  world.drafts.set(made.id, { ...made, target: about, kind: 'web' });
  const row = caseOf(world, { about: 'acme-jobs.example/apply', status: 'draft', minutes: 3 * DAY });
  const kept = { ...row, row: { ...row.row, id: made.case_id, draft_id: made.id }, evidence: made.evidence };
  world.cases.set(made.case_id, kept);
}

/** One of everything that is not settled. */
function addOutbox(world: World): void {
  const rows = [
    submission(world, 'acme-wallet.example', {
      state: 'needs_person',
      reason: 'not_found_there',
      sent_at: minutesAgo(184),
      looks: [180, 178, 175, 170].map((minutes) => ({ at: minutesAgo(minutes), result: 'absent' as const })),
    }),
    submission(world, 'shop-acme.example', { due_in_ms: 6000, due_at: minutesAgo(-0.1), can_undo: true }),
    submission(world, 'acme-careers.example', {
      state: 'sending',
      files: 3,
      bytes_total: 8_700_000,
      bytes_handed: 5_200_000,
      sent_at: minutesAgo(0),
    }),
    submission(world, 'acme.sale.example', {
      state: 'deferred',
      reason: 'slow_down',
      due_at: minutesAgo(-5),
      due_in_ms: 300_000,
      can_undo: true,
    }),
    submission(world, 'acme-tm.example', {
      state: 'rejected',
      reason: 'refused',
      said: 'url: must be a valid URL',
    }),
  ];
  for (const row of rows) {
    const status = { needs_person: 'unsure', rejected: 'not_sent' }[row.state as string] ?? 'sending';
    const made = caseOf(world, {
      about: row.target.exact,
      brand: 'Acme Pay',
      status: status as 'unsure' | 'not_sent' | 'sending',
      minutes: 184,
    });
    const id = made.row.id;
    row.case_id = id;
    world.submissions.set(row.id, row);
    if (row.state === 'needs_person' || row.state === 'rejected') {
      world.cases.set(id, { ...made, open: [row], can_open: false, can_refresh: false });
    } else {
      world.cases.set(id, { ...made, open: [row], sent: [] });
    }
  }
}

/** A world with a week of work in it. */
function busy(prefix = 'PF-'): World {
  const world = empty();
  addCases(world, prefix);
  addDraft(world);
  addOutbox(world);
  return world;
}

/** An empty world with this added. */
function withReports(...adding: Array<(world: World) => void>): World {
  const world = empty();
  for (const add of adding) add(world);
  return world;
}

/** A fresh world. */
export function scenario(name: Scenario): World {
  switch (name) {
    case 'empty':
      return empty();
    case 'busy':
      return busy();
    case 'both':
      return withReports(addBoth);
    case 'denied':
      return withReports(addDenied);
    case 'filed':
      return withReports(addBoth, addFiled);
    case 'noFollowing': {
      const world = withReports(addBoth);
      world.following = 'no_such_list';
      return world;
    }
    case 'sites':
      return withReports(addSites);
    case 'sitesEmpty':
      return empty();
    case 'sitesSyncing': {
      const world = withReports(addSites);
      world.sites.step_ms = 0;
      world.sites.sync = { reports_read: 300, reports_total: 500, lists_read: 120, lists_total: 300, stopping: false };
      return world;
    }
    case 'sitesStopped': {
      const world = withReports(addSites);
      world.sites.unfinished = true;
      return world;
    }
    case 'sitesNoKey': {
      const world = empty();
      world.sites = { ...world.sites, following: 'no_key', refreshed_at: null };
      return world;
    }
    case 'sitesFailed': {
      const world = withReports(addSites);
      world.sites = { ...world.sites, following: 'not_permitted', said: 'Authentication error' };
      return world;
    }
    case 'mail':
      return withReports(addMail);
    case 'mailSeveral':
      return withReports(addSeveral);
    case 'mailNone':
      return withReports(addNone);
    case 'mailInline':
      return withReports(addInline);
    case 'mailHostile':
      return withReports(addHostile);
    case 'mailPersonal':
      return withReports(addPersonal);
    case 'notEntitled':
      return withReports(addNotEntitled);
    case 'offline': {
      const world = busy();
      world.offline = true;
      for (const one of Object.values(world.connections)) one.health = 'unreachable';
      return world;
    }
    case 'failing': {
      const world = busy();
      for (const command of ['cases_list', 'case_read', 'outbox_list', 'draft_open', 'draft_create'] as const) {
        world.failing.set(command, 'storage_failed');
      }
      return world;
    }
    case 'practice': {
      const world = busy('PRACTICE-');
      world.mode = 'practice';
      addSites(world);
      without(world, 'practice');
      return world;
    }
    case 'first_start': {
      const world = empty();
      world.mode = 'choosing';
      world.preferences = { ...preferences, name: '', email: '', brands: [], own_sites: [], set_up: false };
      without(world, 'no_key');
      return world;
    }
  }
}
