import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { cutPage, decodeCursor, encodeCursor } from './cursors.ts';
import { formatUuidv7, Id, isId, newId } from './ids.ts';
import { compareTexts } from './letters.ts';
import { inLanguage, LocalisedText, missingLanguages } from './localised.ts';
import { createRandom } from './random.ts';
import { err, mapResult, ok, unwrap } from './result.ts';

describe('ids', () => {
  test('10 000 in a row are valid, different and increasing', () => {
    const ids = Array.from({ length: 10_000 }, newId);
    expect(ids.every(isId)).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(ids);
  });
  test('carry the millisecond (RFC 9562, A.6)', () => {
    const bytes = Uint8Array.of(0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f);
    expect(formatUuidv7(0x017f22e279b0, 0xcc3, bytes)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
    const before = Date.now();
    const made = Number.parseInt(newId().replaceAll('-', '').slice(0, 12), 16);
    // Ids made in a row may be ahead of the clock.
    expect(made).toBeGreaterThanOrEqual(before);
    expect(made).toBeLessThan(Date.now() + 1000);
  });
  test.each([
    '',
    'x',
    '017F22E2-79B0-7CC3-98C4-DC0C0C07398F',
    '6ba7b810-9dad-41d1-80b4-00c04fd430c8',
    7,
    null,
  ])('%j is not an id', (text) => {
    expect(isId(text)).toBe(false);
    expect(Id.safeParse(text).success).toBe(false);
  });
});

describe('localised text', () => {
  test('falls back honestly', () => {
    expect(inLanguage({ fi: 'työ', sv: 'arbete' }, 'sv')).toEqual({ text: 'arbete', language: 'sv' });
    expect(inLanguage({ fi: 'työ', sv: ' ' }, 'sv')).toEqual({ text: 'työ', language: 'fi' });
    expect(inLanguage({ en: 'work' }, 'fi')).toEqual({ text: 'work', language: 'en' });
    expect(inLanguage({}, 'sv')).toEqual({ text: '', language: 'sv' });
    expect(missingLanguages({ sv: 'arbete', en: '' })).toEqual(['fi', 'en']);
    expect(LocalisedText.safeParse({ fi: ' ' }).success).toBe(false);
    expect(LocalisedText.parse({ en: 'work' })).toEqual({ en: 'work' });
  });
  test('Finnish order: Å Ä Ö last', () => {
    const names = ['Ähtäri', 'Åbo', 'Zorro', 'Örö', 'Akaa', 'Äänekoski'];
    expect(names.toSorted(compareTexts)).toEqual(['Akaa', 'Zorro', 'Åbo', 'Ähtäri', 'Äänekoski', 'Örö']);
  });
});

describe('results', () => {
  test('change and unwrap', () => {
    expect(mapResult(ok(2), (value) => value * 2)).toEqual({ ok: true, value: 4 });
    expect(mapResult(err({ code: 'no' }), () => 1)).toEqual({ ok: false, error: { code: 'no' } });
    expect(unwrap(ok('a'))).toBe('a');
    expect(() => unwrap(err({ code: 'no' }))).toThrow('no');
  });
});

describe('seeded random', () => {
  test('the same seed gives the same numbers on every machine', () => {
    const random = createRandom('polku');
    expect(Array.from({ length: 5 }, () => random.int(1, 1000))).toMatchInlineSnapshot(`
      [
        60,
        472,
        588,
        52,
        828,
      ]
    `);
    expect(createRandom(1).next()).not.toBe(createRandom(2).next());
  });
  test('a fork depends on its name, not on what was drawn', () => {
    const [value, other] = [createRandom('x'), createRandom('x')];
    other.next();
    expect(value.fork('clients').next()).toBe(other.fork('clients').next());
    expect(value.fork('clients').next()).not.toBe(value.fork('companies').next());
  });
  test('is even: 12 faces, 60 000 throws, and weights are kept', () => {
    const random = createRandom('dice');
    const faces = new Map<number, number>();
    const letters = new Map<string, number>();
    for (let n = 0; n < 60_000; n += 1) {
      const face = random.int(1, 12);
      faces.set(face, (faces.get(face) ?? 0) + 1);
      const letter = random.weighted([
        ['a', 1],
        ['never', 0],
        ['b', 3],
      ]);
      letters.set(letter, (letters.get(letter) ?? 0) + 1);
    }
    expect(faces.size).toBe(12);
    for (const times of faces.values()) expect(Math.abs(times - 5_000)).toBeLessThan(300);
    expect(Math.abs((letters.get('a') ?? 0) - 15_000)).toBeLessThan(500);
    expect(letters.has('never')).toBe(false);
  });
  test('shuffling and sampling keep the items', () => {
    fc.assert(
      fc.property(fc.string(), fc.uniqueArray(fc.integer()), fc.nat(20), (seed, items, count) => {
        const random = createRandom(seed);
        expect(random.shuffle(items).toSorted()).toEqual(items.toSorted());
        const sample = random.sample(items, count);
        expect(new Set(sample).size).toBe(Math.min(count, items.length));
        expect(sample.every((item) => items.includes(item))).toBe(true);
        if (items.length > 0) expect(items).toContain(random.pick(items));
      }),
    );
    expect(() => createRandom(1).pick([])).toThrow(RangeError);
    expect(() => createRandom(1).weighted([['a', 0]])).toThrow(RangeError);
    expect(() => createRandom(1).int(2, 1)).toThrow(RangeError);
    expect(isId(formatUuidv7(0, 0, createRandom(1).bytes(8)))).toBe(true);
  });
});

describe('cursors', () => {
  const Key = z.tuple([z.string(), z.string()]);
  test('there and back, in any letters', () => {
    fc.assert(
      fc.property(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string()), (key) => {
        const cursor = encodeCursor(key);
        expect(cursor).toMatch(/^[\w-]*$/);
        expect(decodeCursor(cursor, Key)).toEqual({ ok: true, value: key });
      }),
    );
  });
  test.each(['', '%', 'abc', encodeCursor(['only one']), encodeCursor({ a: 1 })])(
    '%j is refused',
    (cursor) => {
      expect(decodeCursor(cursor, Key)).toEqual({ ok: false, error: { code: 'invalid-cursor' } });
    },
  );
  test('a page is cut and points on', () => {
    expect(cutPage([1, 2, 3], 2, (row) => row)).toEqual({ items: [1, 2], next: encodeCursor(2) });
    expect(cutPage([1, 2], 2, (row) => row)).toEqual({ items: [1, 2] });
    expect(cutPage([], 2, (row) => row)).toEqual({ items: [] });
  });
});
