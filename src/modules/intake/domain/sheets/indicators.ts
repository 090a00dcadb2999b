import { type Day, isDay } from '#kernel/days.ts';
import { parseFinnishNumber } from '#kernel/finnish-numbers.ts';
import { fold } from '#kernel/fold.ts';
import {
  type AskedCode,
  type Cell,
  type Columns,
  columnLetter,
  Faults,
  isWord,
  type PassedColumn,
  type Told,
  tableOf,
  textOf,
  type Workbook,
} from '#sheets';
import { dayIn } from '../values.ts';
import type { SheetFault } from './faults.ts';

export interface IndicatorRow {
  readonly row: number;
  readonly name: string;
  readonly kind: 'output' | 'result';
  readonly unit: string;
  readonly baseline: string;
  /** As written: `noin 50`. */
  readonly target: string;
  readonly due: Day | undefined;
  /** Where its numbers and its day stand, for what is told of them. */
  readonly columns: Readonly<Record<'baseline' | 'target' | 'due', string>>;
}

const words = {
  name: ['mittari', 'indikaattori', 'indikator', 'indicator', 'mätare', 'nimi', 'nimike', 'namn', 'name'],
  kind: ['laji', 'tyyppi', 'typ', 'slag', 'kind', 'type'],
  unit: ['yksikkö', 'enhet', 'unit'],
  baseline: ['lähtötaso', 'lähtöarvo', 'utgångsläge', 'utgångsvärde', 'baseline'],
  target: ['tavoite', 'tavoitearvo', 'mål', 'målvärde', 'target'],
  due: ['määräpäivä', 'mihin mennessä', 'tavoitepäivä', 'måldag', 'senast', 'due', 'due on', 'target date'],
} as const;
const columnsOfIndicators: Columns<keyof typeof words> = {
  words,
  counts: ['baseline', 'target'],
  times: ['due'],
};
const kindWords = {
  output: ['tuotos', 'tuotosindikaattori', 'output', 'outputindikator', 'prestation'],
  result: ['tulos', 'tulosindikaattori', 'resultat', 'resultatindikator', 'result'],
} as const;

export interface IndicatorSheet {
  readonly rows: readonly IndicatorRow[];
  readonly errors: readonly Told<SheetFault>[];
  readonly more: number;
  readonly asked: readonly Told<AskedCode>[];
  readonly passed: readonly PassedColumn[];
}

/** Reads indicators: name, kind, unit, baseline, target as written, and the day it is due; columns in any order. */
export function readIndicatorSheet(book: Workbook): IndicatorSheet {
  const faults = new Faults<SheetFault>();
  const table = tableOf(book, columnsOfIndicators, faults);
  const done = (rows: readonly IndicatorRow[]): IndicatorSheet => {
    const { errors, more, asked } = faults;
    return { rows: faults.any ? [] : rows, errors, more, asked, passed: table?.passed ?? [] };
  };
  if (!table) return done([]);
  for (const key of ['name', 'kind'] as const)
    if (!table.at.has(key)) faults.add(table.heading, -1, 'column-missing', words[key][0]);
  if (!table.at.has('name') || !table.at.has('kind')) return done([]);
  const read: IndicatorRow[] = [];
  const seen = new Set<string>();
  const place = (key: keyof typeof words) => table.at.get(key) ?? -1;
  for (const { cells, row } of table.rows) {
    const cellOf = (key: keyof typeof words): Cell => cells[place(key)] ?? null;
    const name = textOf(cellOf('name'));
    const kindText = textOf(cellOf('kind'));
    const kind = (['output', 'result'] as const).find((item) => isWord(kindWords[item], kindText));
    if (name === '') faults.add(row, place('name'), 'required', null);
    if (name !== '' && seen.has(fold(name))) faults.add(row, place('name'), 'said-twice', name);
    seen.add(fold(name));
    if (!kind && place('kind') !== -1)
      faults.add(row, place('kind'), kindText === '' ? 'required' : 'not-a-kind', kindText);
    for (const key of ['baseline', 'target'] as const) {
      const text = textOf(cellOf(key)).replace(
        /^(?:noin|n\.|vähintään|enintään|yli|alle|cirka|minst|högst|about|at least|at most)\s*/i,
        '',
      );
      const parsed = parseFinnishNumber(text);
      if (text !== '' && !parsed.ok && parsed.error.code !== 'empty')
        faults.addOnce(
          row,
          place(key),
          parsed.error.code === 'ambiguous' ? 'ambiguous-number' : 'not-a-number',
          cellOf(key),
        );
    }
    const dueText = textOf(cellOf('due'));
    const due = isDay(dueText) ? dueText : dayIn(dueText);
    if (dueText !== '' && due === undefined) faults.add(row, place('due'), 'not-a-day', dueText);
    read.push({
      row,
      name,
      kind: kind ?? 'output',
      unit: textOf(cellOf('unit')),
      baseline: textOf(cellOf('baseline')),
      target: textOf(cellOf('target')),
      due,
      columns: {
        baseline: columnLetter(place('baseline')),
        target: columnLetter(place('target')),
        due: columnLetter(place('due')),
      },
    });
  }
  return done(read);
}
