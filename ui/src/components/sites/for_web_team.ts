// What the people need who look after our pages: the addresses as they are, what was reported, and what Cloudflare did.

import { call, type BlockRef, type BlockView } from '../../backend';
import { wordsOf } from '../../errors/words_of';
import { inFull } from '../../kit/times';
import type { AppState } from '../../state/app.svelte';
import { blockStatusWord, categoryWord, kindWord, scopeWord, sites } from '../../words/sites';
import { webTeam as words } from '../../words/web_team';
import { placeText } from './place';

/** Copies it for these blocks, and says so. */
export async function copyForWebTeam(app: AppState, blocks: readonly BlockRef[]): Promise<void> {
  try {
    const views = await Promise.all(blocks.map((block) => call('sites_block', { block })));
    await app.copy(forWebTeam(views), sites.copied(blocks.length));
  } catch (cause) {
    app.toasts.fail(wordsOf(cause));
  }
}

/** The whole text, a part for each report. */
export function forWebTeam(views: readonly BlockView[]): string {
  const reports = new Map<string, BlockView[]>();
  for (const view of views) {
    const { report_id } = view.row.block;
    reports.set(report_id, [...(reports.get(report_id) ?? []), view]);
  }
  return [words.intro, ...[...reports.values()].map(ofReport), words.ask].join('\n\n') + '\n';
}

function ofReport(views: readonly BlockView[]): string {
  const [first] = views;
  if (!first) return '';
  const { report, addresses, details } = first;
  const said = details.find((one) => one.field === 'justification')?.value.trim();
  return [
    ...views.flatMap(ofBlock),
    line(words.report, report.id),
    line(words.category, categoryWord(report.raw_type, report.report_kind)),
    ...(report.received_at ? [line(words.received, inFull(report.received_at))] : []),
    `${words.said}:`,
    ...(said ? said.split('\n').map((one) => `> ${one}`) : [words.unknown]),
    ...(addresses.length > 0 ? [`${words.addresses}:`, ...addresses.map((one) => one.exact)] : []),
  ].join('\n');
}

function ofBlock({ row }: BlockView): string[] {
  const { place } = row;
  const exact = place.one_of === 0 ? place.target?.exact : undefined;
  return [
    exact ?? placeText(place),
    line(words.block, `${kindWord(row.kind, row.raw_kind)}, ${scopeWord(place.scope, place.raw_scope)}`),
    line(words.status, row.gone_at ? sites.gone : blockStatusWord(row.status, row.raw_status)),
    time(row),
    '',
  ];
}

function time({ status, effective_at, raw_effective }: BlockView['row']): string {
  const word = status === 'pending' ? words.starts : status === 'active' ? words.started : words.effective;
  return line(word, effective_at ? inFull(effective_at) : raw_effective);
}

const line = (word: string, text: string) => `${word}: ${text}`;
