// Which blocks a review is asked for, and why each should go. A block that was left out can be put back: the host
// keeps all that the appeal was begun for.

import type { AppealReason, AppealView, BlockReason, BlockRef, BlockRow } from '../../backend';

/** Names a block within the window. */
export const keyOf = ({ report_id, id }: BlockRef): string => `${report_id} ${id}`;

export class Chosen {
  /** The blocks that the dialog was opened with, as they stand now. */
  rows = $state.raw<readonly BlockRow[]>([]);
  /** Whether each block has its own answer. */
  each = $state(false);
  #reasons = $state.raw<ReadonlyMap<string, AppealReason | null>>(new Map());
  #out = $state.raw<ReadonlySet<string>>(new Set());

  begin({ blocks, fields }: AppealView): void {
    this.rows = blocks;
    this.#reasons = new Map(fields.reasons.map(({ block, reason }) => [keyOf(block), reason]));
    const kept = new Set(fields.reasons.map(({ block }) => keyOf(block)));
    this.#out = new Set(fields.begun.map(keyOf).filter((key) => !kept.has(key)));
    this.each = new Set(fields.reasons.map(({ reason }) => reason)).size > 1;
  }

  /** The same blocks, as they stand now. */
  follow(blocks: readonly BlockRow[]): void {
    const now = new Map(blocks.map((row) => [keyOf(row.block), row]));
    this.rows = this.rows.map((row) => now.get(keyOf(row.block)) ?? row);
  }

  /** Those for which a review can be asked, the ones that were left out included. */
  get offered(): readonly BlockRow[] {
    return this.rows.filter((row) => row.review === 'offered');
  }

  /** Those for which a review would be asked. */
  get asked(): readonly BlockRow[] {
    return this.offered.filter((row) => !this.isOut(row.block));
  }

  /** What the host is told: no block that can't be asked for, and none that was left out. */
  get reasons(): BlockReason[] {
    return this.asked.map(({ block }) => ({ block, reason: this.reasonOf(block) }));
  }

  /** Whether the host may still know more blocks than would be asked for. */
  get narrowed(): boolean {
    return this.asked.length < this.rows.length;
  }

  /** Whether any reason was chosen. */
  get any(): boolean {
    return [...this.#reasons.values()].some((reason) => reason !== null);
  }

  /** The one answer for all; null while there is none, or several. */
  get common(): AppealReason | null {
    const all = new Set(this.asked.map(({ block }) => this.reasonOf(block)));
    const [only] = all;
    return all.size === 1 ? (only ?? null) : null;
  }

  /** Whether it is said of any block that its content is gone. */
  get removed(): boolean {
    return this.asked.some(({ block }) => this.reasonOf(block) === 'removed');
  }

  reasonOf(block: BlockRef): AppealReason | null {
    return this.#reasons.get(keyOf(block)) ?? null;
  }
  isOut(block: BlockRef): boolean {
    return this.#out.has(keyOf(block));
  }

  choose(block: BlockRef, reason: AppealReason): void {
    this.#reasons = new Map(this.#reasons).set(keyOf(block), reason);
  }
  chooseForAll(reason: AppealReason): void {
    this.#reasons = new Map(this.rows.map(({ block }) => [keyOf(block), reason]));
  }

  /** Leaves a block out, or puts it back. */
  leaveOut(block: BlockRef, out: boolean): void {
    const left = new Set(this.#out);
    if (out) left.add(keyOf(block));
    else left.delete(keyOf(block));
    this.#out = left;
  }
}
