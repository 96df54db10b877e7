// One entry of the timeline, in words.

import type { EventKind, EventView } from '../../backend';
import type { IconName } from '../../kit/icons';
import { w } from '../../words';
import { eventWords, lookWords } from '../../words/case';
import { files, fileSize } from '../../words/evidence';
import { reasons, statusWords } from '../../words/status';

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
  if (event.reason) parts.push(reasons[event.reason]);
  const base = {
    icon: icons[event.kind],
    title: eventWords[event.kind](service),
    who: '',
    sub: parts.join('. '),
    ok: event.kind === 'accepted' || event.kind === 'found',
  };
  if (event.kind === 'looked' && event.look) return { ...base, who: lookWords[event.look] };
  if (event.kind === 'sent') return { ...base, who: sentWith(event) };
  if (event.kind === 'status_changed' && event.status) {
    const status = statusWords(event.status, event.raw_status);
    return { ...base, icon: status.icon, title: status.word, who: words.says(service), ok: status.tone === 'ok' };
  }
  return base;
}

function sentWith(event: EventView): string {
  if (event.bytes === null) return '';
  const words = w.case.events;
  return event.files ? words.withFiles(files(event.files), fileSize(event.bytes)) : words.bytes(fileSize(event.bytes));
}
