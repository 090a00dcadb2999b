import { expect, test } from 'vitest';
import { addressWith, addressWithout, safeReturn } from './address.ts';

test.each([
  ['/asiakkaat?haku=a#b', '/asiakkaat?haku=a#b'],
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
  const here = { pathname: '/a', search: '?haku=x&kunta=491&kunta=507&kohdasta=c' };
  expect(addressWith(here, { jarjestys: '-nimi', kohdasta: undefined })).toBe(
    '/a?haku=x&kunta=491&kunta=507&jarjestys=-nimi',
  );
  expect(addressWithout(here, 'kunta', '491')).toBe('/a?haku=x&kunta=507');
});
