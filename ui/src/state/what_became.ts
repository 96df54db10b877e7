// What became of what was sent from this window: told once for each Send, when nothing more of it is about to go.

import { call, type AppealSentView, type AskedView, type Service, type SubmissionView } from '../backend';
import { w } from '../words';
import { go } from './router.svelte';
import type { Toasts } from './toasts.svelte';

interface Watched {
  case_id: string;
  draft_id: string;
  service: Service;
  /** What it asks about our sites; null for a report. */
  appeal: AppealSentView | null;
}

/** States in which it is on its way by itself. */
const going: ReadonlyArray<SubmissionView['state']> = ['queued', 'sending'];

/** What we asked, as it is kept of the first block, or of the whole report. */
async function askedOf({ form, blocks, report_id }: AppealSentView): Promise<AskedView[]> {
  const block = blocks[0]?.block;
  if (form === 'blocks' && block) return (await call('sites_block', { block })).asked;
  return (await call('sites_report', { report_id })).asked;
}

export class WhatBecame {
  /** Not settled yet, by submission. */
  readonly #watched = new Map<string, Watched>();
  readonly #toasts: Toasts;

  constructor(toasts: Toasts) {
    this.#toasts = toasts;
  }

  add(sent: readonly SubmissionView[]): void {
    for (const { id, case_id, draft_id, service, appeal } of sent) {
      this.#watched.set(id, { case_id, draft_id, service, appeal });
    }
  }

  watches(submission_id: string): boolean {
    return this.#watched.has(submission_id);
  }

  /** It was taken back, all of it or what one service was to get: nothing of that is told. */
  drop(draft_id: string, service: Service | null): void {
    for (const [id, one] of this.#watched) {
      if (one.draft_id === draft_id && (service === null || one.service === service)) this.#watched.delete(id);
    }
  }

  forget(): void {
    this.#watched.clear();
  }

  /** Tells what arrived, by what the Outbox still holds. What is neither there nor arrived has a place that says so. */
  async tell(open: readonly SubmissionView[]): Promise<void> {
    const drafts = new Set([...this.#watched.values()].map((one) => one.draft_id));
    for (const draft_id of drafts) {
      const mine = [...this.#watched].filter(([, one]) => one.draft_id === draft_id);
      const still = open.filter((one) => mine.some(([id]) => id === one.id));
      const settled = mine.filter(([id]) => !still.some((one) => one.id === id));
      // Two toasts for one Send would hide each other.
      if (settled.length === 0 || still.some((one) => going.includes(one.state))) continue;
      for (const [id] of settled) this.#watched.delete(id);
      const ids = settled.map(([id]) => id);
      const appeals = settled.flatMap(([, one]) => one.appeal ?? []);
      if (appeals.length > 0) await this.#tellAppeals(ids, appeals);
      else await this.#tell(ids, settled[0]?.[1].case_id ?? '', still.length);
    }
  }

  /** What was asked about our sites is told where it is kept: beside the block, or the report. */
  async #tellAppeals(ids: readonly string[], appeals: readonly AppealSentView[]): Promise<void> {
    const kept = await Promise.all(appeals.map(askedOf));
    const took = appeals.filter((_, at) =>
      kept[at]?.some(({ submission }) => ids.includes(submission.id) && submission.state === 'accepted'),
    );
    const [first] = took;
    if (!first) return;
    const words = w.appeal.toast;
    const blocks = took.flatMap((one) => one.blocks);
    const [block] = blocks;
    if (first.form !== 'blocks' || !block) {
      const act = { word: words.openReport, act: () => go({ at: 'sites_report', id: first.report_id }) };
      this.#toasts.show(words.tookWhole, act);
    } else if (blocks.length === 1) {
      const act = { word: words.openBlock, act: () => go({ at: 'sites_block', ...block.block }) };
      this.#toasts.show(words.took(1), act);
    } else {
      this.#toasts.show(words.took(blocks.length), { word: words.openSites, act: () => go({ at: 'sites' }) });
    }
  }

  async #tell(ids: readonly string[], case_id: string, waiting: number): Promise<void> {
    const { sent } = await call('case_read', { case_id });
    const arrived = sent
      .filter(({ submission }) => ids.includes(submission.id) && submission.state === 'accepted')
      .map(({ submission: { service, number }, preview }) => ({
        service,
        number,
        email: preview.parts.find((part) => part.name === 'email')?.value ?? null,
      }));
    if (arrived.length === 0) return;
    const act = { word: w.shell.toast.openCase, act: () => go({ at: 'case', id: case_id }) };
    this.#toasts.show(w.shell.toast.sent(arrived, waiting), act);
  }
}
