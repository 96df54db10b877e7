// Whether a DMCA report can be answered as a whole, by what Cloudflare said.

import type { EligibilityView } from '../../backend';
import { appeal } from '../../words/appeal';

const w = appeal.whole;

/** What is known of it. */
export type Answerable = 'yes' | 'no' | 'unknown';

/** `unknown` is tried all the same: Cloudflare decides. */
export function answerable({ eligibility }: { eligibility: EligibilityView | null }): Answerable {
  if (!eligibility) return 'unknown';
  return eligibility.appealable && !eligibility.has_open_appeal ? 'yes' : 'no';
}

/** Why it can't be answered, or what is to be known before it is; empty where there is nothing to say. */
export function whyNot(eligibility: EligibilityView | null): string {
  if (!eligibility) return w.unknown;
  const { appealable, has_open_appeal, appeal_count: used, max_appeals: max, has_appealable_blocks } = eligibility;
  if (has_open_appeal) return w.open;
  if (appealable) return used === null || max === null ? '' : w.left(used, max);
  const why = used !== null && max !== null && max > 0 && used >= max ? w.used(max) : w.cannot;
  return has_appealable_blocks ? `${why} ${w.blocksInstead}` : why;
}
