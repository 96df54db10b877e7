// Words of Settings.

import type { ConnectionHealth, KeyStoreProblem, Theme } from '../backend/contract';

export type Section = 'you' | 'connections' | 'sending' | 'appearance' | 'storage' | 'about';

/** The sections, in their order. */
export const sectionWords: Record<Section, string> = {
  you: 'You',
  connections: 'Connections',
  sending: 'Sending',
  appearance: 'Appearance',
  storage: 'Storage',
  about: 'About',
};

/** How a connection is; the time of the last try follows where there is one. */
export const healthWords: Record<ConnectionHealth, string> = {
  no_key: 'No key yet',
  untested: 'Not tried yet',
  works: 'Works',
  partly_works: 'Partly works',
  no_account: 'No account chosen',
  key_refused: 'Key refused',
  unreachable: 'Not reached',
  failed: 'Does not work now',
  practice: 'Practice',
};

/** What follows from a connection to PhishFort that does not work. */
export const healthAdvice: Partial<Record<ConnectionHealth, string>> = {
  key_refused: 'PhishFort refused the key. Reports wait in the Outbox. Paste a new key to send them.',
  unreachable: 'PhishFort could not be reached. The key is kept. Test again when you’re back online.',
  failed: 'PhishFort answered with an error. The key is kept. Test again later.',
};

/** What is wrong with the key store, and what that means. */
export const storeWords: Record<KeyStoreProblem, string> = {
  missing: 'This computer has no password store. The key is kept only until you quit.',
  no_answer:
    'The password store does not answer. Look for a window that asks for its password and unlock it. Until then the key is kept only until you quit.',
  failed: 'The password store refused the key. It is kept only until you quit.',
};

/** What helps against each. */
export const storeHelp: Record<KeyStoreProblem, string> = {
  missing: 'To keep it, install GNOME Keyring or KWallet, then start the app again.',
  no_answer: 'If it stays like this, quit and start the app again.',
  failed: 'To try again, quit and start the app again.',
};

/** The undo windows, in seconds; 0 asks instead, -1 waits. */
export const undoChoices: readonly number[] = [0, 5, 10, 30, 60, 120, -1];

/** Light, dark, or as the system. */
export const themeWords: Record<Theme, { title: string; hint: string }> = {
  system: { title: 'As the system', hint: 'Follows light and dark of your computer' },
  light: { title: 'Light', hint: 'Dark words on light ground' },
  dark: { title: 'Dark', hint: 'Light words on dark ground' },
};

/** Zoom steps, in percent. */
export const zoomSteps: readonly number[] = [80, 90, 100, 110, 125, 150, 175, 200];

export const connection = {
  lead: 'Each of the two is optional. The app works with one of them, and better with both.',
  show: 'Show',
  hide: 'Hide',
  save: 'Save and test',
  saving: 'Saving and testing…',
  waitingStore: 'Waiting for the password store to be unlocked. Look for a window that asks for its password.',
  none: 'None',
  dots: (tail: string) => `••••••••••••${tail}`,
  endsIn: (tail: string) => `ends in ${tail}`,
  place: { key_store: (store: string) => `Saved in ${store}`, until_quit: 'Kept only until you quit' },
  account: 'Account',
  test: 'Test',
  testing: 'Testing…',
  replace: 'Replace…',
  removeAct: 'Remove…',
  removeBusy: 'Removing…',
  cancel: 'Cancel',
  checked: (when: string) => `checked ${when}`,
  client: 'Brand or client',
  clientHint: 'New reports are for this one.',
  clientNone: 'Our own account',
  clientId: 'Id',
  clientIdHint: 'As PhishFort shows it',
  clientName: 'Name',
  clientNameHint: 'As you call it',
  clientAdd: 'Add',
  clientAddAct: 'Add a brand or client…',
  clientRemoveAct: 'Remove',
  clientTyped: 'PhishFort did not name any. If you report for several, add them here.',
  clientAddTitle: 'Add a brand or client',
  clientIdEmpty: 'Enter the id of the brand or client',
  clientRemove: (name: string) => `Remove ${name}`,
  clientAdded: (name: string) => `${name} added`,
  clientRemoved: (name: string) => `${name} removed`,
  practice: 'In practice PhishFort and Cloudflare are played on this computer. They need no key, and no key is loaded.',
  practiceAct: 'Connect for real…',
  leaveTitle: 'Leave practice?',
  leaveAct: 'Connect for real',
  lock: 'Keys never leave this computer except to the service they belong to. Nobody can read them here again.',
  loading: 'Asking for the connections',
  failed: (service: string) => `The connection to ${service} could not be read.`,
  details: 'Details',
} as const;

export const settings = {
  title: 'Settings',
  nav: 'Settings',
  loading: 'Loading the settings',
  saved: 'Saved',
  notSaved: 'This was not saved. What you typed is still here.',
  sending: {
    legend: 'Time to undo after Send',
    hint: 'Nothing leaves your computer until it is over.',
    choice: (seconds: number) => {
      if (seconds === 0) return 'Off';
      if (seconds < 0) return 'Until I press Send now';
      return `${seconds} seconds`;
    },
    choiceHint: (seconds: number) => {
      if (seconds === 0) return 'You are asked once more instead';
      if (seconds < 0) return 'Reports wait in the Outbox';
      return '';
    },
  },
  appearance: {
    legend: 'Light or dark',
    zoom: 'Size of everything',
    zoomHint: 'Ctrl and +, - or 0 do the same anywhere.',
    percent: (n: number) => `${n} %`,
  },
  storage: {
    folder: 'Folder',
    copy: 'Copy the path',
    copied: 'Path copied',
    evidence: 'Evidence',
    cases: 'Cases and drafts',
    size: (mb: string) => `${mb} MB`,
    kept: 'What is kept',
    keptText:
      'Every report, draft and piece of evidence, and what was sent and answered. All of it stays on this computer until you delete the folder. Keys are not in it.',
    backup: 'How to keep a copy',
    backupText: 'Quit the app, then copy the whole folder. To go back, quit the app and put the copy in its place.',
    loading: 'Looking at the folder',
    failed: 'The folder could not be looked at.',
  },
  about: {
    app: 'Takedown Desk',
    version: 'Version',
    engine: 'Window',
    sqlite: 'SQLite',
    unknown: 'Not known',
    licence:
      'Free software under the MIT or the Apache 2.0 licence, as you choose. It is built from other people’s work; DEPENDENCIES.md beside the source names it.',
  },
} as const;
