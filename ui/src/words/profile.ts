// Words of the sender profiles: who files a report to Cloudflare.

import type { ProfileView } from '../backend/contract';

/** A field of a profile that a person fills in. */
export type ProfileField = Exclude<keyof ProfileView, 'id'>;

/** Label and hint of every field. */
export const profileFields: Record<ProfileField, { label: string; hint?: string }> = {
  label: { label: 'What you call it', hint: 'Only you see it, like “For Acme Retail”' },
  name: { label: 'Name of the sender', hint: 'Every report needs it' },
  email: { label: 'Email address', hint: 'Every report needs it' },
  company: { label: 'Company' },
  telephone: { label: 'Telephone', hint: 'With its country code, like +44 20 7946 0000' },
  title: { label: 'Job title' },
  address1: { label: 'Street and number' },
  city: { label: 'City' },
  state: { label: 'State or region' },
  country: { label: 'Country' },
  rights_holder: { label: 'Who holds the copyright', hint: 'The person or company that your work belongs to' },
  trademark_symbol: { label: 'Trademark', hint: 'The word or sign as it is registered, like ACME' },
  trademark_number: { label: 'Its registration number' },
  trademark_office: { label: 'Trademark office, like EUIPO' },
};

/** The groups of the form, in their order. */
export const profileGroups: ReadonlyArray<{ title: string; hint: string; fields: readonly ProfileField[] }> = [
  { title: 'Sender', hint: 'In every report', fields: ['name', 'email', 'company', 'title', 'telephone'] },
  {
    title: 'Copyright',
    hint: 'For reports about copied work (DMCA), which need a postal address',
    fields: ['rights_holder', 'address1', 'city', 'state', 'country'],
  },
  {
    title: 'Trademark',
    hint: 'For reports about a misused trademark',
    fields: ['trademark_symbol', 'trademark_number', 'trademark_office'],
  },
];

const number = new Intl.NumberFormat('en-GB');

export const profile = {
  title: 'Sender profiles',
  lead: 'Who a report to Cloudflare comes from. What is filled in here stands in each report by itself, and can be changed there. Signatures and legal statements never do.',
  legal:
    'Cloudflare warns that it may pass these details on: to the company that hosts a site, to the owner of the site, and to others such as the Lumen Database. For most kinds of report you choose on the form who sees your name.',
  none: 'None yet. Until there is one, reports to Cloudflare come from the name and email address above.',
  list: 'Profiles',
  first: 'New reports begin with it',
  makeFirst: 'Begin with it',
  edit: 'Edit…',
  remove: 'Delete',
  add: 'Add a profile…',
  addTitle: 'Add a profile',
  editTitle: 'Edit the profile',
  save: 'Save',
  saving: 'Saving…',
  cancel: 'Cancel',
  saved: (label: string) => `${label} saved`,
  removed: (label: string) => `${label} deleted.`,
  undo: 'Undo',
  isFirst: (label: string) => `New reports begin with ${label}`,
  labelMissing: 'Enter what you call it',
  labelTwice: 'There is already a profile of this name. Call this one something else',
  emailWrong: 'Enter a whole email address, like name@example.com',
  tooLong: (count: number, limit: number) =>
    `Shorten this to ${number.format(limit)} characters. It has ${number.format(count)}`,
} as const;
