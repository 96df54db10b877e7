import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { Scenario } from '../../backend/fake';
import { router } from '../../state/router.svelte';
import { asked, expectAccessible, heading, open, type Opened } from '../../testing/window';

const LOGIN = 'https://acme-login.example/secure/verify?case=7431';

// jsdom has none, and user-event asks for it when arrows move in a group of radio buttons.
globalThis.CSS ??= { escape: (text: string) => text } as typeof CSS;

/** Check and send of the only draft of a world. */
async function checking(scenario: Scenario, arrange?: (fake: Opened['fake']) => void): Promise<Opened> {
  const opened = await open(scenario, null, arrange);
  const draft_id = [...opened.fake.world.drafts.keys()][0]!;
  router.go({ at: 'check', draft_id });
  await heading('Check and send');
  await screen.findByRole('button', { name: /^Send (report|later)/ });
  return opened;
}
const fieldsOf = ({ fake }: Opened) => [...fake.world.drafts.values()][0]!.fields;
const others = () => screen.findByRole('list', { name: 'Other addresses that were found' });
const question = () => screen.getByRole('group', { name: 'Which address should be taken down?' });

test('below the address stands where it was found and what speaks against it', async () => {
  await checking('mail');
  expect(screen.getByText(/^Found in the email’s main button\.\s+Behind Microsoft Safe Links\.$/)).toBeTruthy();
  expect(screen.getByText('The link’s text says acme[.]example')).toBeTruthy();
  expect(screen.getByText('Uses the name Acme')).toBeTruthy();
  await expectAccessible();
});

test('the others open in place, each with its place, and what is not proposed with the reason', async () => {
  const { user } = await checking('mail');
  const more = screen.getByRole('button', { name: '2 other addresses' });
  expect(more.getAttribute('aria-expanded')).toBe('false');
  await user.click(more);
  expect(more.getAttribute('aria-expanded')).toBe('true');
  const list = await others();
  expect(within(list).getAllByRole('listitem')).toHaveLength(2);
  expect(within(list).getByText(/^Found in the email’s text, 3 times\.$/)).toBeTruthy();
  const aside = screen.getByRole('list', { name: 'Not proposed' });
  expect(within(aside).getByText('One of your own sites')).toBeTruthy();
  await expectAccessible();
});

test('another address is reported instead, and the focus stays at the others', async () => {
  const opened = await checking('mail');
  const { fake, user } = opened;
  await user.click(screen.getByRole('button', { name: '2 other addresses' }));
  const parcel = /acme-parcel/;
  await user.click(within(await others()).getByRole('button', { name: /^Report this one instead: .*acme-parcel/ }));
  await asked(fake, 'draft_check', 2);
  expect(fieldsOf(opened).target).toMatch(parcel);
  expect(document.activeElement?.textContent).toContain('2 other addresses');
  expect(await screen.findByText('cdn[.]acme-parcel[.]example is reported now')).toBeTruthy();
  expect(
    await within(await others()).findByRole('button', { name: /instead: \S+acme-login\S+verify\S+$/ }),
  ).toBeTruthy();
});

test('another address is added, and left out again', async () => {
  const opened = await checking('mail');
  const { user } = opened;
  await user.click(screen.getByRole('button', { name: '2 other addresses' }));
  await user.click(within(await others()).getByRole('button', { name: /^Add as well: .*acme-parcel/ }));
  await waitFor(() => expect(fieldsOf(opened).more_addresses).toBe('https://cdn.acme-parcel.example/track?id=9041'));
  expect(fieldsOf(opened).target).toBe(LOGIN);
  await user.click(await within(await others()).findByRole('button', { name: /^Leave it out: .*acme-parcel/ }));
  await waitFor(() => expect(fieldsOf(opened).more_addresses).toBe(''));
});

test('several are asked about without a default, and each says where it stood', async () => {
  await checking('mailSeveral');
  const radios = within(question()).getAllByRole('radio');
  expect(radios).toHaveLength(3);
  expect(radios.filter((one) => (one as HTMLInputElement).checked)).toEqual([]);
  expect(radios[1]?.getAttribute('aria-describedby')).toBeTruthy();
  expect(question().textContent).toMatch(/Found in a form in the attached file\s+invoice\.html\./);
  expect(within(question()).getByText('Only the domain is known: Mimecast hides the rest')).toBeTruthy();
  await expectAccessible();
});

test('Send without a choice says so in the summary and at the question, and leads to it', async () => {
  const { fake, user } = await checking('mailSeveral');
  await user.click(screen.getByRole('button', { name: /^Send report/ }));
  const words = 'Choose which address should be taken down';
  const summary = await screen.findByRole('alert');
  expect(within(question()).getByText(words)).toBeTruthy();
  await user.click(within(summary).getByRole('link', { name: words }));
  expect(document.activeElement).toBe(within(question()).getAllByRole('radio')[0]);
  expect(fake.world.submissions.size).toBe(0);
  await expectAccessible();
});

test('a choice is saved at once, the question stays under the hands, and the report is ready', async () => {
  const opened = await checking('mailSeveral');
  const { user } = opened;
  await user.click(within(question()).getAllByRole('radio')[1]!);
  await waitFor(() => expect(fieldsOf(opened).target).toBe('https://acrne-pay.example/card'));
  expect(await screen.findByRole('heading', { name: 'Ready to send' })).toBeTruthy();
  expect(document.activeElement).toBe(within(question()).getAllByRole('radio')[1]);
});

test('arrow keys go through the choices, and the last one is what is saved', async () => {
  const opened = await checking('mailSeveral');
  opened.fake.world.delay_ms = 5;
  const radios = within(question()).getAllByRole('radio');
  radios[0]!.focus();
  await opened.user.keyboard(' {ArrowDown}{ArrowDown}');
  await waitFor(() => expect(fieldsOf(opened).target).toBe('https://parcel.example'));
  await waitFor(() => expect(within(question()).getAllByRole<HTMLInputElement>('radio')[2]?.checked).toBe(true));
  expect(document.activeElement).toBe(within(question()).getAllByRole('radio')[2]);
});

test('Send right after a choice sends that choice', async () => {
  const { fake, user } = await checking('mailSeveral');
  fake.world.delay_ms = 10;
  await user.click(within(question()).getAllByRole('radio')[0]!);
  await user.click(screen.getByRole('button', { name: /^Send report/ }));
  await asked(fake, 'draft_send');
  await waitFor(() => expect(router.place.at).toBe('case'));
  expect([...fake.world.submissions.values()][0]?.target.exact).toBe(LOGIN);
});

test('a watched address is asked about as one to watch', async () => {
  await checking('mailSeveral', (fake) => {
    for (const draft of fake.world.drafts.values()) draft.fields.wish = 'monitor';
  });
  expect(screen.getByRole('group', { name: 'Which address should be watched?' })).toBeTruthy();
});

test('without a web address the sender’s email address is offered and reported by one press', async () => {
  const opened = await checking('mailNone');
  expect(screen.getByText('We found no web address in this email.')).toBeTruthy();
  await expectAccessible();
  await opened.user.click(screen.getByRole('button', { name: 'Report the sender’s email address instead' }));
  await waitFor(() => expect(fieldsOf(opened).target).toBe('billing@acme-support.example'));
  expect(await screen.findByText('A takedown of 1 email address')).toBeTruthy();
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Change what is reported');
});

test('one can be typed instead', async () => {
  const { user } = await checking('mailNone');
  await user.click(screen.getByRole('button', { name: 'Type one' }));
  expect(router.place.at).toBe('report');
  await waitFor(() => expect(document.activeElement?.id).toBe('field-target'));
});

test('what the mail says is folded away, and called a claim', async () => {
  const { user } = await checking('mail');
  const summary = screen.getByText('What the email says', { exact: false, selector: 'summary' });
  const says = within(summary.closest('details')!);
  expect(summary.closest('details')?.open).toBe(false);
  await user.click(summary);
  expect(says.getByText('Nobody checked any of this. A sender can write any name and address.')).toBeTruthy();
  expect(says.getByText('billing@acme-support[.]example')).toBeTruthy();
  expect(says.getByText('203[.]0[.]113[.]9')).toBeTruthy();
  expect(says.getByText('SPF: fail')).toBeTruthy();
  expect(says.getAllByText('says mx[.]customer[.]example').length).toBe(3);
  await expectAccessible();
});

test('a mail forwarded inline says what is lost, why it matters, and how to get the original', async () => {
  const { user } = await checking('mailInline');
  expect(screen.getByText('This email was forwarded inside another one')).toBeTruthy();
  expect(screen.queryByText('The original email is there')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'How to get the original' }));
  expect(await screen.findByRole('dialog')).toBeTruthy();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(document.activeElement?.textContent).toBe('How to get the original');
});

test('what was not read is told with the file’s name', async () => {
  await checking('mailInline');
  expect(
    screen.getByText(
      'Not all of it was read (more than 500 parts, a part of it is damaged). The file itself is kept whole.',
    ),
  ).toBeTruthy();
});

test('names that try to break out stay text, isolated, and never a link', async () => {
  const { user } = await checking('mailHostile');
  await user.click(screen.getByRole('button', { name: '71 other addresses' }));
  expect(within(await others()).getAllByRole('listitem')).toHaveLength(5);
  await user.click(screen.getByRole('button', { name: 'Show all 49' }));
  expect(within(await others()).getAllByRole('listitem')).toHaveLength(49);
  expect(screen.getByText('22 more are not listed here')).toBeTruthy();
  for (const told of screen.getAllByText(/\u05d0\u05d1/)) expect(told.closest('bdi')).toBeTruthy();
  expect(screen.getByText(/<b>(fail){40}<\/b>/)).toBeTruthy();
  expect([...document.querySelectorAll('main a')].filter((link) => /\[\.\]|hxxp/.test(link.textContent ?? ''))).toEqual(
    [],
  );
  await expectAccessible();
});

test('what PhishFort asks for stands once, as there or as what would help', async () => {
  await checking('mailSeveral', (fake) => {
    for (const draft of fake.world.drafts.values()) Object.assign(draft.fields, { target: LOGIN, note: '' });
  });
  const ready = within(screen.getByRole('heading', { name: 'Ready to send' }).closest('section')!);
  expect(ready.getByText('The address of the exact page')).toBeTruthy();
  expect(ready.getByText('A sentence on how and where it was found would help')).toBeTruthy();
  expect(ready.getAllByText(/screenshot/i)).toHaveLength(1);
  expect(ready.queryByText('A sentence on what is wrong with it would help')).toBeNull();
});
