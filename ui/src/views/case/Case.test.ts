import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { FakeBackend, Scenario } from '../../backend/fake';
import { event, submission } from '../../backend/fake/make';
import { router } from '../../state/router.svelte';
import { asked, expectAccessible, heading, lastArgs, open } from '../../testing/window';

/** Opens the case whose address has these words in it. */
async function openCase(about: string, scenario: Scenario = 'busy', arrange?: (fake: FakeBackend) => void) {
  let id = '';
  const opened = await open(scenario, null, (fake) => {
    arrange?.(fake);
    id = [...fake.world.cases.values()].find((one) => one.row.typed.includes(about))?.row.id ?? '';
  });
  router.go({ at: 'case', id });
  return { ...opened, id };
}

test('loading is said once it takes its time', async () => {
  await openCase('acme-login', 'busy', (fake) => void fake.world.hanging.add('case_read'));
  await waitFor(() => expect(screen.getByText('Loading the case')).toBeTruthy());
  await expectAccessible();
});

test('filled: where it stands, what happened, what happens now, and the facts', async () => {
  await openCase('acme-login');
  await heading('hxxps://acme-login[.]example/secure/verify');
  const path = screen.getByRole('list', { name: 'How far it is' });
  expect(
    within(path)
      .getAllByRole('listitem')
      .map((step) => step.getAttribute('aria-current')),
  ).toEqual([null, null, 'step', null]);
  expect(within(path).getByText('Being taken down')).toBeTruthy();
  expect(screen.getByText('PhishFort took the report')).toBeTruthy();
  expect(screen.getByText(/^Nothing to do\. PhishFort is asking/)).toBeTruthy();
  expect(screen.getByText('takedown_in_progress')).toBeTruthy();
  await waitFor(() => expect(document.title).toBe('hxxps://acme-login[.]example/secure/verify — Takedown Desk'));
  await expectAccessible();
});

test('the heading takes the focus once the address is known', async () => {
  await openCase('acme-login');
  const title = await heading(/acme-login/);
  await waitFor(() => expect(document.activeElement).toBe(title));
});

test('failed: said, and tried again', async () => {
  const { fake, user } = await openCase('acme-login', 'failing');
  await screen.findByRole('alert');
  await expectAccessible();
  fake.world.failing.clear();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await heading(/acme-login/);
});

test('a case that is gone says so', async () => {
  await open('busy');
  router.go({ at: 'case', id: 'no-such-case' });
  expect((await screen.findByRole('alert')).textContent).toContain('This is no longer here.');
});

test('offline: what was known stays, and refreshing says why it can’t', async () => {
  const { user } = await openCase('acme-login', 'offline');
  await heading(/acme-login/);
  await user.click(screen.getByRole('button', { name: 'Refresh' }));
  expect((await screen.findByRole('alert')).textContent).toContain('The service can’t be reached.');
  expect(screen.getByText('PhishFort took the report')).toBeTruthy();
});

test('refreshing asks the service, by the button and by F5', async () => {
  const { fake, user } = await openCase('acme-login');
  await user.click(await screen.findByRole('button', { name: 'Refresh' }));
  await asked(fake, 'case_refresh', 1);
  await user.keyboard('{F5}');
  await asked(fake, 'case_refresh', 2);
});

test('news of this case is read again, news of another is not', async () => {
  const { fake, id } = await openCase('acme-login');
  await heading(/acme-login/);
  const before = fake.count('case_read');
  fake.tell({ kind: 'cases_changed', case_id: 'another' });
  fake.tell({ kind: 'cases_changed', case_id: id });
  await asked(fake, 'case_read', before + 1);
  expect(fake.count('case_read')).toBe(before + 1);
});

test('the address is copied defanged; the exact one only by its own act', async () => {
  const { fake, user } = await openCase('acme-login');
  await user.click(await screen.findByRole('button', { name: 'Copy address' }));
  expect(fake.world.clipboard).toBe('hxxps://acme-login[.]example/secure/verify');
  await user.click(screen.getByRole('button', { name: 'More' }));
  await user.click(screen.getByRole('menuitem', { name: /^Copy exact address/ }));
  expect(fake.world.clipboard).toBe('https://acme-login.example/secure/verify');
});

test('the receipt has reference, number, time and the files with their hashes', async () => {
  const { fake, user } = await openCase('acme-login');
  await user.click(await screen.findByRole('button', { name: 'More' }));
  await user.click(screen.getByRole('menuitem', { name: /^Copy receipt/ }));
  const receipt = fake.world.clipboard;
  expect(receipt).toMatch(/Our reference: +TD-7K3M9Q2XAB/);
  expect(receipt).toMatch(/Their number: +PF-48213/);
  expect(receipt).toMatch(/Sent: .+UTC\)/);
  expect(receipt.match(/SHA-256 [0-9a-f]{64}/g)).toHaveLength(3);
  expect(receipt).not.toContain('https://');
  expect(receipt).not.toContain('PRACTICE');
});

test('a receipt of practice says in its first line that nothing was sent', async () => {
  const { fake, user } = await openCase('acme-login', 'practice');
  await user.click(await screen.findByRole('button', { name: 'More' }));
  await user.click(screen.getByRole('menuitem', { name: /^Copy receipt/ }));
  expect(fake.world.clipboard.split('\n')[0]).toBe('PRACTICE — NOT SENT');
});

test('what PhishFort wrote and what was sent can be read word for word', async () => {
  const { user } = await openCase('acme-login');
  await user.click(await screen.findByText(/reference TD-7K3M9Q2XAB$/));
  expect(screen.getByText('Incident created')).toBeTruthy();
  expect(screen.getByText('https://acme-login.example/secure/verify').closest('a')).toBeNull();
});

test('evidence can be looked at', async () => {
  const { user } = await openCase('acme-login');
  await user.click(await screen.findByRole('button', { name: /^View\s*forwarded\.eml/ }));
  expect(await screen.findByRole('dialog', { name: 'forwarded.eml' })).toBeTruthy();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a note is added, and what was typed is not lost when it can’t be', async () => {
  const { fake, user } = await openCase('acme-login');
  const field = await screen.findByRole('textbox', { name: 'Add your own note' });
  fake.world.failing.set('case_note', 'storage_failed');
  await user.type(field, 'Second customer this week.{Enter}');
  await screen.findByText(/^This could not be saved on this computer/);
  expect((field as HTMLInputElement).value).toBe('Second customer this week.');
  fake.world.failing.clear();
  await user.click(screen.getByRole('button', { name: 'Add note' }));
  expect(await screen.findByText('Your note')).toBeTruthy();
  expect((field as HTMLInputElement).value).toBe('');
});

test('reporting again opens a new draft with what the case knows', async () => {
  const { fake, user, id } = await openCase('acme-login');
  await user.click(await screen.findByRole('button', { name: 'Report again' }));
  expect(lastArgs(fake, 'case_report_again')).toEqual({ case_id: id, service: null });
  await waitFor(() => expect(router.place.at).toBe('report'));
});

test('the case opens at PhishFort through the host, never through a link', async () => {
  const { fake, user, id } = await openCase('pay-acme');
  await user.click((await screen.findAllByRole('button', { name: 'Open in PhishFort' }))[0] as HTMLElement);
  expect(lastArgs(fake, 'case_open_dashboard')).toEqual({ case_id: id });
});

test('a case that we don’t know about shows the panel with its advice', async () => {
  await openCase('acme-wallet');
  expect(await screen.findByRole('region', { name: 'We don’t know yet if PhishFort got this' })).toBeTruthy();
  expect(screen.getByText('Best: ask PhishFort,')).toBeTruthy();
  await expectAccessible();
});

test('an address that deceives the eye says so beside it', async () => {
  await openCase('xn--acm');
  expect(await screen.findByText('Letters that look like others')).toBeTruthy();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('looks like acmé[.]example');
});

test('Esc goes back to the list', async () => {
  const { user } = await openCase('acme-login');
  await heading(/acme-login/);
  await user.keyboard('{Escape}');
  await heading('Cases');
});

/** The same case before anything of it left. */
const unsent = (fake: FakeBackend) => {
  const one = [...fake.world.cases.values()].find((its) => its.row.typed.includes('acme-login'));
  for (const { submission } of one?.sent ?? []) Object.assign(submission, { sent_at: null, number: null });
};

test('nothing is called sent while nothing of it can have arrived', async () => {
  const { fake, user } = await openCase('acme-login', 'busy', unsent);
  expect(await screen.findByRole('heading', { name: 'What will be sent' })).toBeTruthy();
  expect(screen.getByText('PhishFort, takedown: not sent yet, reference TD-7K3M9Q2XAB')).toBeTruthy();
  expect(screen.queryByText(/^Sent (today|yesterday)/)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'More' }));
  const item = screen.getByRole('menuitem', { name: /^Copy receipt\s*Nothing of it was sent yet/ });
  expect(item.getAttribute('aria-disabled')).toBe('true');
  await user.click(item);
  expect(fake.world.clipboard).toBe('');
});

test('a receipt tells what went apart from what did not', async () => {
  const { fake, user } = await openCase('acme-login', 'busy', (fake) => {
    const one = [...fake.world.cases.values()].find((its) => its.row.typed.includes('acme-login'));
    const first = one?.sent[0];
    if (one && first) one.sent = [{ ...first, submission: { ...first.submission, id: 'next', sent_at: null } }, first];
  });
  await user.click(await screen.findByRole('button', { name: 'More' }));
  await user.click(screen.getByRole('menuitem', { name: /^Copy receipt/ }));
  expect(fake.world.clipboard.match(/Sent: +(.*)/g)).toEqual([
    expect.stringMatching(/Not sent yet$/),
    expect.stringMatching(/UTC\)$/),
  ]);
});

test('the timeline tells pressing Send from sending, and what went with it', async () => {
  await openCase('acme-login', 'busy', (fake) => {
    const one = [...fake.world.cases.values()].find((its) => its.row.typed.includes('acme-login'));
    one?.timeline.push(event('confirmed', 51));
  });
  expect(await screen.findByText('You pressed Send')).toBeTruthy();
  expect(screen.getByText('Sent to PhishFort').closest('li')?.textContent).toMatch(/with 3 files, 3\.\d MB/);
});

test('on a case, too, what is due waits for a key', async () => {
  await openCase('shop-acme', 'busy', (fake) => {
    const [due] = [...fake.world.submissions.values()].filter((one) => one.state === 'queued');
    Object.assign(due ?? {}, { due_in_ms: 0 });
    const refused = submission(fake.world, 'acme-sale.example', { state: 'deferred', reason: 'key_refused' });
    fake.world.submissions.set(refused.id, refused);
  });
  expect(await screen.findByText('Waits for a key')).toBeTruthy();
});
