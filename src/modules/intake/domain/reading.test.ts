import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decodeDocument } from '#kernel/decode.ts';
import { everyDocument } from '#test/fixtures/intake/mutations.ts';
import { documentKinds } from './codes.ts';
import { readDocument } from './read-document.ts';
import type { ReadDocument } from './reading.ts';
import { recognise } from './recognise.ts';

const documents = everyDocument;
const anyDocument = fc.constantFrom(...documents);
const plain = (document: ReadDocument) =>
  document.fields.map(({ path, value, line }) => ({ path, value, line }));

describe('reading any document of any kind', () => {
  test('never throws, is the same again, and keeps within the file', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.constantFrom(...documentKinds),
        (text, kind) => {
          const once = readDocument(text, kind);
          expect(JSON.stringify(readDocument(text, kind))).toBe(JSON.stringify(once));
          const count = text.split(/\r\n|\r|\n|\u2028/).length;
          for (const { line, endLine } of once.fields)
            expect([line >= 1, endLine <= count]).toEqual([true, true]);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('a file cut at any line invents nothing: what is there is as it is in the whole', () => {
    fc.assert(
      fc.property(anyDocument, fc.double({ min: 0, max: 1, noNaN: true }), ({ kind, text }, share) => {
        const lines = text.split('\n');
        const kept = Math.floor(lines.length * share);
        const whole = readDocument(text, kind);
        const cut = readDocument(lines.slice(0, kept).join('\n'), kind);
        const raws = whole.fields.map(({ raw }) => raw);
        const byPath = new Map(whole.fields.map((field) => [field.path, field]));
        for (const field of cut.fields) {
          const there = byPath.get(field.path);
          const same =
            there && there.line === field.line && JSON.stringify(there.value) === JSON.stringify(field.value);
          // Only what reaches the cut may be shorter; then it is a beginning of what the whole says.
          const begins = raws.some((raw) => raw.startsWith(field.raw) || raw.includes(field.raw.trim()));
          expect({ path: field.path, sound: same || begins }).toEqual({ path: field.path, sound: true });
        }
      }),
      { numRuns: 150 },
    );
  });

  test('a number changed changes its own field and no other', () => {
    const money = documents.flatMap((document) =>
      readDocument(document.text, document.kind)
        .fields.filter(
          ({ type, value, raw, line, endLine }) =>
            type === 'cents' &&
            typeof value === 'number' &&
            value > 0 &&
            line === endLine &&
            /^\d[\d .]*$/.test(raw.trim()),
        )
        .map((field) => ({ document, field })),
    );
    expect(money.length).toBeGreaterThan(15);
    fc.assert(
      fc.property(fc.constantFrom(...money), ({ document, field }) => {
        const lines = document.text.split('\n');
        const printed = field.raw.trim();
        const changed = printed.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
        const line = lines[field.line - 1]!;
        if (line.split(printed).length !== 2) return;
        lines[field.line - 1] = line.replace(printed, changed);
        const before = readDocument(document.text, document.kind);
        const after = readDocument(lines.join('\n'), document.kind);
        const differing = after.fields.filter(
          (row, at) => JSON.stringify(row.value) !== JSON.stringify(before.fields[at]?.value),
        );
        expect(differing.map(({ line: where }) => where).every((where) => where === field.line)).toBe(true);
        expect(differing.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});

const encoded = (text: string): Record<string, Uint8Array> => {
  const utf8 = new TextEncoder();
  const latin = Uint8Array.from([...text].map((letter) => cp1252[letter] ?? letter.charCodeAt(0)));
  const utf16 = new Uint8Array([
    0xff,
    0xfe,
    ...new Uint8Array(Uint16Array.from(text, (unit) => unit.charCodeAt(0)).buffer),
  ]);
  return {
    'Windows line ends': utf8.encode(text.replaceAll('\n', '\r\n')),
    'old Mac line ends': utf8.encode(text.replaceAll('\n', '\r')),
    'a byte order mark': new Uint8Array([0xef, 0xbb, 0xbf, ...utf8.encode(text)]),
    'UTF-16': utf16,
    'Windows-1252': latin,
    'letters in two parts': utf8.encode(text.normalize('NFD')),
    'non-breaking spaces in numbers': utf8.encode(text.replaceAll(/(\d) (\d{3})/g, '$1\u00a0$2')),
  };
};
const cp1252: Readonly<Record<string, number>> = {
  '€': 0x80,
  '–': 0x96,
  '—': 0x97,
  '”': 0x94,
  '“': 0x93,
  '’': 0x92,
  '•': 0x95,
};

describe.each(documents)('$name, however it was saved', ({ kind, text }) => {
  const whole = plain(readDocument(text, kind));
  const known = [...text].every((letter) => letter.charCodeAt(0) < 256 || letter in cp1252);
  it.each(Object.entries(encoded(text)).filter(([way]) => known || way !== 'Windows-1252'))(
    'with %s says the same',
    (_way, bytes) => {
      const decoded = decodeDocument(bytes);
      if (!decoded.ok) throw new Error(decoded.error.code);
      expect(plain(readDocument(decoded.value.text, kind))).toEqual(whole);
      expect(recognise(decoded.value.text).kind).toBe(kind);
    },
  );
});

describe('files that are no documents', () => {
  it.each([
    ['nothing', new Uint8Array(), 'document-empty'],
    ['spaces', new TextEncoder().encode(' \n\t\n '), 'document-empty'],
    ['a PDF', new TextEncoder().encode('%PDF-1.7 …'), 'document-binary'],
    ['a Word file', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]), 'document-binary'],
    ['bytes of any kind', Uint8Array.from({ length: 500 }, (_, at) => (at * 37) % 256), 'document-binary'],
    ['too much', new Uint8Array(2 * 1024 * 1024 + 1).fill(97), 'document-too-large'],
  ])('%s', (_what, bytes, code) => {
    expect(decodeDocument(bytes)).toMatchObject({ ok: false, error: { code } });
  });

  it('a text of another matter is foreign, with the reasons told', () => {
    const recipe =
      'Pannukakku\n\nAinekset\n\n- 8 dl maitoa\n- 4 munaa\n\nValmistus\n\nVatkaa munat ja lisää maito. Paista 200 asteessa.';
    expect(recognise(recipe)).toMatchObject({ outcome: 'foreign', kind: undefined });
    for (const kind of documentKinds) expect(() => readDocument(recipe, kind)).not.toThrow();
  });
});
