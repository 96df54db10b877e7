// Who new reports can be for: the brands or clients that the service names, or those that the person typed.

import type { ClientView, PreferencesChange, PreferencesView } from '../../backend';

/** What of the preferences a choice of brand or client needs. */
export type ClientPreferences = Pick<PreferencesView, 'client_id' | 'clients'>;

/** Saves a change. Answers whether it was saved. */
export type SaveClients = (change: PreferencesChange, said?: string) => Promise<boolean>;

/** Adds a typed one, or renames the one with the same id. */
export function withClient(clients: readonly ClientView[], id: string, name: string): ClientView[] {
  const added: ClientView = { id, name: name === '' ? id : name };
  return [...clients.filter((client) => client.id !== id), added].sort((a, b) => a.name.localeCompare(b.name));
}
