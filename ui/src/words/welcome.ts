// Words of the first screen.

export const welcome = {
  screen: 'Welcome',
  app: 'Takedown Desk',
  title: 'Get fakes of your brand taken down, and know what became of each one.',
  lead: 'Add a suspicious email or screenshot. Check what will be sent. Send it once, to PhishFort, Cloudflare or both.',
  practice: {
    title: 'Practise first',
    hint: 'Both services, played on this computer. No key needed, nothing is sent.',
    act: 'Start in practice',
    busy: 'Starting…',
  },
  connect: {
    title: 'Connect for real',
    hint: 'You need a key from PhishFort, Cloudflare, or both.',
    act: 'Connect…',
  },
  safe: 'Keys stay in this computer’s password store. Suspicious pages are never opened.',
  failed: 'Practice could not start.',
  story: {
    label: 'How it works',
    drop: 'Drop what you received',
    file: 'forwarded.eml',
    size: '84 KB',
    check: 'Check what will be sent',
    before: 'hxxps://',
    domain: 'acme-login[.]example',
    after: '/secure',
    target: 'A takedown of 1 web address',
    once: 'Not reported before',
    follow: 'Send once, and follow it here',
    working: 'Being taken down',
    workingWhen: '12 min ago',
    down: 'Down',
    downWhen: '6 h later',
  },
} as const;
