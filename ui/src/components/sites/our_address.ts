// Our own addresses, as people know them: not defanged, since they are ours, and never a link either.

import type { TargetView } from '../../backend';

/** The parts of an address as it is drawn: the host is what counts. */
export interface OurAddress {
  before: string;
  host: string;
  after: string;
}

// The defanged text is the start, and not the exact one: in it, what can't be seen is made visible already.
const plain = (text: string) => text.replaceAll('[.]', '.');

/** "shop.acme.example" and "/sale", without `https://`. */
export function ourAddress({ before, domain, after }: TargetView): OurAddress {
  const rest = plain(before)
    .replace(/^h(?:xx|tt)ps:\/\//i, '')
    .replace(/^hxxp:\/\//i, 'http://');
  const host_at = Math.max(rest.lastIndexOf('@'), rest.lastIndexOf('/')) + 1;
  return { before: rest.slice(0, host_at), host: rest.slice(host_at) + plain(domain), after: plain(after) };
}

/** The same on one line, for names and texts. */
export function ourAddressText(target: TargetView): string {
  const { before, host, after } = ourAddress(target);
  return before + host + after;
}
