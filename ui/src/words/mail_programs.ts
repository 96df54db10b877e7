// How the original of a forwarded email is got as a file, for each mail program, and the words that ask somebody for it.
// Only ways that the programs' makers describe themselves; where there is none for sure, the way stays general.

import type { MailProgram } from '../backend/contract';

/** Where the suspicious email first arrived, as people would name it. */
export type ProgramChoice =
  'gmail' | 'outlook_new' | 'outlook_classic' | 'apple_mail' | 'iphone' | 'thunderbird' | 'yahoo' | 'proton' | 'other';

/** The way in one program. */
export interface ProgramWords {
  name: string;
  /** What is done, in order, up to `gives`. */
  steps: readonly string[];
  /** A file with the original, or a new email that has it attached. */
  gives: 'file' | 'mail';
}

/** In the order of the list. */
export const programs: Record<ProgramChoice, ProgramWords> = {
  gmail: {
    name: 'Gmail, in a web browser',
    steps: [
      'Open the suspicious email, but nothing in it.',
      'Press the three dots beside Reply, at the top right of the email.',
      'Choose “Download message”. It is saved as a file that ends in .eml.',
    ],
    gives: 'file',
  },
  outlook_new: {
    name: 'Outlook in a web browser, or the new Outlook',
    steps: ['Start a new email.', 'Drag the suspicious email from the list into the new one. It is attached whole.'],
    gives: 'mail',
  },
  outlook_classic: {
    name: 'Classic Outlook for Windows',
    steps: [
      'Open the suspicious email, but nothing in it.',
      'Press File, then Save As.',
      'Choose the type “Outlook Message Format”, and save it. The file ends in .msg.',
    ],
    gives: 'file',
  },
  apple_mail: {
    name: 'Mail on a Mac',
    steps: [
      'Select the suspicious email in the list.',
      'In the menu bar press File, then Save As.',
      'Choose the format “Raw Message Source”, and save it.',
    ],
    gives: 'file',
  },
  iphone: {
    name: 'Mail on an iPhone or iPad',
    steps: [
      'Leave the suspicious email in the mailbox: forwarding it from there removes its headers.',
      'Open the same mailbox on a computer, in a mail program or a web browser.',
      'Save the email there as a file that ends in .eml or .msg.',
    ],
    gives: 'file',
  },
  thunderbird: {
    name: 'Thunderbird',
    steps: [
      'Select the suspicious email in the list.',
      'Right-click it and choose “Save As…”.',
      'Save it. The file ends in .eml.',
    ],
    gives: 'file',
  },
  yahoo: {
    name: 'Yahoo Mail, in a web browser',
    steps: [
      'Open the suspicious email, but nothing in it.',
      'Press the three dots, then “View raw message”. A page of plain text opens.',
      'Copy all of that text into a plain text file, and save it as original.eml.',
    ],
    gives: 'file',
  },
  proton: {
    name: 'Proton Mail, in a web browser',
    steps: [
      'Open the suspicious email, but nothing in it.',
      'Press the three dots at the top right of the email.',
      'Choose “Export”. It is saved as a file that ends in .eml.',
    ],
    gives: 'file',
  },
  other: {
    name: 'Another program, or I don’t know',
    steps: [
      'Look for a way to save the suspicious email as a file that ends in .eml or .msg. It is often called “Save as”, “Download” or “Export”.',
      'Where there is none, look for “Forward as attachment”, and send it that way.',
    ],
    gives: 'file',
  },
};

/** In the order in which they are offered. */
export const programOrder = Object.keys(programs) as ProgramChoice[];

/** What a told program is chosen as. Outlook leaves the same marks in all its kinds. */
export const choiceFor: Record<MailProgram, ProgramChoice> = {
  gmail: 'gmail',
  outlook: 'outlook_new',
  apple_mail: 'apple_mail',
  thunderbird: 'thunderbird',
  yahoo: 'yahoo',
  unknown: 'other',
};

/** Names of the programs that can be told by what they leave behind. */
export const programNames: Record<Exclude<MailProgram, 'unknown'>, string> = {
  gmail: 'Gmail',
  outlook: 'Outlook',
  apple_mail: 'Apple Mail',
  thunderbird: 'Thunderbird',
  yahoo: 'Yahoo Mail',
};

const lastStep = {
  own: {
    file: 'Drop the file on this window. It joins this report.',
    mail: 'Send the new email to yourself. Save what arrives as a file, and drop it on this window.',
  },
  asked: {
    file: 'Send me that file, attached to a new email.',
    mail: 'Send the new email to me.',
  },
} as const;

/** Every step for one's own mailbox. */
export function stepsHere(choice: ProgramChoice): string[] {
  const { steps, gives } = programs[choice];
  return [...steps, lastStep.own[gives]];
}

/** Words that ask whoever forwarded it for the original. */
export function askingWords(choice: ProgramChoice): string {
  const { name, steps, gives } = programs[choice];
  const numbered = [...steps, lastStep.asked[gives]].map((step, at) => `${at + 1}. ${step}`);
  const where = choice === 'other' ? 'In your mail program:' : `In ${name}:`;
  return [
    'Hello,',
    '',
    'Thank you for passing on the suspicious email. When it was forwarded, it lost the part that shows where it really came from. Could you send me the original as a file?',
    '',
    where,
    ...numbered,
    '',
    'Don’t press links or open attachments in the suspicious email.',
    '',
    'Thank you',
  ].join('\n');
}

export const askOriginal = {
  title: 'Get the original email',
  lost: 'It was forwarded inside another email, and lost its headers on the way: the servers that it came through, and the checks of its sender.',
  why: 'The original shows where it really came from, and makes the report stronger. You can send the report without it, too.',
  told: (program: string) => `It looks as if it was forwarded with ${program}.`,
  label: 'Where did the suspicious email first arrive?',
  steps: 'In that mailbox',
  ask: 'Words to send to whoever forwarded it',
  copy: 'Copy the words',
  copied: 'Copied.',
  close: 'Close',
} as const;
