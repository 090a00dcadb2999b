import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import routes from '../src/routes.ts';
import { moved, movedNames, movedTo, presentAddress } from './moved.ts';

const known = routes
  .flatMap((entry) => entry.children ?? [entry])
  .map(({ path, index }) => (index === true ? '/' : `/${path}`));

describe('former addresses', () => {
  test.each(Object.entries(moved))('%s leads to a page that is there: %s', (before, now) => {
    const plain = now.split(/[?#]/)[0]!;
    expect(known).toContain(plain);
    expect(Object.keys(moved)).not.toContain(plain);
    expect(known.filter((path) => path === before)).toHaveLength(1);
  });

  test('what stood after the question mark goes along, and every name of the address', () => {
    expect(movedTo('/kieli', '?valitse=sv&takaisin=%2Fmy')).toBe('/language?valitse=sv&takaisin=%2Fmy');
    expect(movedTo('/more')).toBe('/');
    expect(movedTo('/clients')).toBeUndefined();
  });

  test.each([
    ['/language?valitse=sv&takaisin=%2Fmy', '/language?choose=sv&back=%2Fmy'],
    ['/jobs?kunta=491&kunta=507&x=1', '/jobs?place=491&place=507&x=1'],
    ['/match/a/b?muutos=person&muutos=need', '/match/a/b?change=person&change=need'],
    ['/clients?kohdasta=abc', '/clients'],
    ['//elsewhere.example/?haku=a', '/'],
    ['/\\elsewhere.example/?haku=a', '/'],
    ['/clients?search=a', undefined],
    ['/clients?constructor=a', undefined],
    ['/clients', undefined],
  ])('names after the question mark: %s', (before, now) => expect(presentAddress(before)).toBe(now));

  test('no page leads to, or reads, a name of before', () => {
    const sources = globSync(['src/**/*.{ts,tsx}', 'web/**/*.{ts,tsx}'])
      .filter((file) => !/\.test\.ts$|web\/moved\.ts$/.test(file))
      .map((file) => readFileSync(file, 'utf8'));
    const all = sources.join('\n');
    const before = new Set(Object.keys(movedNames));
    for (const [, names = ''] of all.matchAll(/\bwas: \{([^}]*)\}/g))
      for (const [, name] of names.matchAll(/(\w+):/g)) before.add(name!);
    const used = [
      ...all.matchAll(/[?&](\w+)=/g),
      ...all.matchAll(/(?:searchParams|search|asked|query)\.(?:get|getAll|has)\('(\w+)'\)/g),
    ].map(([, name]) => name!);
    expect(before.size).toBeGreaterThan(20);
    expect(new Set(used).has('search')).toBe(true);
    expect([...new Set(used)].filter((name) => before.has(name))).toEqual([]);
  });
});
