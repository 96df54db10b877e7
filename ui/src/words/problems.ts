// What stands in the way of sending, and what would make a report stronger: one sentence for every code, saying what to
// do. The tables are total: a code without words doesn't compile.

import type { Problem, ProblemCode } from '../backend/contract';
import { exactBytes, megabytes } from './evidence';

const number = new Intl.NumberFormat('en-GB');

/** The name a problem speaks of, or words that fit where the host gave none. */
const named = (p: Problem, otherwise: string) => p.text ?? otherwise;

/** Two sizes that look alike in MB are told apart to the byte. */
function tooBig(p: Problem): string {
  const bytes = p.count ?? 0;
  const limit = p.limit ?? 10_485_760;
  const words = `The report adds up to ${megabytes(bytes)} MB. PhishFort takes less than ${megabytes(limit)} MB`;
  const exact =
    megabytes(bytes) === megabytes(limit) ? ` (it is ${exactBytes(bytes)}, and may have ${exactBytes(limit - 1)})` : '';
  return `${words}${exact}. Choose what to leave out`;
}

function tooMany(p: Problem): string {
  const limit = p.limit ?? 12;
  const over = Math.max(1, (p.count ?? limit + 1) - limit);
  return `You can add up to ${limit} files. Remove ${over} to send`;
}

/** What each problem or piece of advice says. */
export const problems: Record<ProblemCode, (p: Problem) => string> = {
  target_missing: () => 'Enter what is suspicious: a web address, email address, phone number or IP address',
  target_unreadable: () =>
    'Enter a full web address, like https://example.com/login, or an email address, phone number or IP address',
  web_unreadable: () => 'Enter the full web address, like https://example.com/login',
  email_unreadable: () => 'Enter the whole email address, like name@example.com',
  phone_unreadable: () => 'Enter the phone number with its country code, like +44 20 7946 0000',
  ip_unreadable: () => 'Enter the IP address as four numbers from 0 to 255, like 192.0.2.10',
  ipv6: () => 'PhishFort takes no IPv6 addresses. Enter a harmful web address that is served from it',
  several_targets: () => 'Enter one address or number. Make another report for each of the others',
  own_domain: (p) =>
    `${named(p, 'This')} is one of your own sites. Enter the address of the fake, or change your sites in Settings`,
  mail_provider: (p) =>
    `${named(p, 'This')} belongs to a mail provider with many customers. Enter the whole email address, like name@example.com`,
  shared_host: (p) =>
    `Many sites share ${named(p, 'this address')}. Enter the address of the harmful page itself, with everything around that name`,
  private_address: () => 'This address is inside a private network. Enter one that can be reached from the internet',
  note_too_long: (p) =>
    `Shorten the note to ${number.format(p.limit ?? 2000)} characters` +
    (p.count === null ? '' : `. It has ${number.format(p.count)}`),
  reporter_unreadable: () => 'Enter a whole email address, like name@example.com, or leave it empty',
  client_unreadable: () => 'Enter the brand or client’s id exactly as PhishFort shows it',
  phone_received_on_missing: () => 'Enter the number that was called or written to',
  phone_received_on_unreadable: () =>
    'Enter the number that was called or written to with its country code, like +44 20 7946 0001',
  phone_date_missing: () => 'Enter the date of the call or message',
  phone_date_unreadable: () => 'Enter the date of the call or message, today or earlier',
  phone_time_missing: () => 'Enter the time of the call or message',
  phone_time_unreadable: () => 'Enter the time in hours and minutes, like 14:05',
  phone_zone_missing: () => 'Enter the time zone, like Europe/Zurich',
  ip_address_missing: () => 'Enter a harmful web address that is served from this IP address',
  ip_address_unreadable: () => 'Enter the full web address on this IP address, like https://example.com/login',
  too_many_files: tooMany,
  too_big: tooBig,
  file_not_taken: (p) => `PhishFort doesn’t take ${named(p, 'this file')}. Keep it with the case only, or remove it`,
  file_damaged: (p) => `${named(p, 'This file')} can’t be read any more. Remove it and add it again`,
  key_missing: () => 'Save your PhishFort key under Settings, Connections',
  no_reporter: () => 'Nobody gets PhishFort’s status emails. Enter an address under Reported by',
  no_picture: () => 'A screenshot would help. Best with the address bar in view',
  no_original_mail: () => 'The original email as a file would help: it has the full headers',
  no_note: () => 'A sentence on what is wrong with it would help',
  reported_before: (p) =>
    `You reported this before${p.text === null ? '' : ` (${p.text})`}. Sending it again makes a second case`,
  no_path: () => 'The address of the exact page is stronger than the domain alone',
};

/** The sentence of one problem. */
export function say(problem: Problem): string {
  return problems[problem.code](problem);
}
