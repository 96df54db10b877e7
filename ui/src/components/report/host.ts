// The host of a target, as it is shown.

import type { TargetView } from '../../backend/contract';

/** `login.bad[.]example` of a web address; the whole text of any other target. */
export function hostOf({ kind, before, domain, after }: TargetView): string {
  return kind === 'web' ? before.replace(/^[a-z]+:\/\//i, '') + domain : before + domain + after;
}

/** The whole of a target in one line, of such length that a name can hold it; the host is never cut. */
export function lineOf(target: TargetView, most = 80): string {
  const { before, domain, after } = target;
  const room = Math.max(0, most - before.length - domain.length);
  return before + domain + (after.length > room ? `${after.slice(0, room)}…` : after);
}
