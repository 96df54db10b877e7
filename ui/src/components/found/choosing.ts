// Choosing among the addresses that were found: what each act changes in the draft.

import type { DraftFields, FoundAddressView, FoundView, MailView } from '../../backend/contract';
import { withMore } from '../report/addresses';

type Addresses = Pick<DraftFields, 'target' | 'more_addresses'>;

/** The same address, however it was typed: only the host is the same in any case. */
const plain = (text: string) =>
  text
    .trim()
    .replaceAll('[.]', '.')
    .replace(/^(?:h..ps?:\/\/)?/i, '')
    .replace(/^[^/?#]*/, (host) => host.toLowerCase())
    .replace(/\/$/, '');

const without = (more_addresses: string, exact: string) =>
  more_addresses
    .split('\n')
    .filter((line) => line.trim() !== '' && plain(line) !== plain(exact))
    .join('\n');

/** Reports this address, and no longer as one of the others. */
export function choose({ more_addresses }: Addresses, { target }: FoundAddressView): Addresses {
  return { target: target.exact, more_addresses: without(more_addresses, target.exact) };
}

/** Reports this address as well. */
export function addAsWell({ more_addresses }: Addresses, { target }: FoundAddressView): Partial<Addresses> {
  return { more_addresses: withMore(more_addresses, [target.exact]) };
}

/** Reports this address no longer. */
export function leaveOut({ more_addresses }: Addresses, { target }: FoundAddressView): Partial<Addresses> {
  return { more_addresses: without(more_addresses, target.exact) };
}

/** Whether this is what is reported, as saved or as just chosen. */
export function isChosen({ target }: Pick<DraftFields, 'target'>, address: FoundAddressView): boolean {
  return target.trim() !== '' && plain(address.target.exact) === plain(target);
}

/** Up to where the page is named: what may be left out without reporting another page. */
const page = (text: string) => plain(text.replace(/[?#].*$/s, ''));

/** The found address that is reported now, also when something of it was taken out. */
export function reported(found: FoundView, fields: Pick<DraftFields, 'target'>): FoundAddressView | undefined {
  if (fields.target.trim() === '') return undefined;
  const { addresses } = found;
  return (
    // What was just chosen is known here before the host says so.
    addresses.find((one) => isChosen(fields, one)) ??
    addresses.find((one) => one.chosen) ??
    addresses.find((one) => page(one.target.exact) === page(fields.target))
  );
}

/** Files in which something was read. */
export function readFiles({ mails }: FoundView): MailView[] {
  return mails.filter((mail) => mail.unread === null);
}

/** Whether a mail is here whole: then one that lost its head matters no more. */
function whole({ came, whole_head, source, unread }: MailView): boolean {
  return unread === null && came !== 'inline' && whole_head && (source === 'mail' || source === 'outlook_mail');
}

/** The mail that lost its head on the way to us, while no other is whole. */
export function headless(found: FoundView): MailView | undefined {
  const files = readFiles(found);
  return files.some(whole) ? undefined : files.find((mail) => mail.came === 'inline');
}
