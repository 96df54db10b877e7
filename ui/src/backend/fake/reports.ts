// Reports to Cloudflare as the fake makes them: what would be sent, and the cases that come of it.

import { REPORT_KINDS, type PreviewView, type ReportKind, type TargetView } from '../contract';

/** What is said of a report to Cloudflare that is not an address. */
export interface ReportWords {
  kind: ReportKind;
  addresses: readonly TargetView[];
  /** Our field's name and its text. */
  answers: ReadonlyArray<readonly [string, string]>;
  reference?: string;
}

const part = (name: string, value: string) => ({ name, value, media_type: null, size_bytes: null });

/** One request to Cloudflare, for addresses on one host. */
export function reportPreview({ kind, addresses, answers, reference = 'TD-7K3M9Q2XAB' }: ReportWords): PreviewView {
  const act = REPORT_KINDS.find((one) => one.kind === kind)?.act ?? 'abuse_general';
  const [first] = addresses;
  if (!first) throw new Error('a report to Cloudflare names an address');
  const text = answers.find(([name]) => name === 'comments')?.[1] ?? '';
  const comment = `${text}\n\nReference ${reference}`.trim();
  const said = answers.filter(([name]) => name !== 'comments').map(([name, value]) => part(name, value));
  const parts = [
    part('act', act),
    part('urls', addresses.map((one) => one.exact).join('\n')),
    ...said,
    part('comments', comment),
  ];
  return {
    service: 'cloudflare',
    report_kind: kind,
    target: first,
    addresses: addresses.length,
    method: 'POST',
    url: `https://api.cloudflare.com/client/v4/accounts/0123456789abcdef0123456789abcdef/abuse-reports/${act}`,
    headers: [part('authorization', 'Bearer ••••••••')],
    parts,
    bytes: parts.reduce((sum, one) => sum + one.name.length + one.value.length + 6, 2),
    reference,
    comment,
  };
}
