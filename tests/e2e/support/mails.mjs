// Mails, all made up: what a phisher sends, and what becomes of it on its way to us. `acme.example` is ours,
// `customer.example` is where the victims are.

/** The address of the fake login page. */
export const BAIT = 'https://acme-login.example/secure/verify?id=4711';
/** The same, as the window writes it. */
export const BAIT_SHOWN = 'hxxps://acme-login[.]example/secure/verify?id=4711';

export const SUBJECT = 'Your Acme account will be closed today';
export const SENDER = 'billing@acme-support.example';
export const VICTIM = 'kim@customer.example';

const base64 = (bytes) => Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');

/** Words of a header in any letters. */
const word = (text) => (/^[ -~]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`);

const quoted = (text) => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** A name with an e-mail address. */
export const mailbox = (name, address) => `${/^[ -~]*$/.test(name) ? quoted(name) : word(name)} <${address}>`;

function part({ type, name, body }) {
  const place = name === undefined ? [] : [`Content-Disposition: attachment; filename=${quoted(name)}`];
  const text = type.startsWith('text/');
  const coding = `Content-Transfer-Encoding: ${text ? '8bit' : 'base64'}`;
  return [`Content-Type: ${type}`, coding, ...place, '', text ? body : base64(body)].join('\r\n');
}

/**
 * A mail: its words as `text` or `html`, and `attached` files, each with `type`, `name` and `body`. `way` is whether it
 * has the marks of its way.
 */
export function mail({
  from = mailbox('Acme Billing', SENDER),
  to = mailbox('Kim Sample', VICTIM),
  subject = SUBJECT,
  text,
  html,
  attached = [],
  way = true,
}) {
  const boundary = 'made-up-boundary';
  const words =
    html === undefined
      ? { type: 'text/plain; charset=utf-8', body: text }
      : { type: 'text/html; charset=utf-8', body: html };
  const marks = [
    'Received: from mail.acme-support.example (mail.acme-support.example [203.0.113.25])',
    `\tby mx.customer.example with ESMTPS id 4XyZ1234 for <${VICTIM}>; Mon, 23 Nov 2026 08:12:44 +0000`,
    'Authentication-Results: mx.customer.example; spf=fail smtp.mailfrom=acme-support.example; dkim=none;',
    '\tdmarc=fail header.from=acme-support.example',
  ];
  const head = [
    ...(way ? marks : []),
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${word(subject)}`,
    'Date: Mon, 23 Nov 2026 08:12:40 +0000',
    'Message-ID: <20261123081240.1@acme-support.example>',
    'MIME-Version: 1.0',
  ];
  const parts = [words, ...attached].map(part);
  const body =
    attached.length === 0
      ? parts
      : [
          `Content-Type: multipart/mixed; boundary="${boundary}"`,
          '',
          ...parts.map((one) => `--${boundary}\r\n${one}`),
          `--${boundary}--`,
          '',
        ];
  return [...head, ...body].join('\r\n');
}

/** A link that looks like a button. */
export const button = (address, words) =>
  `<p><a href="${address}" style="display:inline-block;padding:14px 32px;background:#0a5cff;color:#fff">${words}</a></p>`;

const page = (body) => `<!doctype html><html><body>${body}</body></html>`;

/** One button, small print about ourselves, and an attached page that leads to the same place. */
export const bait = ({ address = BAIT, attached = [] } = {}) =>
  mail({
    html: page(
      `<p>Dear customer,</p><p>we could not collect your last payment.</p>${button(address, 'Confirm your card')}` +
        '<p><small><a href="https://acme.example/privacy">Privacy</a> · ' +
        '<a href="https://acme.example/imprint">Imprint</a></small></p>',
    ),
    attached: [
      { type: 'text/html; charset=utf-8', name: 'invoice 4711.html', body: page(button(address, 'Open the invoice')) },
      ...attached,
    ],
  });

/** Three buttons of the same weight, to three sites. */
export const CHOICES = [
  'https://card-check.test/renew',
  'https://parcel-fee.test/pay',
  'https://bonus-draw.test/claim',
];
export const choices = () =>
  mail({ html: page(CHOICES.map((address, index) => button(address, `Choose offer ${index + 1}`)).join('')) });

/** No address at all: an answer is wanted. */
export const wordsOnly = () =>
  mail({ text: 'Dear customer,\r\n\r\nyour account is on hold. Answer this email with your card number.\r\n' });

/** Forwarded inside another mail's text, as Outlook does it: the suspicious mail's own head is lost. */
export const inline = () =>
  mail({
    from: mailbox('Kim Sample', VICTIM),
    to: 'phishing@acme.example',
    subject: `FW: ${SUBJECT}`,
    text: [
      'Is this from you?',
      '',
      '-----Original Message-----',
      `From: Acme Billing <${SENDER}>`,
      'Sent: Monday, November 23, 2026 9:12 AM',
      `To: Kim Sample <${VICTIM}>`,
      `Subject: ${SUBJECT}`,
      '',
      'Dear customer,',
      '',
      'confirm your card within 24 hours, or your account will be closed:',
      BAIT,
      '',
    ].join('\r\n'),
  });

/** The victim's address in disguise, as a phisher's link carries it. */
export const DISGUISED = Buffer.from(VICTIM).toString('base64');
/** The page works without what stands after its question mark. */
export const MARKED = `https://acme-login.example/secure?email=${encodeURIComponent(DISGUISED)}`;
