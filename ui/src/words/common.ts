// Words that every screen shares.

export const common = {
  app: 'Takedown Desk',
  errorPrefix: 'Error: ',
  practicePrefix: 'Practice — ',
  cannotStart:
    'Takedown Desk could not open its data. Close it, start it again, and tell whoever looks after this computer.',
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
  reports: (n: number) => (n === 1 ? '1 report' : `${n} reports`),
  service: { phishfort: 'PhishFort' },
  wish: { takedown: 'takedown', monitor: 'watching' },
  wishTitle: { takedown: 'Takedown', monitor: 'Watching' },
} as const;
