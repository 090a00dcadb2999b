import { expect, test } from 'vitest';
import { addressWith, addressWithout, safeReturn } from './address.ts';

test.each([
  ['/asiakkaat?search=a#b', '/asiakkaat?search=a#b'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/\t/evil.example', '/'],
  ['', '/'],
  [undefined, '/'],
])('a return to %j leads to %s', (given, wanted) => {
  expect(safeReturn(given)).toBe(wanted);
});

test('an address keeps its other parameters', () => {
  const here = { pathname: '/a', search: '?search=x&place=491&place=507&from=c' };
  expect(addressWith(here, { sort: '-nimi', from: undefined })).toBe(
    '/a?search=x&place=491&place=507&sort=-nimi',
  );
  expect(addressWithout(here, 'place', '491')).toBe('/a?search=x&place=507');
});
