import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTexts } from '../src/texts/files.ts';

// Writes the keys of all texts as types, beside the types of the routes, so that the compiler finds a key that is not there.

const folder = join(import.meta.dirname, '../.react-router/types');
const namespaces = Object.entries(readTexts().fi).map(([namespace, texts]) => {
  const keys = new Set(Object.keys(texts).flatMap((key) => [key, key.replace(/_(zero|one|other)$/, '')]));
  return `  '${namespace}': ${[...keys].map((key) => `'${key}'`).join(' | ')};\n`;
});
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'texts.d.ts'), `interface TextKeys {\n${namespaces.join('')}}\n`);
