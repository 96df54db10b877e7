// Sender profiles: what they may hold, and how the list of them changes. Nothing here asks the host.

import { REPORT_KINDS, type ReportField } from '../../backend/contract';
import type { PreferencesChange, PreferencesView, ProfileView } from '../../backend';
import { profile as w, type ProfileField } from '../../words/profile';

/** What of the preferences the profiles are. */
export type ProfilePreferences = Pick<PreferencesView, 'profiles' | 'profile_id' | 'name' | 'email'>;

/** Which field of a report a profile's field fills; the label fills none. */
const fills: Partial<Record<ProfileField, ReportField>> = {
  name: 'name',
  email: 'email',
  company: 'company',
  telephone: 'telephone',
  title: 'title',
  address1: 'address1',
  city: 'city',
  state: 'state',
  country: 'country',
  rights_holder: 'agent_name',
  trademark_symbol: 'trademark_symbol',
  trademark_number: 'trademark_number',
  trademark_office: 'trademark_office',
};

/** Longest label that a row shows well; a matter of looks, no rule of a service. */
const LABEL_MAX = 60;

/** Most characters of a field: the least that any kind of report takes. */
export function limitOf(field: ProfileField): number {
  const filled = fills[field];
  if (!filled) return LABEL_MAX;
  const limits = REPORT_KINDS.flatMap((kind) => kind.fields)
    .filter((rule) => rule.field === filled && rule.max > 0)
    .map((rule) => rule.max);
  return Math.min(...limits);
}

/** A profile with nothing in it but what is known of the person; the first one comes with it. */
export function blank({ profiles, name, email }: ProfilePreferences): ProfileView {
  const known = profiles.length === 0 ? { label: name, name, email } : { label: '', name: '', email: '' };
  return {
    id: crypto.randomUUID(),
    ...known,
    ...{ company: '', telephone: '', title: '', address1: '', city: '', state: '', country: '' },
    ...{ rights_holder: '', trademark_symbol: '', trademark_number: '', trademark_office: '' },
  };
}

/** The same without spaces around. */
export function trimmed(profile: ProfileView): ProfileView {
  const entries = Object.entries(profile).map(([field, text]) => [field, text.trim()]);
  return Object.fromEntries(entries) as ProfileView;
}

/** What has to be mended before it can be saved, by field. */
export function mistakesOf(
  profile: ProfileView,
  others: readonly ProfileView[],
): Partial<Record<ProfileField, string>> {
  const mistakes: Partial<Record<ProfileField, string>> = {};
  for (const field of ['label', ...Object.keys(fills)] as ProfileField[]) {
    const count = [...profile[field]].length;
    if (count > limitOf(field)) mistakes[field] = w.tooLong(count, limitOf(field));
  }
  if (profile.email !== '' && !/^\S+@\S+\.\S+$/.test(profile.email)) mistakes.email = w.emailWrong;
  if (profile.label === '') mistakes.label = w.labelMissing;
  else if (others.some((one) => one.id !== profile.id && one.label === profile.label)) mistakes.label = w.labelTwice;
  return mistakes;
}

/** The profile that new reports begin with: the chosen one, else the first. */
export function firstOf({ profiles, profile_id }: ProfilePreferences): ProfileView | undefined {
  return profiles.find((one) => one.id === profile_id) ?? profiles[0];
}

/** The list with a profile added, or put in its own place. */
export function withProfile(profiles: readonly ProfileView[], profile: ProfileView): PreferencesChange {
  const known = profiles.some((one) => one.id === profile.id);
  return { profiles: known ? profiles.map((one) => (one.id === profile.id ? profile : one)) : [...profiles, profile] };
}

/** The list without one; where new reports began with it, they begin with the first again. */
export function withoutProfile(preferences: ProfilePreferences, id: string): PreferencesChange {
  const profiles = preferences.profiles.filter((one) => one.id !== id);
  return preferences.profile_id === id ? { profiles, profile_id: '' } : { profiles };
}
