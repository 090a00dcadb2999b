import { describe, expect, it } from 'vitest';
import { readBudgetSheet, readIndicatorSheet } from './sheets.ts';

const heading = ['Osa', 'Nimike', 'Vuosi', 'Haettu €', 'Hyväksytty €', 'Hylätty €'];

describe('a budget in a spreadsheet', () => {
  it('is read row by row, blanks as blanks, numbers as people write them', () => {
    const { rows, errors } = readBudgetSheet([
      heading,
      ['kustannus', 'Palkkakustannukset', 2024, 180_648, 0, 180_648],
      [null, null, null, null, null, null],
      ['Kustannus', 'Flat rate 40 %', '2024', '72 259,20 €', '', null],
      ['rahoitus', 'Omarahoitus: Kuntarahoitus', null, '50.580', null, null],
    ]);
    expect(errors).toEqual([]);
    expect(rows.map(({ row, requested, rejected }) => [row, requested, rejected])).toEqual([
      [2, '180648', '180648'],
      [4, '72 259,20 €', undefined],
      [5, '50.580', undefined],
    ]);
  });

  it('tells every fault with its row and column, and then reads nothing', () => {
    const { rows, errors } = readBudgetSheet([
      heading,
      ['palkka', 'Palkat', 2024, 1000, null, null],
      ['kustannus', '', 24, '1.5', null, 'paljon'],
      ['kustannus', 'Muut', 2024, 10.005, null, null],
      ['kustannus', 'muut', 2024, 10, null, null],
      ['rahoitus', 'Tyhjä', null, null, null, null],
    ]);
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
    expect(readBudgetSheet([]).errors).toMatchObject([{ row: 1, code: 'heading-wrong' }]);
    expect(readBudgetSheet([heading]).errors).toMatchObject([{ row: 2, code: 'empty' }]);
  });
});

describe('indicators in a spreadsheet', () => {
  it('are read with their targets as written', () => {
    const { rows, errors } = readIndicatorSheet([
      ['Mittari', 'Laji', 'Yksikkö', 'Lähtötaso', 'Tavoite', 'Määräpäivä'],
      ['Työllistyneet', 'tulos', 'henkilöä', 0, 'noin 40', new Date('2026-12-31T00:00:00Z')],
    ]);
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
      },
    ]);
  });

  it('tell their faults', () => {
    const { errors } = readIndicatorSheet([
      ['Mittari', 'Laji'],
      ['', 'mitä', '', 'x', '1.5', '31.2.2026'],
    ]);
    expect(errors.map(({ row, column, code }) => `${column}${row} ${code}`)).toEqual([
      'A2 required',
      'B2 not-a-kind',
      'D2 not-a-number',
      'E2 ambiguous-number',
      'F2 not-a-day',
    ]);
  });
});
