import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { type Language, languages } from '#kernel/localised.ts';
import { parseTexts } from './parse.ts';

const root = join(import.meta.dirname, '../..');

/** All texts of one language: namespace → key → text. */
export type Namespaces = Record<string, Record<string, string>>;

/** Every file of texts: those of the rooms, of the pages of no room, and of what all pages share. */
export function textFiles(): string[] {
  const rooms = join(root, 'src/modules');
  return [...readdirSync(rooms).map((room) => join(rooms, room)), join(root, 'src/pages'), join(root, 'web')]
    .map((folder) => join(folder, 'texts'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.tsv'))
        .sort()
        .map((name) => join(folder, name)),
    );
}

/**
 * Reads every file of texts. The name of a file is its namespace; `refusals.consents.tsv` is a part of `refusals`.
 * @throws Error when a row lacks a language or a key stands twice in a namespace
 */
export function readTexts(): Record<Language, Namespaces> {
  const all = Object.fromEntries(languages.map((language) => [language, {}])) as Record<Language, Namespaces>;
  for (const file of textFiles()) {
    const namespace = basename(file).split('.')[0] ?? '';
    const texts = parseTexts(readFileSync(file, 'utf8'), relative(root, file));
    const twice = Object.keys(texts.fi).find((key) => key in (all.fi[namespace] ?? {}));
    if (twice !== undefined)
      throw new Error(`${relative(root, file)}: ${namespace}:${twice} stands in another file too`);
    for (const language of languages)
      all[language][namespace] = { ...all[language][namespace], ...texts[language] };
  }
  return all;
}
