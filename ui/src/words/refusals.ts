// "Would this be refused?": every known ground for a refusal in words. The names are Cloudflare's own, and those of our
// rules for PhishFort; one that we have no words for is shown as it is.

import type { ProblemCode, RefusalCheck, RefusalSource } from '../backend/contract';

/** Cloudflare's answer to a report, by its name of the error. */
const answers: Record<string, string> = {
  BadActError: 'The category is not one of theirs',
  UnexpectedActError: 'The report is of another category than it says',
  BadNameError: 'A field that they need is empty',
  BadEmailError: 'The email address can’t be read',
  DiffEmailError: 'The two email addresses differ',
  BadUrlsError: 'A web address can’t be read',
  UrlNotvalidError: 'The addresses are on several hosts',
  UrlNotOrangeError: 'The site is not on Cloudflare',
  DedupeError: 'You reported the address within the last 7 days',
  BadJustError: 'What you saw is missing, too short or too long',
  BadCommentsError: 'The comments are too long',
  NoOriginalWorkError: 'The original work is missing or too long',
  NoSigError: 'The signature is not the name',
  NoAgreeError: 'The statements are not agreed to',
  MustNotifyError: 'Nobody is to be told',
  InvalidNotifyError: 'The choice of who is told is not one of theirs',
  BadAddressError: 'The street is missing or too long',
  BadAgentNameError: 'The copyright holder is missing or too long',
  BadCityError: 'The city is missing or too long',
  BadStateError: 'The state or region is missing or too long',
  BadCountryError: 'The country is missing or too long',
  BadIPError: 'An IP address can’t be read',
  MaxIPsError: 'There are too many IP addresses',
  BadPortsProtocolError: 'A port or protocol can’t be read',
  PortsProtocolError: 'There are too many ports, or they are too long',
  DBError: 'Cloudflare could not keep the report',
  EmailError: 'Cloudflare could not send you its email',
  InternalError: 'Something failed at Cloudflare',
  UnknownError: 'Cloudflare gives no reason',
};

/** Cloudflare's decision on a report that it took. */
const decisions: Record<string, string> = {
  unable_to_confirm: 'They couldn’t see the abuse',
  incomplete_report: 'Something was missing',
  not_on_cloudflare: 'The site isn’t on Cloudflare',
  duplicate_report: 'Already reported',
  content_removed: 'Already gone',
  report_details_mismatch: 'Your details don’t match the page',
  no_abuse_found: 'They saw no abuse',
  missing_original_work: 'They need the address of your original',
  direct_url_required: 'They need the exact address',
  wrong_report_category: 'Another category fits',
  content_unavailable: 'They couldn’t open the page',
  law_enforcement_referral_required: 'It has to go through the police',
  domain_dispute_process_required: 'It needs a domain dispute',
};

/** PhishFort's rules, and what their handbook asks for. */
const rules: Record<string, string> = {
  one_of_four_kinds: 'It is no web address, email address, phone number or IP address',
  one_subject: 'There are several in one report',
  web_address: 'The web address can’t be read',
  domain_not_as_subject: 'A domain is sent as something else',
  email_address: 'The email address can’t be read',
  e164: 'The phone number has no country code',
  no_ipv6: 'It is an IPv6 address',
  ipv4_address: 'The IP address can’t be read',
  not_ours: 'It is one of your own sites',
  not_mail_provider: 'It is a whole mail provider',
  not_shared_host: 'It is a host that many sites share',
  not_private: 'It is an address of a private network',
  reporter_address: 'The address for status emails can’t be read',
  reporter_given: 'Nobody gets the status emails',
  client_id: 'The brand or client is not one that PhishFort knows',
  comment_not_null: 'The note is sent as nothing at all',
  comment_length: 'The note is too long',
  twelve_files: 'There are more than 12 files',
  body_limit: 'The files are too big together',
  file_types: 'A file is of a type that they don’t take',
  media_types: 'A file is named as what it is not',
  files_whole: 'A file was damaged since it was added',
  key: 'There is no key',
  again: 'You reported it before',
  full_address: 'Only the domain is given, not the page',
  screenshot: 'There is no screenshot',
  original_mail: 'The original email is missing',
  call_details: 'The details of the call are missing',
  address_on_ip: 'There is no harmful address on the IP address',
  explanation: 'There is no explanation',
  signs_of_malice: 'Nothing harmful is to be seen: a similar name alone, a review, fair use',
  slow_down: 'Too many reports at once',
};

const known: Record<RefusalSource, Record<string, string>> = {
  cloudflare_answer: answers,
  cloudflare_denial: decisions,
  phishfort: rules,
};

/** A ground in words, or its name where we have none. */
export function groundWords(source: RefusalSource, name: string): string {
  return known[source][name] ?? name;
}

export const refusals = {
  title: 'Would this be refused?',
  lead: 'What the two services are known to refuse, and what this app does about each before anything is sent.',
  count: (n: number) => (n === 1 ? '1 ground' : `${n} grounds`),
  columns: { source: 'Who', ground: 'Ground', told: 'What you are told' },
  /** Where a sentence names a number that differs from field to field. */
  general: {
    field_too_short: 'Say more: the field says how much is needed',
    field_too_long: 'Shorten it: the field says how much fits',
    too_many_items: 'Take some out: the field says how many it takes',
  } as Partial<Record<ProblemCode, string>>,
  source: {
    cloudflare_answer: 'Cloudflare, at once',
    cloudflare_denial: 'Cloudflare, later',
    phishfort: 'PhishFort',
  } satisfies Record<RefusalSource, string>,
  /** By what is done about it, in the order of the page. */
  check: {
    blocks: { title: 'Stands in the way', text: 'It is surely refused, so it can’t be sent until it is mended.' },
    advises: { title: 'Advice', text: 'It may be refused. You are told, and decide for yourself.' },
    cant_happen: { title: 'Can’t happen', text: 'The app fills this in by itself, so it can’t be wrong.' },
    cant_be_known: {
      title: 'Can’t be known here',
      text: 'Only the service can tell. The app says so instead of guessing, and shows what they answer.',
    },
  } satisfies Record<RefusalCheck, { title: string; text: string }>,
} as const;
