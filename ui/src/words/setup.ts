// Words of setting up, and of the same questions under Settings.

export const person = {
  name: 'Your name',
  nameHint: 'Stands beside what you do here. PhishFort does not get it; a report to Cloudflare needs it.',
  email: 'Your email address',
  emailHint: 'Both services write to it. It is sent with each report, and can be changed there.',
  emailWrong: 'Enter a whole email address, like name@example.com',
  brands: 'Your brands',
  brandsHint: 'One per line, as customers know them.',
  sites: 'Your own sites and domains',
  sitesUnreadable: (sites: readonly string[]) =>
    sites.length === 1
      ? `“${sites[0]}” can’t be read as a site or domain, so it protects nothing.`
      : `${sites.map((site) => `“${site}”`).join(', ')} can’t be read as sites or domains, so they protect nothing.`,
  sitesHint: 'One per line, like acme.example. We ask so that you never report yourself.',
} as const;

export const setup = {
  screen: 'Set up',
  title: 'Set up',
  lead: 'Four short steps; a service that you don’t use is skipped. You can change all of it later under Settings.',
  leaving: 'You’re leaving practice. From now on reports are really sent. Practice cases stay in practice.',
  steps: 'Steps',
  step: (n: number, of: number) => `Step ${n} of ${of}`,
  done: 'done',
  you: { title: 'Who you are', next: 'Continue' },
  connect: {
    next: 'Continue',
    skip: 'Skip for now',
    phishfort: {
      title: 'Connect PhishFort',
      lead: 'Paste the key that PhishFort gave you. Nobody can read it here again.',
      skipHint: 'Skip it if you have none: the app works with Cloudflare alone, too.',
    },
    cloudflare: {
      title: 'Connect Cloudflare',
      lead: 'Paste an API token from your Cloudflare dashboard. Nobody can read it here again.',
      skipHint: 'Skip it if you have none. You can write reports without any key; to send them you need at least one.',
    },
  },
  client: {
    title: 'Brand or client',
    lead: 'Who new reports are for. It can be changed in each report.',
  },
  back: 'Back',
  finish: 'Done',
  finishing: 'Saving…',
  cancel: 'Practise instead',
} as const;
