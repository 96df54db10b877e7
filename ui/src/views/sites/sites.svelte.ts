// Our sites as the person left them: which list, how they are followed, and the refresh that runs. It outlives the view,
// so that coming back from a block finds the list where it was.

import {
  asRefusal,
  call,
  type BlockRow,
  type BlocksRequest,
  type Refusal,
  type SitesView,
  type StartView,
} from '../../backend';
import { anchor } from '../../components/sites/time_left.svelte';
import type { SitesPart } from '../../state/router.svelte';
import { BlockList } from './block_list.svelte';
import { ReceivedList } from './received_list.svelte';

/** What is about to start, soonest first. */
const PENDING: BlocksRequest = {
  search: '',
  status: 'pending',
  raw_kind: null,
  scope: null,
  report_id: null,
  starts_from: null,
  starts_before: null,
  sort: 'clock',
  order: 'ascending',
  after: null,
};

/** Milliseconds in which news is gathered: while a refresh runs it comes several times a second. */
const NEWS_AFTER_MS = 500;

export class OurSites {
  part = $state<SitesPart>('blocks');
  /** How they stand; none before the first answer. */
  view = $state.raw<SitesView | null>(null);
  /** The block that starts first. */
  next = $state.raw<BlockRow | null>(null);
  /** Why they could not be read, or Cloudflare not be asked. */
  refusal = $state.raw<Refusal | null>(null);
  /** While Cloudflare is asked to begin, before it said how much there is. */
  asking = $state(false);
  /** Whether the filters that are seldom needed are shown. */
  more_shown = $state(false);
  readonly blocks = new BlockList();
  readonly reports = new ReceivedList();

  #asked = 0;
  #news: ReturnType<typeof setTimeout> | undefined;

  /** The list that is shown. */
  get list(): BlockList | ReceivedList {
    return this.part === 'blocks' ? this.blocks : this.reports;
  }

  /** While a refresh runs. */
  get refreshing(): boolean {
    return this.asking || (this.view?.sync ?? null) !== null;
  }

  async show(part: SitesPart): Promise<void> {
    this.part = part;
    await this.list.read();
  }

  /** Reads how they stand, and the list that is shown. */
  async read(): Promise<void> {
    this.#forgetNews();
    await Promise.all([this.readState().then(() => this.#readNext()), this.list.read()]);
  }

  /** Reads again soon, once for all the news until then. */
  readSoon(): void {
    this.#news ??= setTimeout(() => void this.read(), NEWS_AFTER_MS);
  }

  /** Nobody looks any more. */
  rest(): void {
    this.#forgetNews();
    this.blocks.rest();
    this.reports.rest();
  }

  /** Reads how they stand alone: it is little, and a refresh that runs asks for it often. */
  async readState(): Promise<void> {
    const turn = ++this.#asked;
    try {
      const view = await call('sites_state');
      if (turn === this.#asked) this.#take(view);
    } catch (cause) {
      if (turn === this.#asked) this.refusal = asRefusal(cause);
    }
  }

  /** Asks Cloudflare, or goes on where it was stopped; its progress comes with notices. */
  async refresh(): Promise<void> {
    if (this.refreshing) return;
    this.asking = true;
    await this.#do('sites_refresh');
    this.asking = false;
    await this.list.read();
  }

  /** Starts nothing new; what is on its way still comes in. */
  async stop(): Promise<void> {
    await this.#do('sites_stop');
  }

  async #do(command: 'sites_refresh' | 'sites_stop'): Promise<void> {
    const turn = ++this.#asked;
    try {
      const view = await call(command);
      // Where notices came meanwhile, what they led to is newer than this answer.
      if (turn === this.#asked) this.#take(view);
    } catch (cause) {
      this.refusal = asRefusal(cause);
    }
  }

  #take(view: SitesView): void {
    this.view = view;
    this.refusal = null;
  }

  /** The list may be narrowed to anything: what starts next is asked for by itself. */
  async #readNext(): Promise<void> {
    if (!this.view?.pending) {
      this.next = null;
      return;
    }
    try {
      const { rows } = await call('sites_blocks', { request: PENDING });
      anchor(rows.slice(0, 1));
      this.next = rows[0] ?? null;
    } catch {
      // The list beside it says what failed; how many there are stands there without it.
      this.next = null;
    }
  }

  #forgetNews(): void {
    clearTimeout(this.#news);
    this.#news = undefined;
  }
}

const known = new WeakMap<StartView, OurSites>();

/** Our sites of this mode; another mode, or practice started over, begins afresh. */
export function ourSitesOf(start: StartView): OurSites {
  const sites = known.get(start) ?? new OurSites();
  known.set(start, sites);
  return sites;
}
