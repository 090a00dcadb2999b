import { OverLimit } from '#kernel/cannot-read.ts';
import { composed } from '#kernel/composed.ts';
import { limits } from '#kernel/reading-limits.ts';
import { type Cell, type Mark, placeKey, type Sheet } from './sheet.ts';
import type { Shown } from './shown.ts';

interface Area {
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly right: number;
}

/** Gathers the cells and marks of one sheet within the limits; what it has counted holds for the whole workbook. */
export class SheetBuilder {
  #name = '';
  #rows = new Map<number, Cell[]>();
  #marks: Mark[] = [];
  #shown = new Map<string, string>();
  #merges: Area[] = [];
  #comments = new Map<string, string[]>();
  #columns: { from: number; to: number; hidden: boolean; width: number | undefined }[] = [];
  #cells = 0;

  /** Begins the next sheet. */
  next(name: string): this {
    this.#name = name;
    this.#rows = new Map();
    this.#marks = [];
    this.#shown = new Map();
    this.#merges = [];
    this.#comments = new Map();
    this.#columns = [];
    return this;
  }

  /** A text that is no longer than a cell may be. */
  fitting(text: string): string {
    if (text.length > limits.cellLength) throw new OverLimit('over-cell-length', limits.cellLength);
    return text;
  }

  put(row: number, column: number, cell: Cell): void {
    if (row > limits.rows) throw new OverLimit('over-rows', limits.rows);
    if (column > limits.columns) throw new OverLimit('over-columns', limits.columns);
    this.#cells += 1;
    if (this.#cells > limits.cells) throw new OverLimit('over-cells', limits.cells);
    const cells = this.#rows.get(row) ?? [];
    while (cells.length < column) cells.push(null);
    cells[column - 1] = typeof cell === 'string' ? composed(this.fitting(cell)) : cell;
    this.#rows.set(row, cells);
  }

  mark(row: number, column: number, code: Mark['code'], value: string, shown?: string): void {
    if (this.#marks.length > limits.cells) throw new OverLimit('over-cells', limits.cells);
    this.#marks.push({
      row,
      column,
      code,
      value: value.slice(0, 200),
      ...(shown === undefined ? {} : { shown }),
    });
  }

  shown(row: number, column: number, text: string): void {
    this.#shown.set(placeKey(row, column), text);
  }

  /** What is seen of a number: in its form; without one, as far as its column is wide. */
  number(row: number, column: number, held: number, seen: Shown | undefined): void {
    if (seen !== undefined) {
      this.shown(row, column, seen.text);
      if (seen.code) this.mark(row, column, seen.code, inFinnish(held), seen.text);
      return;
    }
    const width = this.#columns.find(({ from, to }) => column >= from && column <= to)?.width;
    const whole = inFinnish(held);
    const comma = whole.indexOf(',');
    if (width === undefined || comma === -1 || whole.length <= Math.ceil(width) || comma > width) return;
    const rounded = inFinnish(Number(held.toFixed(Math.max(0, Math.floor(width) - comma - 1))));
    if (rounded !== whole) this.mark(row, column, 'shown-differs', whole, rounded);
  }

  comment(row: number, column: number, text: string): void {
    const key = placeKey(row, column);
    const before = this.#comments.get(key) ?? [];
    if (!before.includes(text)) before.push(text);
    this.#comments.set(key, before);
  }

  columns(from: number, to: number, { hidden, width }: { hidden: boolean; width: number | undefined }): void {
    if (from > limits.columns) return;
    this.#columns.push({ from, to, hidden, width });
    if (this.#columns.length > limits.columns) throw new OverLimit('over-columns', limits.columns);
  }

  merge(area: Area | undefined): void {
    if (area) this.#merges.push(area);
    if (this.#merges.length > limits.cells) throw new OverLimit('over-cells', limits.cells);
  }

  /** The sheet, without what is hidden of rows and columns that hold nothing. */
  done(around: readonly string[]): Sheet {
    const last = this.#rows.keys().reduce((most, row) => Math.max(most, row), 0);
    const rows = Array.from({ length: last }, (_none, at) => this.#rows.get(at + 1) ?? []);
    const marks = this.#marks.filter(({ row, column }) => row === 0 || column > 0 || holds(rows[row - 1]));
    const widest = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
    for (const { from, to, hidden } of this.#columns)
      for (let column = from; hidden && column <= Math.min(to, widest); column += 1)
        if (rows.some((cells) => isThere(cells[column - 1])))
          marks.push({ row: 0, column, code: 'hidden-column', value: '' });
    for (const { from, to, left, right } of this.#merges)
      if (from !== to || left !== right)
        marks.push({
          row: from,
          column: left,
          code: 'merged',
          value: '',
          until: { row: to, column: right },
        });
    for (const [key, texts] of this.#comments) {
      const [row, column] = key.split(':').map(Number) as [number, number];
      marks.push({ row, column, code: 'comment', value: texts.join(' / ').slice(0, 200) });
    }
    return { name: this.#name, rows, shown: this.#shown, marks, around };
  }
}

const isThere = (cell: Cell | undefined): boolean => cell !== null && cell !== undefined && cell !== '';
const holds = (cells: readonly Cell[] | undefined): boolean => cells?.some(isThere) ?? false;

/** A number as a Finnish program shows it whole, without the dust of its computing. */
export const inFinnish = (value: number): string => String(Number(value.toPrecision(13))).replace('.', ',');
