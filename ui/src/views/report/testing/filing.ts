// What the tests of the reports to Cloudflare share.

import { screen, waitFor } from '@testing-library/svelte';
import type { UserEvent } from '@testing-library/user-event';
import { expect } from 'vitest';
import type { FakeBackend } from '../../../backend/fake';
import type { DraftFields, ProfileView, ReportKind } from '../../../backend';
import { lastArgs } from '../../../testing/window';
import { kindWords } from '../../../words/kinds';

/** A sender profile with everything in it. */
export const acme: ProfileView = {
  id: 'p-1',
  label: 'Acme legal',
  name: 'Jo Example',
  email: 'legal@acme.example',
  company: 'Acme Ltd',
  telephone: '+44 20 7946 0000',
  title: '',
  address1: '1 High Street',
  city: 'London',
  state: 'Greater London',
  country: 'GB',
  rights_holder: 'Acme Ltd',
  trademark_symbol: 'ACME',
  trademark_number: 'UK0001',
  trademark_office: 'UKIPO',
};

/** Gives the fake's person a saved profile. */
export function withProfile(fake: FakeBackend): void {
  Object.assign(fake.world.preferences, { profiles: [acme], profile_id: acme.id });
}

/** Ticks Cloudflare and picks a kind. */
export async function forCloudflare(user: UserEvent, kind: ReportKind = 'phishing'): Promise<void> {
  await user.click(await screen.findByRole('checkbox', { name: /^Cloudflare/ }));
  await user.click(await screen.findByRole('radio', { name: kindWords[kind].title }));
  await screen.findByRole('heading', { name: new RegExp(`^${kindWords[kind].title.replace(/[()]/g, '\\$&')}`) });
}

/** What the host was last asked to save. */
export function saved(fake: FakeBackend): DraftFields {
  return (lastArgs(fake, 'draft_save') as { fields: DraftFields }).fields;
}

/** Waits until the host has this. */
export const whenSaved = (fake: FakeBackend, fields: Partial<DraftFields>) =>
  waitFor(() => expect(saved(fake)).toMatchObject(fields));
