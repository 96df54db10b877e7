import type { AccountView, ConnectionHealth, ConnectionView, Service } from '../../contract';
import { now, refuse, type Handlers, type World } from '../world';

/** Accounts that the fake Cloudflare names. */
const ACCOUNTS: AccountView[] = [
  { id: '0123456789abcdef0123456789abcdef', name: 'Acme Brand Protection' },
  { id: 'fedcba9876543210fedcba9876543210', name: 'Acme Retail' },
];

function put(world: World, service: Service, change: Partial<ConnectionView>): ConnectionView {
  world.connections[service] = { ...world.connections[service], ...change };
  world.notify({ kind: 'connection_changed' });
  return world.connections[service];
}

/** How it is once the service was asked with this key. */
function tried(world: World, service: Service, health: ConnectionHealth, tail: string): ConnectionView {
  return put(world, service, {
    health,
    key_tail: tail,
    key_place: world.connections[service].key_place ?? 'key_store',
    checked_at: now(),
    said: health === 'key_refused' ? 'Unauthorized' : null,
  });
}

/** What Cloudflare answers to a good token: no account is chosen for the person, unless there is one alone. */
function cloudflareTried(world: World, tail: string, accounts: AccountView[]): ConnectionView {
  const { account_id, account, reading } = world.connections.cloudflare;
  const only = accounts.length === 1 ? accounts[0] : undefined;
  const chosen = account_id ?? only?.id ?? null;
  put(world, 'cloudflare', {
    accounts,
    account_id: chosen,
    account: chosen === null ? null : (account ?? only?.name ?? null),
    reading: chosen === null || reading !== 'unknown' ? reading : 'yes',
  });
  const { reading: now_reading, filing } = world.connections.cloudflare;
  const lacking = [now_reading, filing].some((one) => one === 'not_permitted' || one === 'not_entitled');
  return tried(world, 'cloudflare', chosen === null ? 'no_account' : lacking ? 'partly_works' : 'works', tail);
}

function saved(world: World, service: Service, key: string): ConnectionView {
  const text = key.trim();
  if (text.length < 8) throw refuse('key_unlikely', 'too short');
  // A key that ends in "refused" is one that the service does not take.
  if (text.endsWith('refused')) return tried(world, service, 'key_refused', text.slice(-4));
  if (service === 'phishfort') return tried(world, service, 'works', text.slice(-4));
  // A token that ends in "several" may act for two accounts, one that ends in "none" does not tell for which.
  const named = text.endsWith('several') ? ACCOUNTS : text.endsWith('none') ? [] : ACCOUNTS.slice(0, 1);
  return cloudflareTried(world, text.slice(-4), named);
}

export function connectionCommands(
  world: World,
): Pick<
  Handlers,
  'connection_read' | 'connection_save_key' | 'connection_test' | 'connection_forget_key' | 'connection_choose_account'
> {
  return {
    connection_read: ({ service }) => world.connections[service],
    connection_save_key: ({ service, key }) => saved(world, service, key),
    connection_test: ({ service }) => {
      const { key_tail, accounts } = world.connections[service];
      if (key_tail === null) throw refuse('key_missing');
      if (world.offline) return tried(world, service, 'unreachable', key_tail);
      return service === 'cloudflare'
        ? cloudflareTried(world, key_tail, accounts)
        : tried(world, service, 'works', key_tail);
    },
    connection_forget_key: ({ service }) =>
      put(world, service, {
        health: 'no_key',
        key_tail: null,
        key_place: null,
        checked_at: null,
        said: null,
        account: null,
        account_id: null,
        accounts: [],
        reading: 'unknown',
        filing: 'unknown',
      }),
    connection_choose_account: ({ account_id }) => {
      if (!/^[0-9a-f]{32}$/i.test(account_id)) throw refuse('account_unlikely', 'not 32 hex digits');
      const name = world.connections.cloudflare.accounts.find((one) => one.id === account_id)?.name ?? null;
      put(world, 'cloudflare', { account_id, account: name, reading: 'yes', filing: 'unknown' });
      const { key_tail } = world.connections.cloudflare;
      return key_tail === null ? world.connections.cloudflare : tried(world, 'cloudflare', 'works', key_tail);
    },
  };
}
