// Words of the reports to Cloudflare: the eight kinds, every field, every choice, and what the person declares. The
// tables are total: a kind, field or choice without words doesn't compile.

import type { FieldChoice, FieldShape, FillSource, ReportField, ReportKind } from '../backend/contract';

const number = new Intl.NumberFormat('en-GB');

/** What is wrong, as the person picks it. `report` ends the sentence "A report of …". */
export const kindWords: Record<ReportKind, { title: string; report: string; lead: string }> = {
  phishing: { title: 'Phishing or malware', report: 'phishing or malware', lead: '' },
  trademark: {
    title: 'Our trademark is misused',
    report: 'a misused trademark',
    lead: 'For a mark that is registered. A page that also steals passwords or money is better reported as phishing.',
  },
  dmca: {
    title: 'Our work was copied (DMCA)',
    report: 'a copied work (DMCA)',
    lead: 'A legal notice about copied pictures, texts, videos or programs. It ends with statements that only you can make.',
  },
  threat: {
    title: 'Threats or harassment',
    report: 'threats or harassment',
    lead: 'If somebody is in danger now, call the police first.',
  },
  ncsei: {
    title: 'Intimate images without consent',
    report: 'intimate images without consent',
    lead: 'This form is short. The addresses are enough; no pictures are needed, and none are kept.',
  },
  children: {
    title: 'Child sexual abuse material',
    report: 'child sexual abuse material',
    lead: 'This form is short. The addresses and a few words are enough. Don’t look for more, and don’t copy anything.',
  },
  registrar_whois: {
    title: 'Domain-owner details (WHOIS)',
    report: 'domain-owner details',
    lead: 'Only for domains that are registered at Cloudflare.',
  },
  general: {
    title: 'Something else',
    report: 'something else',
    lead: 'For abuse that none of the other kinds fits, attacks on your network included.',
  },
};

/** A field's words. */
export interface FieldWords {
  label: string;
  hint?: string;
  /** In a list of answers. */
  row?: string;
}

const words: Record<ReportField, FieldWords> = {
  justification: {
    label: 'What did you see?',
    hint: 'What the page does, and what a visitor sees step by step',
    row: 'What you saw',
  },
  original_work: { label: 'Which brand or site does it copy?', hint: 'Best with its real address', row: 'It copies' },
  agent_name: {
    label: 'Who holds the copyright?',
    hint: 'The person or company that the work belongs to',
    row: 'Copyright holder',
  },
  trademark_symbol: {
    label: 'The trademark',
    hint: 'The word or sign as it is registered, like ACME',
    row: 'Trademark',
  },
  trademark_number: { label: 'Its registration number', row: 'Number' },
  trademark_office: {
    label: 'Where it is registered',
    hint: 'The trademark office, like EUIPO or USPTO',
    row: 'Office',
  },
  subject_representation: { label: 'Are you the person shown?', row: 'Person shown' },
  whois_request_type: { label: 'What is it about?', row: 'About' },
  whois_elements: { label: 'Which details?', hint: 'Tick only what you need', row: 'Details' },
  whois_legal_basis: {
    label: 'What gives you the right to know?',
    hint: 'The law, contract or court order that you rely on, and what you need the details for',
    row: 'Legal basis',
  },
  whois_requestor_type: { label: 'Who asks?', row: 'Who asks' },
  whois_authorization: {
    label: 'Who allows you to ask?',
    hint: 'Only if you ask for somebody else, like a client',
    row: 'Allowed by',
  },
  source_ips: { label: 'IP addresses it comes from', hint: 'One a line, up to 30', row: 'Comes from' },
  destination_ips: { label: 'IP addresses it goes to', hint: 'One a line, up to 30', row: 'Goes to' },
  ports_protocols: { label: 'Ports and protocols', hint: 'One a line, like 443/TCP, up to 30', row: 'Ports' },
  name: { label: 'Your name', row: 'Name' },
  email: { label: 'Your email address', row: 'Email' },
  company: { label: 'Company', row: 'Company' },
  telephone: { label: 'Telephone, with country code', row: 'Telephone' },
  title: { label: 'Your job title', row: 'Job title' },
  address1: { label: 'Street and number', row: 'Street' },
  city: { label: 'City', row: 'City' },
  state: { label: 'State or region', row: 'State' },
  country: { label: 'Country', row: 'Country' },
  host_notification: { label: 'Tell the company that hosts the site', row: 'Host' },
  owner_notification: { label: 'Tell the owner of the site', row: 'Owner' },
  ncmec_notification: {
    label: 'Tell NCMEC',
    hint: 'The centre for missing and exploited children in the United States',
    row: 'NCMEC',
  },
  reported_country: {
    label: 'Country you saw it from',
    hint: 'Two letters, like GB or US. Some pages show themselves in certain countries only',
    row: 'Seen from',
  },
  reported_user_agent: {
    label: 'Browser or device you saw it with',
    hint: 'Like: iPhone, Safari. Some pages show themselves on phones only',
    row: 'Seen with',
  },
  comments: {
    label: 'Anything else that Cloudflare should know',
    hint: 'We add one line here that lets us find the report again',
    row: 'Comments',
  },
  dmca_good_faith: {
    label:
      'In good faith I believe that nobody who may decide about it has allowed this use of the work: not its copyright owner, not the owner’s agent, and not the law.',
    row: 'Good faith',
  },
  dmca_authority: {
    label:
      'What this report says is accurate. I declare under penalty of perjury that I own the exclusive right that is infringed here, or may act for its owner.',
    row: 'Authority',
  },
  dmca_liability: {
    label:
      'I know that 17 U.S.C. § 512(f) binds me: who knowingly misrepresents that something infringes a copyright can be liable for the damage, with costs and lawyers’ fees.',
    row: 'Liability',
  },
  signature: { label: 'Signature: type your full name', row: 'Signature' },
  whois_good_faith: {
    label: 'I make this request in good faith, and what I say in it is true and complete as far as I know.',
    row: 'Good faith',
  },
  whois_lawful_processing: {
    label: 'I will handle what I learn as the law says, and use it only for what I have told here.',
    row: 'Lawful use',
  },
};

/** Where a field asks for something else, or more exactly, in a kind. */
const special: Partial<Record<ReportKind, Partial<Record<ReportField, FieldWords>>>> = {
  trademark: {
    justification: {
      label: 'How is the mark misused?',
      hint: 'Where it stands on the page, and what visitors take it for',
      row: 'Misuse',
    },
  },
  dmca: {
    original_work: {
      label: 'Which work of yours was copied?',
      hint: 'What it is, with the address where the original stands',
      row: 'Your work',
    },
  },
  threat: {
    justification: {
      label: 'What is threatened, and whom?',
      hint: 'In the words that were used, and where on the page they stand',
      row: 'The threat',
    },
  },
  children: {
    justification: { label: 'Where on the site is it?', hint: 'A few words are enough', row: 'Where it is' },
  },
  general: {
    justification: { label: 'What happens there?', hint: 'And since when, and whom it harms', row: 'What happens' },
  },
};

/** The words of a field in a kind of report. */
export function fieldWords(kind: ReportKind, field: ReportField): FieldWords {
  return special[kind]?.[field] ?? words[field];
}

/** What can be chosen, outside the questions of who is told. */
export const choiceWords: Record<FieldChoice, string> = {
  none: 'Don’t tell them',
  send_anon: 'Without your name',
  send: 'With your name',
  yes: 'Yes',
  no: 'No',
  disclosure: 'We ask who owns the domain',
  invalid_whois: 'The owner’s details are wrong',
  government: 'A public authority',
  corporation: 'A company',
  individual: 'A person',
  registrant_name: 'Owner’s name',
  registrant_organization: 'Owner’s organisation',
  registrant_email: 'Owner’s email address',
  registrant_phone: 'Owner’s telephone',
  registrant_address: 'Owner’s street and city',
  registrant_address_country: 'Owner’s country',
  registrant_address_postal_code: 'Owner’s postal code',
  admin_name: 'Administrator’s name',
  admin_organization: 'Administrator’s organisation',
  admin_email: 'Administrator’s email address',
  admin_phone: 'Administrator’s telephone',
  admin_address: 'Administrator’s address',
  tech_name: 'Technician’s name',
  tech_organization: 'Technician’s organisation',
  tech_email: 'Technician’s email address',
  tech_phone: 'Technician’s telephone',
  tech_address: 'Technician’s address',
};

/** Where a word that several questions share answers one of them more exactly. */
const answering: Partial<Record<ReportField, Partial<Record<FieldChoice, string>>>> = {
  subject_representation: { yes: 'Yes, I am', no: 'No, I act for them or noticed it' },
};

/** The words of a choice in its question. */
export function choiceOf(field: ReportField, choice: FieldChoice): string {
  return answering[field]?.[choice] ?? choiceWords[choice];
}

const unnamed = 'Cloudflare is asked not to tell your name. What you write may still be passed on';

const told: Partial<Record<ReportField, Partial<Record<FieldChoice, string>>>> = {
  host_notification: {
    send_anon: unnamed,
    send: 'The host can see your name and email address, and ask you',
  },
  owner_notification: {
    none: 'Cloudflare is asked to pass nothing on to the owner',
    send_anon: unnamed,
    send: 'The owner sees your name and email address. That may be the very person who did this',
  },
  ncmec_notification: {
    send_anon: unnamed,
    send: 'NCMEC can ask you',
  },
};

/** What a choice of who is told means for the person; nothing to say of other choices. */
export function consequence(field: ReportField, choice: FieldChoice): string | undefined {
  return told[field]?.[choice];
}

/** Where a text comes from that nobody typed into its field. */
export const sourceWords: Record<FillSource, string> = {
  profile: 'From your profile',
  note: 'From your note',
  suggested: 'Our sentence. Say more if you can',
  safest: 'The careful choice',
};

/** How much of a text's room is used, or what is missing. */
export function counter(count: number, min: number, max: number): string {
  if (count > max) return `${number.format(count - max)} ${count - max === 1 ? 'character' : 'characters'} too many`;
  if (count > 0 && count < min) return `${number.format(count)} characters. At least ${number.format(min)} are needed`;
  const room = min > 1 ? `${number.format(min)} to ${number.format(max)}` : number.format(max);
  return `${number.format(count)} of ${room} characters`;
}

/** How a field is named where it may stay empty. Ticks and choices say it themselves. */
export function labelled(label: string, required: boolean, shape: FieldShape): string {
  return required || shape === 'tick' ? label : `${label} (optional)`;
}
