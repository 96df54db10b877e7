// Which appeal is being written. Its dialog belongs to the window and not to a screen, so that it can be opened from
// every list, and again by Undo, wherever the person is meanwhile.

import type { AppealForm, AppealView, BlockRef } from '../backend';

/** The forms that answer a whole report. */
export type WholeForm = Exclude<AppealForm, 'blocks'>;

/** What the dialog is opened for. */
export type Appealed =
  /** Chosen blocks, of one report or several. */
  | { what: 'blocks'; blocks: readonly BlockRef[] }
  /** A whole DMCA report. */
  | { what: 'report'; report_id: string; form: WholeForm }
  /** One that was taken back: it opens with the same values. */
  | { what: 'again'; appeal: AppealView };

class Appealing {
  /** What is asked for now; null while no dialog is open. */
  now = $state.raw<Appealed | null>(null);
  /** The draft of the open dialog, once there is one: dropped files are its proof. */
  draft_id = $state<string | null>(null);
}

/** The window asks about one appeal at a time, so there is one. */
export const appealing = new Appealing();

/** Asks for a review of these blocks: the dialog opens. Without blocks nothing happens. */
export function openAppeal(blocks: readonly BlockRef[]): void {
  if (blocks.length > 0) appealing.now = { what: 'blocks', blocks };
}

/** Answers a whole DMCA report: the dialog opens, and asks Cloudflare first whether it may be answered. */
export function openWholeAppeal(report_id: string, form: WholeForm): void {
  appealing.now = { what: 'report', report_id, form };
}

/** Shows an appeal that was taken back. */
export function reopenAppeal(appeal: AppealView): void {
  appealing.now = { what: 'again', appeal };
}

/** Leaves the dialog. What was typed stays saved with its draft. */
export function closeAppeal(): void {
  appealing.now = null;
}
