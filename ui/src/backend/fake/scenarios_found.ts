// The worlds of what is read in mails: each has one draft, made by dropping a file.

import type { DraftFields, DraftView, MailView } from '../contract';
import { foundAddress, foundOf, mailbox, mailOf, read, type FakeReading } from './found';
import { caseOf, draft, evidence } from './make';
import { target, targetOf } from './targets';
import type { World } from './world';

const NOTE =
  'Email “Your account is limited: verify within 24 hours”, which claims to be from billing@acme-support[.]example, ' +
  'attached to an email of a customer. The link’s text names acme[.]example, the genuine site.';
const LOGIN = 'https://acme-login.example/secure/verify?case=7431';

/** A draft with one mail that says this. */
function dropped(
  world: World,
  fields: Partial<DraftFields>,
  says: (file: DraftView['evidence'][number]) => Partial<FakeReading>,
  names = ['forwarded.eml'],
): DraftView {
  const files = names.map((name) => evidence(world, name));
  const made = draft(world, { note: NOTE, ...fields }, files);
  const [mail] = files;
  if (mail) read(world, mail, says(mail));
  Object.assign(made, { target: targetOf(made.fields.target), found: foundOf(world, made) });
  world.drafts.set(made.id, made);
  const row = caseOf(world, { about: made.fields.target || 'acme-login.example', status: 'draft', minutes: 1 });
  const kept = { ...row, row: { ...row.row, id: made.case_id, draft_id: made.id }, evidence: files };
  world.cases.set(made.case_id, kept);
  return made;
}

const others = [
  foundAddress('https://acme-login.example/help', { text: 'Contact us' }),
  foundAddress('https://cdn.acme-parcel.example/track?id=9041', { place: 'text', times: 3 }),
];

const aside: FakeReading['set_aside'] = [
  { target: target('https://acme.example/'), why: 'ours' },
  { target: target('https://fonts.example/css'), why: 'known_good' },
  { target: target('https://img.acme-login.example/logo.png'), why: 'loaded' },
];

/** One likely address, and two others. */
export function addMail(world: World): void {
  dropped(
    world,
    { target: LOGIN },
    () => ({
      addresses: [
        foundAddress(LOGIN, {
          place: 'button',
          main: true,
          likely: true,
          text: 'acme[.]example/sign-in',
          unwrapped: ['Microsoft Safe Links'],
          signs: [
            { code: 'text_names_other', text: 'acme[.]example' },
            { code: 'has_brand', text: 'Acme' },
          ],
        }),
        ...others,
      ],
      set_aside: aside,
      sender: target('billing@acme-support.example'),
    }),
    ['forwarded.eml', 'login-page.png'],
  );
}

/** Three that are about equally likely, and one that is not. */
export function addSeveral(world: World): void {
  dropped(world, {}, () => ({
    addresses: [
      foundAddress(LOGIN, {
        place: 'link',
        likely: true,
        text: 'Verify now',
        signs: [{ code: 'has_brand', text: 'Acme' }],
      }),
      foundAddress('https://acrne-pay.example/card', {
        place: 'form',
        file: 'invoice.html',
        likely: true,
        signs: [
          { code: 'looks_like_brand', text: 'Acme' },
          { code: 'takes_input', text: null },
        ],
      }),
      foundAddress('https://parcel.example', {
        place: 'link',
        likely: true,
        unwrapped: ['Mimecast'],
        domain_only: true,
        text: 'Track your parcel',
      }),
      others[1]!,
    ],
    set_aside: aside,
    sender: target('billing@acme-support.example'),
  }));
}

/** A mail without any web address. */
export function addNone(world: World): void {
  dropped(world, { note: 'Email “Change of bank details”.' }, (file) => ({
    mail: mailOf(file, { subject: 'Change of bank details', reply_to: null }),
    sender: target('billing@acme-support.example'),
  }));
}

/** A mail forwarded inside another one's text, of which not everything was read. */
export function addInline(world: World): void {
  const lost: Partial<MailView> = { came: 'inline', whole_head: false, first_hop: null, checks: [], reply_to: null };
  dropped(
    world,
    { target: LOGIN },
    (file) => ({
      mail: mailOf(file, { ...lost, forwarded_by: 'outlook', cut: ['parts', 'damaged'] }),
      addresses: [foundAddress(LOGIN, { place: 'link', main: true, likely: true }), ...others],
      sender: target('billing@acme-support.example'),
    }),
    ['Fwd account limited.eml'],
  );
}

/** Names that try to break out of their place. */
export function addHostile(world: World): void {
  const long = `https://acme-login.example/${'very-long-path-without-an-end/'.repeat(18)}?u=${'x'.repeat(80)}`;
  const rtl = '\u202Egnp.eciovni\u202C \u05d0\u05d1\u05d2\u05d3 \u0627\u0644\u062d\u0633\u0627\u0628';
  dropped(
    world,
    { target: long },
    (file) => ({
      mail: mailOf(file, {
        subject: `${rtl} ${'Sehr­dringend'.repeat(40)}`,
        from: mailbox(`${rtl} "Acme" <security@acme.example>`, `${'a'.repeat(200)}@acme-support.example`),
        reply_to: mailbox('\u{1F512} Acme \u200f', 'x@xn--acm-dma.example'),
        first_hop: { from: `${'sub[.]'.repeat(60)}example`, ip: null, by: '', at: null },
        checks: [{ method: 'x-very-own-check', result: `<b>${'fail'.repeat(40)}</b>`, by: rtl }],
        whole_head: false,
        cut: ['depth', 'parts', 'text', 'addresses', 'time', 'damaged'],
      }),
      addresses: [
        foundAddress(long, {
          place: 'form',
          file: `${rtl}${'_'.repeat(180)}.html`,
          likely: true,
          unwrapped: ['Microsoft Safe Links', 'Proofpoint', 'Google'],
          signs: [
            { code: 'text_names_other', text: `${'acme-'.repeat(50)}[.]example` },
            { code: 'user_in_address', text: null },
            { code: 'ip_host', text: null },
            { code: 'hidden', text: null },
          ],
        }),
        foundAddress('https://xn--acm-dma.example/login', { text: `${rtl} ${'click '.repeat(60)}` }),
        ...Array.from({ length: 70 }, (_, at) => foundAddress(`https://acme-${at}.example/a/b/c`, { place: 'text' })),
      ],
      set_aside: aside,
    }),
    [`${'q'.repeat(120)}.eml`],
  );
}

/** Traces of the person who got it, of each kind. */
export function addPersonal(world: World): void {
  const id = '9f2c4e1a7b3d5f60818293a4b5c6d7e8';
  const mail = btoa('jo.customer@customer.example');
  const address = `https://acme-login.example/v/${mail}/go?e=${mail}&id=${id}`;
  const note = `${NOTE} It was sent to jo.customer@customer.example.`;
  const more_addresses = 'https://acme-pay.example/card?t=eyJhbGciOiJub25lIn0.eyJzdWIiOiJqbyJ9.x';
  dropped(world, { target: address, note, more_addresses }, () => ({
    addresses: [
      foundAddress(address, { place: 'button', main: true, likely: true, text: 'Verify now' }),
      foundAddress(more_addresses),
    ],
    sender: target('billing@acme-support.example'),
    names: 'jo.customer@customer[.]example',
  }));
}
