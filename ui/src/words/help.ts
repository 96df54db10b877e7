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
      'You report a fake of your brand: a web page, an email address, a phone number or an IP address. PhishFort takes it down, or watches it. Cloudflare takes abuse reports about web pages that it stands in front of, and can warn visitors and tell the host. You tell it once, to one of them or both, and see what became of it. And what Cloudflare does to your own sites stands under “Our sites”.',
      'Nothing is sent before you press Send report, or the button that asks for a review. Suspicious addresses are never opened or looked up, and they are written so that nobody can click them: hxxps://acme-login[.]example.',
    ],
  },
  {
    id: 'steps',
    title: 'A report in three steps',
    paragraphs: [],
    steps: [
      {
        title: 'Add what you received',
        text: 'Drop the email, screenshots or PDFs on the window, choose them, or paste a text or picture. Or type what is suspicious.',
      },
      { title: 'Check it', text: 'You see exactly what each of them will receive, and what is still missing.' },
      {
        title: 'Send it, and follow it',
        text: 'You have a moment to undo. Then the report goes out once, and the case shows what they do about it.',
      },
    ],
  },
  {
    id: 'email',
    title: 'From an email to a report',
    paragraphs: [
      'Drop the email on any screen. It is read on this computer, and no link is opened. The report fills itself: the suspicious address, a note with subject, sender and date, and the email as evidence. You read it, and press Send report. Where several addresses could be meant, you choose one; where there is none, the sender’s email address is offered.',
      'Some mail programs hand over nothing when you drag an email. Save it as a file first (.eml or .msg), then drop the file. An email that was forwarded inside another one has lost its headers: the report says so, and gives you the words to ask for the original.',
      'You can also open a saved email with Takedown Desk, or copy a text, a list of addresses or a picture and press Ctrl+V on any screen but Settings. Files inside the email are listed under it, and “Add” makes one of them evidence of its own.',
    ],
  },
  {
    id: 'sites',
    title: 'Blocks on our sites',
    paragraphs: [
      'When somebody reports one of your own sites to Cloudflare, they may put a block on it: a warning page, a domain or file that is blocked or slowed down, an account that is suspended. “Our sites” lists each block: which address it is on, what Cloudflare did, and since when. One that has not started yet has a date, and stands first. “Reports about us” shows what was reported, with Cloudflare’s emails.',
      '“Ask for a review…” asks Cloudflare to look again. Of a block that has not started, Cloudflare says that asking should stop it. One that is in force stays until Cloudflare has looked again. You have a moment to undo. Then the request goes out once, and the block is followed until it is lifted, kept or cancelled. Where no review can be asked for, the reason stands there instead.',
      'You answer one question: why should it be lifted? “We removed the content” says that what was reported is gone from this address. Make sure that it is, and write into the private note who confirmed it. “This was wrongly classified” says that it is still there, and was never abuse. Cloudflare takes one of these two answers for each block, and no words or files with it. Your note and your proof stay on this computer.',
      'What we do not know: how long a review takes, and what Cloudflare looks at. Whether asking really stops a block that has not started: we look, and tell you. Where a report names several addresses, Cloudflare may not tell which of them a block is on; then the domain stands there, and that it is one of so many. A status or kind that we have never seen is shown in Cloudflare’s own word.',
      'A report about copied work (DMCA) can be answered as a whole too, where Cloudflare lets you: “We removed the content”, or a counter-notice. That is a legal statement. It may be passed on, with your name and address, to whoever reported you. Its statements are never ticked and its signature is never filled in for you.',
      '“Save to calendar…” saves a file with every block that is about to start. Open it, and your calendar reminds you a day and an hour before each, whether this app runs or not. It knows what was known when you saved it: save it again when something changed. This app reminds you as well, on the desktop, but only while it runs. What it missed it tells you the next time. Settings, You, turns that off.',
      'Cloudflare shows lifted blocks for 30 days. Here they are kept after that.',
    ],
  },
  {
    id: 'leaves',
    title: 'What leaves your computer',
    paragraphs: [
      'Only what stands under “See it word for word”: the address or number, your note, your name and email address, the brand or client, and the files that are marked to be sent. It goes to PhishFort, to Cloudflare, or to both, as you ticked, and to nobody else. Cloudflare takes no files. It may pass a report on, as the form says beside each choice.',
      'A request for a review goes to Cloudflare only: the numbers of the report and of its blocks, and your answer for each. An answer to a whole report holds what “Exactly what is sent” shows.',
      'Before a report goes, the app asks whether it is known there already: PhishFort by its address or number, Cloudflare by what your account filed about that domain in the last eight days. Afterwards it asks them whether the report arrived; and every five minutes, and when you press Refresh, what is new about reports and reviews that are still open.',
      'When you save or test a key, the app asks PhishFort whose it is. Cloudflare is asked whether the API token works, for which accounts, and whether it may read reports, also when you choose an account. The list of all that your account filed at Cloudflare is read every half hour and when you refresh it, and one of its reports with its emails when you open it. The same holds for reports about your sites and the blocks on them; a block that starts soon is looked at every five minutes. A service without a key or API token hears nothing.',
      'There are no statistics and no other connections; “Open in PhishFort” opens their page in your web browser when you press it. In practice nothing leaves the computer at all.',
    ],
  },
  {
    id: 'unsure',
    title: 'What “We don’t know yet” means',
    paragraphs: [
      'The report was sent, and no answer came back: the connection broke, or the service had trouble. It may have arrived. Sending it again could make a second one, so the app does not do that by itself. The same holds for a request for a review.',
      'It looks there several times and tells you what it found. Best is to wait. If it was not found, ask them with the question that you can copy there, and then decide.',
    ],
  },
  {
    id: 'kept',
    title: 'Where things are kept',
    paragraphs: [
      'Cases, drafts, evidence and the blocks on your sites are in one folder on this computer; Settings, Storage says which. Drafts save themselves as you type. Keys and API tokens are in your computer’s password store and not in that folder.',
      'Practice has a folder of its own. Practice cases never mix with real ones.',
    ],
  },
];
