// The worlds of reports to Cloudflare: a case to both desks, refusals, what was filed, and what can't be.

import type { CaseView, DenialReason, FiledReportView, FiledStatus, ReportKind, StandingView } from '../contract';
import { caseOf, evidence, event, standing, submission, type CaseSeed } from './make';
import { reportPreview } from './reports';
import { target } from './targets';
import { minutesAgo, type World } from './world';

const STORY = 'The page copies our sign-in page and asks visitors for their password and card number.';
const HOUR = 60;

interface ReportSeed extends CaseSeed {
  kind?: ReportKind;
  /** More hosts of the same case: a report each. */
  hosts?: string[];
  denial?: DenialReason;
  report?: 'report_submitted' | 'report_accepted' | 'report_denied';
  only?: boolean;
}

/** Adds the Cloudflare half to a case, or makes it the only one. */
export function reported(world: World, seed: ReportSeed): CaseView {
  const made = caseOf(world, seed);
  const status = seed.report ?? 'report_submitted';
  const kind = seed.kind ?? 'phishing';
  if (seed.only) Object.assign(made, { sent: [], standings: [], timeline: [], can_open: false, flags: [] });
  for (const host of [seed.about, ...(seed.hosts ?? [])])
    report(world, made, { ...seed, about: host, kind, report: status });
  if (seed.only) {
    const denial = seed.denial ?? null;
    made.row = {
      ...made.row,
      sent_to: ['cloudflare'],
      status,
      raw_status: status.slice(7),
      status_of: 'cloudflare',
      denial,
    };
    made.row.number = made.standings[0]?.number ?? null;
    made.timeline.push(event('draft_made', seed.minutes + 42, { service: null }));
  } else {
    made.row.sent_to = ['phishfort', 'cloudflare'];
    if (status === 'report_denied') Object.assign(made.row, { status, raw_status: 'denied', status_of: 'cloudflare' });
    made.row.denial = seed.denial ?? null;
  }
  made.row.needs_you ||= made.standings.some((one) => one.needs_you);
  const refused = status === 'report_denied';
  made.can_tell = [...(seed.only ? (['phishfort'] as const) : []), ...(refused ? (['cloudflare'] as const) : [])];
  world.cases.set(made.row.id, made);
  return made;
}

function report(world: World, made: CaseView, seed: ReportSeed): void {
  const kind = seed.kind ?? 'phishing';
  const status = seed.report ?? 'report_submitted';
  const number = `8f3a21c0b${String(world.next).padStart(7, '0')}`;
  const one = submission(world, seed.about, {
    case_id: made.row.id,
    service: 'cloudflare',
    report_kind: kind,
    state: 'accepted',
    number,
    sent_at: minutesAgo(seed.minutes + 37),
    files: 0,
    bytes_total: 640,
  });
  const more: Partial<StandingView> = { status, raw_status: status.slice(7), denial: seed.denial ?? null };
  if (status === 'report_denied') Object.assign(more, { raw_denial: seed.denial, needs_you: true, can_settle: true });
  made.standings.push(standing(one, more));
  const about = { service: 'cloudflare', report_kind: kind, hostname: seed.hosts ? one.target.domain : null } as const;
  const news = event('status_changed', seed.minutes, {
    ...about,
    status,
    raw_status: status.slice(7),
    denial: more.denial,
  });
  made.timeline = [
    ...(status === 'report_submitted' ? [] : [news]),
    event('accepted', seed.minutes + 36, { ...about, number }),
    event('sent', seed.minutes + 37, { ...about, bytes: 640 }),
    ...made.timeline,
  ].sort((a, b) => b.at.localeCompare(a.at));
  const answers = [
    ['name', 'Jo Example'],
    ['email', 'jo@acme.example'],
    ['email2', 'jo@acme.example'],
    ['host_notification', 'send-anon'],
    ['owner_notification', 'send-anon'],
    ['justification', STORY],
  ] as const;
  const preview = reportPreview({ kind, addresses: [one.target], answers });
  made.sent.push({ submission: one, preview, files: [], message: 'success' });
}

/** One case to both desks, one that was split by host, and one that both still have before them. */
export function addBoth(world: World): void {
  const files = [evidence(world, 'forwarded.eml'), evidence(world, 'login-page.png')];
  const note = 'Forwarded by a customer on 21 Nov. The sender was billing@acme-support.example.';
  const both = { note, files, minutes: 12 };
  reported(world, {
    ...both,
    about: 'acme-login.example/secure/verify',
    status: 'takedown_in_progress',
    number: 'PF-48213',
  });
  reported(world, {
    about: 'acme-pay-check.example/card',
    hosts: ['acme-pay-check2.example/card'],
    status: 'pending_review',
    number: 'PF-48190',
    minutes: 3 * HOUR,
  });
  reported(world, { about: 'acme-fonts.example', status: 'pending_review', minutes: HOUR, kind: 'dmca', only: true });
}

/** Refusals: of a case to both desks, and of one that only Cloudflare was told. */
export function addDenied(world: World): void {
  const denied = { report: 'report_denied', status: 'takedown_in_progress', minutes: 20 } as const;
  reported(world, {
    ...denied,
    about: 'acme-login.example/secure/verify',
    number: 'PF-48213',
    denial: 'unable_to_confirm',
  });
  reported(world, { ...denied, about: 'acme-shop.example', only: true, denial: 'not_on_cloudflare', minutes: HOUR });
  reported(world, {
    ...denied,
    about: 'acme-logo.example',
    only: true,
    denial: 'wrong_report_category',
    minutes: 2 * HOUR,
  });
  const settled = reported(world, {
    ...denied,
    about: 'acme-old.example',
    only: true,
    denial: 'content_removed',
    minutes: 9 * HOUR,
  });
  settled.standings = settled.standings.map((one) => ({ ...one, needs_you: false, can_settle: false }));
  settled.row.needs_you = false;
  reported(world, {
    about: 'acme-parts.example',
    status: 'closed',
    only: true,
    report: 'report_accepted',
    minutes: 5 * HOUR,
  });
}

const reasons: DenialReason[] = [
  'unable_to_confirm',
  'incomplete_report',
  'not_on_cloudflare',
  'duplicate_report',
  'content_removed',
  'report_details_mismatch',
  'no_abuse_found',
  'missing_original_work',
  'direct_url_required',
  'wrong_report_category',
  'content_unavailable',
  'law_enforcement_referral_required',
  'domain_dispute_process_required',
];
const kinds: Array<readonly [ReportKind, string]> = [
  ['phishing', 'PHISH'],
  ['trademark', 'TM'],
  ['dmca', 'DMCA'],
  ['general', 'GEN'],
];

/** Reports that the account filed: every status, every reason, ours and others'. */
export function addFiled(world: World, count = 30): void {
  const [mine] = [...world.cases.values()].filter((one) => one.row.sent_to.includes('cloudflare'));
  for (let n = 0; n < count; n++) world.filed.push(filedReport(n, n % 3 === 0 && mine ? mine.row.id : null));
  world.filed_refreshed_at = minutesAgo(4);
}

/** A filed report: its status, reason and category follow from its place in the list. */
export function filedReport(n: number, case_id: string | null): FiledReportView {
  const [report_kind, raw_type] = kinds[n % kinds.length] ?? ['general', 'GEN'];
  const status: FiledStatus =
    n === 7 ? 'other' : ((['submitted', 'denied', 'accepted', 'denied'] as const)[n % 4] ?? 'submitted');
  const denial = status === 'denied' ? (reasons[Math.floor(n / 2) % reasons.length] ?? null) : null;
  const host = `acme-${['login', 'shop', 'pay', 'parcel', 'gift'][n % 5]}${n}.example`;
  return {
    row: {
      id: `8f3a21c0a${String(n).padStart(7, '0')}`,
      filed_at: n === 11 ? null : minutesAgo(30 + n * 7 * HOUR),
      domain: host.replaceAll('.', '[.]'),
      report_kind,
      raw_type,
      status,
      raw_status: status === 'other' ? 'escalated' : status,
      denial,
      raw_denial: denial,
      case_id,
    },
    addresses: [target(`${host}/secure/verify`), target(`${host}/card`)],
    details: [
      { field: 'justification', name: 'justification', value: STORY },
      { field: 'host_notification', name: 'host_notification', value: 'send_anon' },
      { field: 'comments', name: 'comments', value: 'Reference TD-7K3M9Q2XAB' },
      { field: null, name: 'reported_via', value: 'api' },
    ],
    emails: status === 'submitted' ? [] : [letter(host, 60), letter(host, 25 * HOUR)],
    read_at: minutesAgo(4),
    following: 'works',
    said: null,
  };
}

const letter = (host: string, minutes: number) => ({
  sent_at: minutesAgo(minutes),
  recipient: 'jo@acme.example',
  subject: `Your report about ${host.replaceAll('.', '[.]')}`,
  body: `Hello,\n\nwe have looked at your report about hxxps://${host.replaceAll('.', '[.]')}/secure/verify.\n\n<b>Regards</b>,\nTrust & Safety`,
});

/** The account is not open for reports: one waits, another queues behind it. */
export function addNotEntitled(world: World): void {
  const said = 'Not entitled to use feature: Abuse Report API';
  world.connections.cloudflare.filing = 'not_entitled';
  const cloudflare = {
    service: 'cloudflare',
    report_kind: 'phishing',
    files: 0,
    bytes_total: 640,
    can_undo: true,
  } as const;
  const refused = submission(world, 'acme-login.example/secure', {
    ...cloudflare,
    state: 'deferred',
    reason: 'not_entitled',
    said,
  });
  const behind = submission(world, 'acme-pay.example', {
    ...cloudflare,
    addresses: 3,
    due_in_ms: 0,
    due_at: minutesAgo(1),
  });
  for (const one of [refused, behind]) {
    const made = caseOf(world, { about: one.target.exact, status: 'sending', minutes: 5 });
    one.case_id = made.row.id;
    world.submissions.set(one.id, one);
    world.cases.set(made.row.id, { ...made, open: [one], sent: [], standings: [] });
  }
}
