import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTexts } from '../../src/texts/files.ts';
import { parseTexts } from '../../src/texts/parse.ts';

const root = join(import.meta.dirname, '../..');
const plural = /_(zero|one|other)$/;

/** All keys as `namespace:key`, with and without their plural endings. */
const known = new Set(
  Object.entries(readTexts().fi).flatMap(([namespace, texts]) =>
    Object.keys(texts).flatMap((key) => [`${namespace}:${key}`, `${namespace}:${key.replace(plural, '')}`]),
  ),
);

const sources = ['web', 'src'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.test.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
);
const found = (pattern: RegExp) =>
  sources.flatMap((source) => [...source.matchAll(pattern)].map((match) => match[1] ?? ''));

describe('a table of texts', () => {
  test.each([
    ['key\tfi\tsv\ten\na\tyksi\tett\n', 'a row is a key and its text in fi, sv, en'],
    ['key\tfi\tsv\ten\na\tyksi\t \tone\n', 'a row is a key and its text in fi, sv, en'],
    ['key\tfi\tsv\ten\na\tx\tx\tx\na\ty\ty\ty\n', 'a stands already above'],
    ['key\tfi\tsv\ten\na b a\tx\tx\tx\n', 'a stands already above'],
    ['key\tfi\tsv\ten\na \tx\tx\tx\n', 'a row is a key and its text in fi, sv, en'],
    ['key\tfi\tsv\ten\na\tx\ty\tz\nb\tx\ty\tz\n', 'b says what a says'],
    ['key\tfi\tsv\ten\na\t{{name}}\t{{namn}}\t{{name}}\n', 'the languages have different places'],
    ['key\tfi\tsv\ten\na_one\tx\tx\tx\n', 'a plural has the forms _one and _other'],
    ['key\tfi\ten\n', 'the first row must be key, fi, sv, en'],
  ])('%j is refused', (table, why) => {
    expect(() => parseTexts(table, 'x.tsv')).toThrow(why);
  });

  test('keys that say the same stand in one row', () => {
    const texts = parseTexts('key\tfi\tsv\ten\na b\tx\ty\tz\n', 'x.tsv');
    expect([texts.fi, texts.sv]).toEqual([
      { a: 'x', b: 'x' },
      { a: 'y', b: 'y' },
    ]);
  });
});

// Keys that pages ask for are checked by the compiler (`useT`); here are those that servers write.
describe('uses of texts', () => {
  test('every sentence left for the next page is there', () => {
    const keys = found(/\b(?:key|say): '([a-z-]+:[\w.-]+)'/g);
    expect(keys.length).toBeGreaterThan(50);
    expect(keys.filter((key) => !known.has(key))).toEqual([]);
  });
});

describe('words of refusals', () => {
  const listed = (pattern: RegExp) =>
    found(pattern).flatMap((list) => [...list.matchAll(/'([a-z0-9-]+)'/g)].map((code) => code[1] ?? ''));

  test('every refusal of a use case has its words', () => {
    const codes = new Set(listed(/\w*[rR]efusals(?:: | = )\[([^\]]*)\]/g));
    expect(codes.size).toBeGreaterThan(100);
    expect([...codes].filter((code) => !known.has(`refusals:${code}`)).sort()).toEqual([]);
  });

  test('every reason of a denial has its words', () => {
    const reasons = listed(/\bdenyReasons = \[([^\]]*)\]/g);
    expect(reasons.length).toBeGreaterThan(3);
    expect(reasons.filter((reason) => !known.has(`refusals:denied.${reason}`))).toEqual([]);
  });
});
