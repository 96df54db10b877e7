// Where things stand, in words. PhishFort's words are the table of the reference; a value that is not in it is shown as
// it came.

import type { CaseStatus, SubmissionReason } from '../backend/contract';
import type { IconName } from '../kit/icons';
import type { Tone } from '../kit/Status.svelte';

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
  other: { word: 'Unknown', icon: 'info', tone: 'plain' },
};

/** A status with the service's own word where ours is missing. */
export function statusWords(status: CaseStatus, raw: string | null): StatusWords {
  return status === 'other' && raw ? { ...caseStatus.other, word: raw } : caseStatus[status];
}

/** The title of the step at which a case stands, where the status' own word is too long for a step. */
export const pathWords: Partial<Record<CaseStatus, string>> = {
  draft: 'Not sent yet',
  pending_review: 'Nobody has looked yet',
  approval_required: 'Waits for approval',
  action_required: 'Needs you',
  takedown_attempt_failed: 'The takedown failed',
  blocklisted: 'On blocklists',
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
export const reasons: Record<SubmissionReason, string> = {
  app_closed: 'The app closed first',
  unreachable: 'PhishFort can’t be reached',
  slow_down: 'PhishFort asks us to slow down',
  key_missing: 'There is no key',
  key_refused: 'The key was refused',
  broke_off: 'The connection broke off',
  no_answer: 'No answer came',
  unreadable_answer: 'The answer can’t be read',
  service_failed: 'PhishFort had a fault',
  ended_while_sending: 'The app ended while sending',
  not_found_there: 'Not found at PhishFort',
  perhaps_found: 'Something there may be it',
  cannot_look: 'We couldn’t look at PhishFort',
  already_there: 'Already reported at PhishFort',
  refused: 'PhishFort refused it',
  too_big: 'Too big for PhishFort',
  redirected: 'PhishFort pointed elsewhere',
  person_found: 'You found it there',
  found_there: 'Found at PhishFort',
  file_damaged: 'A file is damaged',
  too_many_tries: 'Tried too often',
};
