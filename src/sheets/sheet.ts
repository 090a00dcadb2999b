import { CannotRead } from '#kernel/cannot-read.ts';

/** A cell as a spreadsheet holds it. */
export type Cell = string | number | boolean | Date | null;

/**
 * States of cells, rows and sheets in which what a person sees and what would be read can differ. Those of the first list
 * may be right, and are asked; those of the second cannot be read.
 */
export const askedMarks = [
  'hidden-row',
  'filtered-row',
  'hidden-column',
  'hidden-sheet',
  'other-sheet',
  'struck',
  'comment',
  'shown-differs',
  'old-value',
  'drawing',
] as const;
export const refusedMarks = [
  'error-value',
  'formula-without-value',
  'merged',
  'percent',
  'unit-in-cell',
  'yes-or-no',
  'quotes-broken',
] as const;
export type MarkCode = (typeof askedMarks)[number] | (typeof refusedMarks)[number];

/** A state with its place; rows and columns are counted from 1, 0 where the whole of the other or of the sheet is meant. */
export interface Mark {
  readonly row: number;
  readonly column: number;
  readonly code: MarkCode;
  /** What is held, or said: the words of a comment, the name of a sheet. */
  readonly value: string;
  /** What a person sees, when it is something else. */
  readonly shown?: string;
  /** The last cell of cells that are made one. */
  readonly until?: { readonly row: number; readonly column: number };
}

/** One table of cells with what has to be known of it. Row 1 is the first of the list. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** What a person sees in a cell that holds a number or a day, by `row:column`, where a form has been given to it. */
  readonly shown: ReadonlyMap<string, string>;
  readonly marks: readonly Mark[];
  /** Texts that stand outside the cells: heads and feet of printed pages. */
  readonly around: readonly string[];
}

/** The sheets of a workbook that a person sees, and what is asked of the workbook as a whole. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly marks: readonly Mark[];
}

/** Why bytes are no table. */
export const unreadables = ['sheet-unreadable', 'sheet-encrypted', 'sheet-old-form'] as const;
export type Unreadable = (typeof unreadables)[number];

/** Thrown when bytes are not what they seem to be. */
export class NotASheet extends CannotRead {
  constructor(code: Unreadable, cause?: unknown) {
    super(code, {}, cause);
  }
}

/** A sheet of plain cells, as a CSV file has them. */
export const plainSheet = (rows: readonly (readonly Cell[])[], name = ''): Sheet => ({
  name,
  rows,
  shown: new Map(),
  marks: [],
  around: [],
});

export const placeKey = (row: number, column: number): string => `${row}:${column}`;
