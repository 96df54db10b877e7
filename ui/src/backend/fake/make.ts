// Ready-made rows for the scenarios. All names are made up; addresses are of the reserved kinds.

import type {
  CaseStatus,
  CaseView,
  DraftFields,
  DraftView,
  EventKind,
  EventView,
  EvidenceView,
  PreviewView,
  StandingView,
  SubmissionView,
  TargetView,
} from '../contract';
import { fillsOf, splitsOf } from './fills';
import { nothingFound } from './found';
import { target } from './targets';
import { minutesAgo, newId, now, type World } from './world';

export const blankFields: DraftFields = {
  target: '',
  wish: 'takedown',
  note: '',
  reported_by: '',
  client_id: '',
  phone_received_on: '',
  phone_date: '',
  phone_time: '',
  phone_zone: '',
  ip_address_on_it: '',
  to_phishfort: true,
  to_cloudflare: false,
  report_kind: 'phishing',
  more_addresses: '',
  profile_id: '',
  answers: {},
};

const HASH = '9f2c4e1a7b3d5f60818293a4b5c6d7e8f9012a3b4c5d6e7f8091a2b3c4d5e6f7';

export function evidence(world: World, name: string, more: Partial<EvidenceView> = {}): EvidenceView {
  const id = newId(world, 'file');
  const png = name.endsWith('.png');
  return {
    id,
    name,
    sent_name: `TD-7K3M9Q2XAB_01_${name}`,
    kind: png ? 'png' : 'email',
    media_type: png ? 'image/png' : 'message/rfc822',
    size_bytes: png ? 1_900_412 : 84_120,
    sha256: HASH,
    send: true,
    problem: null,
    has_picture: png,
    has_text: !png,
    ...more,
  };
}

/** The size of the whole request, nearly. */
export function sizeOf(files: EvidenceView[]): DraftView['size'] {
  const sent = files.filter((file) => file.send && !file.problem);
  return {
    files: sent.length,
    files_max: 12,
    bytes: 812 + sent.reduce((sum, file) => sum + file.size_bytes + 240, 0),
    bytes_limit: 10_485_760,
  };
}

export function draft(world: World, fields: Partial<DraftFields> = {}, files: EvidenceView[] = []): DraftView {
  const id = newId(world, 'draft');
  const { email, profile_id, profiles } = world.preferences;
  const sender = { reported_by: email, profile_id: profile_id || (profiles[0]?.id ?? '') };
  const filled = { ...blankFields, ...sender, ...fields };
  return {
    id,
    case_id: newId(world, 'case'),
    saved_at: now(),
    fields: filled,
    target: null,
    kind: null,
    evidence: files,
    size: sizeOf(files),
    clients: world.connections.phishfort.clients,
    fills: fillsOf(world, filled),
    ...splitsOf(filled),
    found: nothingFound,
  };
}

export function event(kind: EventKind, minutes: number, more: Partial<EventView> = {}): EventView {
  return {
    at: minutesAgo(minutes),
    kind,
    service: 'phishfort',
    status: null,
    raw_status: null,
    denial: null,
    report_kind: null,
    hostname: null,
    reason: null,
    look: null,
    text: null,
    number: null,
    files: null,
    bytes: null,
    block: null,
    appeal: null,
    ...more,
  };
}

export function submission(world: World, text: string, more: Partial<SubmissionView> = {}): SubmissionView {
  const id = newId(world, 'submission');
  return {
    id,
    case_id: newId(world, 'case'),
    draft_id: newId(world, 'draft'),
    service: 'phishfort',
    wish: 'takedown',
    report_kind: null,
    appeal: null,
    target: target(text),
    addresses: 1,
    state: 'queued',
    reason: null,
    said: null,
    reference: 'TD-7K3M9Q2XAB',
    confirmed_at: now(),
    due_at: null,
    due_in_ms: null,
    paused: false,
    sent_at: null,
    looks: [],
    next_look_at: null,
    candidates: [],
    files: 2,
    bytes_total: 2_012_300,
    bytes_handed: 0,
    number: null,
    can_undo: false,
    undo_takes: more.can_undo ? 1 : 0,
    ...more,
  };
}

export function preview(about: TargetView, note: string, files: EvidenceView[]): PreviewView {
  const comment = `${note}\n\nReference TD-7K3M9Q2XAB`.trim();
  const part = (name: string, value: string) => ({ name, value, media_type: null, size_bytes: null });
  return {
    service: 'phishfort',
    report_kind: null,
    target: about,
    addresses: 1,
    method: 'POST',
    url: 'https://capi.phishfort.com/v1/incident/tkd',
    headers: [part('x-api-key', '••••••••')],
    parts: [
      part('url', about.exact),
      part('comment', comment),
      ...files
        .filter((file) => file.send)
        .map((file) => ({
          name: 'attachments',
          value: file.sent_name ?? file.name,
          media_type: file.media_type,
          size_bytes: file.size_bytes,
        })),
    ],
    bytes: sizeOf(files).bytes,
    reference: 'TD-7K3M9Q2XAB',
    comment,
  };
}

/** Where one thing that was sent stands. */
export function standing(of: SubmissionView, more: Partial<StandingView> = {}): StandingView {
  return {
    submission_id: of.id,
    service: of.service,
    report_kind: of.report_kind,
    target: of.target,
    addresses: of.addresses,
    number: of.number,
    status: of.service === 'phishfort' ? 'pending_review' : 'report_submitted',
    raw_status: null,
    denial: null,
    raw_denial: null,
    needs_you: false,
    can_settle: false,
    can_refresh: of.number !== null,
    refreshed_at: of.number === null ? null : minutesAgo(2),
    ...more,
  };
}

/** What a case of the scenarios is made from. */
export interface CaseSeed {
  about: string;
  brand?: string;
  status: CaseStatus;
  minutes: number;
  raw?: string;
  number?: string;
  files?: EvidenceView[];
  note?: string;
  wish?: CaseView['wish'];
}

export function caseOf(world: World, seed: CaseSeed): CaseView {
  const id = newId(world, 'case');
  const about = target(seed.about);
  const files = seed.files ?? [];
  const number = seed.number ?? null;
  const unsent = seed.status === 'draft' || seed.status === 'not_sent' || seed.status === 'sending';
  const sent = submission(world, seed.about, {
    case_id: id,
    state: 'accepted',
    number,
    sent_at: minutesAgo(seed.minutes + 38),
    files: files.length,
    bytes_total: sizeOf(files).bytes,
  });
  const sentEvent = event('sent', seed.minutes + 38, { files: files.length, bytes: sizeOf(files).bytes });
  const news: EventView[] =
    seed.status === 'unsure'
      ? [sentEvent, event('answer_lost', seed.minutes, { reason: 'no_answer' })]
      : [
          sentEvent,
          event('accepted', seed.minutes + 36, { number }),
          event('status_changed', seed.minutes, { status: seed.status, raw_status: seed.raw ?? seed.status }),
        ];
  const timeline = [event('draft_made', seed.minutes + 42), ...(unsent ? [] : news)].reverse();
  return {
    row: {
      id,
      draft_id: null,
      target: about,
      typed: seed.about,
      brand: seed.brand ?? 'Acme',
      sent_to: unsent ? [] : ['phishfort'],
      status: seed.status,
      raw_status: seed.raw ?? (unsent || seed.status === 'unsure' ? null : seed.status),
      denial: null,
      raw_denial: null,
      status_of: unsent ? null : 'phishfort',
      needs_you: seed.status === 'action_required' || seed.status === 'unsure' || seed.status === 'not_sent',
      number,
      news_at: minutesAgo(seed.minutes),
    },
    wish: seed.wish ?? 'takedown',
    note: seed.note ?? '',
    reported_by: world.preferences.email,
    timeline,
    evidence: files,
    sent: unsent
      ? []
      : [
          {
            submission: sent,
            preview: preview(about, seed.note ?? '', files),
            files: files.map((file) => ({
              name: file.sent_name ?? file.name,
              size_bytes: file.size_bytes,
              sha256: file.sha256,
            })),
            message: number ? 'Incident created' : null,
          },
        ],
    open: [],
    standings: unsent ? [] : [standing(sent, { status: seed.status, raw_status: seed.raw ?? seed.status })],
    draft_id: null,
    can_tell: unsent || about.kind !== 'web' ? [] : ['cloudflare'],
    flags: [],
    can_open: number !== null,
    can_refresh: number !== null,
    refreshed_at: unsent ? null : minutesAgo(2),
  };
}
