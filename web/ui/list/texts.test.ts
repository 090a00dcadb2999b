import { expect, test } from 'vitest';
import { readTexts } from '../../../src/texts/files.ts';
import { declaredLists } from './declare.ts';

test('every list has all its words', async () => {
  const pages = import.meta.glob('../../../src/{modules/*/pages,pages}/*.tsx');
  for (const bring of Object.values(pages)) await bring();
  expect(declaredLists.length).toBeGreaterThan(25);
  const { fi } = readTexts();
  const missing = declaredLists.flatMap(({ name, texts, prefix = '', searched, columns, filters = [] }) => {
    const keys = [
      'title',
      'none',
      'none-next',
      ...(searched === false ? [] : ['search']),
      ...columns.map(({ key }) => `column.${key}`),
      ...filters.filter(({ kind }) => kind !== 'link').map(({ name: filter }) => `filter.${filter}`),
    ];
    return keys
      .filter((key) => fi[texts]?.[prefix + key] === undefined)
      .map((key) => `${name}: ${texts}:${prefix}${key}`);
  });
  expect(missing).toEqual([]);
}, 120_000);
