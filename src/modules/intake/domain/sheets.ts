import { type Day, isDay } from '#kernel/days.ts';
import { parseFinnishNumber } from '#kernel/finnish-numbers.ts';
import { parseEuros } from '#kernel/money.ts';
import { fold } from './text/fold.ts';
import { dayIn } from './values.ts';

/** A cell as a spreadsheet gives it. */
export type Cell = string | number | boolean | Date | null;

export const sheetKinds = ['budget', 'indicators'] as const;
export type SheetKind = (typeof sheetKinds)[number];

/** The columns of each sheet in its own order; their headings in the three languages are under `intake:sheet.column`. */
export const sheetColumns = {
  budget: ['part', 'label', 'year', 'requested', 'approved', 'rejected'],
  indicators: ['name', 'kind', 'unit', 'baseline', 'target', 'due'],
} as const;

/** A fault with its place as the spreadsheet counts: the heading is row 1, the first column A. */
export interface SheetError {
  readonly row: number;
  readonly column: string;
  readonly code:
    | 'required'
    | 'heading-wrong'
    | 'not-a-part'
    | 'not-a-year'
    | 'not-a-number'
    | 'ambiguous-number'
    | 'too-precise'
    | 'not-a-kind'
    | 'not-a-day'
    | 'said-twice'
    | 'empty'
    | 'target-differs';
  readonly value: string;
}

export interface BudgetRow {
  readonly row: number;
  readonly part: 'cost' | 'funding';
  readonly label: string;
  readonly year: number | undefined;
  /** Euros as they are kept: `252907,00`; undefined for a blank cell. */
  readonly requested: string | undefined;
  readonly approved: string | undefined;
  readonly rejected: string | undefined;
}

export interface IndicatorRow {
  readonly row: number;
  readonly name: string;
  readonly kind: 'output' | 'result';
  readonly unit: string;
  readonly baseline: string;
  /** As written: `noin 50`. */
  readonly target: string;
  readonly due: Day | undefined;
}

const mostErrors = 100;
const letters = 'ABCDEF';
const textOf = (cell: Cell | undefined): string =>
  cell === null || cell === undefined
    ? ''
    : cell instanceof Date
      ? cell.toISOString().slice(0, 10)
      : typeof cell === 'number'
        ? String(cell).replace('.', ',')
        : String(cell).trim();

/** Gathers faults while rows are read; all or nothing is the caller's to keep. */
class Faults {
  readonly errors: SheetError[] = [];
  add(row: number, column: number, code: SheetError['code'], cell: Cell | undefined): void {
    if (this.errors.length < mostErrors)
      this.errors.push({ row, column: letters[column] ?? '?', code, value: textOf(cell).slice(0, 100) });
  }
}

const known = (words: readonly string[], text: string): boolean =>
  words.some((word) => fold(text) === fold(word));
const partWords = {
  cost: ['kustannus', 'kustannukset', 'kostnad', 'kostnader', 'cost', 'costs'],
  funding: ['rahoitus', 'finansiering', 'funding'],
} as const;
const kindWords = {
  output: ['tuotos', 'tuotosindikaattori', 'output'],
  result: ['tulos', 'tulosindikaattori', 'resultat', 'result'],
} as const;

/** Rows under a heading: empty rows are passed over, the number of each is the spreadsheet's. */
function* rowsUnder(rows: readonly (readonly Cell[])[]): Generator<{ cells: readonly Cell[]; row: number }> {
  for (const [at, cells] of rows.entries())
    if (at > 0 && cells.some((cell) => textOf(cell) !== '')) yield { cells, row: at + 1 };
}

function checkHeading(rows: readonly (readonly Cell[])[], kind: SheetKind, faults: Faults): void {
  const width = sheetColumns[kind].length;
  const heading = rows[0] ?? [];
  if (heading.filter((cell) => textOf(cell) !== '').length < Math.min(width, 2))
    faults.add(1, 0, 'heading-wrong', heading[0]);
  else if (![...rowsUnder(rows)].length) faults.add(2, 0, 'empty', null);
}

/** Reads a budget: part, label, year, and three columns of money in which a blank is a blank (F-08). */
export function readBudgetSheet(rows: readonly (readonly Cell[])[]): {
  rows: BudgetRow[];
  errors: SheetError[];
} {
  const faults = new Faults();
  checkHeading(rows, 'budget', faults);
  const read: BudgetRow[] = [];
  const seen = new Set<string>();
  for (const { cells, row } of rowsUnder(rows)) {
    const part = (['cost', 'funding'] as const).find((one) => known(partWords[one], textOf(cells[0])));
    const label = textOf(cells[1]);
    const year = textOf(cells[2]);
    if (!part) faults.add(row, 0, textOf(cells[0]) === '' ? 'required' : 'not-a-part', cells[0]);
    if (label === '') faults.add(row, 1, 'required', cells[1]);
    if (year !== '' && !/^(?:19|20)\d\d$/.test(year)) faults.add(row, 2, 'not-a-year', cells[2]);
    const key = `${part} ${fold(label)} ${year}`;
    if (label !== '' && seen.has(key)) faults.add(row, 1, 'said-twice', cells[1]);
    seen.add(key);
    const money = [3, 4, 5].map((column) => eurosOf(cells[column] ?? null, row, column, faults));
    if (textOf(cells[3]) === '' && textOf(cells[4]) === '') faults.add(row, 3, 'required', cells[3]);
    read.push({
      row,
      part: part ?? 'cost',
      label,
      year: year === '' ? undefined : Number(year),
      requested: money[0],
      approved: money[1],
      rejected: money[2],
    });
  }
  return { rows: faults.errors.length > 0 ? [] : read, errors: faults.errors };
}

/** Money of a cell as text that has one reading; a number cell is exact to the cent or refused. */
function eurosOf(cell: Cell, row: number, column: number, faults: Faults): string | undefined {
  const text = textOf(cell);
  if (text === '') return undefined;
  const parsed = parseEuros(text);
  if (parsed.ok) return text;
  // A number cell holds no thousands' signs, so 1.234 is one and two hundred thousandths, too precise for money.
  if (typeof cell === 'number' && parsed.error.code === 'ambiguous')
    faults.add(row, column, 'too-precise', cell);
  else
    faults.add(
      row,
      column,
      parsed.error.code === 'ambiguous'
        ? 'ambiguous-number'
        : parsed.error.code === 'too-precise'
          ? 'too-precise'
          : 'not-a-number',
      cell,
    );
  return undefined;
}

/** Reads indicators: name, kind, unit, baseline, target as written, and the day it is due. */
export function readIndicatorSheet(rows: readonly (readonly Cell[])[]): {
  rows: IndicatorRow[];
  errors: SheetError[];
} {
  const faults = new Faults();
  checkHeading(rows, 'indicators', faults);
  const read: IndicatorRow[] = [];
  const seen = new Set<string>();
  for (const { cells, row } of rowsUnder(rows)) {
    const name = textOf(cells[0]);
    const kind = (['output', 'result'] as const).find((one) => known(kindWords[one], textOf(cells[1])));
    if (name === '') faults.add(row, 0, 'required', cells[0]);
    if (name !== '' && seen.has(fold(name))) faults.add(row, 0, 'said-twice', cells[0]);
    seen.add(fold(name));
    if (!kind) faults.add(row, 1, textOf(cells[1]) === '' ? 'required' : 'not-a-kind', cells[1]);
    for (const column of [3, 4]) {
      const text = textOf(cells[column]).replace(/^(?:noin|n\.|vähintään|enintään|yli|alle)\s*/i, '');
      const parsed = parseFinnishNumber(text);
      if (text !== '' && !parsed.ok)
        faults.add(
          row,
          column,
          parsed.error.code === 'ambiguous' ? 'ambiguous-number' : 'not-a-number',
          cells[column],
        );
    }
    const dueText = textOf(cells[5]);
    const due = isDay(dueText) ? dueText : dayIn(dueText);
    if (dueText !== '' && due === undefined) faults.add(row, 5, 'not-a-day', cells[5]);
    read.push({
      row,
      name,
      kind: kind ?? 'output',
      unit: textOf(cells[2]),
      baseline: textOf(cells[3]),
      target: textOf(cells[4]),
      due,
    });
  }
  return { rows: faults.errors.length > 0 ? [] : read, errors: faults.errors };
}
