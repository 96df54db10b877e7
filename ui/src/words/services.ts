// Words of the two connections: what differs between PhishFort's key and Cloudflare's API token and account.

import type { Ability, ConnectionHealth, Service } from '../backend/contract';
import { healthAdvice, healthWords } from './settings';

/** What a card says of its service. */
export interface ServiceWords {
  name: string;
  /** What it is good for, in one line. */
  what: string;
  key: string;
  keyLabel: string;
  keyHint: string;
  keyEmpty: string;
  keyUnlikely: string;
  keyRefused: string;
  showKey: string;
  hideKey: string;
  add: string;
  addTitle: string;
  replaceTitle: string;
  saved: string;
  savedUntested: string;
  savedFailed: string;
  remove: { title: string; text: string; act: string };
  removed: string;
  said: string;
  health: Record<ConnectionHealth, string>;
  /** What follows from a connection that does not work. */
  advice: Partial<Record<ConnectionHealth, string>>;
}

export const serviceWords: Record<Service, ServiceWords> = {
  phishfort: {
    name: 'PhishFort',
    what: 'Takes down and watches fakes of your brands.',
    key: 'Key',
    keyLabel: 'PhishFort key',
    keyHint: 'Spaces and line breaks are dropped. Nobody can read it here again.',
    keyEmpty: 'Paste the key that PhishFort gave you',
    keyUnlikely: 'This does not look like a key. Copy it again from PhishFort, whole and alone',
    keyRefused: 'PhishFort refused this key. Copy it again from PhishFort, or ask them for a new one',
    showKey: 'Show the key',
    hideKey: 'Hide the key',
    add: 'Add a key…',
    addTitle: 'Add a key',
    replaceTitle: 'Replace the key',
    saved: 'Key saved. PhishFort answers.',
    savedUntested: 'Key saved. It could not be tried: PhishFort was not reached.',
    savedFailed: 'Key saved. PhishFort answered with an error, so it is not known yet whether the key works.',
    remove: {
      title: 'Remove the key?',
      text: 'Nothing can be sent to PhishFort without it, and their cases can’t be refreshed. Reports in the Outbox wait. Cases and drafts stay.',
      act: 'Remove the key',
    },
    removed: 'Key removed.',
    said: 'PhishFort said',
    health: healthWords,
    advice: healthAdvice,
  },
  cloudflare: {
    name: 'Cloudflare',
    what: 'Takes abuse reports about sites that use Cloudflare.',
    key: 'API token',
    keyLabel: 'Cloudflare API token',
    keyHint:
      'From your Cloudflare dashboard, with the permission “Trust and Safety”; where that name is missing, look for “Abuse Reports”. Read is enough to follow reports, sending them needs Write or Edit.',
    keyEmpty: 'Paste the API token from your Cloudflare dashboard',
    keyUnlikely: 'This does not look like an API token. Copy it again from Cloudflare, whole and alone',
    keyRefused: 'Cloudflare refused this API token. Copy it again, or make a new one in your Cloudflare dashboard',
    showKey: 'Show the API token',
    hideKey: 'Hide the API token',
    add: 'Add an API token…',
    addTitle: 'Add an API token',
    replaceTitle: 'Replace the API token',
    saved: 'API token saved. Cloudflare answers.',
    savedUntested: 'API token saved. It could not be tried: Cloudflare was not reached.',
    savedFailed:
      'API token saved. Cloudflare answered with an error, so it is not known yet whether the API token works.',
    remove: {
      title: 'Remove the API token?',
      text: 'Nothing can be sent to Cloudflare without it, and filed reports can’t be refreshed. Reports in the Outbox wait. Cases and drafts stay.',
      act: 'Remove the API token',
    },
    removed: 'API token removed.',
    said: 'Cloudflare said',
    health: { ...healthWords, no_key: 'No API token yet', key_refused: 'API token refused' },
    advice: {
      no_account: 'The API token works. One thing is missing: the account that reports are filed for.',
      key_refused:
        'Cloudflare refused the API token. Reports to Cloudflare wait in the Outbox. Paste a new API token to send them.',
      unreachable: 'Cloudflare could not be reached. The API token is kept. Test again when you’re back online.',
      failed: 'Cloudflare answered with an error. The API token is kept. Test again later.',
    },
  },
};

/** What the account and the API token may do, as far as can be known without filing anything. */
export const abilityWords: Record<'reading' | 'filing', { title: string } & Record<Ability, string>> = {
  reading: {
    title: 'Read filed reports',
    yes: '',
    unknown: 'Not known yet. Press Test to find out.',
    not_permitted:
      'The API token may not. In your Cloudflare dashboard, give it the permission “Trust and Safety” with Read; where that name is missing, look for “Abuse Reports”.',
    not_entitled:
      'Your account isn’t set up for this. Ask Cloudflare to turn on abuse reports for your account. What you send is kept here all the same; its status can’t be followed.',
  },
  filing: {
    title: 'Send reports',
    yes: '',
    unknown: 'We’ll know when the first report is sent. Nothing is filed to find out.',
    not_permitted:
      'The API token may not. In your Cloudflare dashboard, give it the permission “Trust and Safety” with Write; where that name is missing, look for “Abuse Reports” with Edit.',
    not_entitled:
      'Your account isn’t set up for this. Ask Cloudflare to turn on abuse reports for your account. The API token is not to blame.',
  },
};

export const abilities = {
  label: 'What it can do',
  yes: 'yes',
  no: 'no',
  unknown: 'not known yet',
  ask: 'Copy a message to send them',
  asked: 'Copied. Send it to your contact at Cloudflare, or through their support.',
} as const;

/** The account that reports are filed for. */
export const account = {
  line: 'Account',
  none: 'Not chosen yet',
  choose: 'Choose the account…',
  change: 'Change…',
  title: 'Which account?',
  lead: 'Reports to Cloudflare are filed for this account.',
  legend: 'Accounts that the API token can act for',
  other: 'Another one',
  unnamed: 'Cloudflare did not say which accounts the API token can act for, so type the account’s id.',
  id: 'Account id',
  idHint: '32 letters and digits',
  idEmpty: 'Enter the account id',
  idUnlikely: 'An account id has 32 digits and letters from a to f. Copy the whole of it',
  pick: 'Choose an account',
  where: 'Where do I find this?',
  whereText:
    'Log in to the Cloudflare dashboard in your browser and open the account that your company uses. Its id has 32 digits and letters. It mostly stands in the address of that page, right after “dash.cloudflare.com/”. If you don’t find it, ask whoever looks after your Cloudflare account.',
  use: 'Use this account',
  using: 'Asking Cloudflare…',
  cancel: 'Cancel',
  chosen: (name: string) => `Reports are filed for ${name} from now on.`,
} as const;
