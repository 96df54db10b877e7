import { expect, test } from 'vitest';
import type { AppealProblem, AppealProblemCode } from '../backend/contract';
import { appealAs, appealFields, expectations, sayAppeal } from './appeal';
import { blockWhyNot } from './block';

const problem = (code: AppealProblemCode, more: Partial<AppealProblem> = {}): AppealProblem => ({
  code,
  field: null,
  block: null,
  text: null,
  count: null,
  limit: null,
  ...more,
});

test('what is to be expected is told no surer than Cloudflare says it', () => {
  expect(expectations(1, 0)).toEqual(['Cloudflare says that asking should stop it. We check, and tell you.']);
  expect(expectations(0, 1)).toEqual(['The block stays until Cloudflare has looked again.']);
  expect(expectations(2, 0)[0]).toContain('should stop them');
  expect(expectations(0, 3)[0]).toMatch(/^The blocks stay until/);
  expect(expectations(2, 1)).toHaveLength(2);
  for (const line of [...expectations(2, 1), ...expectations(1, 2)]) expect(line).not.toMatch(/will|certainly|always/);
});

test('an appeal says in the Outbox what it asks', () => {
  const blocks = [1, 2].map((n) => ({ block: { report_id: 'r', id: `m${n}` }, reason: 'removed' as const }));
  expect(appealAs({ form: 'blocks', report_id: 'r', blocks })).toBe('Cloudflare, review of 2 blocks');
  expect(appealAs({ form: 'counter_notice', report_id: 'r', blocks: [] })).toBe('Cloudflare, counter-notice');
});

test('a problem says what to do, with the place where there are several', () => {
  expect(sayAppeal(problem('reason_missing'), 'shop.acme.example')).toBe(
    'Choose why shop.acme.example should be lifted',
  );
  expect(sayAppeal(problem('missing', { field: 'zip_code' }), null)).toBe('Enter your postal code');
  expect(sayAppeal(problem('not_ticked', { field: 'perjury_attestation' }), null)).toContain('tick it if it is true');
  expect(sayAppeal(problem('too_many_urls', { count: 312, limit: 250 }), null)).toContain('250');
});

test('the two statements name what they are, and nothing of a law that nobody showed us', () => {
  for (const field of ['perjury_attestation', 'jurisdiction_consent'] as const) {
    expect(appealFields[field].hint).toContain(`“${field}”`);
    expect(appealFields[field].label).not.toMatch(/U\.S\.C|federal|district|§/i);
  }
});

test('every reason why no review can be asked for says what happens instead', () => {
  for (const [reason, { title, text }] of Object.entries(blockWhyNot)) {
    expect(title, reason).not.toMatch(/_|\.$/);
    expect(text, reason).toMatch(/\.$/);
  }
});
