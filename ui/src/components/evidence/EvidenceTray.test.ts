import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { call, setBackend, type AttachmentView, type DraftView, type EvidenceView } from '../../backend';
import { FakeBackend } from '../../backend/fake';
import { mailInto } from '../../backend/fake/arriving';
import { intakeOn } from './testing.svelte';
import { pixelsOf } from './pixels';

let fake: FakeBackend;
beforeEach(() => {
  fake = new FakeBackend('empty');
  setBackend(fake);
});

/** A tray of so many files, the first changed as told. */
async function tray(count: number, first: Partial<EvidenceView> = {}, more: Partial<DraftView> = {}) {
  const made = await call('draft_create', { target: null });
  for (let i = 0; i < count; i += 1) await call('evidence_pick', { draft_id: made.id });
  const kept = fake.world.drafts.get(made.id)!;
  kept.evidence = kept.evidence.map((file, index) => ({
    ...file,
    name: `file-${index + 1}.png`,
    ...(index === 0 ? first : {}),
  }));
  Object.assign(kept, more);
  const { Stage, intake, props } = intakeOn(structuredClone(kept));
  render(Stage, { props });
  return {
    user: userEvent.setup(),
    intake,
    names: () => screen.queryAllByText(/^file-\d\.png$/, { selector: 'bdi' }).map((one) => one.textContent),
  };
}
const row = (name: string) => within(screen.getByText(name, { selector: 'bdi' }).closest('li')!);

test('removing gives the focus to the row that took its place', async () => {
  const { user, names } = await tray(3);
  await user.click(row('file-2.png').getByRole('button', { name: /^Remove/ }));
  await vi.waitFor(() => expect(names()).toEqual(['file-1.png', 'file-3.png']));
  expect(document.activeElement).toBe(row('file-3.png').getByRole('button', { name: /^Remove/ }));
  expect(screen.getByText('file-2.png removed')).toBeTruthy();
});

test('removing the last one gives the focus to the one before, and at last to the section', async () => {
  const { user } = await tray(2);
  await user.click(row('file-2.png').getByRole('button', { name: /^Remove/ }));
  const left = () => row('file-1.png').getByRole('button', { name: /^Remove/ });
  await vi.waitFor(() => expect(document.activeElement).toBe(left()));
  await user.click(left());
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Evidence' })));
});

test('the order changes by the keyboard, and where it went is said', async () => {
  const { user, names } = await tray(3);
  row('file-1.png')
    .getByRole('button', { name: /^More\s*file-1\.png$/ })
    .focus();
  await user.keyboard('{Enter}');
  const menu = within(await screen.findByRole('menu'));
  expect(menu.getByRole('menuitem', { name: 'Move up' }).getAttribute('aria-disabled')).toBe('true');
  await user.click(menu.getByRole('menuitem', { name: 'Move down' }));
  await vi.waitFor(() => expect(names()).toEqual(['file-2.png', 'file-1.png', 'file-3.png']));
  expect(screen.getByText('file-1.png is now 2 of 3')).toBeTruthy();
});

test('a new name is asked for, and an empty one is not taken', async () => {
  const { user } = await tray(1);
  await user.click(row('file-1.png').getByRole('button', { name: /^Rename/ }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Rename the file' }));
  const field = dialog.getByLabelText('New name');
  await user.clear(field);
  await user.click(dialog.getByRole('button', { name: 'Rename' }));
  expect(await dialog.findByText('Enter a name')).toBeTruthy();
  await user.type(field, 'login.png{Enter}');
  expect(await screen.findByText('login.png', { selector: 'bdi' })).toBeTruthy();
});

test('a file that PhishFort does not take can stay with the case only', async () => {
  const { user } = await tray(1, { problem: 'type_not_taken', kind: 'other' });
  expect(screen.getByText(/PhishFort takes PNG, JPEG, PDF/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^Keep with the case only/ }));
  await vi.waitFor(() => expect(fake.count('evidence_send')).toBe(1));
  expect(await screen.findByText('file-1.png stays with the case only')).toBeTruthy();
});

test('a file kept back can be sent after all', async () => {
  const { user } = await tray(1, { send: false });
  expect(screen.getByText(/Stays with the case, not sent/)).toBeTruthy();
  await user.click(row('file-1.png').getByRole('button', { name: /^More/ }));
  await user.click(await screen.findByRole('menuitem', { name: 'Send to PhishFort' }));
  expect(await screen.findByText('file-1.png goes to PhishFort')).toBeTruthy();
});

test('the meter says in words when the request is nearly full and when it is too big', async () => {
  await tray(1, {}, { size: { files: 1, files_max: 12, bytes: 9_800_000, bytes_limit: 10_485_760 } });
  expect(screen.getByText('9.3 of 10 MB, nearly full')).toBeTruthy();
  expect(screen.getByText('The whole report is 9,800,000 bytes. PhishFort takes up to 10,485,759 bytes.')).toBeTruthy();
  expect(screen.getByRole('progressbar').className).toBe('near');
});

test('the viewer shows a picture by its name, and what identifies the file', async () => {
  const { user } = await tray(1);
  await user.click(row('file-1.png').getByRole('button', { name: /^View/ }));
  const dialog = within(await screen.findByRole('dialog', { name: 'file-1.png' }));
  expect(await dialog.findByRole('img', { name: 'Picture: file-1.png' })).toBeTruthy();
  expect(dialog.getByText('image/png')).toBeTruthy();
  expect(dialog.getByText('1.8 MB (1,900,412 bytes)')).toBeTruthy();
  expect(dialog.getByText(/^9f2c4e1a/)).toBeTruthy();
});

test('a mail is shown as text, with nothing in it to follow', async () => {
  const { user } = await tray(1, { has_picture: false, has_text: true, kind: 'email' });
  await user.click(row('file-1.png').getByRole('button', { name: /^View/ }));
  const text = await screen.findByRole('region', { name: 'Text of the file' });
  expect(text.textContent).toContain('https://acme-login.example/secure/verify');
  expect(text.querySelector('a')).toBeNull();
});

test('a file that can’t be shown says that it is kept', async () => {
  fake.world.failing.set('evidence_picture', 'no_preview');
  const { user } = await tray(1);
  await user.click(row('file-1.png').getByRole('button', { name: /^View/ }));
  expect(await screen.findByText('This kind of file can’t be shown here. It is kept unchanged.')).toBeTruthy();
});

test('pixels that don’t fit their size are not drawn', () => {
  const picture = { width: 1, height: 1, full_width: 1, full_height: 1 };
  expect(pixelsOf({ ...picture, rgba_base64: btoa('\x01\x02\x03\xff') })).toEqual(
    new Uint8ClampedArray([1, 2, 3, 255]),
  );
  expect(pixelsOf({ ...picture, rgba_base64: btoa('\x01\x02\x03') })).toBeNull();
});

/** A tray with one mail that has files in it. */
async function mailTray(attachments?: AttachmentView[]) {
  const made = await call('draft_create', { target: null });
  mailInto(fake.world, fake.world.drafts.get(made.id)!);
  for (const { mail } of fake.world.readings.values()) mail.attachments = attachments ?? mail.attachments;
  const draft = await call('draft_open', { draft_id: made.id });
  const { Stage, intake, props } = intakeOn(draft!);
  render(Stage, { props });
  return { user: userEvent.setup(), intake };
}
const inside = () => within(screen.getByRole('list', { name: 'Files in forwarded.eml' }));

test('the files in an email are offered, the pictures of its text folded away', async () => {
  await mailTray();
  expect(inside().getByText('invoice.html', { selector: 'bdi' }).parentElement?.textContent).toMatch(
    /^invoice\.html\s+12 KB$/,
  );
  expect(inside().getByText('original.eml', { selector: 'bdi' }).parentElement?.textContent).toContain(
    'an email, 31 KB',
  );
  expect(screen.getByText('And 2 pictures of its text').closest('details')).toHaveProperty('open', false);
});

test('of an email with many files only the first stand open', async () => {
  const many = Array.from({ length: 9 }, (_, at) => ({ at, name: `part-${at}.pdf`, size_bytes: 10 }));
  await mailTray(many.map((one) => ({ ...one, is_mail: false, inline: false, taken: false })));
  expect(inside().getAllByRole('button')).toHaveLength(6);
  expect(screen.getByText('And 3 more files').closest('details')).toHaveProperty('open', false);
});

test('a file that is taken out of an email becomes evidence, and the next one has the focus', async () => {
  const { user } = await mailTray();
  inside()
    .getByRole('button', { name: /^Add\s*invoice\.html$/ })
    .focus();
  await user.keyboard('{Enter}');
  expect(await within(screen.getByRole('region', { name: 'Evidence' })).findByText('1 file added')).toBeTruthy();
  expect(inside().queryByRole('button', { name: /invoice\.html/ })).toBeNull();
  expect(inside().getByText('Added')).toBeTruthy();
  await vi.waitFor(() =>
    expect(document.activeElement).toBe(inside().getByRole('button', { name: /^Add\s*original\.eml$/ })),
  );
  expect(screen.getAllByText('invoice.html', { selector: 'bdi' })).toHaveLength(2);
});

test('a file that can’t be taken out says why, and can be tried again', async () => {
  fake.world.failing.set('evidence_take_attachment', 'attachment_gone');
  const { user, intake } = await mailTray();
  await user.click(inside().getByRole('button', { name: /original\.eml$/ }));
  await vi.waitFor(() => expect(intake.refusal?.code).toBe('attachment_gone'));
  expect(inside().getByRole('button', { name: /original\.eml$/ })).toHaveProperty('disabled', false);
});
