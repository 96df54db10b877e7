import { expect, test } from 'vitest';
import { blankFields, draft, evidence } from '../../backend/fake/make';
import { scenario } from '../../backend/fake/scenarios';
import type { DraftFields } from '../../backend';
import { fieldsBack, filesBack, namesBack } from './traces';

const fields = (more: Partial<DraftFields>): DraftFields => ({ ...blankFields, ...more });

test('only what was taken out is put back, and nothing that was typed since', () => {
  const before = fields({ target: 'https://bad.example/?e=jo', note: 'To jo.', reported_by: 'a@acme.example' });
  const after = fields({ target: 'https://bad.example/', note: 'To [removed].', reported_by: 'a@acme.example' });
  const now = { ...after, note: 'Typed anew.', reported_by: 'b@acme.example' };
  expect(fieldsBack(now, before, after)).toEqual({ target: before.target });
});

test('an answer that was filled by itself is no answer again, and no statement is ticked for anybody', () => {
  const before = fields({ answers: { comments: 'To jo.', dmca_good_faith: 'yes' } });
  const after = fields({ answers: { comments: 'To [removed].', justification: '[removed]' } });
  expect(fieldsBack(after, before, after)).toEqual({ answers: { comments: 'To jo.' } });
});

test('files that were sent go along again, and those that stayed stay', () => {
  const world = scenario('empty');
  const [mail, picture] = [evidence(world, 'a.eml'), evidence(world, 'b.png', { send: false })];
  const before = draft(world, {}, [mail, picture]);
  const after = { ...before, evidence: [{ ...mail, send: false }, picture] };
  expect(filesBack(before, after)).toEqual([mail.id]);
});

test('a file gets the name back that it had, and no other is touched', () => {
  const world = scenario('empty');
  const [mail, picture] = [evidence(world, 'for jo@customer.example.eml'), evidence(world, 'b.png')];
  const before = draft(world, {}, [mail, picture]);
  const after = { ...before, evidence: [{ ...mail, name: 'for [removed].eml' }, picture] };
  expect(namesBack(before, after)).toEqual([{ id: mail.id, name: mail.name }]);
});
