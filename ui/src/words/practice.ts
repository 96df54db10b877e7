// Words of the practice checklist and its samples.

import type { ChecklistStep, PracticeReportStep, PracticeSiteStep } from '../backend/contract';
import { practiceSteps, shell, type StepWords } from './shell';

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

/** What Cloudflare does next in practice. */
export const reportSteps: Record<PracticeReportStep, StepWords> = {
  accepted: { word: 'Accept it', hint: 'The case says so' },
  denied: { word: 'Refuse it…', hint: 'You choose why; the case then needs you' },
  lose_answer: { word: 'Lose the answer', hint: 'We then don’t know if it arrived' },
  not_entitled: { word: 'Account not set up', hint: 'The Outbox explains whom to ask' },
  slow_down: { word: 'Ask us to slow down', hint: 'It goes out later by itself' },
};

/** In the menu's order: first what happens to a report, then what goes wrong with the next one. */
export const decidedSteps: readonly PracticeReportStep[] = ['accepted', 'denied'];
export const reportFaults: readonly PracticeReportStep[] = ['lose_answer', 'not_entitled', 'slow_down'];

/** What Cloudflare does next about our sites in practice. */
export const siteSteps: Record<PracticeSiteStep, StepWords> = {
  new_block: { word: 'Announce a block', hint: 'It starts tomorrow' },
  block_starts: { word: 'Start a block', hint: 'The one with the least time left' },
  review_lifted: { word: 'Lift a block', hint: 'The oldest review is granted' },
  review_kept: { word: 'Keep a block', hint: 'The oldest review is refused' },
  lose_answer: { word: 'Lose the answer', hint: 'We then don’t know if it arrived' },
  part_answer: { word: 'Answer in part', hint: 'It names the first block only' },
};

/** In the menu's order: first what happens to blocks, then what goes wrong with the next request. */
export const blockSteps: readonly PracticeSiteStep[] = ['new_block', 'block_starts', 'review_lifted', 'review_kept'];
export const siteFaults: readonly PracticeSiteStep[] = ['lose_answer', 'part_answer'];

export const happens = {
  groups: {
    phishfortCase: 'PhishFort, with the newest open case',
    phishfortNext: 'PhishFort, with the next report',
    cloudflareReport: 'Cloudflare, with the newest open report',
    cloudflareNext: 'Cloudflare, with the next report',
    sitesNow: 'Cloudflare, with our sites',
    sitesNext: 'Cloudflare, with the next review',
  },
  nothingOpen: 'There is no open report to Cloudflare. Send one first.',
  sites: {
    done: 'Done. Look at Our sites: something has changed.',
    armed: 'Ready. It happens to the next review you ask for.',
    nothing: {
      block_starts: 'No block is about to start.',
      review: 'No review is open. Ask for one first.',
    },
  },
  refuse: {
    title: 'Why does Cloudflare refuse it?',
    lead: 'Choose a reason, then see what the case tells you to do about it.',
    act: 'Refuse it',
    cancel: 'Cancel',
  },
} as const;
