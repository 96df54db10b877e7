// What stands in the way of sending, and what would make a report stronger: one sentence for every code, saying what to
// do. The tables are total: a code without words doesn't compile.

import type { Problem, ProblemCode, ReportKind } from '../backend/contract';
import { onDay } from '../kit/times';
import { exactBytes, files, megabytes } from './evidence';
import { kindWords } from './kinds';
import { asking } from './missing';

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

/** The field of the Cloudflare report that a problem is about, named within a sentence. */
const noun = (p: Problem) => (p.report_field === null ? 'this field' : asking[p.report_field].noun);
const ask = (p: Problem) => (p.report_field === null ? 'Fill in what is missing' : asking[p.report_field].ask);

/** `Shorten what you saw to 5,000 characters. It has 5,412`. */
const shorten = (what: string, p: Problem, limit: number) =>
  `Shorten ${what} to ${number.format(p.limit ?? limit)} characters` +
  (p.count === null ? '' : `. It has ${number.format(p.count)}`);

/** A kind of report by our words, where the host names one. */
const kindNamed = (p: Problem) => {
  const title = p.text === null ? undefined : (kindWords[p.text as ReportKind]?.title ?? p.text);
  return title === undefined ? '' : ` (“${title}”)`;
};

const numbered = (p: Problem) => (p.text === null ? '' : ` (${p.text})`);

/** Cloudflare takes the same address from the same account once in so many milliseconds. */
const WEEK = 7 * 24 * 3600 * 1000;

/** `You reported this on 18 Nov (8f3a21c0). Cloudflare takes the same address again from 25 Nov. …` */
function thisWeek(p: Problem): string {
  const wait = 'Untick Cloudflare, or wait';
  if (p.at === null) {
    return `You reported this less than 7 days ago${numbered(p)}. Cloudflare takes the same address again after that. ${wait}`;
  }
  const at = new Date(p.at);
  const again = onDay(new Date(at.getTime() + WEEK));
  return `You reported this on ${onDay(at)}${numbered(p)}. Cloudflare takes the same address again from ${again}. ${wait}`;
}

const addresses = (count: number) => (count === 1 ? '1 address' : `${number.format(count)} addresses`);

/** What each problem or piece of advice says. */
export const problems: Record<ProblemCode, (p: Problem) => string> = {
  target_missing: () => 'Enter what is suspicious: a web address, email address, phone number or IP address',
  target_unchosen: () => 'Choose which address should be taken down',
  target_not_found: () => 'Type a web address, or report the sender’s email address instead',
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
  note_too_long: (p) => shorten('the note', p, 2000),
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
  key_missing: () => 'Save your PhishFort key under Settings, Connections, or untick PhishFort',
  no_reporter: () => 'Nobody gets PhishFort’s status emails. Enter an address under Reported by',
  no_picture: () => 'A screenshot would help. Best with the address bar in view',
  no_original_mail: () => 'The original email as a file would help: it has the full headers',
  no_note: () => 'A sentence on what is wrong with it would help',
  reported_before: (p) =>
    `You reported this ${p.at === null ? 'before' : `on ${onDay(new Date(p.at))}`}${numbered(p)}. Sending it again makes a second case`,
  no_path: () => 'The address of the exact page is stronger than the domain alone',
  nobody_told: () => 'Tick who should hear it: PhishFort, Cloudflare, or both',
  cloudflare_takes_web: () => 'Cloudflare takes web addresses only. Enter one, or untick Cloudflare',
  address_unreadable: (p) =>
    p.text === null
      ? 'Under More addresses, enter full web addresses, one a line'
      : `“${p.text}” under More addresses can’t be read. Enter full web addresses, one a line`,
  address_is_ours: (p) =>
    `${named(p, 'One of the addresses')} is one of your own sites. Remove it from More addresses, or change your sites in Settings`,
  field_missing: ask,
  field_too_short: (p) =>
    `Say more: ${noun(p)} needs at least ${number.format(p.limit ?? 20)} characters` +
    (p.count === null ? '' : `, and has ${number.format(p.count)}`),
  field_too_long: (p) => shorten(noun(p), p, 255),
  too_many_items: (p) =>
    `Keep to ${number.format(p.limit ?? 30)} lines for ${noun(p)}` +
    (p.count === null ? '' : `. There are ${number.format(p.count)}`),
  item_twice: (p) => `${named(p, 'A line')} stands twice in ${noun(p)}. Keep it once`,
  item_unreadable: (p) => `${named(p, 'A line')} in ${noun(p)} can’t be read. Write it as in the hint, one a line`,
  field_email_unreadable: () => 'Enter your whole email address, like name@example.com',
  country_unreadable: () => 'Enter the country as two letters, like GB or US',
  statement_missing: ask,
  signature_differs: () => 'Type the signature exactly like your name above',
  comments_too_long: (p) =>
    shorten('the comment for Cloudflare', p, 2000) + '. Our line that finds it again counts too',
  not_on_cloudflare: (p) =>
    `${named(p, 'This address')} names a computer or a private network, which can’t be on Cloudflare. Enter the site’s name, or untick Cloudflare`,
  cloudflare_key_missing: () => 'Save your Cloudflare API token under Settings, Connections, or untick Cloudflare',
  cloudflare_account_missing: () => 'Choose your Cloudflare account under Settings, Connections, or untick Cloudflare',
  reported_this_week: thisWeek,
  not_entitled_yet: () =>
    'Cloudflare said last time that your account isn’t set up for abuse reports. If that has not changed, this one waits in the Outbox',
  on_cloudflare_unknown: () =>
    'Nobody can tell from here whether the site is on Cloudflare. If it isn’t, Cloudflare refuses the report, and others can still be told',
  split_by_host: (p) =>
    `The addresses are on several sites, and Cloudflare takes one site a report: they go as ${number.format(p.count ?? 2)} reports`,
  split_by_size: (p) =>
    `Cloudflare takes up to 250 addresses a report: they go as ${number.format(p.count ?? 2)} reports`,
  sent_once: (p) =>
    p.count === 1
      ? '1 address was given twice. It is sent once'
      : `${addresses(p.count ?? 2)} were given more than once. Each is sent once`,
  others_in_note: (p) =>
    `PhishFort gets the first address as its case, and the ${p.count === null || p.count === 1 ? 'other one' : `${number.format(p.count)} others`} in the note`,
  files_stay: (p) =>
    p.count === 1
      ? 'Cloudflare takes no files. Yours stays in the case; only PhishFort gets files'
      : `Cloudflare takes no files. Your ${files(p.count ?? 2)} stay in the case; only PhishFort gets files`,
  our_sentence: () => 'What you saw is told in our own plain sentence. A line of yours is stronger',
  thin_story: () => 'Few words on what you saw. Say what the page does, step by step',
  original_without_address: () =>
    'The address where your original stands would help. Reports without it have been refused',
  no_way_to_see_it: () =>
    'Say from which country and with what device it can be seen. Reports are refused when the page doesn’t show itself',
  perhaps_other_kind: (p) =>
    `Another kind may fit better${kindNamed(p)}. Reports of the wrong kind are refused: “Help me choose” tells which`,
  owner_hears_name: () => 'The owner of the site is told your name. That may be the person who did this',
  police_first: () => 'Tell the police as well. Cloudflare can’t act for them, and may send you there',
  perhaps_dispute: () =>
    'A name in a domain that does no harm is a matter for a domain dispute. Cloudflare may refuse it and say so',
};

/** The sentence of one problem. */
export function say(problem: Problem): string {
  return problems[problem.code](problem);
}
