// The walk's second half: reports to Cloudflare, what was filed there, and who files it. What is done at each stop is the
// caller's.

import {
  chooseKind,
  keepProfile,
  newReport,
  nextReport,
  numbers,
  place,
  PROFILE,
  practise,
  section,
  send,
  sendAllNow,
  sendNow,
  tell,
  toCheck,
} from './acts.mjs';
import { fill, find, gone, Key, keys, press, see } from './find.mjs';
import { played } from './played.mjs';
import { words } from './words.mjs';

const { shell } = words.shell;
const { report } = words.report;
const { check } = words.check;
const { kindWords } = words.kinds;
const { filed } = words.filed;
const { guide, topicWords } = words.guide;
const { scenarioWords } = words.guide_scenarios;
const { serviceWords, account } = words.services;
const { caseWords } = words.case;

/** An account's id, made up. */
const ACCOUNT = '0123456789abcdef0123456789abcdef';

/** Scrolls the screen until a part of it is at the top, or its end is in sight. */
const scrollTo = (window, selector, block = 'start') =>
  window.script((one, to) => document.querySelector(one).scrollIntoView({ block: to }), selector, block);

/** Begins in practice, with a profile and a report of a page to both. */
async function begin(window) {
  await practise(window);
  await keepProfile(window);
  await newReport(window);
  await fill(window, report.target.label, 'https://acme-login.example/secure/verify?id=4711');
  await tell(window, 'phishfort', 'cloudflare');
}

/** Each of the eight forms as it is first met, and those that end with statements at their end, too. */
export async function walkKinds(window, at) {
  await begin(window);
  await at('report-both');
  for (const kind of Object.keys(kindWords)) {
    await chooseKind(window, kind);
    await scrollTo(window, '.filing');
    await at(`kind-${kind}`);
    const statements = await window.script(() => document.getElementById('statements-title') !== null);
    if (!statements) continue;
    await scrollTo(window, '.filing', 'end');
    await at(`kind-${kind}-end`);
  }
}

/** A legal notice with nothing declared: refused at Check, and said at its fields. */
export async function walkProblems(window, at) {
  await begin(window);
  await chooseKind(window, 'dmca');
  await press(window, 'button', report.check);
  await find(window, 'heading', check.title);
  // Only what could be sent is counted: the notice is none yet.
  await press(window, 'button', check.sendAll(1));
  await see(window, check.summary);
  await at('check-dmca-problems');
  await press(window, 'button', check.rows.changeWhat(check.rows.statements));
  await find(window, 'field', report.target.label);
  await scrollTo(window, '.filing', 'end');
  await at('report-dmca-problems');
}

/** Both told, several sites at Cloudflare: checked, sent, undone no more, and refused. */
export async function walkBoth(window, at) {
  await begin(window);
  await fill(window, report.note.label, 'A customer got this by email. The page asks for card details.');
  await toCheck(window, 2);
  await at('check-both');
  await scrollTo(window, '.gets.two');
  await press(window, 'button', check.rows.changeWhat(check.rows.target));
  await fill(
    window,
    `${report.more.label} (optional)`,
    'https://acme-shop.example/cart\nhttps://acme-shop.example/pay',
  );
  await see(window, 'acme-shop[.]example', '.splits');
  await scrollTo(window, '#field-more-addresses', 'center');
  await at('report-split');
  await toCheck(window, 3);
  await at('check-both-split');
  await press(window, 'button', check.gets.wordOf('acme-shop[.]example'));
  await find(window, 'dialog', check.word.titleOf('cloudflare', 'acme-shop[.]example'));
  await at('dialog-word-for-word-cloudflare');
  await press(window, 'button', check.word.close, 'dialog');
  await send(window, 3);
  await window.script(() => document.querySelector('.toasts .toast button').focus());
  await see(window, shell.toast.paused, '.toasts');
  await at('case-both-undo');
  await sendAllNow(window, 3);
  await numbers(window, 3);
  await nextReport(window, 'denied', 'no_abuse_found');
  await find(window, 'heading', caseWords.denial.heading('Cloudflare', words.denials.denials.no_abuse_found.why));
  await at('case-denied');
}

/** An account that may not file: on its case and in the Outbox; and the question why a report is refused. */
export async function walkRefusals(window, at) {
  await begin(window);
  await tell(window, 'cloudflare');
  await nextReport(window, 'not_entitled');
  await toCheck(window);
  await at('check-cloudflare');
  await send(window);
  await sendNow(window);
  await see(window, words.outbox.pausedBecause.not_entitled('Cloudflare'), 'main');
  await at('case-not-entitled');
  await place(window, shell.outbox);
  await see(window, words.outbox.pausedBecause.not_entitled('Cloudflare'), 'main');
  await at('outbox-not-entitled');
  await press(window, 'button', shell.practice.next);
  await press(window, 'menuitem', words.practice.reportSteps.denied.word);
  await find(window, 'dialog', words.practice.happens.refuse.title);
  await at('dialog-refuse');
  await keys(window, Key.ESCAPE);
}

/** The guide's questions and its two kinds of answer, and how to find out about Cloudflare. */
export async function walkGuide(window, at) {
  await practise(window);
  await newReport(window);
  await press(window, 'button', report.kind.help);
  await find(window, 'dialog', guide.title);
  await at('guide-1-question');
  await press(window, 'radio', topicWords.name_or_logo.title, 'dialog');
  await press(window, 'radio', scenarioWords.logo_on_harmful_site.title, 'dialog');
  await at('guide-2-chosen');
  await press(window, 'button', guide.forward, 'dialog');
  await find(window, 'heading', guide.who, 'dialog');
  await at('guide-3-both');
  await press(window, 'button', guide.back, 'dialog');
  await press(window, 'radio', topicWords.something_else.title, 'dialog');
  await at('guide-2-longest');
  await press(window, 'radio', scenarioWords.spam_sender.title, 'dialog');
  await press(window, 'button', guide.forward, 'dialog');
  await see(window, guide.nobody, 'dialog');
  await at('guide-3-nobody');
  await keys(window, Key.ESCAPE);
  await gone(window, 'dialog', guide.title);
  await press(window, 'button', report.who.find);
  await find(window, 'dialog', words.on_cloudflare.onCloudflare.title);
  await at('dialog-on-cloudflare');
  await keys(window, Key.ESCAPE);
}

/** What was filed: before it was asked for, the list, nothing found, and one report with its mails. */
export async function walkFiled(window, at) {
  await practise(window);
  await press(window, 'link', filed.link, 'screen');
  await find(window, 'heading', filed.screen);
  await at('filed-not-asked');
  await played(window, '/cloudflare/seed', {
    reports: [
      {
        urls: ['https://acme-elsewhere.example/login', 'https://acme-elsewhere.example/reset'],
        status: 'denied',
        denial_reason: 'direct_url_required',
        comments: 'Filed in the dashboard',
        details: { justification: 'It copies our login page and asks for a password.', reported_country: 'GB' },
        mails: [
          { subject: 'We received your report', body: 'Thank you.', sent_at: '2026-03-09T14:05:00Z' },
          {
            subject: 'We could not act on your report',
            body: 'Hello,\n\nplease send the exact address.\n\nKind regards',
            sent_at: '2026-03-10T09:30:00Z',
          },
        ],
      },
      { urls: ['https://acme-odd.example/'], type: 'NEW_KIND', status: 'under_a_new_word' },
    ],
  });
  await press(window, 'button', words.common.common.refresh, 'screen');
  await see(window, 'acme-elsewhere[.]example', 'tbody');
  await at('filed');
  await fill(window, filed.search, 'nothing like this');
  await find(window, 'heading', filed.nothing.heading('nothing like this'));
  await at('filed-nothing-found');
  await press(window, 'button', filed.nothing.clear);
  await press(window, 'link', 'acme-elsewhere[.]example', 'screen');
  await find(window, 'heading', filed.one.emails);
  await at('filed-report-elsewhere');
  await keys(window, Key.ESCAPE);
  await press(window, 'link', 'acme-gift[.]example', 'screen');
  await find(window, 'heading', filed.one.addresses);
  await at('filed-report-ours');
}

/** The profiles: none, the dialog with a mistake, and two of them. */
export async function walkProfiles(window, at) {
  const { profile, profileFields } = words.profile;
  await practise(window);
  await section(window, 'you');
  await scrollTo(window, '#profiles-title');
  await at('profiles-none');
  await press(window, 'button', profile.add);
  await find(window, 'dialog', profile.addTitle);
  await fill(window, profileFields.email.label, 'kim at acme', 'dialog');
  await press(window, 'button', profile.save, 'dialog');
  await see(window, profile.labelMissing, 'dialog');
  await at('dialog-profile-problems');
  await keys(window, Key.ESCAPE);
  const other = { ...PROFILE, id: 'profile-2', label: 'For Acme Retail' };
  await window.invoke('preferences_save', { change: { profiles: [PROFILE, other], profile_id: other.id } });
  await see(window, other.label, 'main');
  await scrollTo(window, '#profiles-title');
  await at('profiles');
}

/** Connections for real, with both keys there and neither service in reach. */
export async function walkConnections(window, at) {
  const { connection } = words.settings;
  const { setup } = words.setup;
  await press(window, 'button', words.welcome.welcome.connect.act);
  await press(window, 'button', setup.you.next);
  await press(window, 'button', setup.connect.skip);
  await find(window, 'heading', setup.connect.cloudflare.title);
  await press(window, 'button', setup.connect.skip);
  await section(window, 'connections');
  for (const service of ['phishfort', 'cloudflare']) {
    const { add, addTitle, keyLabel, health } = serviceWords[service];
    await press(window, 'button', add);
    await fill(window, keyLabel, 'made-up-0123456789-0123456789-0123456789', 'dialog');
    await press(window, 'button', connection.save, 'dialog');
    await gone(window, 'dialog', addTitle);
    await see(window, health.unreachable, 'main');
  }
  await at('connections-no-account');
  await press(window, 'button', account.choose);
  await find(window, 'dialog', account.title);
  await press(window, 'button', account.use, 'dialog');
  await see(window, account.idEmpty, 'dialog');
  await at('dialog-account');
  await fill(window, account.id, ACCOUNT, 'dialog');
  await press(window, 'button', account.use, 'dialog');
  await gone(window, 'dialog', account.title);
  await see(window, ACCOUNT, 'main');
  await at('connections');
  for (const service of ['phishfort', 'cloudflare']) await window.invoke('connection_forget_key', { service });
}
