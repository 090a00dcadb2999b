import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages } from '../language.ts';

const web = join(import.meta.dirname, '..');
const plural = /_(zero|one|two|few|many|other)$/;

type Flat = ReadonlyMap<string, string>;

function flatten(value: unknown, path: string[] = []): [string, string][] {
  if (typeof value === 'string') return [[path.join('.'), value]];
  if (typeof value !== 'object' || value === null) throw new Error(`Not a text: ${path.join('.')}`);
  return Object.entries(value).flatMap(([key, inside]) => flatten(inside, [...path, key]));
}

const files = readdirSync(join(import.meta.dirname, 'fi')).filter((name) => name.endsWith('.json'));

function textsOf(language: string): Map<string, Flat> {
  return new Map(
    files.map((file) => [
      file,
      new Map(flatten(JSON.parse(readFileSync(join(import.meta.dirname, language, file), 'utf8')))),
    ]),
  );
}

function placesOf(text: string): string[] {
  return [...text.matchAll(/\{\{\s*([\w.-]+)/g)].map((match) => match[1] ?? '').sort();
}

/** All keys as `namespace:key`, plural endings taken off. */
const known = new Set(
  [...textsOf('fi')].flatMap(([file, texts]) =>
    [...texts.keys()].flatMap((key) => {
      const namespace = file.split('.')[0];
      return [`${namespace}:${key}`, `${namespace}:${key.replace(plural, '')}`];
    }),
  ),
);

describe('texts', () => {
  test('every language has the same files', () => {
    for (const language of languages) {
      const there = readdirSync(join(import.meta.dirname, language)).filter((name) => name.endsWith('.json'));
      expect(there.sort(), language).toEqual([...files].sort());
    }
  });

  test.each(languages)('%s has the keys and places of Finnish, and no empty text', (language) => {
    const finnish = textsOf('fi');
    const wrong: string[] = [];
    for (const [file, texts] of textsOf(language)) {
      const source = finnish.get(file) ?? new Map<string, string>();
      for (const key of new Set([...source.keys(), ...texts.keys()])) {
        const text = texts.get(key);
        const original = source.get(key);
        if (text === undefined) wrong.push(`${file} ${key}: missing`);
        else if (original === undefined) wrong.push(`${file} ${key}: not in Finnish`);
        else if (text.trim() === '') wrong.push(`${file} ${key}: empty`);
        else if (placesOf(text).join() !== placesOf(original).join())
          wrong.push(`${file} ${key}: other places`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('a plural has both its forms', () => {
    const wrong: string[] = [];
    for (const [file, texts] of textsOf('fi')) {
      for (const key of texts.keys()) {
        const stem = key.replace(plural, '');
        if (stem === key) continue;
        for (const form of ['one', 'other']) {
          if (!texts.has(`${stem}_${form}`)) wrong.push(`${file} ${stem}_${form}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

type Use = { readonly at: string; readonly key: string; readonly prefix: boolean };

/** Where a source asks for a text: `t('key')`, `` t(`begin.${x}`) `` and `key: 'namespace:key'`. */
function usesOf(file: string): Use[] {
  const source = readFileSync(file, 'utf8');
  const where = relative(web, file);
  const bindings = [...source.matchAll(/const (\w+) = useT\((?:'([\w-]+)')?\)/g)].map((match) => ({
    name: match[1] ?? '',
    namespace: match[2] ?? 'common',
    from: match.index,
  }));
  const namespaceAt = (name: string, at: number) =>
    bindings.filter((binding) => binding.name === name && binding.from < at).at(-1)?.namespace;
  const uses: Use[] = [];
  for (const match of source.matchAll(/\b(\w+)\((['`])([a-zA-Z][\w:.-]*)(\$\{|\2)/g)) {
    const [, name = '', , key = '', end] = match;
    const own = namespaceAt(name, match.index);
    if (own === undefined && !(name === 't' && key.includes(':'))) continue;
    uses.push({ at: where, key: key.includes(':') ? key : `${own}:${key}`, prefix: end === '${' });
  }
  for (const match of source.matchAll(/key: '([a-z-]+:[\w.-]+)'/g)) {
    uses.push({ at: where, key: match[1] ?? '', prefix: false });
  }
  return uses;
}

describe('uses of texts', () => {
  const sources = readdirSync(web, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
  const uses = sources.flatMap(usesOf);

  test('the uses are found at all', () => {
    expect(uses.length).toBeGreaterThan(100);
  });

  test('every text asked for is there', () => {
    const missing = uses
      .filter(({ key, prefix }) =>
        prefix ? ![...known].some((one) => one.startsWith(key)) : !known.has(key),
      )
      .map(({ at, key, prefix }) => `${at}: ${key}${prefix ? '…' : ''}`);
    expect(missing).toEqual([]);
  });
});

describe('words of refusals', () => {
  const source = join(web, '../src');
  const files = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
  const listed = (pattern: RegExp) =>
    files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(pattern)].flatMap((match) =>
        [...(match[1] ?? '').matchAll(/'([a-z0-9-]+)'/g)].map((code) => code[1] ?? ''),
      ),
    );

  test('every refusal of a use case has its words', () => {
    const codes = new Set(listed(/\w*[rR]efusals(?:: | = )\[([^\]]*)\]/g));
    expect([...codes].filter((code) => !known.has(`refusals:${code}`)).sort()).toEqual([]);
  });

  test('every reason of a denial has its words', () => {
    const reasons = listed(/\bdenyReasons = \[([^\]]*)\]/g);
    expect(reasons.length).toBeGreaterThan(3);
    expect(reasons.filter((reason) => !known.has(`refusals:denied.${reason}`))).toEqual([]);
  });
});
