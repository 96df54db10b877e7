// What the fake host remembers. Its timers are the only thing that acts by itself.

import type {
  AppError,
  CaseView,
  ChecklistStep,
  Commands,
  ConnectionView,
  DenialReason,
  DraftView,
  ErrorCode,
  FiledReportView,
  Following,
  Mode,
  Notice,
  PracticeReportStep,
  PracticeStep,
  PreferencesView,
  Service,
  SubmissionView,
} from '../contract';
import type { AppealsWorld } from './appeals';
import type { FakeReading } from './found';
import type { SitesWorld } from './sites';

/** A handler for every command: a command that is missing does not compile. */
export type Handlers = {
  [K in keyof Commands]: (args: Commands[K]['args']) => Commands[K]['returns'] | Promise<Commands[K]['returns']>;
};

/** Everything the fake knows. */
export interface World {
  mode: Mode;
  preferences: PreferencesView;
  connections: Record<Service, ConnectionView>;
  offline: boolean;
  real_waiting: number;
  storage_failing: boolean;
  practice_failed: boolean;
  held: number;
  ended_badly: boolean;
  /** Files that wait until it is known where they go. */
  files_waiting: number;
  /** Commands that fail, and how. */
  failing: Map<keyof Commands, ErrorCode>;
  /** Commands that never answer: the state of loading. */
  hanging: Set<keyof Commands>;
  /** Whether the desktop does not take reminders. */
  remindersFailing: boolean;
  /** Milliseconds before an answer. */
  delay_ms: number;
  cases: Map<string, CaseView>;
  drafts: Map<string, DraftView>;
  deleted: Map<string, DraftView>;
  /** What files say, by their id. */
  readings: Map<string, FakeReading>;
  submissions: Map<string, SubmissionView>;
  /** What goes wrong with the next report to PhishFort. */
  armed: PracticeStep | null;
  /** What happens to the next report to Cloudflare. */
  armed_report: { step: PracticeReportStep; denial: DenialReason | null } | null;
  /** Everything that the account filed at Cloudflare, newest first. */
  filed: FiledReportView[];
  filed_refreshed_at: string | null;
  following: Following;
  /** Our sites: what was reported about them, and what Cloudflare did. */
  sites: SitesWorld;
  /** What is asked about them. */
  appeals: AppealsWorld;
  done: Set<ChecklistStep>;
  refreshed_at: string | null;
  /** What was last copied. */
  clipboard: string;
  quit: string | null;
  /** The draft that dropped files belong to. */
  open_draft: string | null;
  next: number;
  notify: (notice: Notice) => void;
}

/** A refusal, in the shape in which the host gives it. */
export function refuse(code: ErrorCode, message = '', problems: AppError['problems'] = []): AppError {
  return { code, message, problems };
}

/** What a table holds under an id, or `not_found`. */
export function found<T>(table: Map<string, T>, id: string): T {
  const row = table.get(id);
  if (!row) throw refuse('not_found', `no ${id}`);
  return row;
}

/** A new id, readable in a failing test. */
export function newId(world: World, kind: string): string {
  return `${kind}-${world.next++}`;
}

const MINUTE = 60_000;

/** A moment so many minutes ago (or ahead, below zero). */
export function minutesAgo(minutes: number): string {
  return new Date(Date.now() - minutes * MINUTE).toISOString();
}

/** This moment. */
export function now(): string {
  return new Date().toISOString();
}

/** Copies, so that nobody outside holds what the fake remembers. */
export function copy<T>(value: T): T {
  return structuredClone(value);
}
