// Words that every screen shares.

import type { Service } from '../backend/contract';

/** "PhishFort and Cloudflare": each once, in this order. */
export function namesOf(services: readonly Service[]): string {
  const named = (['phishfort', 'cloudflare'] as const).filter((one) => services.includes(one));
  return named.map((one) => common.service[one]).join(' and ');
}

export const common = {
  app: 'Takedown Desk',
  errorPrefix: 'Error: ',
  practicePrefix: 'Practice — ',
  cannotStart: 'Takedown Desk can’t start',
  problemHeading: 'There is a problem',
  cancel: 'Cancel',
  close: 'Close',
  back: 'Back',
  copy: 'Copy',
  copied: 'Copied.',
  details: 'Details',
  tryAgain: 'Try again',
  refresh: 'Refresh',
  refreshing: 'Refreshing…',
  loading: 'Loading…',
  edit: 'Edit',
  undo: 'Undo',
  none: '–',
  needYou: (n: number) => (n === 1 ? 'needs you' : 'need you'),
  files: (n: number) => (n === 1 ? '1 file' : `${n} files`),
  addresses: (n: number) => (n === 1 ? '1 address' : `${n} addresses`),
  reports: (n: number) => (n === 1 ? '1 report' : `${n} reports`),
  service: { phishfort: 'PhishFort', cloudflare: 'Cloudflare' },
  wish: { takedown: 'takedown', monitor: 'watching' },
  wishTitle: { takedown: 'Takedown', monitor: 'Watching' },
} as const;
