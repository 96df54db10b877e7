// What of a draft the fake calls personal, and what it wants of it: enough to show each case, not the product's rules.

import type { AddressPart, DraftView, PersonalKind, PersonalView, Want, WantedView } from '../contract';
import type { World } from './world';

interface Trace {
  kind: PersonalKind;
  says: string | null;
}

function decoded(text: string): string | null {
  try {
    const plain = atob(text);
    return /^[^\s@]+@[^\s@]+\.[a-z]+$/i.test(plain) ? plain.replaceAll('.', '[.]') : null;
  } catch {
    return null;
  }
}

/** What a piece of an address gives away. */
function traceOf(text: string): Trace | null {
  if (/^[^\s@/]+(@|%40)[^\s@/]+\.[a-z]+$/i.test(text)) return { kind: 'address', says: null };
  if (text.startsWith('eyJ')) return { kind: 'token', says: '"sub":"jo.customer"' };
  if (/^[0-9a-f]{24,}$/i.test(text)) return { kind: 'opaque', says: null };
  const says = text.length > 12 ? decoded(text) : null;
  return says === null ? null : { kind: 'encoded_address', says };
}

const pieces: ReadonlyArray<[AddressPart, RegExp]> = [
  ['query', /[?&][^=#&]+=([^&#]+)/g],
  ['path', /(?<=[^/])\/([^/?#]+)/g],
  ['fragment', /#(.+)$/g],
];

function inAddress(text: string, field: PersonalView['field']): PersonalView[] {
  return pieces.flatMap(([part, pattern]) =>
    [...text.replace(/^[a-z]+:\/\//i, '').matchAll(pattern)].flatMap(([, piece = '']) => {
      const trace = traceOf(piece);
      if (!trace) return [];
      const shown = piece.replaceAll('.', '[.]');
      return [
        view({ ...trace, field, part, text: shown, id: `${field}.${part} ${piece}`, removable: part !== 'path' }),
      ];
    }),
  );
}

function view(more: Partial<PersonalView> & Pick<PersonalView, 'id' | 'kind' | 'field' | 'text'>): PersonalView {
  return { report_field: null, evidence_id: null, says: null, part: null, removable: true, ...more };
}

/** Everything personal that would be sent. */
export function personalOf(world: World, made: DraftView): PersonalView[] {
  const { fields, evidence } = made;
  const inNote = [...fields.note.matchAll(/[\w.]+@customer\.example/g)].map(([text]) =>
    view({ id: `note ${text}`, kind: 'address', field: 'note', text: text.replaceAll('.', '[.]') }),
  );
  const files = evidence.flatMap((file) => {
    const names = world.readings.get(file.id)?.names;
    if (!names || !file.send || !fields.to_phishfort) return [];
    const of = { id: `file ${file.id}`, evidence_id: file.id, text: names, removable: made.kind !== 'email' };
    return [view({ kind: 'names_recipient', field: 'evidence', ...of })];
  });
  const addresses = [
    ...(made.kind === 'web' ? inAddress(fields.target, 'target') : []),
    ...fields.more_addresses.split('\n').flatMap((line) => inAddress(line, 'more_addresses')),
  ];
  return [...addresses, ...inNote, ...files];
}

/** Takes out what can go. */
export function takeOut(world: World, made: DraftView, ids: readonly string[]): void {
  const going = personalOf(world, made).filter((one) => one.removable && ids.includes(one.id));
  for (const { id, field, evidence_id } of going) {
    const piece = id.slice(id.indexOf(' ') + 1);
    if (field === 'note') made.fields.note = made.fields.note.replaceAll(piece, '[removed]');
    else if (field === 'target' || field === 'more_addresses') made.fields[field] = without(made.fields[field], piece);
    else made.evidence = made.evidence.map((file) => (file.id === evidence_id ? { ...file, send: false } : file));
  }
}

/** An address without a value, and without the name that it had. */
function without(text: string, piece: string): string {
  // The path may say it as well, and keeps it.
  const at = text.lastIndexOf(piece);
  if (at < 0) return text;
  const start = Math.max(text.lastIndexOf('?', at), text.lastIndexOf('&', at), text.lastIndexOf('#', at));
  const left = text.slice(0, Math.max(start, 0)) + text.slice(at + piece.length);
  return left.includes('?') ? left : left.replace('&', '?');
}

/** What PhishFort's handbook asks for. */
export function wantedOf({ fields, kind, evidence }: DraftView): WantedView[] {
  if (!fields.to_phishfort) return [];
  const sent = evidence.filter((file) => file.send);
  const mail = sent.some((file) => file.kind === 'email');
  const picture = sent.some((file) => file.has_picture);
  const said = fields.note.trim() !== '';
  const rows: Record<string, Array<[Want, boolean]>> = {
    web: [
      ['exact_page', /^(?:\w+:\/\/)?[^/]+\/./.test(fields.target)],
      ['screenshot', picture],
      ['how_found', said],
      ['genuine_site', /genuine/i.test(fields.note)],
    ],
    email: [
      ['original_mail', mail],
      ['screenshot', picture],
      ['how_found', said],
    ],
    phone: [
      ['other_number', fields.phone_received_on !== ''],
      ['call_time', fields.phone_time !== ''],
      ['call_story', said],
      ['screenshot', picture],
    ],
    ipv4: [
      ['address_on_ip', fields.ip_address_on_it !== ''],
      ['explanation', said],
    ],
  };
  return (rows[kind ?? ''] ?? []).map(([want, there]) => ({ want, there }));
}
