import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from './read-document.ts';
import { subjectOf, sumTables } from './sums.ts';
import { linesOf } from './text/lines.ts';

const tablesIn = (text: string) => sumTables(linesOf(text).lines, () => false);

/** Sums as they are printed: `1 234 567`. */
const printed = (euros: number): string => String(euros).replaceAll(/(?<=\d)(?=(?:\d{3})+$)/g, ' ');

type Row = readonly [label: string, ...sums: number[]];

/** The same table in every form that people use. */
const layouts: Readonly<Record<string, (heads: readonly string[], rows: readonly Row[]) => string>> = {
  tabs: (heads, rows) =>
    [
      ['Menolaji', ...heads].join('\t'),
      ...rows.map(([label, ...sums]) => [label, ...sums.map(printed)].join('\t')),
    ].join('\n'),
  'pipes within': (heads, rows) =>
    [
      ['Menolaji', ...heads].join(' | '),
      ...rows.map(([label, ...sums]) => [label, ...sums.map(printed)].join(' | ')),
    ].join('\n'),
  'pipes around': (heads, rows) =>
    [
      `| Menolaji | ${heads.join(' | ')} |`,
      `|${'---|'.repeat(heads.length + 1)}`,
      ...rows.map(([label, ...sums]) => `| ${label} | ${sums.map(printed).join(' | ')} |`),
    ].join('\n'),
  'leading pipes': (heads, rows) =>
    [
      `| Menolaji | ${heads.join(' | ')}`,
      ...rows.map(([label, ...sums]) => `| ${label} | ${sums.map(printed).join(' | ')}`),
    ].join('\n'),
  columns: (heads, rows) =>
    [
      ['Menolaji'.padEnd(30), ...heads.map((head) => head.padStart(14))].join(''),
      ...rows.map(([label, ...sums]) =>
        [label.padEnd(30), ...sums.map((sum) => printed(sum).padStart(14))].join(''),
      ),
    ].join('\n'),
  'with euros': (heads, rows) =>
    [
      ['Menolaji', ...heads].join('\t'),
      ...rows.map(([label, ...sums]) => [label, ...sums.map((sum) => `${printed(sum)} €`)].join('\t')),
    ].join('\n'),
  'a cell a line': (_heads, rows) =>
    rows.flatMap(([label, ...sums]) => [label, ...sums.map((sum) => `${printed(sum)} €`)]).join('\n'),
  'empty lines between': (heads, rows) =>
    [
      ['Menolaji', ...heads].join('\t'),
      ...rows.map(([label, ...sums]) => [label, ...sums.map(printed)].join('\t')),
    ].join('\n\n'),
};

const labels = ['Palkat', 'Matkat', 'Ostopalvelut', 'Koneet ja laitteet', 'Vuokrat'];
const sums = fc
  .record({ rows: fc.integer({ min: 2, max: 5 }), years: fc.integer({ min: 1, max: 4 }) })
  .chain(({ rows, years }) =>
    fc.array(fc.array(fc.integer({ min: 1, max: 2_000_000 }), { minLength: years, maxLength: years }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

describe.each(Object.entries(layouts))('a table as %s', (_name, write) => {
  test('is known by its sums, and the sum said is the sum of the rows read', () => {
    fc.assert(
      fc.property(sums, (cells) => {
        const years = cells[0]!.map((_, at) => String(2025 + at));
        const total = years.map((_, at) => cells.reduce((all, row) => all + row[at]!, 0));
        const rows: Row[] = [...cells.map((row, at): Row => [labels[at]!, ...row]), ['Yhteensä', ...total]];
        const [table, ...more] = tablesIn(write(years, rows));
        expect(more).toEqual([]);
        expect(table!.rows.map(({ label, numbers }) => [label, ...numbers])).toEqual(
          cells.map((row, at) => [labels[at], ...row.map((sum) => sum * 100)]),
        );
        expect(table!.total!.numbers).toEqual(
          table!.total!.numbers.map((_, column) =>
            table!.rows.reduce((all, { numbers }) => all + (numbers[column] ?? 0), 0),
          ),
        );
        expect(table!.differs).toEqual([]);
        expect(subjectOf(table!, '')).toBe('costs');
      }),
      { numRuns: 60 },
    );
  });

  test('a sum that is not that of its rows is told with what it would be', () => {
    const rows: Row[] = [
      ['Palkat', 40_000, 50_000],
      ['Matkat', 2_000, 1_000],
      ['Yhteensä', 42_000, 52_000],
    ];
    const [table] = tablesIn(write(['2025', '2026'], rows));
    expect(table!.differs.map(({ printed: said, computed }) => [said, computed])).toEqual([
      [5_200_000, 5_100_000],
    ]);
  });
});

test.each([
  ['250 t€', 25_000_000],
  ['1,5 milj. €', 150_000_000],
  ['2 miljoonaa euroa', 200_000_000],
  ['250 000 €', 25_000_000],
] as const)('%s beside a label is %i cents', (words, cents) => {
  const { fields } = readDocument(`Valintaesitys 1.2.2025\nKokonaisbudjetti: ${words}`, 'selection-proposal');
  expect(fields.find(({ path }) => path === 'costsTotal.requested')?.value).toBe(cents);
});

describe('what a table is', () => {
  test('columns in another order, a sum at the head of the years, and Swedish words', () => {
    const [table] = tablesIn(
      'Kostnadsslag\tTotalt\t2025\t2026\nLöner\t90\t40\t50\nResor\t3\t2\t1\nTotalt\t93\t42\t51',
    );
    expect(table).toMatchObject({ columns: ['Totalt', '2025', '2026'] });
    expect(subjectOf(table!, '')).toBe('costs');
  });

  test('thousands and millions are read as what they are', () => {
    for (const text of [
      'Budjetti (1 000 €)\nPalkat\t40\t50\nMatkat\t2\t1\nYhteensä\t42\t51',
      'Budjetti (t€)\nPalkat\t40\t50\nMatkat\t2\t1\nYhteensä\t42\t51',
      'Palkat\t40 t€\t50 t€\nMatkat\t2 t€\t1 t€\nYhteensä\t42 t€\t51 t€',
    ])
      expect(tablesIn(text)[0]!.total!.numbers).toEqual([4_200_000, 5_100_000]);
    expect(tablesIn('Palkat 1,5 milj. €\nMatkat 0,5 milj. €\nYhteensä 2 milj. €')).toEqual([]);
  });

  test('numbers that make no sum, and a list of days, are no table', () => {
    for (const text of [
      'Osallistujia 52\nYrityksiä 90\nTapahtumia 4',
      'Kokous 1.2.2025\nKokous 2.3.2025\nKokous 3.4.2025',
      'Luku 1\nLuku 2\nLiite 3',
    ])
      expect(tablesIn(text)).toEqual([]);
  });

  test('income is taken off, sums between are no parts', () => {
    const [table] = tablesIn(
      'Palkat\t100\nMatkat\t20\nVälittömät yhteensä\t120\nFlat rate\t48\nKaikki yhteensä\t168',
    );
    expect(table!.differs).toEqual([]);
    expect(tablesIn('Palkat\t100\nTulot\t10\nNettokustannukset yhteensä\t90')[0]!.differs).toEqual([]);
  });

  test('a table that stands in a chapter is no sentence of it', () => {
    const text =
      'Valintaesitys 1.2.2025\nHankkeen perustiedot\nHankkeen nimi: Koe\nKuvaus hankkeen sisällöstä\nHanke auttaa.\nPalkat\t40 000\nMatkat\t2 000\nYhteensä\t42 000\nKiitos.';
    const { fields } = readDocument(text, 'selection-proposal');
    const said = (path: string) => fields.find((field) => field.path === path)?.value;
    expect(said('texts.summary.1.text')).toBe('Hanke auttaa. Kiitos.');
    expect(said('costsTotal.requested')).toBe(4_200_000);
  });
});
