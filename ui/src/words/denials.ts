// Why Cloudflare refused a report, and what to do next. The service gives a word and no description; the sentences are ours.

import type { DenialReason, ReportKind } from '../backend/contract';

/** What can be done about a refusal from here. */
export type DenialAct = 'again' | 'phishfort' | 'choose' | 'receipt';

export interface DenialWords {
  /** After "Refused: ". */
  why: string;
  /** The next step, in words. */
  next: string;
  /** The acts that take it, the best first; none where nothing is left to do here. */
  acts: readonly DenialAct[];
}

export const denials: Record<DenialReason, DenialWords> = {
  unable_to_confirm: {
    why: 'they couldn’t see the abuse',
    next: 'Say exactly how to reach it: the full address, the country, the device. Then report it again.',
    acts: ['again'],
  },
  incomplete_report: {
    why: 'something was missing',
    next: 'Fill in what is missing, then report it again.',
    acts: ['again'],
  },
  not_on_cloudflare: {
    why: 'the site isn’t on Cloudflare',
    next: 'Cloudflare can do nothing about it. Report it to PhishFort, who find out where it is.',
    acts: ['phishfort'],
  },
  duplicate_report: {
    why: 'already reported',
    next: 'Nothing to do: the first report of it counts. Follow that one.',
    acts: [],
  },
  content_removed: {
    why: 'already gone',
    next: 'See what PhishFort says of the page. If it is gone there too, nothing is left to do.',
    acts: [],
  },
  content_unavailable: {
    why: 'they couldn’t open the page',
    next: 'Say when and from where it opens: the time, the country, the device. Then report it again.',
    acts: ['again'],
  },
  report_details_mismatch: {
    why: 'your details don’t match the page',
    next: 'Compare the report with the page, correct it, then report it again.',
    acts: ['again'],
  },
  no_abuse_found: {
    why: 'they saw no abuse',
    next: 'Add what a visitor sees, step by step, and report it again. Or let PhishFort watch it.',
    acts: ['again', 'phishfort'],
  },
  missing_original_work: {
    why: 'they need the address of your original',
    next: 'Add the address where your original is, then report it again.',
    acts: ['again'],
  },
  direct_url_required: {
    why: 'they need the exact address',
    next: 'Add the full address, with everything after the domain, then report it again.',
    acts: ['again'],
  },
  wrong_report_category: {
    why: 'another category fits',
    next: 'Choose another category and report it again. The guide helps you to choose.',
    acts: ['choose'],
  },
  law_enforcement_referral_required: {
    why: 'this has to go through the police',
    next: 'Report it to your police. The receipt has what they ask for: address, time, numbers, files.',
    acts: ['receipt'],
  },
  domain_dispute_process_required: {
    why: 'this needs a domain dispute',
    next: 'Hand it to your lawyers: a domain dispute (UDRP) decides whose the domain is.',
    acts: ['receipt'],
  },
  other: {
    why: 'for a reason that we don’t know',
    next: 'Read what Cloudflare wrote to you, then report it again with what they miss.',
    acts: ['again'],
  },
};

/** Of what nobody should look at twice: what is left to do, and nothing that sends anybody back there. */
const unseen: Partial<Record<ReportKind, Pick<DenialWords, 'next' | 'acts'>>> = {
  children: { next: 'Don’t look for more. The hotline or the police can act.', acts: ['receipt'] },
  ncsei: { next: 'Don’t look for more. The police or a hotline can act.', acts: ['receipt'] },
};

/** The words of a refusal of a kind of report. */
export function denialOf(denial: DenialReason | null, kind: ReportKind | null): DenialWords {
  return { ...denials[denial ?? 'other'], ...(kind && unseen[kind]) };
}

/** "Refused: they saw no abuse"; a reason that we don't know is shown as it came. */
export function refusedBecause(denial: DenialReason | null, raw: string | null = null): string {
  if (denial === null) return 'Refused';
  return `Refused: ${denial === 'other' && raw ? raw : denials[denial].why}`;
}
