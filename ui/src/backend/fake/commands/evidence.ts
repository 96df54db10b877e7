import type { AddedView, DraftView, PictureView } from '../../contract';
import { fileInto } from '../arriving';
import { sizeOf } from '../make';
import { understood } from './drafts';
import { found, now, refuse, type Handlers, type World } from '../world';

/** A picture of plain stripes, so that no file is needed. */
function stripes(width: number, height: number): PictureView {
  const pixels = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at++) {
    const row = Math.floor(at / width);
    const tone = row < height / 5 ? 90 : (at % width) % 16 < 8 ? 232 : 214;
    pixels.set([tone, tone + 8, tone + 16, 255], at * 4);
  }
  let text = '';
  for (const byte of pixels) text += String.fromCharCode(byte);
  return { width, height, rgba_base64: btoa(text), full_width: width * 4, full_height: height * 4 };
}

function changed(world: World, made: DraftView): DraftView {
  made.size = sizeOf(made.evidence);
  made.saved_at = now();
  world.drafts.set(made.id, made);
  return understood(world, made);
}

function added(world: World, draft_id: string, name: string): AddedView {
  const made = found(world.drafts, draft_id);
  const file = fileInto(world, made, name);
  return { draft: understood(world, made), added: [file.id], filled: false, refused: [] };
}

function takenOut(world: World, draft_id: string, evidence_id: string, at: number): AddedView {
  const mail = world.readings.get(evidence_id)?.mail;
  const inside = mail?.attachments.find((one) => one.at === at);
  if (!mail || !inside) throw refuse('attachment_gone');
  mail.attachments = mail.attachments.map((one) => (one.at === at ? { ...one, taken: true } : one));
  return added(world, draft_id, inside.name);
}

function pieceOf(world: World, evidence_id: string) {
  const all = [...world.drafts.values(), ...world.cases.values()].flatMap((one) => one.evidence);
  const file = all.find((one) => one.id === evidence_id);
  if (!file) throw refuse('not_found');
  return file;
}

export function evidenceCommands(
  world: World,
): Pick<
  Handlers,
  | 'evidence_pick'
  | 'evidence_paste'
  | 'evidence_take_attachment'
  | 'evidence_remove'
  | 'evidence_move'
  | 'evidence_rename'
  | 'evidence_send'
  | 'evidence_thumbnail'
  | 'evidence_picture'
  | 'evidence_text'
> {
  const withDraft = (draft_id: string, act: (made: DraftView) => void) => {
    const made = found(world.drafts, draft_id);
    act(made);
    return changed(world, made);
  };
  return {
    evidence_pick: ({ draft_id }) => added(world, draft_id, 'login-page.png'),
    evidence_paste: ({ draft_id }) => added(world, draft_id, 'Pasted image 10-42.png'),
    evidence_take_attachment: ({ draft_id, evidence_id, at }) => takenOut(world, draft_id, evidence_id, at),
    evidence_remove: ({ draft_id, evidence_id }) =>
      withDraft(draft_id, (made) => {
        made.evidence = made.evidence.filter((file) => file.id !== evidence_id);
      }),
    evidence_move: ({ draft_id, evidence_id, direction }) =>
      withDraft(draft_id, (made) => {
        const from = made.evidence.findIndex((file) => file.id === evidence_id);
        const to = from + (direction === 'up' ? -1 : 1);
        const files = [...made.evidence];
        const [file] = files.splice(from, 1);
        if (file && to >= 0 && to <= files.length) files.splice(to, 0, file);
        if (files.length === made.evidence.length) made.evidence = files;
      }),
    evidence_rename: ({ draft_id, evidence_id, name }) =>
      withDraft(draft_id, (made) => {
        made.evidence = made.evidence.map((file) => (file.id === evidence_id ? { ...file, name } : file));
      }),
    evidence_send: ({ draft_id, evidence_id, send }) =>
      withDraft(draft_id, (made) => {
        made.evidence = made.evidence.map((file) => (file.id === evidence_id ? { ...file, send } : file));
      }),
    evidence_thumbnail: ({ evidence_id }) => {
      if (!pieceOf(world, evidence_id).has_picture) throw refuse('no_preview');
      return stripes(64, 64);
    },
    evidence_picture: ({ evidence_id }) => {
      if (!pieceOf(world, evidence_id).has_picture) throw refuse('no_preview');
      return stripes(320, 200);
    },
    evidence_text: ({ evidence_id }) => {
      if (!pieceOf(world, evidence_id).has_text) throw refuse('no_preview');
      const text =
        'From: "Acme Billing" <billing@acme-support.example>\nSubject: Your account is limited\n\nVerify now:';
      return { text: `${text} https://acme-login.example/secure/verify?id=7431\n`, cut: false };
    },
  };
}
