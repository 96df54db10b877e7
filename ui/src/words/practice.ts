// Words of the practice checklist and its samples.

import type { ChecklistStep } from '../backend/contract';
import { practiceSteps, shell } from './shell';

const lose = practiceSteps.lose_answer.word;

/** The six steps: what to do, and how. */
export const stepWords: Record<ChecklistStep, { title: string; hint: string }> = {
  add_evidence: { title: 'Add evidence', hint: 'Use the sample email, or drop one of the sample files on the window' },
  send_report: { title: 'Send a report', hint: 'Check the report, then press Send report' },
  undo_once: { title: 'Undo once', hint: 'Press Undo before the time is over: nothing was sent' },
  make_time_pass: {
    title: 'Make time pass',
    hint: `Press “${shell.practice.next}” in the band at the top, choose, and see the case change`,
  },
  answer_lost: {
    title: lose,
    hint: `Choose “${lose}” in the band, then send a report and see how “We don’t know yet” is solved`,
  },
  connect_for_real: { title: 'Connect for real', hint: 'When you are ready: press Connect for real… in the band' },
};

export const practice = {
  checklist: 'Practice checklist',
  progress: (done: number, all: number) => `${done} of ${all} done`,
  done: 'Done',
  open: 'To do',
  loading: 'Loading the checklist',
  failed: 'The checklist could not be read.',
  retry: 'Try again',
  details: 'Details',
  samples: 'Something to practise with',
  samplesHint: 'All made up. Nothing in them leads anywhere.',
  useMail: 'Use the sample email',
  usingMail: 'Opening…',
  saveSamples: 'Save three sample files…',
  savingSamples: 'Saving…',
  saved: (names: readonly string[], folder: string) =>
    `Saved in ${folder}: ${new Intl.ListFormat('en-GB').format(names)}. Drop them on the window.`,
} as const;
