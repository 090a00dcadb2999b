import { type Day, isDay } from '#kernel/days.ts';
import { type Cents, parseEuros } from '#kernel/money.ts';
import { costKinds } from './codes.ts';
import type { CostKind } from './draft.ts';

/** A cell as a spreadsheet gives it. */
export type Cell = string | number | boolean | Date | null;

export interface SheetError {
  /** As the spreadsheet counts: the heading is row 1, the first column A. */
  row: number;
  column: string;
  code:
    | 'not-a-month'
    | 'not-a-kind'
    | 'not-an-amount'
    | 'ambiguous-number'
    | 'required'
    | 'heading-wrong'
    | 'empty';
  /** What stands in the cell. */
  value: string;
}

export interface SheetEntry {
  month: Day;
  kind: CostKind;
  label: string;
  cents: Cents;
  evidence: string;
}

/** The columns of the sheet in its own order; headings in the three languages are understood. */
export const sheetColumns = ['month', 'kind', 'label', 'amount', 'evidence'] as const;

/**
 * Reads realised costs from the rows of a spreadsheet, heading first: all or nothing. Every fault is told with its row
 * and column, at most 100 of them; empty rows are passed over.
 * @param kindOf the code of a kind in any language, for the words in the sheet
 */
export function readRealisedSheet(
  rows: readonly (readonly Cell[])[],
  kindOf: (word: string) => CostKind | undefined = (word) => costKinds.find((kind) => kind === word),
): { entries: SheetEntry[]; errors: SheetError[] } {
  const errors: SheetError[] = [];
  const entries: SheetEntry[] = [];
  const wrong = (row: number, column: number, code: SheetError['code'], value: Cell | undefined) =>
    errors.push({ row, column: 'ABCDE'[column] ?? '?', code, value: textOf(value) });
  if (rows.length === 0 || (rows[0]?.length ?? 0) < sheetColumns.length)
    wrong(1, 0, 'heading-wrong', rows[0]?.[0]);
  rows.slice(1).forEach((cells, index) => {
    const row = index + 2;
    if (cells.every((cell) => textOf(cell) === '')) return;
    const month = monthOf(cells[0] ?? null);
    const kind = kindOf(textOf(cells[1]).toLowerCase());
    const cents = centsOf(cells[3] ?? null);
    const evidence = textOf(cells[4]);
    if (month === undefined) wrong(row, 0, 'not-a-month', cells[0]);
    if (kind === undefined) wrong(row, 1, 'not-a-kind', cells[1]);
    if (typeof cents === 'string') wrong(row, 3, cents, cells[3]);
    if (evidence === '') wrong(row, 4, 'required', cells[4]);
    if (month !== undefined && kind !== undefined && typeof cents === 'number' && evidence !== '')
      entries.push({ month, kind, label: textOf(cells[2]), cents, evidence });
  });
  if (errors.length === 0 && entries.length === 0) wrong(2, 0, 'empty', null);
  return { entries: errors.length === 0 ? entries : [], errors: errors.slice(0, 100) };
}

function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).trim();
}

/** '2024-05', '5/2024', '05.2024', '31.5.2024' or a date cell: the first day of that month. */
export function monthOf(cell: Cell): Day | undefined {
  const text = textOf(cell);
  const found =
    /^(?<year>\d{4})-(?<month>\d{1,2})(?:-\d{1,2})?$/.exec(text) ??
    /^(?:\d{1,2}\.)?(?<month>\d{1,2})[./](?<year>\d{4})$/.exec(text);
  if (!found?.groups) return undefined;
  const day = `${found.groups.year}-${found.groups.month!.padStart(2, '0')}-01`;
  return isDay(day) ? day : undefined;
}

function centsOf(cell: Cell): Cents | 'not-an-amount' | 'ambiguous-number' | 'required' {
  if (typeof cell === 'number') {
    const cents = Math.round(cell * 100);
    // A spreadsheet holds 0,1 + 0,2: a difference beyond a hundredth of a cent is a real third decimal.
    return Number.isSafeInteger(cents) && Math.abs(cell * 100 - cents) < 0.01 ? cents : 'not-an-amount';
  }
  const parsed = parseEuros(textOf(cell));
  if (parsed.ok) return parsed.value;
  if (parsed.error.code === 'empty') return 'required';
  return parsed.error.code === 'ambiguous' ? 'ambiguous-number' : 'not-an-amount';
}
