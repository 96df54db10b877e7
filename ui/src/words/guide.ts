// Words of the guide: what it asks, and what it says. The scenarios and the other desks have files of their own. Loaded
// with the guide's dialog, never with the first screen.

import type { GuideTopic, ReportKind, Wish } from '../backend/contract';
import { kindWords } from './kinds';

export { deskWords } from './guide_desks';
export { scenarioWords } from './guide_scenarios';

/** "What is it?", in the order of the question. */
export const topicWords: Record<GuideTopic, { title: string; hint: string }> = {
  fake_login: { title: 'Fake login page', hint: 'It asks for passwords, cards or codes' },
  fake_shop: { title: 'Fake shop', hint: 'It takes money for nothing' },
  copied_work: { title: 'Copied pictures or text', hint: 'Work of yours, shown without asking' },
  name_or_logo: { title: 'Our name or logo', hint: 'On a site, in a domain, in an advert' },
  scam_contact: { title: 'Scam call or message', hint: 'Phone, text message, email, messenger' },
  social_profile: { title: 'Social profile', hint: 'A profile or post on a social network' },
  app: { title: 'App', hint: 'For a phone, a computer or a browser' },
  something_else: { title: 'Something else', hint: 'Malware, threats, leaked data and more' },
};

/** What PhishFort is asked for. */
const phishfort: Record<Wish, { title: string; hint: string }> = {
  takedown: { title: 'PhishFort: take it down', hint: 'They get your evidence and work on having it removed.' },
  monitor: { title: 'PhishFort: watch it', hint: 'They keep an eye on it. If it turns harmful, ask for a takedown.' },
};

/** Where more than "it must be on Cloudflare" is worth knowing. */
const cloudflareHint: Partial<Record<ReportKind, string>> = {
  trademark:
    'Only if the site is on Cloudflare. Your name is passed on. Only the owner of the mark, or whoever acts for them, may send it.',
  dmca: 'Only if the site is on Cloudflare. Your name and address are passed on, and you declare that what you say is true.',
  registrar_whois: 'Only if the domain was registered through Cloudflare.',
};

export const guide = {
  title: 'What is it?',
  topic: 'What do you have in front of you?',
  scenario: 'Which of these fits best?',
  scenarioLater: 'Choose on the left first. Then you see the closer questions here.',
  chooseTopic: 'Choose what it is',
  chooseScenario: 'Choose what fits best',
  forward: 'Who should hear it?',
  back: 'Back',
  cancel: 'Cancel',
  close: 'Close',
  use: 'Use this',
  who: 'Who should hear it',
  why: 'Why',
  phishfort,
  cloudflare: (kind: ReportKind) => `Cloudflare: ${kindWords[kind].title}`,
  cloudflareHint,
  onlyThere: 'Only if the site is on Cloudflare. If it is not, they say so, and nothing is lost.',
  nobody: 'Neither PhishFort nor Cloudflare can act on this. Those below can, and there is a text for each.',
  others: 'Who can act',
  othersToo: 'Who else can act',
  find: 'How to find them',
  text: 'What to send',
  fillIn: 'Fill in what stands in [brackets] before you send it.',
  copy: 'Copy the text',
  copyFor: (name: string) => `Copy the text: ${name}`,
  copied: 'Copied. Fill in what stands in [brackets].',
} as const;
