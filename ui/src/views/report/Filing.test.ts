import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { REPORT_KINDS } from '../../backend/contract';
import { fieldsOf } from '../../components/filing/filling';
import { call, type ReportKind } from '../../backend';
import { router } from '../../state/router.svelte';
import { expectAccessible, heading, open } from '../../testing/window';
import { fieldWords, kindWords, labelled } from '../../words/kinds';
import { draftWith } from './testing/drafts';
import { forCloudflare, saved, whenSaved, withProfile } from './testing/filing';

const fresh = { at: 'report', draft_id: null } as const;
const target = () => screen.findByLabelText('Or type what is suspicious');
const address = 'https://acme-login.example/secure';

/** jsdom has no ClipboardEvent. */
function pasteInto(element: Element, plain: string): void {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { getData: () => plain, files: { length: 0 } } });
  element.dispatchEvent(event);
}

test('a typed address with a saved profile and one tick for Cloudflare is ready to be checked and sent', async () => {
  const { fake, user } = await open('empty', fresh, withProfile);
  await user.type(await target(), address);
  await user.click(screen.getByRole('checkbox', { name: /^Cloudflare/ }));
  expect(await screen.findByText('Jo Example, Acme Ltd, legal@acme.example, +44 20 7946 0000')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /Check the report/ }));
  await heading('Check and send');
  await user.click(await screen.findByRole('button', { name: /^Send 2 reports/ }));
  await waitFor(() => expect(router.place.at).toBe('case'));
  expect([...fake.world.submissions.values()].map((one) => one.service)).toEqual(['phishfort', 'cloudflare']);
});

test.each(REPORT_KINDS.map(({ kind }) => kind))('every field of %s has its label', async (kind: ReportKind) => {
  const { user } = await open('empty', fresh);
  await user.type(await target(), address);
  await forCloudflare(user, kind);
  const change = screen.queryByRole('button', { name: 'Change who sends it' });
  if (change) await user.click(change);
  for (const group of ['story', 'network', 'sender', 'told', 'more', 'statements'] as const) {
    for (const rule of fieldsOf(kind, group)) {
      const label = labelled(fieldWords(kind, rule.field).label, rule.required, rule.shape);
      const named =
        rule.shape === 'choice' || rule.shape === 'several'
          ? screen.getByRole('group', { name: label })
          : screen.getByLabelText(label);
      expect(named, rule.field).toBeTruthy();
    }
  }
  await expectAccessible();
});

test('what the profile says stands in its fields, and what is emptied by hand stays empty', async () => {
  const { fake, user } = await open('empty', fresh, withProfile);
  await user.type(await target(), address);
  await forCloudflare(user, 'trademark');
  const mark = screen.getByLabelText('The trademark');
  await waitFor(() => expect(mark).toHaveProperty('value', 'ACME'));
  expect(mark.getAttribute('aria-describedby')).toContain('-from');
  await user.clear(mark);
  await whenSaved(fake, { answers: { trademark_symbol: '' } });
  expect(mark).toHaveProperty('value', '');
  await user.click(screen.getByRole('button', { name: 'Take it from your profile again' }));
  expect(mark).toHaveProperty('value', 'ACME');
  expect(document.activeElement).toBe(mark);
  await waitFor(() => expect(saved(fake).answers).toEqual({}));
});

test('the note is typed once: Cloudflare gets it as what was seen', async () => {
  const { user } = await open('empty', fresh);
  await user.type(await target(), address);
  await forCloudflare(user);
  const story = screen.getByLabelText('What did you see?');
  await waitFor(() =>
    expect(story).toHaveProperty('value', expect.stringContaining('is used for phishing or malware')),
  );
  expect(screen.getByText('Our sentence. Say more if you can')).toBeTruthy();
  await user.type(screen.getByLabelText('Note for the analyst'), 'Asks for card details and a phone code.');
  await waitFor(() => expect(story).toHaveProperty('value', 'Asks for card details and a phone code.'));
  expect(screen.getByText('From your note')).toBeTruthy();
});

test('a text says how much room it has, and what is too short or too long', async () => {
  const { user } = await open('empty', fresh);
  await user.type(await target(), address);
  await forCloudflare(user);
  const story = screen.getByLabelText('What did you see?');
  await user.clear(story);
  expect(screen.getByText('0 of 20 to 5,000 characters')).toBeTruthy();
  await user.type(story, 'Too short');
  expect(screen.getByText('9 characters. At least 20 are needed')).toBeTruthy();
  await user.clear(story);
  await user.click(story);
  await user.paste('a'.repeat(5003));
  expect(story, 'nothing is cut off').toHaveProperty('value', 'a'.repeat(5003));
  expect(screen.getAllByText('3 characters too many').length).toBeGreaterThan(0);
});

test('who is told is chosen with its consequence beside it, the careful choice first', async () => {
  const { fake, user } = await open('empty', fresh);
  await user.type(await target(), address);
  await forCloudflare(user, 'children');
  const owner = screen.getByRole('group', { name: 'Tell the owner of the site' });
  await waitFor(() =>
    expect(within(owner).getByRole('radio', { name: /^Don’t tell them/ })).toHaveProperty('checked', true),
  );
  await user.click(within(owner).getByRole('radio', { name: /^With your name.*the very person/ }));
  await whenSaved(fake, { answers: { owner_notification: 'send' } });
});

test('a kind that always goes out with a name says so instead of asking', async () => {
  const { user } = await open('empty', fresh);
  await user.type(await target(), address);
  await forCloudflare(user, 'dmca');
  expect(screen.getByRole('heading', { name: 'Your name is passed on' })).toBeTruthy();
  expect(screen.queryByRole('group', { name: 'Tell the owner of the site' })).toBeNull();
});

test('a DMCA report is written by keyboard alone, each statement read and ticked by hand', async () => {
  const { fake, user } = await open('empty', fresh, withProfile);
  (await target()).focus();
  await user.keyboard(address);
  /** Tabs on to what is called so. */
  const to = async (name: string | RegExp) => {
    for (let stops = 0; stops < 60; stops += 1) {
      await user.tab();
      const at = document.activeElement as HTMLInputElement;
      const label = at.labels?.[0]?.textContent ?? at.textContent ?? '';
      if (typeof name === 'string' ? label.trim().startsWith(name) : name.test(label)) return at;
    }
    throw new Error(`Tab never came to ${name}`);
  };
  await to('Cloudflare');
  await user.keyboard(' ');
  await to('Phishing or malware');
  await user.keyboard('{ArrowDown}{ArrowDown}');
  await screen.findByRole('heading', { name: /^Our work was copied/ });
  await to('Which work of yours was copied?');
  await user.keyboard('Our product photos, https://acme.example/photos');
  await to('Who holds the copyright?');
  await user.keyboard('Acme Ltd');
  for (const words of ['In good faith', 'What this report says is accurate', 'I know that 17 U.S.C.']) {
    const tick = await to(words);
    expect(tick, 'never ticked beforehand').toHaveProperty('checked', false);
    await user.keyboard(' ');
  }
  await to('Signature');
  await user.keyboard('Jo Example{Control>}{Enter}{/Control}');
  await heading('Check and send');
  expect(await screen.findByText('All 3 statements ticked, signed Jo Example')).toBeTruthy();
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(fake.world.submissions.size).toBe(2));
  expect(saved(fake)).toMatchObject({
    report_kind: 'dmca',
    answers: { dmca_good_faith: 'yes', dmca_authority: 'yes', dmca_liability: 'yes', signature: 'Jo Example' },
  });
});

test('what was declared of one address does not stay ticked for another, and is dropped with its kind', async () => {
  const { fake, user } = await open('empty', fresh, withProfile);
  const field = await target();
  await user.type(field, address);
  await forCloudflare(user, 'dmca');
  const statement = await screen.findByLabelText(/^In good faith/);
  await user.click(statement);
  await whenSaved(fake, { answers: { dmca_good_faith: 'yes' } });
  await user.type(field, '/2');
  await waitFor(() => expect(statement).toHaveProperty('checked', false));
  await user.click(statement);
  await whenSaved(fake, { answers: { dmca_good_faith: 'yes' } });
  await user.click(screen.getByRole('radio', { name: kindWords.phishing.title }));
  await waitFor(() => expect(saved(fake)).toMatchObject({ report_kind: 'phishing', answers: {} }));
  expect(saved(fake).answers).toEqual({});
});

test('files stay off without Cloudflare while the kind is one that has none', async () => {
  const draft = { id: '' };
  await open('empty', null, async () => {
    draft.id = (await draftWith({ target: address, to_cloudflare: false, report_kind: 'children' })).id;
  });
  router.go({ at: 'report', draft_id: draft.id });
  expect(await screen.findByText(/^No pictures here/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Choose files…' })).toBeNull();
  expect(screen.getByRole('radio', { name: kindWords.children.title })).toHaveProperty('checked', true);
});

test('a statement is never ticked by a fill, and a signature never filled in', async () => {
  const { fake, user } = await open('empty', fresh, withProfile);
  await user.type(await target(), address);
  await forCloudflare(user, 'dmca');
  const draft = fake.world.drafts.values().next().value!;
  const fills = [
    { field: 'dmca_good_faith', value: 'yes', from: 'profile' },
    { field: 'signature', value: '', from: 'profile' },
  ] as const;
  fake.world.drafts.set(draft.id, { ...draft, fills: [...fills] });
  expect(screen.getByLabelText(/^In good faith/)).toHaveProperty('checked', false);
  expect(screen.getByLabelText('Signature: type your full name')).toHaveProperty('value', '');
});

test('more addresses are counted per site while they are typed, and one given twice is sent once', async () => {
  const { user } = await open('empty', fresh);
  await user.type(await target(), 'https://bad.example/1');
  await forCloudflare(user);
  await user.click(screen.getByLabelText('More addresses (optional)'));
  await user.paste('https://bad.example/2\nhttps://bad.example/3\nhttps://other.example/\nhttps://bad.example/2');
  expect(await screen.findByText('2 reports: bad[.]example (3 addresses), other[.]example (1)')).toBeTruthy();
  expect(screen.getByText('1 address was given twice; it is sent once')).toBeTruthy();
});

test('a pasted list puts the first address into the field and the rest below, and ticks nothing', async () => {
  const { fake } = await open('empty', fresh);
  const field = await target();
  pasteInto(field, 'https://bad.example/a\nhttps://bad.example/b\r\nhttps://other.example/c\n');
  await waitFor(() => expect(field).toHaveProperty('value', 'https://bad.example/a'));
  expect(screen.getByLabelText('More addresses (optional)')).toHaveProperty(
    'value',
    'https://bad.example/b\nhttps://other.example/c',
  );
  expect((await screen.findByText('2 more addresses stand under More addresses')).getAttribute('role')).toBe('status');
  expect(screen.getByRole('checkbox', { name: /^Cloudflare/ })).toHaveProperty('checked', false);
  await whenSaved(fake, { to_cloudflare: false, more_addresses: 'https://bad.example/b\nhttps://other.example/c' });
});

test.each(['ncsei', 'children'] as const)('a report of kind %s takes no files, and says so calmly', async (kind) => {
  const { fake, user } = await open('empty', fresh);
  await user.type(await target(), address);
  const id = fake.world.open_draft ?? '';
  await call('evidence_pick', { draft_id: id });
  await forCloudflare(user, kind);
  expect(screen.queryByRole('button', { name: 'Choose files…' })).toBeNull();
  expect(screen.getByText(/^No pictures here/)).toBeTruthy();
  await user.keyboard('{Control>}o{/Control}');
  expect(fake.count('evidence_pick'), 'nor by keyboard').toBe(1);
  expect(screen.queryByText(/hotline/) !== null).toBe(kind === 'children');
});

test('files that were there before can be let go where the kind takes none', async () => {
  const draft = { id: '' };
  const { fake, user } = await open('empty', null, async () => {
    const made = await draftWith({ target: address, to_cloudflare: true, report_kind: 'ncsei' }, 1);
    draft.id = made.id;
  });
  router.go({ at: 'report', draft_id: draft.id });
  expect(await screen.findByText(/^1 file was added before/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^Remove.*login-page.png/ }));
  await waitFor(() => expect(fake.world.drafts.get(draft.id)?.evidence).toEqual([]));
  expect(screen.queryByText(/^1 file was added before/)).toBeNull();
});

test('the sender is one line that opens, and another profile takes its place wholly', async () => {
  const { fake, user } = await open('empty', fresh, (host) => {
    withProfile(host);
    host.world.preferences.profiles.push({
      ...host.world.preferences.profiles[0]!,
      id: 'p-2',
      label: 'Acme Pay',
      company: 'Acme Pay Ltd',
    });
  });
  await user.type(await target(), address);
  await forCloudflare(user);
  await user.click(await screen.findByRole('button', { name: 'Change who sends it' }));
  await user.type(screen.getByLabelText('Company (optional)'), ' and Sons');
  await whenSaved(fake, { answers: { company: 'Acme Ltd and Sons' } });
  await user.selectOptions(screen.getByLabelText('Profile'), 'Acme Pay');
  await whenSaved(fake, { profile_id: 'p-2', answers: {} });
  await waitFor(() => expect(screen.getByLabelText('Company (optional)')).toHaveProperty('value', 'Acme Pay Ltd'));
});

test('an error stands at its field in a folded group, and goes when the field is changed', async () => {
  let id = '';
  const { user } = await open('empty', null, async () => {
    const fields = { target: address, to_cloudflare: true, answers: { reported_country: 'GBR' } };
    id = (await draftWith(fields)).id;
  });
  router.go({ at: 'check', draft_id: id });
  await heading('Check and send');
  await user.click(await screen.findByRole('button', { name: /^Send/ }));
  const words = 'Shorten the country you saw it from to 2 characters. It has 3';
  const summary = (await screen.findByRole('heading', { name: 'There is a problem' })).closest('[role=alert]');
  await user.click(within(summary as HTMLElement).getByRole('link', { name: words }));
  const change = document.activeElement as HTMLElement;
  expect(change.id).toBe('field-report-reported_country');
  await user.click(change);
  const field = await screen.findByLabelText('Country you saw it from (optional)');
  await waitFor(() => expect(document.activeElement).toBe(field));
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText(words)).toBeTruthy();
  await user.type(field, '{Backspace}');
  expect(field.getAttribute('aria-invalid')).toBeNull();
});

test('nobody ticked is said before anything is sent', async () => {
  const { fake, user } = await open('empty', fresh);
  await user.type(await target(), address);
  await user.click(screen.getByRole('checkbox', { name: /^PhishFort/ }));
  expect(screen.queryByLabelText('Reported by'), 'only PhishFort asks for it').toBeNull();
  await user.click(screen.getByRole('button', { name: /Check the report/ }));
  await user.click(await screen.findByRole('button', { name: /^Send/ }));
  expect(
    (await screen.findAllByText('Tick who should hear it: PhishFort, Cloudflare, or both')).length,
  ).toBeGreaterThan(1);
  expect(fake.world.submissions.size).toBe(0);
});

test('the kinds stand in the words of the table', async () => {
  const { user } = await open('empty', fresh);
  await user.click(await screen.findByRole('checkbox', { name: /^Cloudflare/ }));
  const group = await screen.findByRole('group', { name: /^What is wrong with it/ });
  expect(within(group).getAllByRole('radio')).toHaveLength(8);
  for (const { title } of Object.values(kindWords))
    expect(within(group).getByRole('radio', { name: title })).toBeTruthy();
});
