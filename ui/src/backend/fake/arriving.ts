// What comes into the fake from outside: a mail that is dropped, a text that is pasted. It says always the same.

import type { AttachmentView, DraftView, EvidenceView } from '../contract';
import { foundAddress, foundOf, mailOf, read } from './found';
import { draft, evidence, sizeOf } from './make';
import { target, targetOf } from './targets';
import { now, type World } from './world';

/** What the mail that comes in is about. */
export const SUSPICIOUS = 'https://acme-login.example/secure/verify?id=7431';
const NOTE =
  'Email “Your account is limited: verify within 24 hours”, which claims to be from billing@acme-support[.]example.';

/** The files in it. */
const inside: AttachmentView[] = [
  { at: 0, name: 'invoice.html', size_bytes: 12_288, is_mail: false, inline: false, taken: false },
  { at: 1, name: 'original.eml', size_bytes: 31_744, is_mail: true, inline: false, taken: false },
  { at: 2, name: 'logo.png', size_bytes: 4_096, is_mail: false, inline: true, taken: false },
  { at: 3, name: 'footer.png', size_bytes: 2_048, is_mail: false, inline: true, taken: false },
];

/** Fills what is not filled yet. Answers whether something suspicious was. */
function fill(world: World, made: DraftView, about: string, note: string): boolean {
  const { fields } = made;
  if (fields.target.trim() !== '') return false;
  Object.assign(fields, { target: about, note: fields.note || note });
  Object.assign(made, { target: targetOf(about), kind: 'web', found: foundOf(world, made) });
  return true;
}

function keep(world: World, made: DraftView, file: EvidenceView): void {
  made.evidence = [...made.evidence, file];
  made.size = sizeOf(made.evidence);
  made.saved_at = now();
  world.drafts.set(made.id, made);
  world.done.add('add_evidence');
}

/** A mail comes into a draft. Answers whether it filled the report. */
export function mailInto(world: World, made: DraftView, name = 'forwarded.eml'): boolean {
  const file = evidence(world, name);
  keep(world, made, file);
  read(world, file, {
    mail: mailOf(file, { attachments: inside.map((one) => ({ ...one })) }),
    addresses: [foundAddress(SUSPICIOUS, { place: 'button', main: true, likely: true, text: 'Verify now' })],
    sender: target('billing@acme-support.example'),
  });
  made.found = foundOf(world, made);
  return fill(world, made, SUSPICIOUS, NOTE);
}

/** A file that is no mail comes into a draft. */
export function fileInto(world: World, made: DraftView, name: string): EvidenceView {
  const file = evidence(world, name);
  keep(world, made, file);
  return file;
}

/** A text comes into a draft: alone it is what is suspicious, among words it is evidence, too. */
export function textInto(world: World, made: DraftView, text: string): { filled: boolean; kept: string | null } {
  world.drafts.set(made.id, made);
  if (targetOf(text)) return { filled: fill(world, made, text.trim(), ''), kept: null };
  const file = evidence(world, 'Pasted 2026-11-21 10.42.00.txt', { kind: 'text', media_type: 'text/plain' });
  keep(world, made, file);
  const [first] = text.split(/\s+/).filter((word) => targetOf(word)?.kind === 'web');
  return { filled: first !== undefined && fill(world, made, first, ''), kept: file.id };
}

/** Files are dropped on the window, or the app was opened with them: into the open draft, or into a fresh one. */
export function dropMail(world: World, count = 1): void {
  world.notify({ kind: 'files_reading', count });
  const made = world.drafts.get(world.open_draft ?? '') ?? draft(world);
  const filled = mailInto(world, made);
  world.notify({ kind: 'files_dropped', draft_id: made.id, added: count, filled, refused: [], failed: null });
}
