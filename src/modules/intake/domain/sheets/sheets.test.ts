import { describe, expect, it } from 'vitest';
import { type Cell, columnLetter, plainSheet, readWorkbook, type Workbook } from '#sheets';
import { readBudgetSheet } from './budget.ts';
import { readIndicatorSheet } from './indicators.ts';

const book = (rows: readonly (readonly Cell[])[]): Workbook => ({ sheets: [plainSheet(rows)], marks: [] });
const heading = ['Osa', 'Nimike', 'Vuosi', 'Haettu €', 'Hyväksytty €', 'Hylätty €'];

describe('a budget in a spreadsheet', () => {
  it('is read row by row, blanks as blanks, numbers as people write them', () => {
    const { rows, errors } = readBudgetSheet(
      book([
        heading,
        ['kustannus', 'Palkkakustannukset', 2024, 180_648, 0, 180_648],
        [null, null, null, null, null, null],
        ['Kustannus', 'Flat rate 40 %', '2024', '72 259,20 €', '', null],
        ['rahoitus', 'Omarahoitus: Kuntarahoitus', null, '50.580', null, null],
      ]),
    );
    expect(errors).toEqual([]);
    expect(rows.map(({ row, requested, rejected }) => [row, requested, rejected])).toEqual([
      [2, 18_064_800, 18_064_800],
      [4, 7_225_920, undefined],
      [5, 5_058_000, undefined],
    ]);
  });

  it('tells every fault with its row and column, and then reads nothing', () => {
    const { rows, errors } = readBudgetSheet(
      book([
        heading,
        ['palkka', 'Palkat', 2024, 1000, null, null],
        ['kustannus', '', 24, '1.5', null, 'paljon'],
        ['kustannus', 'Muut', 2024, 10.005, null, null],
        ['kustannus', 'muut', 2024, 10, null, null],
        ['rahoitus', 'Tyhjä', null, null, null, null],
      ]),
    );
    expect(rows).toEqual([]);
    expect(errors.map(({ row, column, code }) => `${column}${row} ${code}`)).toEqual([
      'A2 not-a-part',
      'B3 required',
      'C3 not-a-year',
      'D3 ambiguous-number',
      'F3 not-a-number',
      'D4 too-precise',
      'B5 said-twice',
      'D6 required',
    ]);
  });

  it('knows an empty sheet and one without a heading', () => {
    expect(readBudgetSheet(book([])).errors).toMatchObject([{ row: 1, code: 'heading-wrong' }]);
    expect(readBudgetSheet(book([heading])).errors).toMatchObject([{ row: 2, code: 'empty' }]);
  });
});

describe('indicators in a spreadsheet', () => {
  it('are read with their targets as written', () => {
    const { rows, errors } = readIndicatorSheet(
      book([
        ['Mittari', 'Laji', 'Yksikkö', 'Lähtötaso', 'Tavoite', 'Määräpäivä'],
        ['Työllistyneet', 'tulos', 'henkilöä', 0, 'noin 40', new Date('2026-12-31T00:00:00Z')],
      ]),
    );
    expect(errors).toEqual([]);
    expect(rows).toEqual([
      {
        row: 2,
        name: 'Työllistyneet',
        kind: 'result',
        unit: 'henkilöä',
        baseline: '0',
        target: 'noin 40',
        due: '2026-12-31',
        columns: { baseline: 'D', target: 'E', due: 'F' },
      },
    ]);
  });

  it('tell their faults', () => {
    const { errors } = readIndicatorSheet(
      book([
        ['Mittari', 'Laji', 'Yksikkö', 'Lähtötaso', 'Tavoite', 'Määräpäivä'],
        ['', 'mitä', '', 'x', '1.5', '31.2.2026'],
      ]),
    );
    expect(errors.map(({ row, column, code }) => `${column}${row} ${code}`)).toEqual([
      'A2 required',
      'B2 not-a-kind',
      'D2 not-a-number',
      'E2 ambiguous-number',
      'F2 not-a-day',
    ]);
  });
});

describe('a budget as others write it', () => {
  const lines = ({ rows }: ReturnType<typeof readBudgetSheet>) =>
    rows.map(({ part, label, year, requested, approved }) => [part, label, year, requested, approved]);

  it('has its columns in any order and language, a title above, and empty rows between', () => {
    const sheet = readBudgetSheet(
      book([
        ['Projektets budget', null, null, null],
        [null, null, null, null],
        ['Godkänt €', 'Benämning', 'Ansökt €', 'Del'],
        ['100,50', 'Lönekostnader', '200,50', 'kostnad'],
        [null, null, null, null],
        [null, 'Egenfinansiering', 40, 'finansiering'],
      ]),
    );
    expect(sheet.errors).toEqual([]);
    expect(lines(sheet)).toEqual([
      ['cost', 'Lönekostnader', undefined, 20_050, 10_050],
      ['funding', 'Egenfinansiering', undefined, 4_000, undefined],
    ]);
    expect(
      readBudgetSheet(
        book([
          ['Requested €', 'Year', 'Label', 'Part'],
          [10, 2026, 'Wages', 'cost'],
        ]),
      ).errors,
    ).toEqual([]);
  });

  it('has its parts as headings, and sums that are checked and are no lines', () => {
    const sheet = readBudgetSheet(
      book([
        ['Nimike', 'Haettu €', 'Hyväksytty €', 'Huomautus'],
        ['Kustannukset', null, null, null],
        ['Palkkakustannukset', '180 648', 0, 'unit cost'],
        ['Flat rate 40 %', '72 259', 0, null],
        ['Tulot', 1000, 0, null],
        ['Nettokustannusarvio yhteensä', '251 907', 0, null],
        ['Rahoitus', null, null, null],
        ['EU- ja valtion rahoitus', '202 327', 0, null],
        ['Omarahoitus', '49 580', 0, null],
        ['Yhteensä', '251.907,00 €', 0, null],
      ]),
    );
    expect(sheet.errors).toEqual([]);
    expect(sheet.totals).toBe(2);
    expect(sheet.passed).toEqual([{ column: 'D', heading: 'Huomautus' }]);
    expect(lines(sheet).map(([part, label]) => [part, label])).toEqual([
      ['cost', 'Palkkakustannukset'],
      ['cost', 'Flat rate 40 %'],
      ['cost', 'Tulot'],
      ['funding', 'EU- ja valtion rahoitus'],
      ['funding', 'Omarahoitus'],
    ]);
  });

  it('tells a sum that is not the sum of its rows, with its row and column', () => {
    const { rows, errors } = readBudgetSheet(
      book([
        ['Osa', 'Nimike', 'Haettu €'],
        ['kustannus', 'Palkat', 34_000],
        ['kustannus', 'Flat rate', 13_600],
        ['kustannus', 'Yhteensä', 43_400],
      ]),
    );
    expect(rows).toEqual([]);
    expect(errors).toEqual([{ row: 4, column: 'C', code: 'total-differs', value: '43400' }]);
  });

  it('may set the years side by side, with a sum at the end of each row', () => {
    const sheet = readBudgetSheet(
      book([
        ['Osa', 'Nimike', '2022', 2023, 'Vuosi 2024', 'Yhteensä'],
        ['rahoitus', 'Mokra-rahoitusosuus', 34_720, 82_400, 82_400, 199_520],
        ['rahoitus', 'TVK-Omarahoitusosuus', 8_680, null, 20_600, 29_280],
        ['rahoitus', 'Yhteensä', 43_400, 82_400, 103_000, null],
      ]),
    );
    expect(sheet.errors).toEqual([]);
    expect(lines(sheet).map(([, label, year, requested]) => [label, year, requested])).toEqual([
      ['Mokra-rahoitusosuus', 2022, 3_472_000],
      ['Mokra-rahoitusosuus', 2023, 8_240_000],
      ['Mokra-rahoitusosuus', 2024, 8_240_000],
      ['TVK-Omarahoitusosuus', 2022, 868_000],
      ['TVK-Omarahoitusosuus', 2024, 2_060_000],
    ]);
    const wrong = readBudgetSheet(
      book([
        ['Osa', 'Nimike', '2022', '2023', 'Yhteensä'],
        ['kustannus', 'Palkat', 1, 2, 4],
      ]),
    );
    expect(wrong.errors).toMatchObject([{ row: 2, column: 'E', code: 'total-differs' }]);
  });

  it('tells a column that is missing or there twice, and forgives the dust of computing', () => {
    expect(
      readBudgetSheet(
        book([
          ['Osa', 'Vuosi'],
          ['kustannus', 2024],
        ]),
      ).errors.map(({ code, value }) => [code, value]),
    ).toEqual([
      ['column-missing', 'nimike'],
      ['column-missing', 'haettu'],
    ]);
    expect(
      readBudgetSheet(
        book([
          ['Nimike', 'Haettu', 'Haettu €', 'Osa'],
          ['Palkat', 1, 2, 'kustannus'],
        ]),
      ).errors,
    ).toMatchObject([{ row: 1, column: 'C', code: 'column-twice' }]);
    expect(
      readBudgetSheet(
        book([
          ['Osa', 'Nimike', 'Haettu'],
          ['kustannus', 'Palkat', 0.1 + 0.2],
        ]),
      ).rows[0]?.requested,
    ).toBe(30);
  });
});

describe('a file of cells parted by signs', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  it.each([
    ['semicolons and decimal commas', 'Osa;Nimike;Haettu €\nkustannus;Matkat;"1 200,50"\n'],
    ['tabs and Windows line ends', 'Osa\tNimike\tHaettu €\r\nkustannus\tMatkat\t1 200,50\r\n'],
    ['commas with marks around numbers', 'Osa,Nimike,Haettu €\nkustannus,Matkat,"1 200,50"\n'],
    ['a byte order mark and a sign told', '\ufeffsep=;\nOsa;Nimike;Haettu €\nkustannus;Matkat;1 200,50'],
  ])('%s', (_way, text) => {
    const { rows, errors } = readBudgetSheet(readWorkbook(bytes(text)));
    expect(errors).toEqual([]);
    expect(rows).toMatchObject([{ label: 'Matkat', requested: 120_050 }]);
  });

  it('keeps marks, signs and line ends inside a cell, and reads Windows-1252', () => {
    const rowsOf = (file: Uint8Array) => readWorkbook(file).sheets[0]!.rows;
    expect(rowsOf(bytes('a;"b;""c""\nd"\n1;2'))).toEqual([
      ['a', 'b;"c"\nd'],
      ['1', '2'],
    ]);
    const latin = Uint8Array.from([...'Nimike;Määrä\nPalkat;5'].map((letter) => letter.charCodeAt(0)));
    expect(rowsOf(latin)[0]).toEqual(['Nimike', 'Määrä']);
    expect(() => readWorkbook(bytes('ei ole'))).toThrow('sheet-unreadable');
    expect(() => readWorkbook(new Uint8Array([0, 1, 2, 3]))).toThrow('sheet-unreadable');
  });

  it('columns go on after Z', () => {
    expect([0, 25, 26, 27, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA']);
  });
});
