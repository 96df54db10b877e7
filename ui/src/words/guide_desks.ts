// Who else can act: who that is, how to find them without opening the bad page, and a text to send them. Total: a desk
// without words does not compile. No telephone number and no address of anybody stands here: they differ from country to
// country and change, so that each is found by name.

import type { OtherDesk } from '../backend/contract';

/** Somebody else who can act. */
export interface DeskWords {
  name: string;
  /** Who that is and what they can do. */
  who: string;
  /** How to find them. */
  find: string;
  /** Ready to be sent once what stands in brackets is filled in. */
  text: string;
}

const ADDRESS = '[address, written like hxxps://bad[.]example so that nobody can click it]';
const CLOSE = 'I can send screenshots and the original messages.\n\n[your name, company, email address]';

/** A letter: what it is about, what we ask, and how it ends. */
const letter = (about: string, ...lines: string[]) => [`Subject: ${about}`, 'Hello,', ...lines, CLOSE].join('\n\n');

const searched =
  'Search for their name and “report abuse” in your own browser, and check that the page you land on is really theirs.';
const LOOK_UP = 'Ask your IT team, or look the domain up on a public WHOIS or RDAP page: type only the domain.';

/** Those who keep a site or a domain running. */
const sites = {
  hosting_provider: {
    name: 'The hosting provider',
    who: 'The company whose computers the page lies on. It can take the page off, however it is reached.',
    find: `${LOOK_UP} The owner of the IP address is mostly the host; its record often names an email address for abuse. If that is Cloudflare, the real host stands behind it, and Cloudflare passes your report on.`,
    text: letter(
      'A harmful page on your servers',
      `This page on your servers is used to deceive people in the name of [our brand]: ${ADDRESS}`,
      'We saw it on [date and time, with time zone]. It [what it does: asks for passwords, copies our work, …].',
      'We ask you to remove it, to keep what you know about who put it there, and to tell us what you did.',
    ),
  },
  domain_registrar: {
    name: 'The domain registrar',
    who: 'The company through which the domain was registered. It can stop the domain itself and has its owner’s details.',
    find: `${LOOK_UP} The record names the registrar and mostly an email address for abuse.`,
    text: letter(
      'A domain registered with you is misused',
      'The domain [domain] was registered through you. It uses the name [our brand] without our permission, and [what it is used for, or why its owner details are false].',
      'We saw this on [date and time, with time zone].',
      'We ask you to look into it under your rules for abuse, and to tell us what you did.',
    ),
  },
  domain_dispute: {
    name: 'A domain dispute',
    who: 'A procedure for getting a domain, or having it stopped, when it takes your trademark in bad faith. For many endings, like .com, it is called UDRP or URS; country endings have their own. It costs a fee and takes weeks.',
    find: 'Your lawyers know the way. The organisation that looks after the ending of the domain names who decides disputes about it.',
    text: letter(
      'A domain that may be worth a dispute: for our lawyers',
      'The domain [domain] contains our name [our brand]. We noticed it on [date]. On it there is: [nothing, adverts, an offer to sell it for …].',
      'Our trademark: [name, number, office].',
      'Is this a case for a domain dispute, and what would it cost and bring? PhishFort has been asked to watch the domain: [yes or no].',
    ),
  },
  site_owner: {
    name: 'The owner of the site',
    who: 'Whoever runs the site. If it was broken into, they mostly know nothing of it and are glad to hear.',
    find: 'Don’t open the bad page. Find the owner’s telephone number or email address in a directory, or ask your IT team. Write to the address of the firm, never through a form on the site itself.',
    text: letter(
      'About your site [domain]',
      `On your site there is something that you may not know of: ${ADDRESS}`,
      'We saw it on [date]. It [what it is: a fake login page in the name of our brand, our logo, a statement that is not true, …].',
      'We ask you to remove it. If it is not yours, somebody may have access to your site: have whoever looks after it change the passwords and look for more.',
    ),
  },
  short_link_service: {
    name: 'The short-link service',
    who: 'It can switch off the short link, so that it leads nowhere any more.',
    find: `The first part of the short link is its name. ${searched}`,
    text: letter(
      'A short link of yours leads to fraud',
      `This short link leads to a page that deceives people in the name of [our brand]: ${ADDRESS}`,
      'It was sent out on [date] by [text message, email, …].',
      'We ask you to switch it off, and the account that made it, and to tell us what you did.',
    ),
  },
  form_service: {
    name: 'The form or document service',
    who: 'It can switch off that one form or document, and the account that made it.',
    find: `The domain of the form is mostly its name. ${searched} Many forms have a “report” link of their own: don’t open the form for it.`,
    text: letter(
      'A form of yours collects passwords',
      `This form or document pretends to be [our brand] and collects [passwords, card details, …]: ${ADDRESS}`,
      'We saw it on [date].',
      'We ask you to switch it off, not to hand what it collected to whoever made it, and to tell us what you did.',
    ),
  },
} satisfies Partial<Record<OtherDesk, DeskWords>>;

/** Those who carry messages, profiles and apps. */
const platforms = {
  mail_provider: {
    name: 'The mail provider',
    who: 'It can close the mailbox that sent the email.',
    find: `The part after the @ is often its name; for a firm’s own domain ask your IT team who runs its mail. ${searched}`,
    text: letter(
      'A mailbox with you sends email that nobody asked for',
      'The mailbox [sender’s address] sent [unwanted email / fraudulent email in the name of our brand] on [date and time, with time zone].',
      'The whole email with its headers is attached as a file.',
      'We ask you to close the mailbox and to tell us what you did.',
    ),
  },
  phone_carrier: {
    name: 'The telephone company',
    who: 'Whoever carries the number can block it. If the number was forged, only they can tell where the call came from.',
    find: 'Begin with your own telephone company: it takes reports of scam calls and messages and knows whose number it is. Many countries have a short number or a website to which such messages can be passed on.',
    text: letter(
      'Scam calls or messages in our name',
      'The number [number with country code] was used to deceive people in the name of [our brand].',
      'It called or wrote to [number that was called] on [date and time, with time zone]. What was said: [in one or two sentences].',
      'We ask you to block the number or to pass this on to the company that it belongs to, and to tell us what you did.',
    ),
  },
  messenger: {
    name: 'The messenger',
    who: 'Only they can close the account. Who received a message can mostly report it inside the messenger, too.',
    find: `Inside the messenger: open the chat’s menu and choose to report and block. Or: ${searched.toLowerCase()}`,
    text: letter(
      'An account of yours pretends to be our company',
      'The account [name, and number or link as it stands there] pretends to be [our brand] and [what it does].',
      'It wrote on [date and time, with time zone].',
      'We ask you to close it and to tell us what you did. [our brand] is our trademark: [number and office, if you have one].',
    ),
  },
  social_network: {
    name: 'The social network',
    who: 'It can close the profile or remove the post. For impersonation most networks have a form for the person or brand that is copied.',
    find: 'From your own company’s profile, use “report” on the profile or post, and choose that it pretends to be somebody. Or search for the network’s name and “report impersonation”.',
    text: letter(
      'A profile or post of yours pretends to be us',
      `This profile or post pretends to be [our brand, or the name of our colleague]: ${ADDRESS}`,
      'Our real profile is [name of the profile]. The other one appeared on [date] and [what it does: links to a fake page, offers false jobs, …].',
      'We ask you to remove it and to tell us what you did.',
    ),
  },
  app_store: {
    name: 'The app store',
    who: 'It can remove the app, and its maker’s account.',
    find: `The app’s page in the store mostly has “report” at its end. Brands have a form of their own. ${searched}`,
    text: letter(
      'An app in your store pretends to be ours',
      'The app [name of the app], by [name of its maker], uses our name [our brand] without our permission. Its page in your store: [address].',
      'We saw it on [date]. It [what it does, as far as its page tells; we did not install it].',
      'Our own app is [name], by [name of our company]. We ask you to remove the other one and to tell us what you did.',
    ),
  },
  extension_store: {
    name: 'The store for browser add-ons',
    who: 'Each browser has a store of its own, and only that store can remove an add-on.',
    find: `The add-on’s page in the store mostly has “report” on it. ${searched}`,
    text: letter(
      'An add-on in your store deceives people in our name',
      'The add-on [name], by [name of its maker], uses our name [our brand] without our permission. Its page in your store: [address].',
      'We saw it on [date]. It [what it does, as far as its page tells; we did not install it].',
      'We ask you to remove it and to tell us what you did.',
    ),
  },
  marketplace: {
    name: 'The marketplace',
    who: 'It can remove the offer and close the seller. Most have a programme for owners of brands.',
    find: `Look for “report this item” at the offer, or for the marketplace’s name and “brand protection”. ${searched}`,
    text: letter(
      'An offer on your marketplace misuses our brand',
      'This offer uses our name [our brand] without our permission: [address or number of the offer, name of the seller].',
      'We saw it on [date]. It is [a counterfeit, fraud in our name, …]; you can tell by [what gives it away].',
      'Our trademark: [name, number, office]. We ask you to remove the offer and to tell us what you did.',
    ),
  },
  search_engine: {
    name: 'The search engine',
    who: 'It can leave a page out of its results. The page itself stays where it is.',
    find: `Search engines have forms for copyright and for harmful pages. ${searched}`,
    text: letter(
      'A copy of our work in your results',
      `This page shows our work without our permission: ${ADDRESS}`,
      'It turns up when one searches for [words], seen on [date]. The original is [address of our own page].',
      'We ask you to leave it out of your results and to tell us what you did.',
    ),
  },
  ad_network: {
    name: 'The advertising network',
    who: 'It can stop the advert, and the account that pays for it.',
    find: `Adverts mostly have a small mark that says whose network it is, with “report this ad” behind it. ${searched}`,
    text: letter(
      'An advert of yours misuses our brand',
      'This advert uses our name [our brand] without our permission: [its words; a screenshot is attached].',
      `It was shown on [site or app] on [date and time, with time zone], and leads to ${ADDRESS}`,
      'We ask you to stop it, to look at the account behind it, and to tell us what you did.',
    ),
  },
} satisfies Partial<Record<OtherDesk, DeskWords>>;

/** Those who help people, and those of our own house. */
const people = {
  payment_provider: {
    name: 'The bank or payment service',
    who: 'Whoever moves the money can stop it and close the account. If somebody paid, call at once: hours count.',
    find: 'Use the number on your own card or contract, never one from the message. For a shop, what stands at its checkout or on the receipt of somebody who paid says who takes its payments.',
    text: letter(
      'Payments to a fraud in our name',
      'Money is being taken by fraud in the name of [our brand], through [account, card or payment name, as far as known].',
      `It is about ${ADDRESS}, seen on [date]. Payments that we know of: [date, amount, from whom].`,
      'We ask you to stop these payments where you still can, to look at the account, and to tell us what you did.',
    ),
  },
  police: {
    name: 'The police',
    who: 'They look for who did it. If somebody is in danger now, call the emergency number instead of writing.',
    find: 'Your local police, or the police website of your country: many take reports of crime on the internet there. Ask for a file number and keep it in a note to the case.',
    text: letter(
      'Report of a crime on the internet',
      'We report the following: [what happened, in a few sentences].',
      `When: [date and time, with time zone]. Where: ${ADDRESS} [or number, account, sender].`,
      'Who suffered by it, and how much: [as far as known]. We have kept: [emails with headers, screenshots, messages].',
      'We ask you to tell us your file number.',
    ),
  },
  hotline: {
    name: 'A hotline for child abuse material',
    who: 'Hotlines take such reports, also without your name, and pass them to those who can act.',
    find: 'Search for your country and “hotline child sexual abuse material”. Give the address only: don’t save, copy or send any picture.',
    text: [
      'Subject: Report of an address',
      `At this address there seems to be material that shows the sexual abuse of children: ${ADDRESS}`,
      'I came upon it on [date and time, with time zone], by [how: a report to our company, …]. I have saved nothing and can’t send more.',
      '[your name and email address, or leave this out]',
    ].join('\n\n'),
  },
  image_abuse_help: {
    name: 'Help against intimate images',
    who: 'In many countries there are services that have such images removed and help the person who is shown.',
    find: 'Search for your country and “help intimate images shared without consent”. The person who is shown decides what is told, and to whom.',
    text: [
      'Subject: Intimate images were published without consent',
      `At this address there are intimate images of a person who did not agree: ${ADDRESS}`,
      'They were noticed on [date]. I am [the person shown, or acting for them].',
      'I ask you to tell me how the images can be removed and kept from being shared again. I send no images.',
      '[a name and a safe way to reach you]',
    ].join('\n\n'),
  },
  our_it: {
    name: 'Our own IT',
    who: 'They can see what outsiders can’t: logs, mailboxes, the settings of our domain.',
    find: 'The way in which you report security trouble in your company. If it may still be going on, call.',
    text: [
      'Subject: Look at this now: [forged email, attack, leaked data]',
      'What I have: [an email that seems to come from us, an attack, data of ours that was published].',
      `When: [date and time]. Where: ${ADDRESS} [or sender, number, server].`,
      'I have kept the original with its headers and opened nothing. Can you tell whether this came from inside, who else has it, and whether somebody has to be told by law?',
      '[your name]',
    ].join('\n\n'),
  },
  our_lawyers: {
    name: 'Our lawyers',
    who: 'They know what the law offers, and what a letter of yours might spoil.',
    find: 'Your legal department, or the firm that looks after your trademarks.',
    text: [
      'Subject: Is there something we can do about this?',
      `We found this on [date]: ${ADDRESS}`,
      'It [uses our name or logo, says something untrue about us, sells counterfeits, offers a domain with our name]. Whom it harms, as far as we know: [customers, nobody yet, …].',
      'Our trademark: [name, number, office]. We have not written to them. What do you advise, and may we report it to Cloudflare as a misused trademark?',
      '[your name]',
    ].join('\n\n'),
  },
} satisfies Partial<Record<OtherDesk, DeskWords>>;

/** The words of everybody else who can act. */
export const deskWords: Record<OtherDesk, DeskWords> = { ...sites, ...platforms, ...people };
