// What became of what was sent from this window: told once for each Send, when nothing more of it is about to go.

import { call, type Service, type SubmissionView } from '../backend';
import { w } from '../words';
import { go } from './router.svelte';
import type { Toasts } from './toasts.svelte';

interface Watched {
  case_id: string;
  draft_id: string;
  service: Service;
}

/** States in which it is on its way by itself. */
const going: ReadonlyArray<SubmissionView['state']> = ['queued', 'sending'];

export class WhatBecame {
  /** Not settled yet, by submission. */
  readonly #watched = new Map<string, Watched>();
  readonly #toasts: Toasts;

  constructor(toasts: Toasts) {
    this.#toasts = toasts;
  }

  add(sent: readonly SubmissionView[]): void {
    for (const { id, case_id, draft_id, service } of sent) this.#watched.set(id, { case_id, draft_id, service });
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
      await this.#tell(
        settled.map(([id]) => id),
        settled[0]?.[1].case_id ?? '',
        still.length,
      );
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
