// What to do about an empty field of a report to Cloudflare, and how a field is called within a sentence. Total: a field
// without words doesn't compile.

import type { ReportField } from '../backend/contract';

/** `ask` says what to do while it is empty; `noun` names it. */
export const asking: Record<ReportField, { ask: string; noun: string }> = {
  justification: { ask: 'Say what you saw', noun: 'what you saw' },
  original_work: { ask: 'Say which work of yours was copied', noun: 'what was copied' },
  agent_name: { ask: 'Enter who holds the copyright', noun: 'the copyright holder' },
  trademark_symbol: { ask: 'Enter the trademark', noun: 'the trademark' },
  trademark_number: { ask: 'Enter the trademark’s registration number', noun: 'the registration number' },
  trademark_office: { ask: 'Enter where the trademark is registered', noun: 'the trademark office' },
  subject_representation: {
    ask: 'Choose whether you are the person shown',
    noun: 'whether you are the person shown',
  },
  whois_request_type: { ask: 'Choose what the request is about', noun: 'what the request is about' },
  whois_elements: { ask: 'Tick which details you ask for', noun: 'the details you ask for' },
  whois_legal_basis: { ask: 'Say what gives you the right to know', noun: 'what gives you the right to know' },
  whois_requestor_type: { ask: 'Choose who asks', noun: 'who asks' },
  whois_authorization: { ask: 'Say who allows you to ask', noun: 'who allows you to ask' },
  source_ips: { ask: 'Enter the IP addresses it comes from', noun: 'the IP addresses it comes from' },
  destination_ips: { ask: 'Enter the IP addresses it goes to', noun: 'the IP addresses it goes to' },
  ports_protocols: { ask: 'Enter the ports and protocols', noun: 'the ports and protocols' },
  name: { ask: 'Enter your name', noun: 'your name' },
  email: { ask: 'Enter your email address', noun: 'your email address' },
  company: { ask: 'Enter your company', noun: 'your company' },
  telephone: { ask: 'Enter your telephone number', noun: 'your telephone number' },
  title: { ask: 'Enter your job title', noun: 'your job title' },
  address1: { ask: 'Enter your street and number', noun: 'your street and number' },
  city: { ask: 'Enter your city', noun: 'your city' },
  state: { ask: 'Enter your state or region', noun: 'your state or region' },
  country: { ask: 'Enter your country', noun: 'the country' },
  host_notification: { ask: 'Choose what the host is told', noun: 'what the host is told' },
  owner_notification: { ask: 'Choose what the owner of the site is told', noun: 'what the owner is told' },
  ncmec_notification: { ask: 'Choose what NCMEC is told', noun: 'what NCMEC is told' },
  reported_country: { ask: 'Enter the country you saw it from', noun: 'the country you saw it from' },
  reported_user_agent: { ask: 'Enter the browser or device you saw it with', noun: 'the browser or device' },
  comments: { ask: 'Enter a comment', noun: 'the comment for Cloudflare' },
  dmca_good_faith: { ask: 'Read the statement about good faith, and tick it if it is true', noun: 'the statement' },
  dmca_authority: {
    ask: 'Read the statement about your authority, and tick it if it is true',
    noun: 'the statement about your authority',
  },
  dmca_liability: {
    ask: 'Read the statement about 17 U.S.C. § 512(f), and tick it if you agree',
    noun: 'the statement about 17 U.S.C. § 512(f)',
  },
  signature: { ask: 'Type your full name as the signature', noun: 'the signature' },
  whois_good_faith: { ask: 'Read the statement about good faith, and tick it if it is true', noun: 'the statement' },
  whois_lawful_processing: {
    ask: 'Read the statement about lawful use, and tick it if you agree',
    noun: 'the statement about lawful use',
  },
};
