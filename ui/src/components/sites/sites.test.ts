import { expect, test } from 'vitest';
import { addSites, noSites, rowNow, sitesView } from '../../backend/fake/sites';
import { scenario } from '../../backend/fake/scenarios';
import { target } from '../../backend/fake/targets';
import {
  blockKinds,
  blockScopes,
  blockStatus,
  categoryWord,
  kindWord,
  scopeWord,
  sitesFollowing,
  span,
  whyNoReview,
} from '../../words/sites';
import { blockSorts } from '../../words/sites_orders';
import { webTeam } from '../../words/web_team';
import { shownStatus, shownWhen } from './block_status';
import { ourAddress, ourAddressText } from './our_address';
import { shareOf } from './sync';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const world = scenario('sites');
const [first] = world.sites.blocks;
if (!first) throw new Error('the scenario has blocks');
const pending = rowNow(first.row);

test.each([
  [0, 'less than a minute'],
  [59_999, 'less than a minute'],
  [MINUTE, '1 min'],
  [21 * HOUR + 28 * MINUTE, '21 h 28 min'],
  [25 * HOUR, '25 h'],
  [2 * DAY, '2 days'],
  [3 * DAY + 4 * HOUR + 59 * MINUTE, '3 days 4 h'],
])('%i ms are "%s"', (ms, words) => {
  expect(span(ms)).toBe(words);
});

test('a block that starts in many weeks says the day', () => {
  const row = { ...pending, effective_at: '2027-02-03T09:00:00Z' };
  expect(shownStatus(row, 70 * DAY).word).toBe('Starts 3 Feb 2027');
});

test('a time that can’t be read is shown as it came', () => {
  const row = { ...pending, effective_at: null, raw_effective: 'soon', starts_in_ms: null };
  expect(shownWhen(row)).toEqual({ at: null, raw: 'soon' });
  expect(shownStatus(row, null).word).toBe('About to start');
});

test('an address of ours is plain, without https, and its host is what counts', () => {
  expect(ourAddress(target('shop.acme.example/sale'))).toEqual({
    before: '',
    host: 'shop.acme.example',
    after: '/sale',
  });
  const http = { ...target('acme.example'), before: 'hxxp://jo@www[.]' };
  expect(ourAddress(http)).toEqual({ before: 'http://jo@', host: 'www.acme.example', after: '' });
  expect(ourAddressText(http)).toBe('http://jo@www.acme.example');
});

test('how far a refresh is grows from nothing to all', () => {
  const at = (reports_read: number, lists_read: number, reports_total = 500) =>
    shareOf({ reports_read, reports_total, lists_read, lists_total: 100, stopping: false });
  expect(at(0, 0, 0)).toBeNull();
  expect(at(0, 0)).toBe(0);
  expect(at(500, 0)).toBeCloseTo(0.2);
  expect(at(500, 100)).toBe(1);
});

test('no raw word of Cloudflare’s is among ours', () => {
  const words = [
    ...Object.values(blockKinds),
    ...Object.values(blockScopes),
    ...Object.values(blockStatus).map((one) => one.word),
    ...Object.values(whyNoReview),
  ];
  expect(words.filter((word) => word?.includes('_'))).toEqual([]);
});

test('where we have no word, theirs stands there', () => {
  expect(kindWord('zone_fint', 'zone_fint')).toBe('Other block (zone_fint)');
  expect(kindWord('other', 'dns_sinkhole')).toBe('Other block (dns_sinkhole)');
  expect(scopeWord('other', 'colo')).toBe('colo');
  expect(categoryWord('EMER')).toBe('EMER');
  expect(categoryWord('EMER', 'children')).toBe('Child sexual abuse material');
});

test('the fake counts what waits for the person', () => {
  const mine = { ...scenario('empty'), sites: noSites() };
  addSites(mine);
  expect(sitesView(mine)).toMatchObject({ blocks: 10, reports: 6, offered: 4, pending: 2, reminders: true });
});

// ui.md §6.5: what stands outside the one catalogue keeps to it as well.
test('no word that the house avoids is among these', () => {
  const said = JSON.stringify([blockKinds, blockScopes, blockStatus, whyNoReview, sitesFollowing, webTeam, blockSorts]);
  expect(said).not.toMatch(/\b(submit\w*|invalid|mitigation|incident|entity|please|sorry|success\w*)\b/i);
});

test('whatever keeps our sites from being followed has words, and a next step', () => {
  for (const [state, words] of Object.entries(sitesFollowing)) {
    if (state === 'works') expect(words).toBeNull();
    else expect(words?.next, state).toMatch(/\.$/);
  }
});
