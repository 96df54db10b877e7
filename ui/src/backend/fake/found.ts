// What the fake found in files: as much as the screens must be able to show, said by the scenario, read from nothing.

import type {
  DraftView,
  EvidenceView,
  FoundAddressView,
  FoundView,
  MailboxView,
  MailView,
  SetAsideView,
  TargetView,
} from '../contract';
import { target, targetOf } from './targets';
import { minutesAgo, type World } from './world';

/** What a file says. */
export interface FakeReading {
  mail: MailView;
  addresses: FoundAddressView[];
  set_aside: SetAsideView[];
  sender: TargetView | null;
  /** Whom the file itself names as its recipient. */
  names: string | null;
}

/** Nothing found. */
export const nothingFound: FoundView = {
  question: null,
  addresses: [],
  more: 0,
  set_aside: [],
  sender: null,
  mails: [],
};

/** Most addresses that are shown. */
const MOST = 50;

/** An address as it was found. */
export function foundAddress(text: string, more: Partial<FoundAddressView> = {}): FoundAddressView {
  return {
    target: target(text),
    evidence_id: '',
    place: 'link',
    main: false,
    file: null,
    text: null,
    unwrapped: [],
    domain_only: false,
    signs: [],
    times: 1,
    likely: false,
    chosen: false,
    added: false,
    ...more,
  };
}

/** A name and an address, as a mail claims them. */
export function mailbox(name: string, address: string): MailboxView {
  return { name, address: address.replaceAll('.', '[.]'), target: targetOf(address) };
}

/** A mail that says what most of them say. */
export function mailOf(file: EvidenceView, more: Partial<MailView> = {}): MailView {
  return {
    evidence_id: file.id,
    name: file.name,
    source: 'mail',
    unread: null,
    came: 'attached',
    forwarded_by: 'unknown',
    from: mailbox('Acme Billing', 'billing@acme-support.example'),
    reply_to: mailbox('', 'help@acme-desk.example'),
    subject: 'Your account is limited: verify within 24 hours',
    date: minutesAgo(190),
    first_hop: {
      from: 'mail[.]acme-support[.]example',
      ip: '203[.]0[.]113[.]9',
      by: 'mx[.]customer[.]example',
      at: minutesAgo(189),
    },
    checks: [
      { method: 'spf', result: 'fail', by: 'mx[.]customer[.]example' },
      { method: 'dkim', result: 'none', by: 'mx[.]customer[.]example' },
      { method: 'dmarc', result: 'fail', by: 'mx[.]customer[.]example' },
    ],
    whole_head: true,
    attachments: [],
    cut: [],
    ...more,
  };
}

/** Gives a file of a draft what it says. */
export function read(world: World, file: EvidenceView, says: Partial<FakeReading> = {}): FakeReading {
  const reading: FakeReading = {
    mail: mailOf(file),
    addresses: [],
    set_aside: [],
    sender: null,
    names: null,
    ...says,
  };
  reading.addresses = reading.addresses.map((one) => ({ ...one, evidence_id: file.id }));
  world.readings.set(file.id, reading);
  return reading;
}

/** The readings of a draft's files. */
function readingsOf(world: World, { evidence }: Pick<DraftView, 'evidence'>): FakeReading[] {
  return evidence.flatMap((file) => world.readings.get(file.id) ?? []);
}

function questionOf({ fields }: DraftView, likely: number, sender: TargetView | null): FoundView['question'] {
  if (fields.target.trim() !== '') return null;
  if (likely > 1) return 'which_address';
  return likely === 0 && sender ? 'report_sender' : null;
}

/** What was found in all files of a draft, held against what is entered. */
export function foundOf(world: World, made: DraftView): FoundView {
  const readings = readingsOf(world, made);
  if (readings.length === 0) return nothingFound;
  const chosen = targetOf(made.fields.target)?.exact;
  const lines = new Set(made.fields.more_addresses.split('\n').map((line) => targetOf(line)?.exact ?? ''));
  const all = readings.flatMap((one) => one.addresses);
  const sender = readings.find((one) => one.sender)?.sender ?? null;
  return {
    question: questionOf(made, all.filter((one) => one.likely).length, sender),
    addresses: all.slice(0, MOST).map((one) => ({
      ...one,
      chosen: one.target.exact === chosen,
      added: lines.has(one.target.exact),
    })),
    more: Math.max(0, all.length - MOST),
    set_aside: readings.flatMap((one) => one.set_aside),
    sender,
    mails: readings.map((one) => one.mail),
  };
}
