// Words for what could identify the person who got a mail, before it is sent.

import type { AddressPart, FieldId, PersonalKind } from '../backend/contract';

const number = new Intl.NumberFormat('en-GB');

/** What it is. */
const kinds: Record<PersonalKind, string> = {
  address: 'An email address',
  encoded_address: 'An email address in disguise',
  name: 'The name of somebody who got or forwarded it',
  token: 'A signed pass, which may say who somebody is',
  opaque: 'A long id, which may stand for one person',
  names_recipient: 'This file names people who got it',
};

const inAddress: Record<AddressPart, string> = {
  user: 'before the site’s name',
  host: 'in the site’s name',
  path: 'in the path',
  query: 'after the question mark',
  fragment: 'after the #',
};

/** Why it stays, for a part of an address. */
const staysIn: Record<AddressPart, string> = {
  user: 'It is part of the address: without it the page may not be found',
  host: 'It is part of the site’s name: without it there is nothing to report',
  path: 'It is part of the path: without it the page isn’t found',
  query: 'The page may need it to be found',
  fragment: 'The page may need it to be found',
};

const fields: Partial<Record<FieldId, string>> = {
  target: 'in what is reported',
  more_addresses: 'in More addresses',
  note: 'in the note',
  reported_by: 'in Reported by',
  report: 'in the report to Cloudflare',
};

export const personal = {
  title: 'What could identify the person who got it',
  /** Among what is to be known before sending. */
  ready: (count: number) =>
    count === 1
      ? '1 thing could identify the person who got it'
      : `${number.format(count)} things could identify the person who got it`,
  lead: 'This would be sent as it stands. Whatever you take out stays sealed in the case, with the original.',
  leadStays: 'This is sent as it stands: without it the report would not work.',
  all: 'Take out all that can go',
  mayNeed: 'Take it out only if you know that the page opens without it',
  one: 'Take out',
  oneOf: (text: string) => `Take out ${text}`,
  keep: 'Keep with the case only',
  keepOf: (name: string) => `Keep with the case only: ${name}`,
  what: (kind: PersonalKind) => kinds[kind],
  says: 'It says',
  inName: 'in the name of a file, which goes along',
  where: (field: FieldId, part: AddressPart | null) => {
    if (part === null) return fields[field] ?? 'in the report';
    return `in ${field === 'more_addresses' ? 'another' : 'the'} address, ${inAddress[part]}`;
  },
  /** In a field of the Cloudflare report. */
  whereReport: (name: string) => `in “${name}” for Cloudflare`,
  stays: (kind: PersonalKind, field: FieldId, part: AddressPart | null) => {
    if (kind === 'names_recipient')
      return 'The email itself is the evidence here, and its headers name whom it was sent to';
    if (part !== null) return staysIn[part];
    return field === 'target' ? 'It is what is reported' : 'The report doesn’t work without it';
  },
  works: 'The report works without it',
  worksFile: 'The report works without this file',
  taken: (count: number) =>
    `${count === 1 ? '1 thing is' : `${number.format(count)} things are`} taken out. The original stays sealed in the case`,
  undo: 'Undo',
  back: 'It is all back as it was',
} as const;
