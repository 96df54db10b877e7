// What a person says of themselves, between the text fields and the preferences.

import type { PreferencesChange, PreferencesView } from '../../backend';
import { person as w } from '../../words/setup';
import { entriesOf, linesOf } from './lines';
import type { PersonText } from './PersonFields.svelte';

/** The preferences as the fields show them. */
export function textOf(preferences: PreferencesView): PersonText {
  const { name, email, brands, own_sites } = preferences;
  return { name, email, brands: linesOf(brands), sites: linesOf(own_sites) };
}

/** The fields as the preferences keep them. */
export function changeOf(text: PersonText): PreferencesChange {
  return {
    name: text.name.trim(),
    email: text.email.trim(),
    brands: entriesOf(text.brands),
    own_sites: entriesOf(text.sites),
  };
}

/** Which of the own sites can't be read, as the host judged when they were saved; one that was mended is not told of. */
export function sitesError(sites: string, unreadable: readonly string[]): string | undefined {
  const typed = entriesOf(sites);
  const still = unreadable.filter((site) => typed.includes(site));
  return still.length > 0 ? w.sitesUnreadable(still) : undefined;
}

/** What is wrong with the address, in words; only what surely is. The host judges it when a report is checked. */
export function emailError(email: string): string | undefined {
  const typed = email.trim();
  return typed === '' || /^\S+@\S+\.\S+$/.test(typed) ? undefined : w.emailWrong;
}
