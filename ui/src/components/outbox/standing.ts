// Where a submission stands, sorted into what the person sees: we don't know, on its way, not sent.

import type { Service, SubmissionReason, SubmissionView } from '../../backend';
import { connectionReasons } from '../../words/outbox';

/** The three parts of the Outbox. */
export interface Standing {
  unsure: SubmissionView[];
  onItsWay: SubmissionView[];
  notSent: SubmissionView[];
}

/** What surely keeps a report from being taken until the person mends it. */
const mendable: readonly SubmissionReason[] = [...connectionReasons, 'file_damaged'];

/** Whether its connection, not the report itself, keeps it from going. */
export function connectionTrouble(one: SubmissionView): boolean {
  return one.reason !== null && connectionReasons.includes(one.reason) && isNotSent(one);
}

/** The services whose connection the person must mend, PhishFort first. */
export function servicesInTrouble(all: readonly SubmissionView[], paused: readonly Service[]): Service[] {
  const troubled = (service: Service) => all.some((one) => one.service === service && connectionTrouble(one));
  return (['phishfort', 'cloudflare'] as const).filter((one) => paused.includes(one) || troubled(one));
}

function mustBeMended(one: SubmissionView): boolean {
  return one.reason !== null && mendable.includes(one.reason);
}

/** Whether it may have arrived, or something like it is there, so that only looking or the person can tell. */
export function isUnsure(one: SubmissionView): boolean {
  return one.state === 'unsure' || (one.state === 'needs_person' && !mustBeMended(one));
}

/** Whether it waits for something that the person must mend. */
export function isNotSent(one: SubmissionView): boolean {
  if (one.state === 'held' || one.state === 'rejected') return true;
  return one.state !== 'sending' && one.state !== 'unsure' && mustBeMended(one);
}

/** Sorts submissions; the order within each part is the host's. */
export function sorted(submissions: readonly SubmissionView[]): Standing {
  const unsure = submissions.filter(isUnsure);
  const rest = submissions.filter((one) => !isUnsure(one) && one.state !== 'accepted' && one.state !== 'undone');
  return { unsure, notSent: rest.filter(isNotSent), onItsWay: rest.filter((one) => !isNotSent(one)) };
}

/** What is best to do while we don't know. */
export function bestOf(one: SubmissionView): 'wait' | 'compare' | 'ask' {
  if (one.state === 'unsure') return 'wait';
  return one.candidates.length > 0 ? 'compare' : 'ask';
}
