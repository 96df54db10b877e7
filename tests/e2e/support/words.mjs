// The window's own words, from its source: a changed wording changes what the tests expect, and a lost one fails them.

import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freshFolder, fromUi, root } from './places.mjs';

const source = join(root, 'ui/src/words');
const names = readdirSync(source)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'index.ts')
  .map((file) => file.slice(0, -'.ts'.length));

async function bundled() {
  const folder = freshFolder('words');
  const entry = join(folder, 'entry.ts');
  writeFileSync(entry, names.map((name) => `export * as ${name} from '${join(source, name)}';`).join('\n'));
  const { build } = await import(pathToFileURL(fromUi.resolve('vite')).href);
  await build({
    configFile: false,
    logLevel: 'error',
    root: folder,
    build: {
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      lib: { entry, formats: ['es'], fileName: () => 'words.mjs' },
    },
  });
  return import(pathToFileURL(join(folder, 'words.mjs')).href);
}

/** Every file of ui/src/words by its name, with what it exports. */
export const words = await bundled();
