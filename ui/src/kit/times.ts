// Moments as people read them: stored in UTC, shown in local time, UTC on hover.

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'narrow' });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const full = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
});

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** 10:42, in local time. */
export function timeOfDay(at: string): string {
  return clock.format(new Date(at));
}

/** Midnights between two moments, by the local calendar. */
function daysBetween(then: Date, now: Date): number {
  const midnight = (moment: Date) => new Date(moment.getFullYear(), moment.getMonth(), moment.getDate()).getTime();
  return Math.round((midnight(now) - midnight(then)) / (24 * HOUR));
}

/** "just now", "12 min ago", "3 h ago", "yesterday", "2 days ago", "20 Nov", "20 Nov 2025". */
export function ago(at: string, now: Date = new Date()): string {
  const then = new Date(at);
  const gone = now.getTime() - then.getTime();
  if (gone < MINUTE && gone > -MINUTE) return 'just now';
  if (gone < 0) return momentOf(at, now);
  if (gone < HOUR) return `${Math.floor(gone / MINUTE)} min ago`;
  const days = daysBetween(then, now);
  if (days === 0 || gone < 6 * HOUR) return `${Math.floor(gone / HOUR)} h ago`;
  if (days === 1) return relative.format(-1, 'day');
  if (days < 7) return `${days} days ago`;
  return dateOf(then, now);
}

/** "18 Nov", "18 Nov 2025", by the local calendar. */
export function onDay(at: Date, now: Date = new Date()): string {
  return dateOf(at, now);
}

function dateOf(then: Date, now: Date): string {
  return (then.getFullYear() === now.getFullYear() ? day : dayOfYear).format(then);
}

/** "10:42" for today, "20 Nov, 10:42" for another day. */
export function momentOf(at: string, now: Date = new Date()): string {
  const then = new Date(at);
  return daysBetween(then, now) === 0 ? timeOfDay(at) : `${dateOf(then, now)}, ${timeOfDay(at)}`;
}

/** "today 10:42", "yesterday 10:42", "20 Nov, 10:42". */
export function dayAndTime(at: string, now: Date = new Date()): string {
  const days = daysBetween(new Date(at), now);
  if (days === 0) return `today ${timeOfDay(at)}`;
  if (days === 1) return `yesterday ${timeOfDay(at)}`;
  return momentOf(at, now);
}

/** "21 Nov 2026, 10:42:07 UTC+1 (09:42:07 UTC)": for the hover, receipts and exports. */
export function inFull(at: string): string {
  const moment = new Date(at);
  return `${full.format(moment)} (${moment.toISOString().slice(0, 19).replace('T', ' ')} UTC)`;
}
