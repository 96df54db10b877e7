import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { FiledReportView } from '../../backend';
import type { FakeBackend } from '../../backend/fake';
import { router } from '../../state/router.svelte';
import { asked, expectAccessible, heading, lastArgs, open } from '../../testing/window';

/** Opens the n-th of the filed reports: 0 has no decision, 1 is refused and filed elsewhere, 3 is refused and ours. */
async function openReport(n: number, arrange?: (one: FiledReportView, fake: FakeBackend) => void) {
  let id = '';
  const opened = await open('filed', null, (fake) => {
    const one = fake.world.filed[n];
    if (!one) throw new Error(`no report ${n}`);
    arrange?.(one, fake);
    id = one.row.id;
  });
  router.go({ at: 'filed_report', id });
  return { ...opened, id };
}

test('filled: where it stands, its addresses, what it says, and what Cloudflare wrote', async () => {
  const { id } = await openReport(1);
  const title = await heading('acme-shop1[.]example');
  await waitFor(() => expect(document.activeElement).toBe(title));
  expect(document.title).toBe('acme-shop1[.]example — Takedown Desk');
  expect(screen.getByText('Refused: they couldn’t see the abuse')).toBeTruthy();
  expect(screen.getByText(`Number ${id}`)).toBeTruthy();
  expect(screen.getByText('Without your name')).toBeTruthy();
  expect(screen.getByText('unable_to_confirm')).toBeTruthy();
  await expectAccessible();
});

test('addresses are defanged, and none of them is a link', async () => {
  await openReport(1);
  await heading(/acme-shop1/);
  const list = screen.getByRole('heading', { name: 'Addresses in it' }).closest('section') as HTMLElement;
  expect(
    within(list)
      .getAllByRole('listitem')
      .map((one) => one.textContent),
  ).toEqual(['hxxps://acme-shop1[.]example/secure/verify', 'hxxps://acme-shop1[.]example/card']);
  expect(within(list).queryByRole('link')).toBeNull();
});

test('an email is text: what looks like markup stays what it is, and its lines stay lines', async () => {
  await openReport(1);
  const letter = (await screen.findAllByText(/<b>Regards<\/b>,\s+Trust & Safety/))[0] as HTMLElement;
  expect(letter.querySelector('b')).toBeNull();
  expect(letter.closest('.letter')).not.toBeNull();
  expect(letter.textContent).toContain('hxxps://acme-shop1[.]example');
});

test('a refusal that was filed elsewhere has its next step, and a report of our own begins from it', async () => {
  const { fake, user } = await openReport(1);
  expect(await screen.findByText(/^Say exactly how to reach it/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Start a report about it' }));
  expect(lastArgs(fake, 'draft_create')).toEqual({ target: 'https://acme-shop1.example/secure/verify' });
  await waitFor(() => expect(router.place.at).toBe('report'));
});

test('a refusal of ours is answered in its case', async () => {
  const { fake, user } = await openReport(3);
  expect(await screen.findByText(/What helps is offered in its case\.$/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Start a report about it' })).toBeNull();
  await user.click(screen.getAllByRole('button', { name: 'Open case' })[0] as HTMLElement);
  expect(router.place).toEqual({ at: 'case', id: fake.world.filed[3]?.row.case_id });
});

test('without a decision there is nothing to do, and no emails is said', async () => {
  await openReport(0);
  expect(await screen.findByText(/^Nothing to do\. Cloudflare has not decided yet/)).toBeTruthy();
  expect(screen.getByText('None that Cloudflare lists.')).toBeTruthy();
});

test('where it can’t be read just now, what we had stays, with the reason', async () => {
  await openReport(1, (_one, fake) => void (fake.world.following = 'not_permitted'));
  await heading(/acme-shop1/);
  expect(screen.getByText(/“Trust and Safety Read”/)).toBeTruthy();
  expect(
    screen.getByText('hxxps://', { exact: false, selector: '.addresses .url', ignore: 'li:nth-child(2) *' }),
  ).toBeTruthy();
});

test('refreshing asks Cloudflare, by the button and by F5', async () => {
  const { fake, user } = await openReport(1);
  await user.click(await screen.findByRole('button', { name: 'Refresh' }));
  await asked(fake, 'filed_read', 2);
  expect(await screen.findByText('Asked Cloudflare just now.')).toBeTruthy();
  await user.keyboard('{F5}');
  await asked(fake, 'filed_read', 3);
});

test('a report that is gone says so', async () => {
  await open('filed');
  router.go({ at: 'filed_report', id: 'no-such-report' });
  expect((await screen.findByRole('alert')).textContent).toContain('This is no longer here.');
});

test('loading is said once it takes its time', async () => {
  await openReport(1, (_one, fake) => void fake.world.hanging.add('filed_read'));
  await waitFor(() => expect(screen.getByText('Loading the report')).toBeTruthy());
  await expectAccessible();
});
