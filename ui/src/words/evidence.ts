// Words of the evidence tray and its viewer, and the way sizes are written everywhere: 1 MB is 1,048,576 bytes,
// as PhishFort's limit counts them (10 MB = 10,485,760 bytes).

import type { FileKind, FileProblem, RefusedFile, RefusedReason, SizeView } from '../backend/contract';

const KB = 1024;
const MB = 1024 * 1024;
const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** `84 KB`, `1.9 MB`: the size of one file. */
export function fileSize(bytes: number): string {
  if (bytes < KB) return bytes === 1 ? '1 byte' : `${whole.format(bytes)} bytes`;
  if (bytes < MB) return `${whole.format(Math.ceil(bytes / KB))} KB`;
  return `${tenths.format(bytes / MB)} MB`;
}

/** `4.1` of `4.1 of 10 MB`. */
export function megabytes(bytes: number): string {
  return tenths.format(bytes / MB);
}

/** `4,299,161 bytes`: to the byte. */
export function exactBytes(bytes: number): string {
  return bytes === 1 ? '1 byte' : `${whole.format(bytes)} bytes`;
}

/** `1 file`, `3 files`. */
export function files(count: number): string {
  return count === 1 ? '1 file' : `${whole.format(count)} files`;
}

/** How full a request is: where the meter turns amber, and where red. */
export function fullness(size: SizeView): 'fine' | 'near' | 'over' {
  if (size.bytes >= size.bytes_limit) return 'over';
  return size.bytes >= size.bytes_limit * 0.9 ? 'near' : 'fine';
}

/** What a file is, in the words of people. */
export const kindWords: Record<FileKind, string> = {
  png: 'Picture (PNG)',
  jpeg: 'Picture (JPEG)',
  pdf: 'PDF document',
  email: 'Email',
  outlook_email: 'Outlook email',
  text: 'Text',
  csv: 'Table (CSV)',
  word: 'Word document',
  excel: 'Excel table',
  other: 'Another kind of file',
};

/** Why PhishFort would not take a file, said in its row. */
export const fileProblemWords: Record<FileProblem, string> = {
  type_not_taken:
    'PhishFort takes PNG, JPEG, PDF, EML, MSG, TXT, CSV, Word and Excel files. This one can stay with the case only',
  disguised: 'Its name says one kind of file and its content another. It can stay with the case only',
  too_big: 'PhishFort takes less than 10 MB in all. This one can stay with the case only',
};

/** Why a file was not added, and what to do. */
export const refusedWords: Record<RefusedReason, (name: string) => string> = {
  folder: () => 'Folders can’t be added. Drop the files inside it.',
  link: () => 'This is a link to another file. Add the file itself.',
  not_a_file: () => 'This is not a file that can be read. Add a picture, an email or a document.',
  empty: () => 'There is nothing in this file. Check that it was saved whole, then add it again.',
  too_big: () => 'A case keeps files of up to 100 MB. Add a smaller one, or a screenshot of it.',
  unreadable: () =>
    'This file can’t be opened. Check that you may read it, or save it to your desktop and add it from there.',
  already_here: () => 'Already added.',
  report_gone: () => 'The report was sent or deleted meanwhile. Start a new report and add the file there.',
  evidence_off: () => 'No files are kept in a report of this kind, and none are sent. Nothing was copied.',
  not_kept: () => 'There was no room to keep this file. Free some disk space, then add it again.',
};

/** A file that was not added, by its name, in a message that holds several. */
export const refusedLine = (file: RefusedFile) => `${file.name}: ${refusedWords[file.reason](file.name)}`;

export const evidence = {
  title: 'Evidence',
  count: (size: SizeView) => `${whole.format(size.files)} of ${size.files_max} files`,
  amount: (size: SizeView) => `${megabytes(size.bytes)} of ${megabytes(size.bytes_limit)} MB`,
  fullness: { fine: '', near: ', nearly full', over: ', too big' },
  meter: 'Size of the whole report',
  exactly: (size: SizeView) =>
    `The whole report is ${exactBytes(size.bytes)}. PhishFort takes up to ${exactBytes(size.bytes_limit - 1)}.`,
  add: 'Add…',
  adding: 'Adding…',
  paste: 'Paste',
  none: 'No files yet. A screenshot or the original email makes a report stronger.',
  notSent: 'Stays with the case, not sent',
  kept: 'Kept unchanged',
  rowDetail: (kind: string, detail: string) => `${kind}. ${detail}`,
  view: 'View',
  rename: 'Rename',
  remove: 'Remove',
  up: 'Move up',
  down: 'Move down',
  keep: 'Keep with the case only',
  send: 'Send to PhishFort',
  more: 'More',
  of: (act: string, name: string) => `${act} ${name}`,
  added: (count: number) => (count === 1 ? '1 file added' : `${whole.format(count)} files added`),
  stillReading: 'Still reading what you added. Paste again in a moment.',
  nothingNew: 'Nothing new in what you pasted. To change a field, paste into it.',
  removed: (name: string) => `${name} removed`,
  moved: (name: string, place: number, total: number) => `${name} is now ${place} of ${total}`,
  renamed: (name: string) => `Renamed to ${name}`,
  willSend: (name: string) => `${name} goes to PhishFort`,
  willStay: (name: string) => `${name} stays with the case only`,
  refusedTitle: (count: number) =>
    count === 1 ? '1 file was not added' : `${whole.format(count)} files were not added`,
  refusedRow: (file: RefusedFile) => refusedWords[file.reason](file.name),
  dismiss: 'OK',
  inside: {
    title: 'In this email',
    of: (mail: string) => `Files in ${mail}`,
    picturesOf: (mail: string) => `Pictures of the text of ${mail}`,
    what: (is_mail: boolean, size: string) => (is_mail ? `an email, ${size}` : size),
    pictures: (count: number, more: boolean) =>
      `${more ? 'And ' : ''}${count === 1 ? '1 picture' : `${whole.format(count)} pictures`} of its text`,
    moreFiles: (count: number) => (count === 1 ? 'And 1 more file' : `And ${whole.format(count)} more files`),
    moreOf: (mail: string) => `More files in ${mail}`,
    add: 'Add',
    taken: 'Added',
  },
  renameTitle: 'Rename the file',
  renameLabel: 'New name',
  renameHint: 'Only the name changes. The file itself stays as it is.',
  renameEmpty: 'Enter a name',
  cancel: 'Cancel',
  close: 'Close',
  viewer: {
    loading: 'Opening…',
    picture: (name: string) => `Picture: ${name}`,
    scaled: (w: number, h: number, fullW: number, fullH: number) =>
      w === fullW && h === fullH
        ? `${whole.format(w)} × ${whole.format(h)} pixels`
        : `${whole.format(fullW)} × ${whole.format(fullH)} pixels, shown at ${whole.format(w)} × ${whole.format(h)}`,
    scroll: 'Picture, scroll to see all of it',
    text: 'Text of the file',
    cut: 'Only the beginning is shown. The whole file is kept, and sent.',
    nothing: 'This kind of file can’t be shown here. It is kept unchanged.',
    kind: 'Kind',
    type: 'Sent as',
    size: 'Size',
    hash: 'SHA-256',
    sentName: 'Sent under the name',
    sizeOf: (bytes: number) => `${fileSize(bytes)} (${exactBytes(bytes)})`,
  },
} as const;
