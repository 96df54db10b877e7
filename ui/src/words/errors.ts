// What each code means to the person. Total: a code without words does not compile.

import type { ErrorCode } from '../backend/contract';

/** What happened, and what to do next. */
export interface ErrorWords {
  title: string;
  next: string;
}

/** An older copy knows nothing of what was sent after it, so that bringing it back is nothing to do unawares. */
function damaged(folder: string): string {
  return (
    `Copies of the last days lie in the folder “backups” in the ${folder}. Quit the app, copy the whole folder ` +
    'elsewhere, then have someone who looks after your computer bring back the newest copy. What was sent after it is ' +
    'not in it: don’t send that again.'
  );
}

/** The words of every code. */
export const errors: Record<ErrorCode, ErrorWords> = {
  not_found: {
    title: 'This is no longer here.',
    next: 'It was removed, or it belongs to another mode. Go back to Cases.',
  },
  bad_request: {
    title: 'That could not be understood.',
    next: 'Nothing was changed. Check what you typed and try again.',
  },
  not_ready: { title: 'This report can’t be sent yet.', next: 'Mend what is listed, then send.' },
  draft_changed: {
    title: 'The report changed since you checked it.',
    next: 'Nothing was sent. Read it once more, then press Send.',
  },
  too_late: {
    title: 'This was already on its way.',
    next: 'It can’t be taken back now. You can add a note to the case.',
  },
  key_missing: {
    title: 'There is no key or API token for this service.',
    next: 'Your reports are safe here. Paste it in Settings, Connections.',
  },
  key_refused: {
    title: 'The service refused the key or API token.',
    next: 'Your reports are safe in the Outbox. Paste a new one in Settings, Connections.',
  },
  account_missing: {
    title: 'No Cloudflare account is chosen.',
    next: 'Your reports are safe here. Choose the account in Settings, Connections.',
  },
  account_unlikely: {
    title: 'That doesn’t look like an account id.',
    next: 'An account id has 32 letters and digits. Copy the whole of it; nothing was saved.',
  },
  not_permitted: {
    title: 'The API token may not do this.',
    next: 'Ask whoever made it for “Trust and Safety Read”, and for “Trust and Safety Write” to send reports.',
  },
  key_unlikely: {
    title: 'That doesn’t look like a key or API token for this service.',
    next: 'Copy the whole of it and paste it again. Nothing was saved.',
  },
  unreachable: { title: 'The service can’t be reached.', next: 'Nothing is lost. Check the network, then try again.' },
  slow_down: { title: 'The service asks us to slow down.', next: 'Wait a minute, then try again.' },
  service_failed: { title: 'The service could not do this.', next: 'Nothing is lost. Try again in a few minutes.' },
  not_known_there: {
    title: 'The service doesn’t know this report.',
    next: 'Check in its dashboard that your key or API token may see it, then try again.',
  },
  no_window: { title: 'A file dialog can’t be opened here.', next: 'Drop the files onto the window instead.' },
  dialog_open: {
    title: 'A file dialog is already open.',
    next: 'Finish or close it first. It may be behind this window.',
  },
  nothing_to_paste: {
    title: 'There is no picture, file or address to paste.',
    next: 'Copy one first, or choose files instead.',
  },
  text_too_long: {
    title: 'This text is too long to paste.',
    next: 'A case keeps up to 1,000,000 characters. Save it as a file and drop that, or paste less of it.',
  },
  attachment_gone: {
    title: 'This file is no longer in the email.',
    next: 'The email itself is still here. Drop the file from elsewhere if you have it.',
  },
  no_preview: { title: 'This file can’t be shown here.', next: 'It is kept and sent as it is.' },
  storage_failed: {
    title: 'This could not be saved on this computer.',
    next: 'Check that the disk is not full, then try again. Nothing was sent.',
  },
  storage_in_use: {
    title: 'Takedown Desk is already open.',
    next: 'Use the other window, or close it and try again.',
  },
  storage_damaged: {
    title: 'Your data is damaged.',
    next: damaged('data folder (Settings, Storage names it)'),
  },
  storage_newer: {
    title: 'Your data was written by a newer Takedown Desk.',
    next: 'Start the newer version. Nothing was changed.',
  },
  practice_no_key: {
    title: 'Practice needs no key and keeps none.',
    next: 'To use your key, press Connect for real… in the band at the top.',
  },
  wait_for_reports: {
    title: 'A report is still being sent or can still be undone.',
    next: 'Wait until it is sent, then try again.',
  },
  practice_only: { title: 'This works only in practice.', next: 'Nothing was done.' },
  unexpected: {
    title: 'Something went wrong that we did not foresee.',
    next: 'Nothing more was sent. Try again; if it stays, quote the details.',
  },
};

/** What to do next where the app can't start, so that no other screen can be named. */
export const cannotStart: Partial<Record<ErrorCode, string>> = { storage_damaged: damaged('app’s data folder') };
