// Words of the frame: sidebar, practice band, toasts, drop, quit, shortcuts.

import type { PracticeStep, Service, SubmissionView } from '../backend/contract';
import { namesOf } from './common';

/** A thing that PhishFort does next in practice. */
export interface StepWords {
  word: string;
  hint: string;
}
export const practiceSteps: Record<PracticeStep, StepWords> = {
  accepted: { word: 'Accept it', hint: 'PhishFort starts to work on it' },
  question: { word: 'Ask a question', hint: 'The case then needs you' },
  taken_down: { word: 'Take it down', hint: 'The page is gone' },
  failed: { word: 'Fail to take it down', hint: 'They may try again' },
  lose_answer: { word: 'Lose the answer', hint: 'We then don’t know if it arrived' },
  refuse_key: { word: 'Refuse the key', hint: 'The Outbox waits for a new one' },
  slow_down: { word: 'Ask us to slow down', hint: 'It goes out later by itself' },
  unreachable: { word: 'Can’t be reached', hint: 'It goes out later by itself' },
};

/** In the menu's order: first what happens to a case, then what goes wrong with the next report. */
export const caseSteps: readonly PracticeStep[] = ['accepted', 'question', 'taken_down', 'failed'];
export const faultSteps: readonly PracticeStep[] = ['lose_answer', 'refuse_key', 'slow_down', 'unreachable'];

/** What a service took. */
export interface Arrived extends Pick<SubmissionView, 'service' | 'number'> {
  /** To whom Cloudflare writes about it. */
  email: string | null;
}

/** ` Case PF-48213.`, ` Their number is 8f3a21c0; they also write to jo@acme.example.` */
function numberOf({ service, number, email }: Arrived): string {
  if (service === 'phishfort') return number ? ` Case ${number}.` : '';
  if (!number) return email ? ` They also write to ${email}.` : '';
  return ` Their number is ${number}${email ? `; they also write to ${email}` : ''}.`;
}

const modifier = /Mac/.test(globalThis.navigator?.userAgent ?? '') ? '⌘' : 'Ctrl+';

export const shell = {
  skip: 'Skip to the screen',
  skipNav: 'Skip',
  sidebar: 'Sidebar',
  places: 'Places',
  more: 'More',
  newReport: 'New report',
  cases: 'Cases',
  outbox: 'Outbox',
  settings: 'Settings',
  help: 'Help',
  keys: { newReport: `${modifier}N`, undo: `${modifier}Z`, find: `${modifier}F` },
  connection: {
    practice: 'Practice services',
    offline: 'Offline',
    connected: 'Connected',
    not_connected: 'No key yet',
  },
  storageFailing: 'Your disk is full or can’t be written. Nothing is sent until that works again.',
  offline: 'You’re offline. You can keep working; reports wait in the Outbox.',
  practice: {
    region: 'Practice',
    tag: 'PRACTICE',
    sentence: 'Nothing is sent. Cases here are made up.',
    realWaiting: (n: number) =>
      n === 1 ? '1 real report waits until you leave practice.' : `${n} real reports wait until you leave practice.`,
    next: 'What happens next?',
    done: 'Done. Look at the case: its status has changed.',
    armed: 'Ready. It happens to the next report you send.',
    startOver: 'Start over',
    connect: 'Connect for real…',
    startOverDialog: {
      heading: 'Start practice over?',
      body: 'Everything in practice goes back to the first day: your practice drafts, cases and Outbox are replaced by the made-up ones. Your real cases are not touched.',
      act: 'Start over',
      done: 'Practice starts from the beginning.',
    },
    connectDialog: {
      heading: 'Leave practice?',
      body: 'From now on reports are really sent. Practice cases stay in practice, and you can come back to them from Settings.',
      act: 'Connect for real',
    },
  },
  toast: {
    region: 'Messages',
    dismiss: 'Dismiss',
    sending: 'Sending',
    inSeconds: (seconds: number) => (seconds === 1 ? 'in 1 second' : `in ${seconds} seconds`),
    leaving: 'now',
    paused: 'Paused',
    waitsForYou: 'Waits in the Outbox until you press Send now',
    sendingNow: 'Sending now',
    /** The things that are about to go, before "in 10 seconds". */
    several: (n: number) => `${n} reports`,
    to: (services: readonly Service[]) => `to ${namesOf(services)}`,
    undone: (n: number) => {
      if (n === 1) return 'Not sent. Your report is back in front of you.';
      return `Nothing was sent. ${n === 2 ? 'Both reports are' : `All ${n} reports are`} back in front of you.`;
    },
    undonePart: (n: number) =>
      `${n === 1 ? '1 report was' : `${n} reports were`} taken back and can be changed. What had left already is in its case.`,
    /** What arrived of one Send, and how much of it still waits. */
    sent: (arrived: readonly Arrived[], waiting: number) => {
      const number = arrived.length === 1 && arrived[0] ? numberOf(arrived[0]) : '';
      const how = arrived.length > 2 ? `${arrived.length} reports sent` : 'Sent';
      const rest = waiting === 0 ? 'We’ll tell you when something changes.' : 'The rest waits in the Outbox.';
      return `${how} to ${namesOf(arrived.map((one) => one.service))}.${number} ${rest}`;
    },
    openCase: 'Open case',
    openOutbox: 'Open Outbox',
  },
  started: {
    endedBadly: 'The app closed unexpectedly. Your drafts and Outbox are here.',
    held: (n: number) =>
      n === 1
        ? '1 report was not sent, because the app closed first. It waits in the Outbox.'
        : `${n} reports were not sent, because the app closed first. They wait in the Outbox.`,
    practiceFailed: 'Practice couldn’t be opened, so this is the real thing.',
    preferencesReset: 'Your settings could not be read and are back to their first values. Look through Settings once.',
  },
  drop: {
    pasted: 'What you pasted is in a new report.',
    open: 'Open it',
    over: (n: number) => (n === 1 ? 'Drop to add this file as evidence' : `Drop to add ${n} files as evidence`),
    overHint: 'An email fills in the report. Everything is copied here, and no link is opened.',
    reading: (n: number) => (n === 1 ? 'Reading the file…' : `Reading ${n} files…`),
    added: (n: number) => (n === 1 ? '1 file added as evidence.' : `${n} files added as evidence.`),
    later: (n: number) => (n === 1 ? 'Drop to keep it for later' : `Drop to keep ${n} files for later`),
    laterHint: 'It is opened as a report once you have chosen how to begin.',
    /** `when` they are opened: once a mode is chosen, or once that is set up. */
    waiting: (n: number, when: 'chosen' | 'set_up') => {
      const then = when === 'chosen' ? 'once you have chosen.' : 'once this is set up.';
      return n === 1 ? `1 file waits. It is opened ${then}` : `${n} files wait. They are opened ${then}`;
    },
  },
  quit: {
    heading: (n: number) => (n === 1 ? '1 report has not been sent yet' : `${n} reports have not been sent yet`),
    body: 'Nothing is lost either way. A report that is kept waits in the Outbox until you press Send now.',
    sendNow: 'Send now and quit',
    keep: 'Keep in Outbox and quit',
  },
  shortcuts: 'Keyboard shortcuts',
} as const;

/** Every shortcut: its keys, and what it does. */
export const shortcuts: ReadonlyArray<readonly [string, string]> = [
  [`${modifier}N`, 'New report'],
  [`${modifier}Enter`, 'Check, then send the report'],
  [`${modifier}Z`, 'Undo sending, outside a text field'],
  [`${modifier}O`, 'Add evidence'],
  [`${modifier}V`, 'Paste evidence or an address'],
  [`${modifier}F`, 'Search the list'],
  [`F5 or ${modifier}R`, 'Refresh'],
  [`${modifier}1 to ${modifier}5`, 'Cases, Outbox, Our sites, Settings, Help'],
  [`${modifier},`, 'Settings'],
  ['F6', 'Next part of the window'],
  [`${modifier}+  ${modifier}−  ${modifier}0`, 'Larger, smaller, normal size'],
  ['Esc', 'Close or go back'],
  [`${modifier}?`, 'This list'],
];
