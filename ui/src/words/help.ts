// The help page, in the words of the people who use it.

export const help = {
  title: 'Help',
  shortcutsTitle: 'Keyboard shortcuts',
  shortcutsHint: 'Everything can be done with the keyboard. Tab goes on, Shift+Tab back.',
  keys: 'Keys',
  does: 'What they do',
} as const;

/** A part of the page: paragraphs, then numbered steps where there are some. */
export interface Chapter {
  id: string;
  title: string;
  paragraphs: readonly string[];
  steps?: readonly { title: string; text: string }[];
}

export const chapters: readonly Chapter[] = [
  {
    id: 'what',
    title: 'What Takedown Desk does',
    paragraphs: [
      'You report a fake of your brand: a web page, an email address, a phone number or an IP address. PhishFort takes it down, or watches it. Cloudflare takes abuse reports about web pages that it stands in front of, and can warn visitors and tell the host. You tell it once, to one of them or both, and see what became of it.',
      'Nothing is sent before you press Send report. Suspicious addresses are never opened or looked up, and they are written so that nobody can click them: hxxps://acme-login[.]example.',
    ],
  },
  {
    id: 'steps',
    title: 'A report in three steps',
    paragraphs: [],
    steps: [
      {
        title: 'Add what you received',
        text: 'Drop the email, screenshots or PDFs on the window, choose them, or paste a picture. Or type what is suspicious.',
      },
      { title: 'Check it', text: 'You see exactly what each of them will receive, and what is still missing.' },
      {
        title: 'Send it, and follow it',
        text: 'You have a moment to undo. Then the report goes out once, and the case shows what they do about it.',
      },
    ],
  },
  {
    id: 'leaves',
    title: 'What leaves your computer',
    paragraphs: [
      'Only what stands under “See it word for word”: the address or number, your note, your name and email address, the brand or client, and the files that are marked to be sent. It goes to PhishFort, to Cloudflare, or to both, as you ticked, and to nobody else. Cloudflare takes no files. It may pass a report on, as the form says beside each choice.',
      'Before a report goes, the app asks whether it is known there already: PhishFort by its address or number, Cloudflare by what your account filed about that domain in the last eight days. Afterwards it asks them whether the report arrived; and every five minutes, and when you press Refresh, what is new about reports that are still open.',
      'When you save or test a key, the app asks PhishFort whose it is. Cloudflare is asked whether the API token works, for which accounts, and whether it may read reports, also when you choose an account. The list of all that your account filed at Cloudflare is read every half hour and when you refresh it, and one of its reports with its emails when you open it. A service without a key or API token hears nothing.',
      'There are no statistics and no other connections; “Open in PhishFort” opens their page in your web browser when you press it. In practice nothing leaves the computer at all.',
    ],
  },
  {
    id: 'unsure',
    title: 'What “We don’t know yet” means',
    paragraphs: [
      'The report was sent, and no answer came back: the connection broke, or the service had trouble. It may have arrived. Sending it again could make a second one, so the app does not do that by itself.',
      'It looks there several times and tells you what it found. Best is to wait. If it was not found, ask them with the question that you can copy there, and then decide.',
    ],
  },
  {
    id: 'kept',
    title: 'Where things are kept',
    paragraphs: [
      'Cases, drafts and evidence are in one folder on this computer; Settings, Storage says which. Drafts save themselves as you type. Keys and API tokens are in your computer’s password store and not in that folder.',
      'Practice has a folder of its own. Practice cases never mix with real ones.',
    ],
  },
];
