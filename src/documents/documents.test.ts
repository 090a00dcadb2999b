import { inflateRawSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { writable } from './fonts.ts';
import { type Document, toDocx, toPdf } from './index.ts';

const small: Document = {
  title: 'Hankesalkku – maakunta & sen rahat',
  language: 'fi',
  day: '2026-11-20',
  footer: 'Euroopan unionin osarahoittama',
  blocks: [
    { kind: 'heading', level: 2, text: 'Rahat' },
    { kind: 'paragraph', text: 'Viisi hanketta, joista yksi on hylätty.' },
    { kind: 'list', items: ['Ensimmäinen', 'Toinen'] },
    {
      kind: 'figure-with-table',
      alt: 'Haettu 252 907 €, hyväksytty 0 €',
      bars: [{ label: 'Haettu', value: 252_907, text: '252 907 €' }],
      table: {
        caption: 'Rahat hankkeittain',
        columns: [
          { label: 'Hanke', width: 3 },
          { label: 'Haettu', number: true },
        ],
        rows: [
          ['Palvelupolut 2.0', '252 907 €'],
          ['Yhteensä', '252 907 €'],
        ],
        sum: true,
      },
    },
  ],
};

const long: Document = {
  ...small,
  landscape: true,
  blocks: [
    {
      kind: 'table',
      caption: 'Paljon rivejä',
      columns: Array.from({ length: 8 }, (_, at) => ({ label: `Sarake ${at}`, number: at > 1 })),
      rows: Array.from({ length: 500 }, (_, row) =>
        Array.from({ length: 8 }, (_cell, at) =>
          at === 0 ? `Hanke ${row} jolla on pitkä nimi` : `${row * at} €`,
        ),
      ),
    },
  ],
};

/** The text of a file in a zip package. */
function partOf(zip: Buffer, name: string): string {
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50; ) {
    const [size, nameLength, extra] = [
      zip.readUInt32LE(at + 18),
      zip.readUInt16LE(at + 26),
      zip.readUInt16LE(at + 28),
    ];
    const start = at + 30 + nameLength + extra;
    if (zip.toString('utf8', at + 30, at + 30 + nameLength) === name)
      return inflateRawSync(zip.subarray(start, start + size)).toString('utf8');
    at = start + size;
  }
  throw new Error(`No ${name}`);
}

describe('the same document gives the same bytes, whenever', () => {
  afterEach(() => vi.useRealTimers());
  test.each([
    ['PDF', toPdf],
    ['Word', toDocx],
  ] as const)('%s', async (_name, make) => {
    const first = await make(small);
    vi.setSystemTime('2031-05-06T07:08:09Z');
    expect((await make(small)).equals(first)).toBe(true);
    expect((await make({ ...small, title: 'Toinen' })).equals(first)).toBe(false);
  });
});

describe('PDF', () => {
  test('is tagged: title, language, headings, table with its headings, figure with words', async () => {
    const text = (await toPdf(small)).toString('latin1');
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    for (const mark of [
      '/MarkInfo',
      '/Lang (fi)',
      '/DisplayDocTitle true',
      '/S /H1',
      '/S /H2',
      '/S /Table',
      '/S /TH',
      '/Scope /Column',
      '/Scope /Row',
      '/S /L',
      '/S /Figure',
      '/Alt',
    ])
      expect(text, mark).toContain(mark);
  });
  test('tells how far it is, and 500 rows take well under five seconds of the processor', async () => {
    const told: number[] = [];
    const before = process.threadCpuUsage();
    const bytes = await toPdf(long, (done, of) => told.push(done / of));
    expect(process.threadCpuUsage(before).user).toBeLessThan(5_000_000);
    expect(told.length).toBeGreaterThan(10);
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(bytes.length).toBeGreaterThan(50_000);
  });
});

describe('Word', () => {
  test('has headings, a repeated head row, the language and the day of the document', async () => {
    const bytes = await toDocx(small);
    const body = partOf(bytes, 'word/document.xml');
    for (const part of ['Heading1', 'Heading2', 'w:tblHeader', 'Palvelupolut 2.0', 'maakunta &amp; sen'])
      expect(body).toContain(part);
    expect(partOf(bytes, 'word/styles.xml')).toContain('fi-FI');
    expect(partOf(bytes, 'docProps/core.xml')).toContain('2026-11-20T00:00:00Z');
  });
});

test('fonts go with the file, and letters of many languages are written as they are', async () => {
  const text = (await toPdf(small)).toString('latin1');
  expect(text).toMatch(/\/FontName \/[A-Z]{6}\+SourceSans3-Regular/);
  expect(text).not.toContain('Helvetica');
  expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(writable('Łódź – 5\u00a0€, ščř, Олена Зразок, Ελλάδα, −1')).toBe(
    'Łódź – 5\u00a0€, ščř, Олена Зразок, Ελλάδα, −1',
  );
  expect(writable('a\u0308ä\t漢')).toBe('ää ?');
});
