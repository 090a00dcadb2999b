import { describe, expect, it } from 'vitest';
import { read } from '#modules/intake/sheet-reader.ts';
import { type MadeCell, type MadeSheet, madeOds, madeXlsx } from '#test/fixtures/workbooks.ts';

/*
 * What a person sees in a sheet and what is read from it never differ silently. Each state of a cell, a row, a sheet or a
 * workbook: taken as it is seen (a sum in cents), asked (`?code`) or refused (`!code`), with its row and column.
 */

const head = ['Osa', 'Nimike', 'Haettu'];
const wages = ['kustannus', 'Palkat', 1_000];

/** What comes of a budget: sums of its lines, what is asked and what is refused, each with its place. */
function outcome(bytes: Uint8Array): string[] {
  const read_ = read({ bytes, kind: 'budget' });
  if (read_.kind !== 'budget') throw new Error('no budget');
  const { rows, asked, errors } = read_;
  const place = ({ row, column }: { row: number; column: string }) => `${column}${row}`;
  return [
    ...rows.map(({ label, requested }) => `${label} ${requested}`),
    ...asked.map((one) => `?${one.code} ${place(one)}${one.shown === undefined ? '' : ` ${one.shown}`}`),
    ...errors.map((one) => `!${one.code} ${place(one)}`),
  ];
}
const sheet = (rows: MadeSheet['rows'], more: Partial<MadeSheet> = {}) => madeXlsx([{ rows, ...more }]);
const amount = (made: MadeCell) => sheet([head, ['kustannus', 'Palkat', made]]);

describe('a cell of an .xlsx workbook', () => {
  it.each<[string, MadeCell, string[]]>([
    ['a number', { value: 1200 }, ['Palkat 120000']],
    ['a number with the dust of computing', { value: 0.1 + 0.2 }, ['Palkat 30']],
    ['a number stored as text', { value: '1 200,50' }, ['Palkat 120050']],
    ['spaces that do not break, thin ones too', { value: '1\u00a0200\u202f000 €' }, ['Palkat 120000000']],
    ['dots of thousands', { value: '249.400' }, ['Palkat 24940000']],
    ['two readings', { value: '1.5' }, ['!ambiguous-number C2']],
    ['words', { value: 'paljon' }, ['!not-a-number C2']],
    ['a minus behind, as text', { value: '500-' }, ['!not-a-number C2']],
    ['brackets, as text', { value: '(500)' }, ['!not-a-number C2']],
    ['a power, as text', { value: '1e3' }, ['!not-a-number C2']],
    ['a percentage, as text', { value: '40 %' }, ['!percent C2']],
    ['thousands, as text', { value: '100 t€' }, ['!not-a-number C2']],
    ['money of another country, as text', { value: '100 $' }, ['!not-a-number C2']],
    ['three decimals', { value: 10.005 }, ['!too-precise C2']],
    ['a formula with its value', { value: 1200, formula: 'A1*2' }, ['Palkat 120000']],
    ['a formula without a value', { formula: 'A1*2' }, ['!formula-without-value C2']],
    [
      'a formula of another file',
      { value: 1200, formula: '[1]Taul1!A1' },
      ['Palkat 120000', '?old-value C2'],
    ],
    ['an error', { value: '#REF!', type: 'e', formula: '#REF!' }, ['!error-value C2']],
    ['yes or no', { value: 1, type: 'b' }, ['!yes-or-no C2']],
    ['a percent form', { value: 0.25, form: '0 %' }, ['!percent C2']],
    ['rounded to look at', { value: 1199.6, form: '#,##0' }, ['Palkat 119960', '?shown-differs C2 1 200']],
    ['a form that rounds nothing away', { value: 1200, form: '#,##0.00' }, ['Palkat 120000']],
    [
      'shown in thousands',
      { value: 1234567, form: '#,##0,' },
      ['Palkat 123456700', '?shown-differs C2 1 235'],
    ],
    [
      'a power, to look at',
      { value: 123456, form: '0.00E+00' },
      ['Palkat 12345600', '?shown-differs C2 1,23E+05'],
    ],
    ['below zero in brackets', { value: -500, form: '#,##0;(#,##0)' }, ['Palkat -50000']],
    [
      'below zero in red without a minus',
      { value: -500, form: '#,##0;[Red]#,##0' },
      ['Palkat -50000', '?shown-differs C2 500'],
    ],
    [
      'a minus behind, to look at',
      { value: -500, form: '#,##0;#,##0-' },
      ['Palkat -50000', '?shown-differs C2 500-'],
    ],
    ['euros', { value: 1200, form: '#,##0.00\\ "€"' }, ['Palkat 120000']],
    ['euros of a language', { value: 1200, form: '[$€-40B]\\ #,##0.00' }, ['Palkat 120000']],
    ['dollars', { value: 1200, form: '[$$-409]#,##0' }, ['!unit-in-cell C2']],
    ['crowns', { value: 1200, form: '#,##0\\ [$kr-41D]' }, ['!unit-in-cell C2']],
    ['thousands of euros in the form', { value: 100, form: '#,##0\\ "t€"' }, ['!unit-in-cell C2']],
    ['a form that shows nothing', { value: 1200, form: ';;;' }, ['Palkat 120000', '?shown-differs C2 ']],
    ['a dash for nothing', { value: 0, form: '#,##0;-#,##0;"-"' }, ['Palkat 0']],
    ['a fraction', { value: 0.5, form: '# ?/?' }, ['Palkat 50', '?shown-differs C2 1/2']],
    ['a day', { value: 45_000, form: 'd.m.yyyy' }, ['!not-a-number C2']],
    ['crossed out', { value: 1200, struck: true }, ['Palkat 120000', '?struck C2']],
  ])('%s', (_state, made, expected) => {
    expect(outcome(amount(made))).toEqual(expected);
  });

  it('a text that is shown otherwise than held is read as it is shown', () => {
    const budget = read({
      bytes: sheet([head, ['kustannus', { value: 123, form: '00000' }, 5]]),
      kind: 'budget',
    });
    expect(budget.rows).toMatchObject([{ label: '00123' }]);
  });

  it('a string that cells share, with a run of it crossed out', () => {
    expect(
      outcome(madeXlsx([{ rows: [head, [{ value: 'kustannus', struck: true }, 'Palkat', 1]] }])),
    ).toEqual(['Palkat 100', '?struck A2']);
  });

  it('a number wider than its column, whose decimals are not seen', () => {
    expect(
      outcome(
        sheet([head, ['kustannus', 'Palkat', 1199.6]], {
          before: '<cols><col min="3" max="3" width="4"/></cols>',
        }),
      ),
    ).toEqual(['Palkat 119960', '?shown-differs C2 1200']);
  });

  it('a comment, also of a thread', () => {
    expect(outcome(sheet([head, wages], { comments: { C2: 'ei vielä vahvistettu' } }))).toEqual([
      'Palkat 100000',
      '?comment C2',
    ]);
  });

  it('days counted from 1904', () => {
    const due = (book: string, serial: number) => {
      const rows = [
        ['Mittari', 'Laji', 'Määräpäivä'],
        ['Työllistyneet', 'tulos', { value: serial, form: 'd.m.yyyy' }],
      ];
      const made = read({ bytes: madeXlsx([{ rows }], book), kind: 'indicators' });
      return made.kind === 'indicators' && made.rows[0]?.due;
    };
    expect(due('', 46_387)).toBe('2026-12-31');
    expect(due('<workbookPr date1904="1"/>', 46_387 - 1_462)).toBe('2026-12-31');
    expect([1, 59, 61].map((serial) => due('', serial))).toEqual(['1900-01-01', '1900-02-28', '1900-03-01']);
  });

  it('a percentage in an indicator', () => {
    const made = read({
      bytes: sheet([
        ['Mittari', 'Laji', 'Tavoite'],
        ['Osuus', 'tulos', { value: 0.25, form: '0%' }],
      ]),
      kind: 'indicators',
    });
    expect(made.errors).toMatchObject([{ row: 2, column: 'C', code: 'percent', shown: '25%' }]);
  });
});

describe('a row, a column or a sheet of an .xlsx workbook', () => {
  const two = [head, wages, ['kustannus', 'Matkat', 500]];
  it.each<[string, Uint8Array, string[]]>([
    [
      'a hidden row',
      sheet(two, { rowAttributes: { 3: 'hidden="1"' } }),
      ['Palkat 100000', 'Matkat 50000', '?hidden-row –3'],
    ],
    [
      'a row of no height',
      sheet(two, { rowAttributes: { 3: 'ht="0"' } }),
      ['Palkat 100000', 'Matkat 50000', '?hidden-row –3'],
    ],
    [
      'a row that a filter hides',
      sheet(two, { rowAttributes: { 3: 'hidden="1"' }, after: '<autoFilter ref="A1:C3"/>' }),
      ['Palkat 100000', 'Matkat 50000', '?filtered-row –3'],
    ],
    [
      'a hidden row that holds nothing',
      sheet([...two, []], { rowAttributes: { 4: 'hidden="1"' } }),
      ['Palkat 100000', 'Matkat 50000'],
    ],
    [
      'a hidden column',
      sheet([head, wages], { before: '<cols><col min="3" max="3" hidden="1"/></cols>' }),
      ['Palkat 100000', '?hidden-column C0'],
    ],
    [
      'a column of no width',
      sheet([head, wages], { before: '<cols><col min="3" max="3" width="0"/></cols>' }),
      ['Palkat 100000', '?hidden-column C0'],
    ],
    [
      'a hidden sheet',
      madeXlsx([{ rows: two.slice(0, 2) }, { rows: two, state: 'hidden', name: 'Vanha' }]),
      ['Palkat 100000', '?hidden-sheet –0'],
    ],
    [
      'a very hidden sheet',
      madeXlsx([{ rows: two.slice(0, 2) }, { rows: two, state: 'veryHidden' }]),
      ['Palkat 100000', '?hidden-sheet –0'],
    ],
    [
      'a hidden sheet before the one that is seen',
      madeXlsx([{ rows: [head, ['kustannus', 'Muu', 7]], state: 'hidden' }, { rows: two.slice(0, 2) }]),
      ['Palkat 100000', '?hidden-sheet –0'],
    ],
    [
      'another sheet',
      madeXlsx([{ rows: two.slice(0, 2) }, { rows: two, name: '2027' }]),
      ['Palkat 100000', '?other-sheet –0'],
    ],
    ['an empty sheet besides', madeXlsx([{ rows: two.slice(0, 2) }, { rows: [] }]), ['Palkat 100000']],
    [
      'the table on the second sheet',
      madeXlsx([{ rows: [['Ohje']] }, { rows: two.slice(0, 2) }]),
      ['Palkat 100000', '?other-sheet –0'],
    ],
    [
      'cells merged across',
      sheet([head, wages], { after: '<mergeCells><mergeCell ref="B2:C2"/></mergeCells>' }),
      ['!merged B2'],
    ],
    [
      'sums merged down',
      sheet(two, { after: '<mergeCells><mergeCell ref="C2:C3"/></mergeCells>' }),
      ['!merged C2'],
    ],
    [
      'a part merged down',
      sheet([head, wages, [null, 'Matkat', 500]], {
        after: '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>',
      }),
      ['Palkat 100000', 'Matkat 50000', '?merged-down A2'],
    ],
    [
      'a title merged above',
      sheet([['Budjetti 2026'], head, wages], { after: '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>' }),
      ['Palkat 100000'],
    ],
    ['a second table below', sheet([head, wages, [], head, wages]), ['!second-table A4', '!said-twice B5']],
    [
      'two tables side by side',
      sheet([
        [...head, ...head],
        [...wages, ...wages],
      ]),
      ['!column-twice D1', '!column-twice E1', '!column-twice F1'],
    ],
    [
      'a sum that holds',
      sheet([...two, ['kustannus', 'Yhteensä', 1_500]]),
      ['Palkat 100000', 'Matkat 50000'],
    ],
    ['a sum that does not hold', sheet([...two, ['kustannus', 'Yhteensä', 1_400]]), ['!total-differs C4']],
    ['a row of a sum without a sum', sheet([...two, ['kustannus', 'Yhteensä', null]]), ['!total-empty B4']],
    ['a text box', sheet([head, wages], { box: 'Luvut ovat arvioita' }), ['Palkat 100000', '?drawing –0']],
    [
      'the foot of a printed page',
      sheet([head, wages], { after: '<headerFooter><oddFooter>&amp;LLuonnos</oddFooter></headerFooter>' }),
      ['Palkat 100000', '?text-around –0'],
    ],
    ['a protected sheet', sheet([head, wages], { after: '<sheetProtection sheet="1"/>' }), ['Palkat 100000']],
    [
      'all computed again at opening',
      madeXlsx(
        [{ rows: [head, ['kustannus', 'Palkat', { value: 5, formula: '2+3' }]] }],
        '<calcPr fullCalcOnLoad="1"/>',
      ),
      ['Palkat 500', '?old-value C2'],
    ],
  ])('%s', (_state, bytes, expected) => {
    expect(outcome(bytes)).toEqual(expected);
  });
});

describe('units in headings and around the table', () => {
  const headed = (heading: string) =>
    sheet([
      ['Osa', 'Nimike', heading],
      ['kustannus', 'Palkat', 100],
    ]);
  it.each([
    ...['Haettu', 'Haettu €', 'Haettu (€)', 'Haettu, euroa', 'Haettu euroina', 'Haettu (EUR)'].map(
      (text) => [text, ['Palkat 10000']] as const,
    ),
    ...[
      'Haettu (1 000 €)',
      'Haettu (1000 €)',
      'Haettu (1.000 €)',
      'Haettu t€',
      'Haettu, t€',
      'Haettu k€',
      'Haettu (tuhatta euroa)',
      'Haettu, tuhansina euroina',
      'Haettu 1000 €',
      'Haettu\n(1\u00a0000 €)',
      'Ansökt (tusen euro)',
      'Requested (EUR thousand)',
      'Haettu (x 1000)',
    ].map((text) => [text, ['Palkat 10000000', '?thousands C1']] as const),
    ...[
      'Haettu (milj. €)',
      'Haettu M€',
      'Haettu, miljoonaa euroa',
      'Haettu (meur)',
      'Ansökt (miljoner euro)',
    ].map((text) => [text, ['Palkat 10000000000', '?millions C1']] as const),
    ['Haettu %', ['!unit-unclear C1']],
    ['Haettu (%)', ['!unit-unclear C1']],
    ['Haettu (sis. alv)', ['Palkat 10000', '?heading-note C1']],
    ['Haettu (12 kk)', ['Palkat 10000', '?heading-note C1']],
  ] as [string, string[]][])('%j', (text, expected) => {
    expect(outcome(headed(text))).toEqual(expected);
  });

  const budget = (heading: string, amountOf: MadeCell | string | number) => [
    ['Osa', 'Nimike', heading],
    ['kustannus', 'Palkat', amountOf],
  ];
  it.each<[string, Uint8Array, string[]]>([
    [
      'a title above',
      sheet([['Luvut tuhansina euroina'], ...budget('Haettu', 100)]),
      ['Palkat 10000000', '?thousands A1'],
    ],
    [
      'a title in another language',
      sheet([['Belopp i tusen euro'], ...budget('Haettu', 100)]),
      ['Palkat 10000000', '?thousands A1'],
    ],
    [
      'a title and a heading that say the same',
      sheet([['(1 000 €)'], ...budget('Haettu (1 000 €)', 100)]),
      ['Palkat 10000000', '?thousands C2'],
    ],
    [
      'a title and a heading that do not',
      sheet([['Luvut milj. €'], ...budget('Haettu (1 000 €)', 100)]),
      ['?thousands C2', '!unit-unclear A1'],
    ],
    [
      'a note beside the table',
      sheet([
        ['Osa', 'Nimike', 'Haettu', 'Huomautus'],
        ['kustannus', 'Palkat', 100, 'luvut tuhansina euroina'],
      ]),
      ['Palkat 10000000', '?thousands D2'],
    ],
    [
      'the name of the sheet',
      sheet(budget('Haettu', 100), { name: 'Budjetti t€' }),
      ['Palkat 10000000', '?thousands –0'],
    ],
    [
      'a text box',
      sheet(budget('Haettu', 100), { box: 'Summat 1 000 €' }),
      ['Palkat 10000000', '?thousands –0', '?drawing –0'],
    ],
    [
      'the head of a printed page',
      sheet(budget('Haettu', 100), {
        after: '<headerFooter><oddHeader>&amp;CTuhansina euroina</oddHeader></headerFooter>',
      }),
      ['Palkat 10000000', '?thousands –0'],
    ],
    [
      'a comment on the heading',
      sheet(budget('Haettu', 100), { comments: { C1: 'tuhansina euroina' } }),
      ['Palkat 10000', '?comment C1'],
    ],
    ['money of another country', sheet([['Luvut SEK'], ...budget('Haettu', 100)]), ['!unit-unclear A1']],
    [
      'thousands, and euros in the cell',
      sheet(budget('Haettu (1 000 €)', '100 €')),
      ['?thousands C1', '!unit-unclear C2'],
    ],
    [
      'thousands, with decimals',
      sheet(budget('Haettu (1 000 €)', 12.345)),
      ['Palkat 1234500', '?thousands C1'],
    ],
    [
      'thousands, shown in thousands',
      sheet(budget('Haettu (1 000 €)', { value: 100_000, form: '#,##0,' })),
      ['?thousands C1', '!unit-unclear C2'],
    ],
  ])('%s', (_where, bytes, expected) => {
    expect(outcome(bytes)).toEqual(expected);
  });
});

describe('an .ods workbook', () => {
  const text = (words: string, more = '') =>
    `<table:table-cell office:value-type="string" ${more}><text:p>${words}</text:p></table:table-cell>`;
  const number = (value: number, shown = String(value), more = 'office:value-type="float"') =>
    `<table:table-cell ${more} office:value="${value}"><text:p>${shown}</text:p></table:table-cell>`;
  const row = (cells: string, more = '') => `<table:table-row ${more}>${cells}</table:table-row>`;
  const heads = row(head.map((word) => text(word)).join(''));
  const line = (cell: string, more = '') => row(`${text('kustannus')}${text('Palkat')}${cell}`, more);
  const table = (rows: string, more = '') => `<table:table table:name="Taul1" ${more}>${rows}</table:table>`;
  it.each<[string, Uint8Array, string[]]>([
    ['a number', madeOds(table(heads + line(number(1200, '1 200')))), ['Palkat 120000']],
    [
      'rounded to look at',
      madeOds(table(heads + line(number(1199.6, '1 200')))),
      ['Palkat 119960', '?shown-differs C2 1 200'],
    ],
    [
      'a percentage',
      madeOds(table(heads + line(number(0.25, '25 %', 'office:value-type="percentage"')))),
      ['!percent C2'],
    ],
    [
      'euros',
      madeOds(table(heads + line(number(5, '5,00 €', 'office:value-type="currency" office:currency="EUR"')))),
      ['Palkat 500'],
    ],
    [
      'dollars',
      madeOds(table(heads + line(number(5, '$5.00', 'office:value-type="currency" office:currency="USD"')))),
      ['!unit-in-cell C2'],
    ],
    [
      'thousands of euros to look at',
      madeOds(table(heads + line(number(100, '100 t€')))),
      ['!unit-in-cell C2'],
    ],
    ['a number stored as text', madeOds(table(heads + line(text('1 200,50')))), ['Palkat 120050']],
    [
      'yes or no',
      madeOds(
        table(
          heads +
            line(
              '<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TOSI</text:p></table:table-cell>',
            ),
        ),
      ),
      ['!yes-or-no C2'],
    ],
    [
      'an error',
      madeOds(
        table(
          heads +
            line(
              '<table:table-cell table:formula="of:=[.A9]" office:value-type="string" calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>',
            ),
        ),
      ),
      ['!error-value C2'],
    ],
    [
      'a formula with its value',
      madeOds(table(heads + line(number(5, '5', 'table:formula="of:=2+3" office:value-type="float"')))),
      ['Palkat 500'],
    ],
    [
      'a formula without a value',
      madeOds(table(heads + line('<table:table-cell table:formula="of:=2+3"/>'))),
      ['!formula-without-value C2'],
    ],
    [
      'a formula of another file',
      madeOds(
        table(
          heads + line(number(5, '5', `table:formula="of:='file:///a.ods'#$T.A1" office:value-type="float"`)),
        ),
      ),
      ['Palkat 500', '?old-value C2'],
    ],
    [
      'a comment',
      madeOds(
        table(
          heads +
            line(
              '<table:table-cell office:value-type="float" office:value="5"><office:annotation><text:p>arvio</text:p></office:annotation><text:p>5</text:p></table:table-cell>',
            ),
        ),
      ),
      ['Palkat 500', '?comment C2'],
    ],
    [
      'a hidden row',
      madeOds(table(heads + line(number(5), 'table:visibility="collapse"'))),
      ['Palkat 500', '?hidden-row –2'],
    ],
    [
      'a row that a filter hides',
      madeOds(table(heads + line(number(5), 'table:visibility="filter"'))),
      ['Palkat 500', '?filtered-row –2'],
    ],
    [
      'a hidden column',
      madeOds(
        table(
          `<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>${heads}${line(number(5))}`,
        ),
      ),
      ['Palkat 500', '?hidden-column C0'],
    ],
    [
      'a hidden sheet',
      madeOds(
        table(heads + line(number(5))) + table(heads + line(number(7)), 'table:style-name="h"'),
        '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>',
      ),
      ['Palkat 500', '?hidden-sheet –0'],
    ],
    [
      'crossed out',
      madeOds(
        table(heads + line(number(5, '5', 'table:style-name="s" office:value-type="float"'))),
        '<style:style style:name="s" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>',
      ),
      ['Palkat 500', '?struck C2'],
    ],
    [
      'crossed out by its column',
      madeOds(
        table(
          `<table:table-column table:number-columns-repeated="2"/><table:table-column table:default-cell-style-name="s"/>${heads}${line(number(5))}`,
        ),
        '<style:style style:name="s" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>',
      ),
      ['Palkat 500', '?struck C1', '?struck C2'],
    ],
    [
      'cells merged across',
      madeOds(
        table(
          heads +
            row(
              `${text('kustannus')}${text('Palkat', 'table:number-columns-spanned="2"')}<table:covered-table-cell/>`,
            ),
        ),
      ),
      ['!merged B2', '!required C2'],
    ],
    [
      'a row repeated',
      madeOds(
        table(
          heads + row(`${text('kustannus')}${text('Palkat')}${number(5)}`, 'table:number-rows-repeated="2"'),
        ),
      ),
      ['!said-twice B3'],
    ],
    [
      'empty rows to the end of the sheet',
      madeOds(
        table(
          `${heads}${line(number(5))}<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`,
        ),
      ),
      ['Palkat 500'],
    ],
    [
      'a text box',
      madeOds(
        table(
          `<table:shapes><draw:frame><draw:text-box><text:p>Luonnos</text:p></draw:text-box></draw:frame></table:shapes>${heads}${line(number(5))}`,
        ),
      ),
      ['Palkat 500', '?drawing –0'],
    ],
  ])('%s', (_state, bytes, expected) => {
    expect(outcome(bytes)).toEqual(expected);
  });
});

describe('a CSV file', () => {
  const bytes = (words: string) => new TextEncoder().encode(words);
  it.each<[string, string, string[]]>([
    [
      'a quotation mark that is not closed',
      'Osa;Nimike;Haettu\nkustannus;"Palkat;1000\nkustannus;Matkat;500\n',
      ['!quotes-broken B2', '!required C2'],
    ],
    [
      'thousands in the heading',
      'Osa;Nimike;Haettu (1 000 €)\nkustannus;Palkat;100',
      ['Palkat 10000000', '?thousands C1'],
    ],
    ['the heading again', 'Osa;Nimike;Haettu\nkustannus;Palkat;100\nOsa;Nimike;Haettu', ['!second-table A3']],
  ])('%s', (_state, words, expected) => {
    expect(outcome(bytes(words))).toEqual(expected);
  });
});

describe('what is no sheet', () => {
  it.each<[string, Uint8Array, string]>([
    [
      'Excel 97, or behind a password',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]),
      'sheet-old-form',
    ],
    ['an .ods behind a password', madeOds('', '', '<manifest:encryption-data/>'), 'sheet-encrypted'],
    ['a damaged zip', madeXlsx([{ rows: [head] }]).subarray(0, 300), 'sheet-unreadable'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'sheet-unreadable'],
  ])('%s', (_what, bytes, code) => {
    expect(() => read({ bytes, kind: 'budget' })).toThrow(code);
  });
});
