// Whether a site is on Cloudflare. The app never looks an address up, so a person may want to find out.

/** A part of the answer: a text, steps, or both. */
interface Part {
  title: string;
  text?: string;
  steps?: readonly string[];
}

const parts: readonly Part[] = [
  {
    title: 'How to find out safely',
    steps: [
      'Ask your IT team. They can tell without opening the page.',
      'Or use a public page that looks up domains (“WHOIS”, “RDAP” or “DNS lookup”). Type only the domain, like acme-login.example: nothing before it, nothing after it. The rest of an address can name the person who received it.',
      'Look for the site’s IP address and who owns it. If that is Cloudflare, the site is on Cloudflare. Name servers that end in cloudflare.com are a good sign, no proof.',
    ],
  },
  { title: 'What not to do', text: 'Don’t open the suspicious page to find out, not even for a moment.' },
  {
    title: 'What happens if it is not on Cloudflare',
    text: 'Cloudflare refuses the report, at once or after a while, and the case says so. Nothing is lost: the case and its evidence stay, and a report to PhishFort goes its own way.',
  },
];

export const onCloudflare = {
  title: 'Is the site on Cloudflare?',
  lead: 'We can’t know. This app never looks up or opens an address that you report. You can send the report without knowing.',
  parts,
  close: 'Close',
} as const;
