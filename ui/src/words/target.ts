// Words beside an address.

import type { TargetKind, TargetWarning } from '../backend/contract';

/** What deceives the eye. */
export const targetWarnings: Record<TargetWarning, string> = {
  look_alike_letters: 'Letters that look like others',
  hidden_characters: 'Hidden characters',
  user_in_address: 'The part before @ is not the site',
};

/** The four kinds. */
export const targetKinds: Record<TargetKind, string> = {
  web: 'Web address',
  email: 'Email address',
  phone: 'Phone number',
  ipv4: 'IP address',
};

export const target = {
  looksLike: 'looks like',
  nothingYet: 'No address yet',
};
