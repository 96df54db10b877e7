// Words of the text that is copied for the people who look after our pages.

export const webTeam = {
  intro: 'These addresses of ours were reported to Cloudflare. This is what was reported, and what Cloudflare did.',
  block: 'Block',
  status: 'Status',
  starts: 'Starts',
  started: 'In force since',
  effective: 'Start',
  report: 'Report',
  category: 'Reported as',
  received: 'Received',
  said: 'What was reported',
  unknown: 'Cloudflare does not tell.',
  addresses: 'Addresses in the report',
  ask: 'Is the content really gone, or was it never there? Tell us, and we ask Cloudflare for a review.',
} as const;
