// The host of a target, as it is shown.

import type { TargetView } from '../../backend/contract';

/** `login.bad[.]example` of a web address; the whole text of any other target. */
export function hostOf({ kind, before, domain, after }: TargetView): string {
  return kind === 'web' ? before.replace(/^[a-z]+:\/\//i, '') + domain : before + domain + after;
}
