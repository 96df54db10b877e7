import { expect, test } from 'vitest';
import { afterKind, afterProfile, lapsed, takesFiles } from './filling';

const answers = {
  justification: 'Asks for card details.',
  owner_notification: 'send',
  company: 'Acme Ltd',
  country: 'GB',
  agent_name: 'Acme Ltd',
  trademark_symbol: 'ACME',
  dmca_good_faith: 'yes',
  whois_good_faith: 'yes',
  signature: 'Jo Example',
} as const;

test('another kind asks anew who is told and what is declared', () => {
  const { justification, company, country, agent_name, trademark_symbol } = answers;
  expect(afterKind(answers)).toEqual({ justification, company, country, agent_name, trademark_symbol });
});

test('another profile takes the place of all that any profile fills, in every kind, and of what was declared', () => {
  const { justification, owner_notification } = answers;
  expect(afterProfile(answers)).toEqual({ justification, owner_notification });
});

test('what was declared lapses where the host did not keep it, unless it was declared again since', () => {
  const kept = { justification: answers.justification };
  expect(lapsed(answers, kept, answers)).toEqual(['dmca_good_faith', 'signature', 'whois_good_faith']);
  expect(lapsed(answers, kept, { ...answers, signature: 'Jo B. Example' })).not.toContain('signature');
  expect(lapsed(answers, answers, answers)).toEqual([]);
});

test('a kind without files has none, whoever is told', () => {
  expect(takesFiles({ report_kind: 'children' })).toBe(false);
  expect(takesFiles({ report_kind: 'phishing' })).toBe(true);
});
