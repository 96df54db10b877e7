// Targets as the fake understands them: enough to draw every kind, not the rules of the product.

import type { TargetKind, TargetView } from '../contract';

const defang = (text: string) => text.replaceAll('.', '[.]');

/** What kind of thing the text looks like. */
export function kindOf(text: string): TargetKind | null {
  const typed = text.trim();
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(typed)) return 'ipv4';
  if (/^\+?[\d ()-]{7,}$/.test(typed)) return 'phone';
  if (/^[^\s/@]+@[^\s@]*$/.test(typed)) return 'email';
  return /^(h..ps?:\/\/)?[^\s/]+\.[^\s]+$/i.test(typed) ? 'web' : null;
}

/** The text as a target, or nothing where it can't be read as one. */
export function targetOf(text: string): TargetView | null {
  const typed = text.trim();
  const kind = kindOf(typed);
  const whole = { unicode: null, warnings: [], exact: typed };
  if (kind === 'phone') return { kind, before: '', domain: typed, after: '', ...whole };
  if (kind === 'ipv4') return { kind, before: '', domain: defang(typed), after: '', ...whole };
  if (kind === 'email') {
    const [user = '', host = ''] = typed.split('@');
    if (!host.includes('.')) return null;
    return { kind, before: `${user}@`, domain: defang(host), after: '', ...whole };
  }
  if (kind !== 'web') return null;
  const match = /^(?:h..ps?:\/\/)?([^/?#]+)(.*)$/i.exec(typed);
  const host = match?.[1] ?? typed;
  const labels = host.split('.');
  const domain = labels.slice(-2).join('.');
  const sub = labels.slice(0, -2).map((label) => `${label}[.]`);
  return {
    kind,
    before: `hxxps://${sub.join('')}`,
    domain: defang(domain),
    after: match?.[2] ?? '',
    unicode: host.startsWith('xn--acm') ? 'acmé[.]example' : null,
    warnings: host.startsWith('xn--') ? ['look_alike_letters'] : [],
    exact: typed.startsWith('http') ? typed : `https://${typed}`,
  };
}

/** A target that is known to be one. */
export function target(text: string): TargetView {
  const made = targetOf(text);
  if (!made) throw new Error(`the fake can't read ${text}`);
  return made;
}
