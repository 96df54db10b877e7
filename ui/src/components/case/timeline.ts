// One entry of the timeline, in words.

import type { EventKind, EventView } from '../../backend';
import type { IconName } from '../../kit/icons';
import { w } from '../../words';
import { eventWords, lookWords } from '../../words/case';
import { files, fileSize } from '../../words/evidence';
import { kindNames, reasonWord, statusWords } from '../../words/status';

const icons: Record<EventKind, IconName> = {
  draft_made: 'pencil',
  confirmed: 'outbox',
  undone: 'undo',
  held: 'waiting',
  sent: 'send',
  deferred: 'waiting',
  accepted: 'check',
  rejected: 'refused',
  answer_lost: 'unsure',
  looked: 'search',
  found: 'check',
  needs_person: 'question',
  send_again: 'loop',
  status_changed: 'half',
  service_said: 'mail',
  note_added: 'note',
  personal_removed: 'note',
  settled: 'check',
  block_seen: 'view',
  block_changed: 'half',
  block_gone: 'info',
  block_back: 'view',
  block_not_named: 'unsure',
  other: 'info',
};

/** What is drawn of an entry. */
export interface DrawnEvent {
  icon: IconName;
  title: string;
  /** Beside the title, in grey. */
  who: string;
  /** Below it. */
  sub: string;
  ok: boolean;
}

/** An entry, in words. */
export function drawn(event: EventView): DrawnEvent {
  const service = w.common.service[event.service ?? 'phishfort'];
  const words = w.case.events;
  const parts: string[] = [];
  if (event.number) parts.push(words.number(event.number));
  if (event.reason) parts.push(reasonWord(event.reason, event.service ?? 'phishfort'));
  const about = aboutOf(event);
  const base = {
    icon: icons[event.kind],
    title: eventWords[event.kind](service),
    who: about,
    sub: parts.join('. '),
    ok: event.kind === 'accepted' || event.kind === 'found',
  };
  if (event.kind === 'looked' && event.look) return { ...base, who: joined(lookWords[event.look], about) };
  if (event.kind === 'sent') return { ...base, who: joined(about, sentWith(event)) };
  if (event.kind === 'status_changed' && event.status) {
    const status = statusWords(event.status, event.raw_status, { denial: event.denial });
    const who = joined(words.says(service), about);
    return { ...base, icon: status.icon, title: status.word, who, ok: status.tone === 'ok' };
  }
  return base;
}

/** Which of several reports it was: "as phishing, about acme-login[.]example". */
function aboutOf({ report_kind, hostname }: EventView): string {
  const words = w.case.events;
  return [report_kind && words.as(kindNames[report_kind]), hostname && words.about(hostname)]
    .filter(Boolean)
    .join(', ');
}

function joined(...parts: string[]): string {
  return parts.filter(Boolean).join(', ');
}

function sentWith(event: EventView): string {
  // Cloudflare takes no files: that none went is no news.
  if (event.bytes === null || event.service === 'cloudflare') return '';
  const words = w.case.events;
  return event.files ? words.withFiles(files(event.files), fileSize(event.bytes)) : words.bytes(fileSize(event.bytes));
}
