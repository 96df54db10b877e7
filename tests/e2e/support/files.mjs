// Files to report with: the samples of practice, and others made on the spot.

import { copyFileSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { freshFolder, root } from './places.mjs';

const samples = join(root, 'src-tauri/desk/samples');

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function chunk(kind, body) {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A real picture of one colour. */
export function png(width = 64, height = 48, [red, green, blue] = [40, 90, 200]) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, Buffer.from([red, green, blue]))]);
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([start, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

/** A folder of files for one test. */
export class Files {
  folder = freshFolder('files');

  /** The path of a name in it. */
  path(name) {
    return join(this.folder, name);
  }

  /** A copy of a sample, by its name. */
  sample(name, as = name) {
    copyFileSync(join(samples, name), this.path(as));
    return this.path(as);
  }

  write(name, bytes) {
    writeFileSync(this.path(name), bytes);
    return this.path(name);
  }

  /** A text file of so many bytes, all of them letters. */
  text(name, bytes, letter = 'a') {
    return this.write(name, Buffer.alloc(bytes, letter));
  }

  /** A file of so many bytes of which none are on the disk. */
  sparse(name, bytes) {
    const path = this.write(name, '');
    truncateSync(path, bytes);
    return path;
  }

  makeFolder(name) {
    mkdirSync(this.path(name));
    return this.path(name);
  }

  link(name, to) {
    symlinkSync(to, this.path(name));
    return this.path(name);
  }
}
