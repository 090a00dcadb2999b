import { fold } from '../text/normalise.ts';

/** A cell as a spreadsheet gives it. */
export type Cell = string | number | boolean | Date | null;

export const sheetKinds = ['budget', 'indicators'] as const;
export type SheetKind = (typeof sheetKinds)[number];

/** The columns of each sheet in its own order; their headings in the three languages are under `intake:sheet.column`. */
export const sheetColumns = {
  budget: ['part', 'label', 'year', 'requested', 'approved', 'rejected'],
  indicators: ['name', 'kind', 'unit', 'baseline', 'target', 'due'],
} as const;

/** A fault with its place as the spreadsheet counts: the first row is 1, the first column A; `–` where no column is meant. */
export interface SheetError {
  readonly row: number;
  readonly column: string;
  readonly code:
    | 'required'
    | 'heading-wrong'
    | 'column-missing'
    | 'column-twice'
    | 'not-a-part'
    | 'not-a-year'
    | 'not-a-number'
    | 'ambiguous-number'
    | 'too-precise'
    | 'not-a-kind'
    | 'not-a-day'
    | 'said-twice'
    | 'empty'
    | 'total-differs'
    | 'target-differs'
    | 'indicator-differs';
  readonly value: string;
}

/** A column that belongs to none of ours: it is told, and not brought in. */
export interface PassedColumn {
  readonly column: string;
  readonly heading: string;
}

const mostErrors = 100;

/** 0 → A, 25 → Z, 26 → AA. */
export const columnLetter = (at: number): string =>
  at < 0
    ? '–'
    : at < 26
      ? String.fromCharCode(65 + at)
      : columnLetter(Math.floor(at / 26) - 1) + columnLetter(at % 26);

/** The text of a cell. A number that a spreadsheet computed is without the dust of its computing. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'number') return String(Number(cell.toPrecision(13))).replace('.', ',');
  return String(cell).trim();
}

/** Gathers faults while rows are read; all or nothing is the caller's to keep. */
export class Faults {
  private readonly found: { error: SheetError; column: number }[] = [];

  /** By row, and by column in it. */
  get errors(): SheetError[] {
    return this.found
      .toSorted((a, b) => a.error.row - b.error.row || a.column - b.column)
      .map(({ error }) => error);
  }

  add(row: number, column: number, code: SheetError['code'], cell: Cell | undefined): void {
    if (this.found.length < mostErrors)
      this.found.push({
        error: { row, column: columnLetter(column), code, value: textOf(cell).slice(0, 100) },
        column,
      });
  }
}

export const isWord = (words: readonly string[], text: string): boolean =>
  words.some((word) => fold(text) === fold(word));

/** A sheet with its heading found: which of our columns stands where, and the rows under it. */
export interface Table<K extends string> {
  readonly at: ReadonlyMap<K, number>;
  /** Columns headed by a year, for budgets that set the years side by side. */
  readonly years: readonly { readonly year: number; readonly column: number }[];
  readonly passed: readonly PassedColumn[];
  readonly heading: number;
  readonly rows: readonly { readonly row: number; readonly cells: readonly Cell[] }[];
}

/**
 * Finds the heading among the first rows (titles may stand above it), by the words of its columns in any order and
 * language; empty rows under it are passed over.
 */
export function tableOf<K extends string>(
  rows: readonly (readonly Cell[])[],
  words: Readonly<Record<K, readonly string[]>>,
  faults: Faults,
): Table<K> | undefined {
  const keys = Object.keys(words) as K[];
  const plain = (cell: Cell) => fold(textOf(cell).replace(/€|\(.*?\)|,? ?euro[an]?$/gi, ''));
  const named = (cell: Cell) => keys.find((key) => words[key].some((word) => fold(word) === plain(cell)));
  const yearOf = (cell: Cell) => /^(?:(?:vuosi|år|year) )?((?:19|20)\d\d)$/i.exec(textOf(cell))?.[1];
  const heading = rows.slice(0, 15).findIndex((cells) => cells.filter((cell) => named(cell)).length >= 2);
  if (heading === -1) {
    faults.add(1, 0, 'heading-wrong', rows[0]?.find((cell) => textOf(cell) !== '') ?? null);
    return undefined;
  }
  const at = new Map<K, number>();
  const years: { year: number; column: number }[] = [];
  const passed: PassedColumn[] = [];
  for (const [column, cell] of rows[heading]!.entries()) {
    const key = named(cell);
    const year = yearOf(cell);
    if (key !== undefined && at.has(key)) faults.add(heading + 1, column, 'column-twice', cell);
    else if (key !== undefined) at.set(key, column);
    else if (year !== undefined) years.push({ year: Number(year), column });
    else if (textOf(cell) !== '')
      passed.push({ column: columnLetter(column), heading: textOf(cell).slice(0, 100) });
  }
  const under = rows
    .map((cells, index) => ({ cells, row: index + 1 }))
    .filter(({ cells, row }) => row > heading + 1 && cells.some((cell) => textOf(cell) !== ''));
  if (under.length === 0) faults.add(heading + 2, 0, 'empty', null);
  return { at, years, passed, heading: heading + 1, rows: under };
}
