// What the played services are told to do next, and how that is said.

import {
  asRefusal,
  call,
  type DenialReason,
  type PracticeReportStep,
  type PracticeSiteStep,
  type PracticeStep,
} from '../../backend';
import { wordsOf } from '../../errors/words_of';
import type { AppState } from '../../state/app.svelte';
import { happens, reportFaults, siteFaults } from '../../words/practice';
import { faultSteps, shell } from '../../words/shell';

const words = shell.practice;

/** PhishFort's next step. */
export async function playCase(app: AppState, step: PracticeStep): Promise<void> {
  try {
    await call('practice_next', { step });
    app.toasts.show(faultSteps.includes(step) ? words.armed : words.done);
  } catch (cause) {
    app.toasts.fail(wordsOf(cause));
  }
}

/** Cloudflare's next step; a refusal has its reason. */
export async function playReport(app: AppState, step: PracticeReportStep, denial: DenialReason | null): Promise<void> {
  try {
    await call('practice_next_report', { step, denial });
    app.toasts.show(reportFaults.includes(step) ? words.armed : words.done);
  } catch (cause) {
    app.toasts.fail(asRefusal(cause).code === 'not_known_there' ? happens.nothingOpen : wordsOf(cause));
  }
}

/** Cloudflare's next step about our sites. */
export async function playSites(app: AppState, step: PracticeSiteStep): Promise<void> {
  const said = happens.sites;
  try {
    await call('practice_next_site', { step });
    app.toasts.show(siteFaults.includes(step) ? said.armed : said.done);
  } catch (cause) {
    const nothing = step === 'block_starts' ? said.nothing.block_starts : said.nothing.review;
    app.toasts.fail(asRefusal(cause).code === 'not_known_there' ? nothing : wordsOf(cause));
  }
}
