// A case of which Cloudflare was told: what stands where, what was refused, and what is done about it.

import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { CaseView, DenialReason } from '../../backend';
import { pathOf } from '../../components/case/path';
import { receiptOf } from '../../components/case/receipt';
import { actsOf } from '../../components/case/standings';
import type { FakeBackend, Scenario } from '../../backend/fake';
import { FakeBackend as Fake } from '../../backend/fake';
import { router } from '../../state/router.svelte';
import { denials } from '../../words/denials';
import { asked, expectAccessible, heading, lastArgs, open } from '../../testing/window';

const find = (fake: FakeBackend, about: string): CaseView => {
  const one = [...fake.world.cases.values()].find((its) => its.row.typed.includes(about));
  if (!one) throw new Error(`no case about ${about}`);
  return one;
};

async function openCase(about: string, scenario: Scenario, arrange?: (one: CaseView, fake: FakeBackend) => void) {
  let one: CaseView | undefined;
  const opened = await open(scenario, null, (fake) => {
    one = find(fake, about);
    arrange?.(one, fake);
  });
  const id = one?.row.id ?? '';
  router.go({ at: 'case', id });
  await heading(new RegExp(about));
  return { ...opened, id };
}

const told = () => {
  const list = screen.getByRole('heading', { name: 'Who was told' }).closest('section');
  if (!list) throw new Error('nobody was told');
  return within(list).getAllByRole('listitem');
};

test('a case to both desks says of each where it stands, its number, and when it was asked', async () => {
  await openCase('acme-login', 'both');
  const [first, second] = told();
  expect(first?.textContent).toMatch(/PhishFort\s*takedown.*Being taken down.*PF-48213.*Asked\s*2 min ago/s);
  expect(second?.textContent).toMatch(/Cloudflare\s*phishing.*Sent, no decision yet.*8f3a21c0b.*Asked/s);
  expect(second?.textContent).toContain('They also write to jo@acme.example');
  await expectAccessible();
});

test('several hosts are several reports, each with its host', async () => {
  await openCase('acme-pay-check', 'both');
  const rows = told().map((row) => row.textContent);
  expect(rows).toHaveLength(3);
  expect(rows[1]).toContain('acme-pay-check[.]example');
  expect(rows[2]).toContain('acme-pay-check2[.]example');
  expect(
    screen.getByText(/as phishing, about acme-pay-check2\[\.\]example/, { selector: 'li:nth-child(2) .who' }),
  ).toBeTruthy();
});

test('what was sent shows each request by itself, the token never', async () => {
  const { user } = await openCase('acme-login', 'both');
  await user.click(screen.getByText(/^Cloudflare, phishing: .*reference TD-7K3M9Q2XAB$/));
  expect(screen.getByText('abuse_phishing')).toBeTruthy();
  expect(screen.getByText(/^PhishFort, takedown: /)).toBeTruthy();
  expect(document.body.textContent).not.toContain('Bearer');
});

test('a case that only Cloudflare was told has a way of its own', () => {
  const fake = new Fake('both');
  const steps = pathOf(find(fake, 'acme-fonts')).map((step) => [step.title, step.look]);
  expect(steps).toEqual([
    ['Sent', 'done'],
    ['Taken by Cloudflare', 'done'],
    ['No decision yet', 'now'],
    ['Decided', 'open'],
  ]);
});

test('before anything left, the way is that of whoever is about to be told', () => {
  const fake = new Fake('notEntitled');
  expect(pathOf(find(fake, 'acme-pay')).map((step) => step.title)).toEqual([
    'Sending',
    'Taken by Cloudflare',
    'Looked at',
    'Decided',
  ]);
});

test('a decision of Cloudflare is the last step of that way', () => {
  const fake = new Fake('denied');
  expect(pathOf(find(fake, 'acme-shop')).at(-1)).toMatchObject({ title: 'Refused', look: 'now' });
  expect(pathOf(find(fake, 'acme-parts')).at(-1)).toMatchObject({ title: 'Accepted', look: 'now' });
});

test('a case to both desks goes PhishFort’s way, whatever Cloudflare decides', () => {
  const fake = new Fake('denied');
  expect(pathOf(find(fake, 'acme-login')).map((step) => step.title)).toContain('Being taken down');
});

test('a refusal says why and what helps, and is reported again with changes', async () => {
  const { fake, user, id } = await openCase('acme-login', 'denied');
  const card = screen.getByRole('region', { name: 'Cloudflare refused this: they couldn’t see the abuse' });
  expect(card.textContent).toContain('Say exactly how to reach it');
  await expectAccessible();
  await user.click(within(card).getByRole('button', { name: 'Report again with changes' }));
  expect(lastArgs(fake, 'case_report_again')).toEqual({ case_id: id, service: 'cloudflare' });
  await waitFor(() => expect(router.place.at).toBe('report'));
});

test('what is not on Cloudflare goes to PhishFort, offered once', async () => {
  const { fake, user, id } = await openCase('acme-shop', 'denied');
  expect(screen.queryByRole('button', { name: 'Tell PhishFort too' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Report it to PhishFort' }));
  expect(lastArgs(fake, 'case_report_again')).toEqual({ case_id: id, service: 'phishfort' });
});

test('who was told already is not offered to be told', () => {
  const fake = new Fake('denied');
  const both = find(fake, 'acme-login');
  const [, refused] = both.standings;
  if (!refused) throw new Error('nothing was refused');
  expect(actsOf({ ...refused, denial: 'not_on_cloudflare' }, both)).toEqual([]);
});

test('only who can still be told is offered to be told', () => {
  const fake = new Fake('denied');
  const both = find(fake, 'acme-login');
  const [, refused] = both.standings;
  if (!refused) throw new Error('nothing was refused');
  const one = { ...refused, denial: 'no_abuse_found' } as const;
  expect(actsOf(one, { can_tell: ['phishfort', 'cloudflare'] })).toEqual(['again', 'phishfort']);
  expect(actsOf(one, { can_tell: ['cloudflare'] })).toEqual(['again']);
  expect(actsOf(one, { can_tell: [] })).toEqual([]);
});

test.each(['children', 'ncsei'] as const)('a refusal of kind %s asks nobody to look again', async (report_kind) => {
  await openCase('acme-shop', 'denied', (one) => {
    one.standings = one.standings.map((standing) => ({ ...standing, denial: 'unable_to_confirm', report_kind }));
  });
  const card = screen.getByRole('region', { name: /^Cloudflare refused this: / });
  expect(card.textContent).toContain('Don’t look for more.');
  const acts = within(card).getAllByRole('button');
  expect(acts.map((act) => act.textContent.trim())).toEqual(['Copy receipt', 'Nothing more to do']);
});

test.each(Object.keys(denials) as DenialReason[])('a refusal as %s has its next step on the case', async (denial) => {
  await openCase('acme-shop', 'denied', (one) => {
    one.standings = one.standings.map((standing) => ({ ...standing, denial, raw_denial: denial }));
  });
  const card = screen.getByRole('region', { name: /^Cloudflare refused this: / });
  expect(card.textContent).toContain(denials[denial].next);
  expect(within(card).getAllByRole('button').length).toBe(denials[denial].acts.length + 1);
});

test('nothing more to do takes the refusal’s alarm away and keeps its reason', async () => {
  const { fake, user } = await openCase('acme-shop', 'denied');
  await user.click(screen.getByRole('button', { name: 'Nothing more to do' }));
  await asked(fake, 'case_settle');
  await waitFor(() => expect(screen.queryByRole('region', { name: /^Cloudflare refused/ })).toBeNull());
  expect(told()[0]?.textContent).toContain('Refused: the site isn’t on Cloudflare');
  expect(screen.getByText('Settled. It no longer waits for you.')).toBeTruthy();
  expect(screen.getByText(/Nothing of it waits for you/)).toBeTruthy();
});

test('the timeline tells a refusal with its reason, its category and who says so', async () => {
  await openCase('acme-shop', 'denied');
  const entry = screen.getByText('Refused: the site isn’t on Cloudflare', { selector: '.tl b' });
  expect(entry.parentElement?.textContent).toContain('says Cloudflare, as phishing');
});

test('a case of PhishFort alone can be told to Cloudflare too', async () => {
  const { fake, user, id } = await openCase('acme-login', 'busy');
  await user.click(screen.getByRole('button', { name: 'Tell Cloudflare too' }));
  expect(lastArgs(fake, 'case_report_again')).toEqual({ case_id: id, service: 'cloudflare' });
});

test('a draft that goes on in the case is opened, not begun again', async () => {
  const { user } = await openCase('acme-login', 'both', (one) => void (one.draft_id = 'draft-9'));
  expect(screen.getByText('A report in this case is written and not sent yet.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Report again' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Open the draft' }));
  expect(router.place).toEqual({ at: 'report', draft_id: 'draft-9' });
});

test('the receipt tells of each desk with its number and where it stands', () => {
  const receipt = receiptOf(find(new Fake('denied'), 'acme-login'), false);
  expect(receipt).toContain('Receipt of a report to PhishFort and Cloudflare');
  expect(receipt).toMatch(/Sent to: +PhishFort, takedown/);
  expect(receipt).toMatch(/Sent to: +Cloudflare, phishing/);
  expect(receipt).toMatch(/State: +Refused: they couldn’t see the abuse/);
});
