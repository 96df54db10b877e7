// A key that must not be found anywhere, in any of the forms in which it could lie about.

import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A new canary. */
export const canary = () => `canary${randomBytes(18).toString('hex')}`;

/** Base64 of a text that may stand anywhere in a longer one: without the letters that its neighbours decide. */
function base64Anywhere(text) {
  return [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), Buffer.from(text)])
      .toString('base64')
      .replace(/=+$/, '');
    return whole.slice(before === 0 ? 0 : before + 1, -2);
  });
}

/** Every form. */
export function forms(text) {
  const utf16 = Buffer.from(text, 'utf16le');
  return [
    Buffer.from(text),
    Buffer.from([...text].reverse().join('')),
    utf16,
    Buffer.from(utf16).swap16(),
    Buffer.from(Buffer.from(text).toString('hex')),
    ...base64Anywhere(text).map((one) => Buffer.from(one)),
  ];
}

/** Whether bytes hold the canary in any form. */
export const holds = (bytes, text) => forms(text).some((form) => Buffer.from(bytes).includes(form));

/** Every file below a folder that holds the canary in its bytes or its name. */
export function filesWith(folder, text) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => holds(Buffer.from(path), text) || holds(readFileSync(path), text));
}
