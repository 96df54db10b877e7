// Where things stand, in words. The services' words are the tables of the reference; a value that is not in them is
// shown as it came.

import type { CaseStatus, DenialReason, ReportKind, Service, SubmissionReason } from '../backend/contract';
import type { IconName } from '../kit/icons';
import type { Tone } from '../kit/Status.svelte';
import { refusedBecause } from './denials';

/** How a status is shown. */
export interface StatusWords {
  /** In a list. */
  word: string;
  icon: IconName;
  tone: Tone;
}

/** All but `other`, whose word is the service's own. */
export const caseStatus: Record<CaseStatus, StatusWords> = {
  draft: { word: 'Draft', icon: 'pencil', tone: 'mute' },
  sending: { word: 'Sending', icon: 'outbox', tone: 'go' },
  not_sent: { word: 'Not sent', icon: 'refused', tone: 'no' },
  unsure: { word: 'We don’t know yet', icon: 'unsure', tone: 'you' },
  pending_review: { word: 'Sent, nobody has looked yet', icon: 'check', tone: 'plain' },
  case_building: { word: 'Being worked on', icon: 'waiting', tone: 'plain' },
  approval_required: { word: 'Being worked on: waits for approval', icon: 'waiting', tone: 'plain' },
  takedown_ready: { word: 'Takedown approved', icon: 'done', tone: 'go' },
  action_required: { word: 'Needs you: PhishFort asks something', icon: 'question', tone: 'you' },
  takedown_in_progress: { word: 'Being taken down', icon: 'half', tone: 'go' },
  takedown_success: { word: 'Down', icon: 'done', tone: 'ok' },
  takedown_attempt_failed: { word: 'The takedown failed; they may try again', icon: 'loop', tone: 'warn' },
  blocklisted: { word: 'On blocklists, not taken down', icon: 'shield', tone: 'go' },
  pre_weaponised: { word: 'Being watched', icon: 'view', tone: 'plain' },
  closed: { word: 'Closed', icon: 'check', tone: 'mute' },
  report_submitted: { word: 'Sent, no decision yet', icon: 'check', tone: 'plain' },
  report_accepted: { word: 'Accepted', icon: 'done', tone: 'ok' },
  report_denied: { word: 'Refused', icon: 'refused', tone: 'no' },
  other: { word: 'Unknown', icon: 'info', tone: 'plain' },
};

/** What else is known of a status. */
export interface StatusMore {
  denial?: DenialReason | null;
  raw_denial?: string | null;
  /** A refusal that nobody needs to act on any more is told without its alarm. */
  settled?: boolean;
}

/** A status with the service's own word where ours is missing, and a refusal with its reason. */
export function statusWords(status: CaseStatus, raw: string | null, more: StatusMore = {}): StatusWords {
  if (status === 'other' && raw) return { ...caseStatus.other, word: raw };
  if (status !== 'report_denied') return caseStatus[status];
  const word = refusedBecause(more.denial ?? null, more.raw_denial);
  return { ...caseStatus.report_denied, word, tone: more.settled ? 'mute' : 'no' };
}

/** Cloudflare's categories, as short as in "Cloudflare, phishing". */
export const kindNames: Record<ReportKind, string> = {
  phishing: 'phishing',
  trademark: 'trademark',
  dmca: 'copied work',
  threat: 'threats',
  ncsei: 'intimate images',
  children: 'child abuse material',
  registrar_whois: 'domain-owner details',
  general: 'something else',
};

/** The title of the step at which a case stands, where the status' own word is too long for a step. */
export const pathWords: Partial<Record<CaseStatus, string>> = {
  draft: 'Not sent yet',
  pending_review: 'Nobody has looked yet',
  approval_required: 'Waits for approval',
  action_required: 'Needs you',
  takedown_attempt_failed: 'The takedown failed',
  blocklisted: 'On blocklists',
  report_submitted: 'No decision yet',
  report_denied: 'Refused',
};

/** What PhishFort says of the page, by its own name of the flag. */
export const siteFlags: Record<string, string> = {
  responsive: 'The page is up',
  unresponsive: 'The page doesn’t answer',
  contentRemoved: 'The content is gone',
  warningBanner: 'Browsers warn visitors',
  redirect: 'It leads somewhere else now',
  noDNSRecord: 'The address no longer exists',
  domainRevoked: 'The domain was taken away',
  inconclusive: 'Can’t tell',
};

/** Why a submission stands where it stands: short, as on a pill. */
export const reasons: Record<SubmissionReason, (service: string) => string> = {
  app_closed: () => 'The app closed first',
  unreachable: (service) => `${service} can’t be reached`,
  slow_down: (service) => `${service} asks us to slow down`,
  key_missing: () => 'There is no key',
  key_refused: () => 'The key was refused',
  not_entitled: () => 'Not open to this account yet',
  not_permitted: () => 'The API token may not send reports',
  account_missing: () => 'No account is chosen',
  broke_off: () => 'The connection broke off',
  no_answer: () => 'No answer came',
  unreadable_answer: () => 'The answer can’t be read',
  service_failed: (service) => `${service} had a fault`,
  ended_while_sending: () => 'The app ended while sending',
  not_found_there: (service) => `Not found at ${service}`,
  perhaps_found: () => 'Something there may be it',
  cannot_look: (service) => `We couldn’t look at ${service}`,
  already_there: (service) => `Already reported at ${service}`,
  refused: (service) => `${service} refused it`,
  too_big: (service) => `Too big for ${service}`,
  redirected: (service) => `${service} pointed elsewhere`,
  person_found: () => 'You found it there',
  found_there: (service) => `Found at ${service}`,
  file_damaged: () => 'A file is damaged',
  too_many_tries: () => 'Tried too often',
};

/** The reason, with the service's name in it; Cloudflare's key is an API token. */
export function reasonWord(reason: SubmissionReason, service: Service): string {
  const word = reasons[reason](service === 'cloudflare' ? 'Cloudflare' : 'PhishFort');
  return service === 'cloudflare' && reason.startsWith('key_') ? word.replace('key', 'API token') : word;
}
