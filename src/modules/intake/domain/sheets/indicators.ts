import { type Day, isDay } from '#kernel/days.ts';
import { parseFinnishNumber } from '#kernel/finnish-numbers.ts';
import { fold } from '../text/normalise.ts';
import { dayIn } from '../values.ts';
import {
  type Cell,
  columnLetter,
  Faults,
  isWord,
  type PassedColumn,
  type SheetError,
  tableOf,
  textOf,
} from './table.ts';

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
const kindWords = {
  output: ['tuotos', 'tuotosindikaattori', 'output', 'outputindikator', 'prestation'],
  result: ['tulos', 'tulosindikaattori', 'resultat', 'resultatindikator', 'result'],
} as const;

/** Reads indicators: name, kind, unit, baseline, target as written, and the day it is due; columns in any order. */
export function readIndicatorSheet(sheet: readonly (readonly Cell[])[]): {
  rows: IndicatorRow[];
  errors: SheetError[];
  passed: readonly PassedColumn[];
} {
  const faults = new Faults();
  const table = tableOf(sheet, words, faults);
  if (!table) return { rows: [], errors: faults.errors, passed: [] };
  for (const key of ['name', 'kind'] as const)
    if (!table.at.has(key)) faults.add(table.heading, -1, 'column-missing', words[key][0]);
  if (faults.errors.length > 0) return { rows: [], errors: faults.errors, passed: table.passed };
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
        faults.add(
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
  return { rows: faults.errors.length > 0 ? [] : read, errors: faults.errors, passed: table.passed };
}
