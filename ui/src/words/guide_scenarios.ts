// What a person may have before them, and why the guide suggests what it suggests. Total: a scenario without words does
// not compile. What is said here is no surer than what we know: services decide for themselves.

import type { GuideScenario } from '../backend/contract';

/** A scenario as the person would say it, and one or two sentences of why. */
export interface ScenarioWords {
  title: string;
  why: string;
}

/** Fake login page. */
const fakeLogin = {
  login_page_of_ours: {
    title: 'It copies our login page',
    why: 'It steals passwords in our name. PhishFort works on having it removed; Cloudflare, if the site is behind it, can warn visitors and passes the report to the host.',
  },
  login_page_of_another: {
    title: 'It copies another company’s login page',
    why: 'PhishFort works for your brands, so this is not theirs. Cloudflare takes phishing reports about anybody’s pages. The company that is copied will want to know, too.',
  },
  login_page_not_yet_up: {
    title: 'The address looks like ours, but there is no page yet',
    why: 'There is nothing to remove yet, and a report without abuse to see is refused. PhishFort can watch the address, so that you hear of it when a page appears.',
  },
  login_page_gone: {
    title: 'There was a fake page, and it is gone now',
    why: 'Fakes come back at the same address. PhishFort can watch it, so that you hear of it. Cloudflare refuses a report about what it can no longer see.',
  },
  login_page_on_hacked_site: {
    title: 'It sits on somebody’s ordinary site that was broken into',
    why: 'Only the fake page has to go, not the whole site. Its owner often knows nothing of it and can remove it at once; PhishFort and Cloudflare can act meanwhile.',
  },
  login_page_in_form: {
    title: 'It is an online form or shared document that asks for passwords',
    why: 'The service that offers the form can switch off that one form. PhishFort can ask them. Cloudflare does not run the form and would not act on a single one.',
  },
  login_page_behind_short_link: {
    title: 'A short link leads to it',
    why: 'Two things have to go: the page and the link. Report the page itself if you know its address, and have the link switched off as well. Don’t open the link to find out.',
  },
  card_details_asked: {
    title: 'It asks for card or bank details',
    why: 'It steals money in somebody’s name. PhishFort and Cloudflare can act on the page; the bank or card company can protect those who already typed something in.',
  },
  wallet_phrase_asked: {
    title: 'It asks for the secret words of a crypto wallet',
    why: 'What is taken this way can’t be fetched back, so time counts. PhishFort, Cloudflare and the host can each stop the page; tell them at the same time.',
  },
  support_chat_fake: {
    title: 'It offers a fake support chat or remote help',
    why: 'Somebody talks people out of their money or into their computers. The page can be removed; who is behind it is for the police, best with the messages kept.',
  },
} satisfies Partial<Record<GuideScenario, ScenarioWords>>;

/** Fake shop. */
const fakeShop = {
  shop_in_our_name: {
    title: 'A shop that pretends to be ours',
    why: 'Customers believe that they pay you. PhishFort and Cloudflare treat it as phishing; whoever takes the payments for the shop can stop the money.',
  },
  shop_sells_fakes: {
    title: 'A shop that sells counterfeits of our goods',
    why: 'Here the trademark is misused, so the trademark category fits. Only the owner of the mark, or whoever acts for them, can send it: have its number at hand.',
  },
  shop_never_delivers: {
    title: 'A shop that takes the money and never delivers',
    why: 'A shop that only takes money is fraud, and is reported like phishing. Those who paid can ask their bank for help and report it to the police.',
  },
  shop_on_marketplace: {
    title: 'An offer on a marketplace',
    why: 'The marketplace itself is honest, so it won’t be taken down as a whole. It removes single offers and sellers when the owner of the brand reports them.',
  },
  shop_advert: {
    title: 'An advert that leads to a fake shop',
    why: 'The shop and the advert both have to go. PhishFort and Cloudflare can act on the shop; the advertising network stops the advert, and perhaps the account behind it.',
  },
  investment_platform: {
    title: 'A platform that promises money for “investments” in our name',
    why: 'It takes people’s savings under your name and is reported like phishing. The sums are often large, so that the police should hear of it.',
  },
} satisfies Partial<Record<GuideScenario, ScenarioWords>>;

/** Copied pictures or text. */
const copiedWork = {
  pictures_copied: {
    title: 'Our photos or drawings are shown without asking',
    why: 'This is about copyright, not about fraud. Cloudflare passes a copyright notice on to the host and the site; only the holder of the rights, or whoever acts for them, can send one.',
  },
  text_copied: {
    title: 'Our texts are copied',
    why: 'This is about copyright, not about fraud. You will be asked where the original stands, so have its address at hand.',
  },
  whole_site_copied: {
    title: 'Our whole site is copied',
    why: 'A whole copy mostly serves fraud, so PhishFort should hear it. The copied work is a ground of its own: Cloudflare passes a copyright notice on to the host and the site.',
  },
  software_copied: {
    title: 'Our software or files can be downloaded there',
    why: 'This is about copyright. Give the address of the very file, not only of the page around it. If the download is infected, choose “A download that infects computers” instead.',
  },
  video_streamed: {
    title: 'Our video or broadcast is streamed',
    why: 'This is about copyright. Give the address of the very stream or player, and say when it was seen, since streams come and go.',
  },
  copy_in_search_results: {
    title: 'A copy turns up in search results',
    why: 'The search engine does not run the page, but can leave it out of its results. If you know the copy’s own address, report that one, too.',
  },
} satisfies Partial<Record<GuideScenario, ScenarioWords>>;

/** Our name or logo. */
const nameOrLogo = {
  logo_on_harmful_site: {
    title: 'On a site that deceives or harms people',
    why: 'The harm counts more than the logo: a phishing report needs no trademark to be proved.',
  },
  logo_on_harmless_site: {
    title: 'On a site that harms nobody',
    why: 'Nobody is deceived, so it is no phishing. Asking the owner often settles it; the trademark category is for the owner of the mark. Whether the use is allowed is a question for lawyers.',
  },
  name_in_domain_harmful: {
    title: 'In a domain with a harmful page on it',
    why: 'Report the page as phishing. The registrar can act on the domain itself, so that the next page can’t appear under it.',
  },
  name_in_domain_parked: {
    title: 'In a domain with nothing on it, or only adverts',
    why: 'There is no abuse to see yet, so a report would be refused. PhishFort can watch it; to get the domain itself there are domain disputes.',
  },
  name_in_domain_for_sale: {
    title: 'In a domain that is offered for sale',
    why: 'There is no abuse to see yet, so PhishFort can only watch it. Whether to buy it, or to dispute it, is worth a word with your lawyers before you write to the seller.',
  },
  name_in_advert: {
    title: 'In an advert',
    why: 'Whoever runs the adverts decides which names may stand in them. If the advert leads to a harmful page, report that page, too.',
  },
  false_claim_of_partnership: {
    title: 'A site says it is our partner or dealer, and is not',
    why: 'It uses your name for a claim that is not true. Write to the owner first; the trademark category is for the owner of the mark. If money is taken by it, choose a fake shop instead.',
  },
} satisfies Partial<Record<GuideScenario, ScenarioWords>>;

/** Scam call or message. */
const scamContact = {
  call_in_our_name: {
    title: 'Somebody calls in our name',
    why: 'PhishFort takes phone numbers: say which number was called, and when. The number that shows can be forged, so the telephone company should hear the times.',
  },
  text_message_with_link: {
    title: 'A text message with a link',
    why: 'Report the page behind the link first, without opening it. The number that sent it can be reported as well.',
  },
  text_message_without_link: {
    title: 'A text message without a link',
    why: 'There is no page to remove, so Cloudflare has nothing to do with it. PhishFort takes the number; the telephone company can block it.',
  },
  email_with_link: {
    title: 'An email with a link',
    why: 'Report the page behind the link first, without opening it, and keep the email as a file: its headers are the best evidence.',
  },
  email_without_link: {
    title: 'An email without a link',
    why: 'There is no page to remove. PhishFort takes the sender’s address; the provider of that mailbox can close it, and needs the email with all its headers.',
  },
  email_from_our_domain: {
    title: 'An email that seems to come from our own address',
    why: 'Somebody forges your domain, or one of your mailboxes was broken into. Your own IT can tell which, and can stop both.',
  },
  messenger_account: {
    title: 'An account on a messenger',
    why: 'Only the messenger itself can close an account. If the account sends people to a page, report that page, too.',
  },
  invoice_fraud: {
    title: 'A false invoice, or a changed bank account',
    why: 'Stopping the payment comes first: call the bank now, on a number that you already know. PhishFort takes the sender’s address; the crime is for the police.',
  },
} satisfies Partial<Record<GuideScenario, ScenarioWords>>;

/** Social profile. */
const socialProfile = {
  profile_pretends_to_be_us: {
    title: 'A profile that pretends to be our company',
    why: 'PhishFort can ask the network to close it. Most networks also let the brand report it from its own profile. Cloudflare does not run the network.',
  },
  profile_pretends_to_be_our_boss: {
    title: 'A profile that pretends to be one of our people',
    why: 'PhishFort can ask the network to close it. Most networks let the person who is copied report it, too.',
  },
  post_links_to_fake_page: {
    title: 'A post or advert that links to a fake page',
    why: 'The page does the harm: report it as phishing. Then have the post removed, so that nobody finds the next page through it.',
  },
  fake_job_offers: {
    title: 'False job offers in our name',
    why: 'They collect papers or fees from people who look for work. PhishFort can ask the network to remove them; say on your own careers page how you really hire.',
  },
} satisfies Partial<Record<GuideScenario, ScenarioWords>>;

/** App. */
const app = {
  app_in_store: {
    title: 'An app in an app store',
    why: 'PhishFort can ask the store to remove it. The store has a form of its own for brands. Cloudflare does not run the store.',
  },
  app_outside_store: {
    title: 'An app to download from a site',
    why: 'Report the page that offers it, and the file’s own address if you know it. Don’t install it to find out what it does.',
  },
  browser_extension: {
    title: 'An add-on for the browser',
    why: 'Only the store of that browser can remove it. If it sends what people type to a page, report that page, too.',
  },
} satisfies Partial<Record<GuideScenario, ScenarioWords>>;

/** Something else. */
const somethingElse = {
  malware_download: {
    title: 'A download that infects computers',
    why: 'Both take it in the same way as phishing. Give the address of the very file if you know it, and don’t download it to find out.',
  },
  attack_on_our_servers: {
    title: 'An attack on our servers',
    why: 'Your IT has to act first, and has the details that others need: addresses, ports and times. Cloudflare takes them in its general category, if the attack comes through its network.',
  },
  threat_against_person: {
    title: 'Threats or harassment against a person',
    why: 'If somebody may be in danger now, call the emergency number first. Cloudflare has a category of its own for threats and passes them on.',
  },
  intimate_images: {
    title: 'Intimate images without consent',
    why: 'Cloudflare has a category of its own. No pictures are needed or sent. There are services that help to keep such images from being shared.',
  },
  child_abuse: {
    title: 'Child sexual abuse',
    why: 'Report the address and nothing else. Don’t save, copy or show what you saw. A hotline knows what to do next; Cloudflare has a category of its own.',
  },
  domain_owner_unknown: {
    title: 'We need to know who owns a domain',
    why: 'Only the registrar knows, and tells it only for a reason that the law accepts. Cloudflare is asked if the domain was registered there; any other registrar is asked directly.',
  },
  domain_owner_wrong: {
    title: 'A domain’s owner details are false',
    why: 'Registrars are expected to look into false details. Cloudflare is told if the domain was registered there; any other registrar is told directly.',
  },
  false_statements_about_us: {
    title: 'False statements about us',
    why: 'Neither service judges what is true. Asking the owner of the site is a first step; what the law offers is a question for your lawyers, best before you write.',
  },
  customer_data_published: {
    title: 'Data of our customers was published',
    why: 'There may be people to warn and deadlines to keep, so your IT and whoever looks after data protection must know at once. PhishFort and Cloudflare can act on the page.',
  },
  spam_sender: {
    title: 'Plain spam',
    why: 'Unwanted is not yet fraud, so that neither service acts on it. The provider of the sending mailbox can. If it uses your name or leads to a fake page, choose that instead.',
  },
} satisfies Partial<Record<GuideScenario, ScenarioWords>>;

/** The words of every scenario. */
export const scenarioWords: Record<GuideScenario, ScenarioWords> = {
  ...fakeLogin,
  ...fakeShop,
  ...copiedWork,
  ...nameOrLogo,
  ...scamContact,
  ...socialProfile,
  ...app,
  ...somethingElse,
};
