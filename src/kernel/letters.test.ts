import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { letters, lettersSql, orderKey, plainLetters } from './letters.ts';

test.each([
  ['Çelik', 'celik'],
  ['Núñez', 'nunez'],
  ['Bērziņš', 'berzins'],
  ['Ștefănescu', 'stefanescu'],
  ['al-Saïd', 'al said'],
  ['Łukasz', 'lukasz'],
  ['Đỗ', 'do'],
  ['Ørsted', 'orsted'],
  ['Þór', 'thor'],
  ['Großmann', 'grossmann'],
  ['STRASSE', 'strasse'],
  ['O’Brien', 'obrien'],
  ["D'Angelo", 'dangelo'],
  ['  Konepaja   Virta  Oy, ', 'konepaja virta oy'],
  ['C++ / C#', 'c++ c#'],
  ['İstanbul', 'istanbul'],
  ['Олена', 'олена'],
])('%s is compared as %s', (text, folded) => {
  expect(letters(text)).toBe(folded);
  expect(plainLetters(text)).toBe(folded);
});

test('å ä ö are letters of their own, and a a o for those who lack them', () => {
  expect(letters('ÅÄÖ åäö')).toBe('åäö åäö');
  expect(letters('ÅÄÖ'.normalize('NFD'))).toBe('åäö');
  expect(plainLetters('Åsa Hämäläinen-Öhman')).toBe('asa hamalainen ohman');
});

test('every Latin letter with a decomposition, or of the languages of Europe, becomes letters of a keyboard', () => {
  const left: string[] = [];
  for (let code = 0x41; code <= 0x17f; code += 1) {
    const letter = String.fromCodePoint(code);
    if (!/\p{Script=Latin}/u.test(letter)) continue;
    if (!/^[a-z]{1,2}$/.test(plainLetters(letter))) left.push(letter);
  }
  for (let code = 0x1e00; code <= 0x1eff; code += 1) {
    const letter = String.fromCodePoint(code);
    if (!/^[a-z]{1,2}$/.test(plainLetters(letter))) left.push(letter);
  }
  expect(left).toEqual([]);
});

test('the database folds by the same table', () => {
  const migration = readFileSync(new URL('../db/migrations/0305_search.sql', import.meta.url), 'utf8');
  expect(migration).toContain(lettersSql());
});

test('texts stand in the order of a Finnish register: word by word, å ä ö last', () => {
  const wanted = [
    '1. apu',
    'Aho Ville',
    'Ahola Anna',
    'Çelik Elif',
    'Celin Ek',
    'Vapa',
    'Wirta',
    'Zorn',
    'Åberg',
    'Äijälä',
    'Öhman',
  ];
  const byKey = (a: string, b: string) => (orderKey(a) < orderKey(b) ? -1 : 1);
  expect([...wanted].reverse().sort(byKey)).toEqual(wanted);
});
