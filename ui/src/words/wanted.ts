// What makes a report strong, by PhishFort's handbook: what is there, and what would help. Nothing of it has to be there.

import type { ProblemCode, Want } from '../backend/contract';

/** Both sides of each wish. */
export interface WantWords {
  there: string;
  missing: string;
}

/** The words of every wish. */
export const wanted: Record<Want, WantWords> = {
  exact_page: {
    there: 'The address of the exact page',
    missing: 'The address of the exact page is stronger than the domain alone',
  },
  screenshot: {
    there: 'A picture or document that shows it',
    missing: 'A screenshot would help, best with address bar, day and time in view',
  },
  how_found: {
    there: 'How it was found is told',
    missing: 'A sentence on how and where it was found would help',
  },
  genuine_site: {
    there: 'The genuine site is named',
    missing: 'Name the genuine site that is copied, in the note',
  },
  original_mail: {
    there: 'The original email with its full headers',
    missing: 'The original email as a file would help: a forwarded one has lost its headers',
  },
  other_number: {
    there: 'The number that was called',
    missing: 'The number that was called or written to would help',
  },
  call_time: {
    there: 'Day, time and time zone of the call',
    missing: 'Day, time and time zone of the call would help',
  },
  call_story: {
    there: 'What was said or written',
    missing: 'What was said or written would help, in the note or as a screenshot',
  },
  address_on_ip: {
    there: 'A harmful web address on it',
    missing: 'A harmful web address that is served from it would help',
  },
  explanation: {
    there: 'Why the IP address itself is to blame is told',
    missing: 'Say in the note why the IP address itself is to blame',
  },
};

/** Advice that says what a wish says: it is told once. */
export const toldByWant: Partial<Record<ProblemCode, readonly Want[]>> = {
  no_picture: ['screenshot'],
  no_original_mail: ['original_mail'],
  no_note: ['how_found', 'call_story', 'explanation'],
  no_path: ['exact_page'],
};
