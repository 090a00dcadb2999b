import { fold } from '#kernel/fold.ts';
import {
  askedMarks,
  type Cell,
  type Mark,
  type MarkCode,
  placeKey,
  type Sheet,
  type Workbook,
} from './sheet.ts';
import { headingParts, times, type Unit, unitIn, unitOf } from './units.ts';

/** What is asked of a table besides the states of its cells. */
export const askedCodes = [
  ...askedMarks,
  'merged-down',
  'heading-note',
  'thousands',
  'millions',
  'text-around',
] as const;
/** What is wrong with the form of a table, whatever it holds. */
export type TableFault =
  | Exclude<MarkCode, (typeof askedMarks)[number]>
  | 'heading-wrong'
  | 'column-missing'
  | 'column-twice'
  | 'second-table'
  | 'unit-unclear'
  | 'empty';
export type AskedCode = (typeof askedCodes)[number];

/** A thing told with its place as the spreadsheet counts: the first row is 1, the first column A; 0 and `–` where none is meant. */
export interface Told<C extends string = string> {
  readonly row: number;
  readonly column: string;
  readonly code: C;
  /** What stands in the cell. */
  readonly value: string;
  /** What a person sees there, when it is something else. */
  readonly shown?: string | undefined;
  /** So many more of the same in this column. */
  readonly more?: number | undefined;
}

/** A column that belongs to none of ours: it is told, and not brought in. */
export interface PassedColumn {
  readonly column: string;
  readonly heading: string;
}

/** So many faults are told one by one; of the rest their number. */
const mostTold = 100;
/** So many places of one question in one column are told one by one. */
const mostAlike = 10;

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

type Placed<C extends string> = { readonly told: Told<C>; readonly column: number };
const inOrder = <C extends string>(list: readonly Placed<C>[]): Told<C>[] =>
  list.toSorted((a, b) => a.told.row - b.told.row || a.column - b.column).map(({ told }) => told);

/** Gathers what is wrong and what is asked while rows are read; all or nothing is the caller's to keep. */
export class Faults<C extends string = TableFault> {
  readonly #found: Placed<C>[] = [];
  readonly #asked: Placed<AskedCode>[] = [];
  readonly #alike = new Map<string, { count: number; last: number }>();
  /** Faults that are not told one by one. */
  more = 0;

  /** By row, and by column in it. */
  get errors(): Told<C>[] {
    return inOrder(this.#found);
  }

  get asked(): Told<AskedCode>[] {
    return inOrder(this.#asked);
  }

  get any(): boolean {
    return this.#found.length > 0;
  }

  add(row: number, column: number, code: C, cell: Cell | undefined, shown?: string): void {
    if (this.#found.length >= mostTold) this.more += 1;
    else this.#found.push({ told: told(row, column, code, cell, shown), column });
  }

  /** Unless this very cell has a fault already. */
  addOnce(row: number, column: number, code: C, cell: Cell | undefined): void {
    const there = this.#found.some(
      ({ told: { row: other }, column: place }) => other === row && place === column,
    );
    if (!there) this.add(row, column, code, cell);
  }

  ask(row: number, column: number, code: AskedCode, cell: Cell | undefined, shown?: string): void {
    const key = `${code} ${column}`;
    const alike = this.#alike.get(key) ?? { count: 0, last: 0 };
    alike.count += 1;
    this.#alike.set(key, alike);
    const before = this.#asked[alike.last];
    if (alike.count > mostAlike && before)
      this.#asked[alike.last] = { ...before, told: { ...before.told, more: alike.count - mostAlike } };
    else {
      alike.last = this.#asked.length;
      this.#asked.push({ told: told(row, column, code, cell, shown), column });
    }
  }
}

const told = <C extends string>(
  row: number,
  column: number,
  code: C,
  cell: Cell | undefined,
  shown: string | undefined,
): Told<C> => ({
  row,
  column: columnLetter(column),
  code,
  value: textOf(cell).slice(0, 200),
  ...(shown === undefined ? {} : { shown: shown.slice(0, 200) }),
});

const folded = new Map<string, string>();
/** The words of our own lists are folded once. */
const foldWord = (word: string): string => {
  const known = folded.get(word) ?? fold(word);
  folded.set(word, known);
  return known;
};

export const isWord = (words: readonly string[], text: string): boolean => {
  const own = fold(text);
  return words.some((word) => foldWord(word) === own);
};

/** What a column of ours holds, and the words by which it is known. Text is what is not said otherwise. */
export interface Columns<K extends string> {
  readonly words: Readonly<Record<K, readonly string[]>>;
  readonly money?: readonly K[];
  /** Numbers that are no money. */
  readonly counts?: readonly K[];
  /** Days, months and years: read from what is held. */
  readonly times?: readonly K[];
  /** Are years headings of columns of money here? */
  readonly years?: boolean;
}

/** A sheet with its heading found: which of our columns stands where, and the rows under it. */
export interface Table<K extends string> {
  readonly at: ReadonlyMap<K, number>;
  /** Columns headed by a year, for budgets that set the years side by side. */
  readonly years: readonly { readonly year: number; readonly column: number }[];
  readonly passed: readonly PassedColumn[];
  readonly heading: number;
  /** By what the numbers of a column are multiplied to be euros: 1 unless its heading or the title says otherwise. */
  readonly scale: (column: number) => number;
  readonly rows: readonly { readonly row: number; readonly cells: readonly Cell[] }[];
}

/**
 * Finds the heading among the first rows (titles may stand above it), by the words of its columns in any order and
 * language; empty rows under it are passed over. Of several sheets the first that has one is read, and the others are
 * told. What a person sees otherwise than it would be read is asked, or a fault, in our columns alone.
 */
export function tableOf<K extends string>(
  { sheets, marks }: Workbook,
  columns: Columns<K>,
  faults: Faults<string>,
): Table<K> | undefined {
  const names = new Map<string, K>();
  for (const key of Object.keys(columns.words) as K[])
    for (const word of columns.words[key]) if (!names.has(foldWord(word))) names.set(foldWord(word), key);
  const finder = new HeadingFinder(names, columns.years ?? false);
  const found = sheets.map((sheet) => ({ sheet, heading: finder.rowIn(sheet) }));
  const chosen = found.find(({ heading }) => heading !== -1);
  const first = sheets[0]?.rows[0]?.find((cell) => textOf(cell) !== '') ?? null;
  if (!chosen) {
    faults.add(1, 0, 'heading-wrong', first);
    return undefined;
  }
  const { sheet, heading } = chosen;
  for (const { value, code } of marks) faults.ask(0, -1, code as AskedCode, value);
  for (const other of sheets)
    if (other !== sheet && other.rows.some((row) => row.some((cell) => textOf(cell) !== '')))
      faults.ask(0, -1, 'other-sheet', other.name);
  return new TableReader(sheet, heading, columns, finder, faults).read();
}

interface Heading<K> {
  readonly key?: K;
  readonly year?: number;
  readonly note: string;
}

/** Knows a heading by its words, with or without a note beside them. */
class HeadingFinder<K extends string> {
  readonly #names: ReadonlyMap<string, K>;
  readonly #years: boolean;

  constructor(names: ReadonlyMap<string, K>, years: boolean) {
    this.#names = names;
    this.#years = years;
  }

  rowIn({ rows }: Sheet): number {
    return rows
      .slice(0, 15)
      .findIndex((cells) => cells.filter((cell) => this.find(cell).key !== undefined).length >= 2);
  }

  find(cell: Cell): Heading<K> {
    const text = textOf(cell);
    if (text === '' || text.length > 300) return { note: '' };
    for (const { name, note } of headingParts(text)) {
      const key = this.#names.get(fold(name));
      // A word after the name is a note only when it is a unit: “Haettu 2027” is another column.
      if (key !== undefined && (note === '' || /[([,:;/–-]/.test(text) || unitOf(note) !== 'other'))
        return { key, note };
      const year = this.#years ? /^(?:(?:vuosi|år|year) )?((?:19|20)\d\d)$/i.exec(name)?.[1] : undefined;
      if (year !== undefined) return { year: Number(year), note };
    }
    return { note: '' };
  }

  /** Is it a row of headings again, under the first: the same in its columns, or three of any? */
  isHeading(cells: readonly Cell[], ours: ReadonlyMap<number, K | 'year'>): boolean {
    const keys = new Set<K>();
    let same = 0;
    for (const [column, cell] of cells.entries()) {
      if (typeof cell === 'number' || cell instanceof Date) return false;
      const text = textOf(cell);
      const { key } = text.length > 60 ? {} : this.find(cell);
      if (key === undefined) continue;
      keys.add(key);
      if (ours.get(column) === key) same += 1;
    }
    return same >= 2 || keys.size >= 3;
  }
}

class TableReader<K extends string> {
  readonly #at = new Map<K, number>();
  readonly #years: { year: number; column: number }[] = [];
  readonly #passed: PassedColumn[] = [];
  readonly #scales = new Map<number, number>();
  readonly #ours = new Map<number, K | 'year'>();
  readonly #filledTo = new Map<number, number>();
  readonly #sheet: Sheet;
  readonly #heading: number;
  readonly #columns: Columns<K>;
  readonly #finder: HeadingFinder<K>;
  readonly #faults: Faults<string>;

  constructor(
    sheet: Sheet,
    heading: number,
    columns: Columns<K>,
    finder: HeadingFinder<K>,
    faults: Faults<string>,
  ) {
    this.#sheet = sheet;
    this.#heading = heading;
    this.#columns = columns;
    this.#finder = finder;
    this.#faults = faults;
  }

  read(): Table<K> {
    this.#readHeading();
    this.#readAround();
    const rows = this.#readRows();
    if (rows.length === 0) this.#faults.add(this.#heading + 2, 0, 'empty', null);
    const scales = this.#scales;
    return {
      at: this.#at,
      years: this.#years,
      passed: this.#passed,
      heading: this.#heading + 1,
      scale: (column) => scales.get(column) ?? 1,
      rows,
    };
  }

  #isMoney(column: number): boolean {
    const key = this.#ours.get(column);
    return key === 'year' || (key !== undefined && (this.#columns.money?.includes(key as K) ?? false));
  }

  #isText(column: number): boolean {
    const key = this.#ours.get(column);
    if (key === undefined || key === 'year') return false;
    const { money = [], counts = [], times: days = [] } = this.#columns;
    return ![...money, ...counts, ...days].includes(key as K);
  }

  #readHeading(): void {
    const row = this.#heading + 1;
    for (const [column, cell] of this.#sheet.rows[this.#heading]!.entries()) {
      const { key, year, note } = this.#finder.find(cell);
      if (key !== undefined && this.#at.has(key)) this.#faults.add(row, column, 'column-twice', cell);
      else if (key !== undefined) {
        this.#at.set(key, column);
        this.#ours.set(column, key);
      } else if (year !== undefined) {
        this.#years.push({ year, column });
        this.#ours.set(column, 'year');
      } else if (textOf(cell) !== '')
        this.#passed.push({ column: columnLetter(column), heading: textOf(cell).slice(0, 100) });
      if (note !== '' && !this.#isText(column)) this.#readNote(row, column, cell, unitOf(note));
    }
  }

  #readNote(row: number, column: number, cell: Cell, unit: Unit): void {
    if (unit === 'euro') return;
    if (unit === 'other') this.#faults.ask(row, column, 'heading-note', cell);
    else if (unit === 'percent' || !this.#isMoney(column))
      this.#faults.add(row, column, 'unit-unclear', cell);
    else {
      this.#scales.set(column, times[unit]);
      this.#faults.ask(row, column, unit === 'thousand' ? 'thousands' : 'millions', cell);
    }
  }

  /** Titles above the table, texts on pages and on top of cells, and what stands beside: do they say how sums are counted? */
  #readAround(): void {
    const money = [...this.#ours.keys()].filter((column) => this.#isMoney(column));
    const { rows, around, marks, name } = this.#sheet;
    const texts: { row: number; column: number; text: string }[] = [
      ...[name, ...around].map((text) => ({ row: 0, column: -1, text })),
      ...marks
        .filter(({ code }) => code === 'drawing' || code === 'comment')
        .map(({ row, column, value }) => ({ row, column: column - 1, text: value })),
      ...rows.flatMap((cells, index) =>
        cells.flatMap((cell, column) =>
          typeof cell === 'string' && (index < this.#heading || !this.#ours.has(column))
            ? [{ row: index + 1, column, text: cell }]
            : [],
        ),
      ),
    ];
    const told = new Map<Unit, (typeof texts)[number]>();
    for (const one of texts) {
      const unit = money.length === 0 || one.row === this.#heading + 1 ? undefined : unitIn(one.text);
      if (unit !== undefined && !told.has(unit)) told.set(unit, one);
    }
    const scales = new Set(this.#scales.values());
    for (const [unit, { row, column, text }] of told) {
      const same = scales.size === 1 && scales.has(times[unit]) && this.#scales.size === money.length;
      if (unit === 'other' || told.size > 1 || (scales.size > 0 && !same))
        this.#faults.add(row, column, 'unit-unclear', text);
      else if (!same) {
        for (const place of money) this.#scales.set(place, times[unit]);
        this.#faults.ask(row, column, unit === 'thousand' ? 'thousands' : 'millions', text);
      }
    }
    // What is printed on the page or lies on top of the cells is never read; a person may have meant it.
    for (const text of around)
      if (![...told.values()].some((one) => one.text === text)) this.#faults.ask(0, -1, 'text-around', text);
  }

  #readRows(): { row: number; cells: Cell[] }[] {
    const { rows, shown } = this.#sheet;
    const filled = this.#marks();
    const read: { row: number; cells: Cell[] }[] = [];
    for (const [index, own] of rows.entries()) {
      const row = index + 1;
      if (index <= this.#heading) continue;
      const cells = own.map((cell, column): Cell => {
        const seen =
          this.#isText(column) && typeof cell !== 'string' ? shown.get(placeKey(row, column + 1)) : undefined;
        return seen ?? cell;
      });
      if (cells.every((cell) => textOf(cell) === '')) continue;
      for (const [column, value] of filled.get(row) ?? []) {
        while (cells.length < column) cells.push(null);
        cells[column] = value;
      }
      if (this.#finder.isHeading(cells, this.#ours)) {
        const first = cells.find((cell) => textOf(cell) !== '') ?? null;
        this.#faults.add(row, 0, 'second-table', first);
        continue;
      }
      read.push({ row, cells });
    }
    return read;
  }

  /** Tells the marks that matter, and gives the cells that a merged cell stands for. */
  #marks(): Map<number, [column: number, value: Cell][]> {
    const filled = new Map<number, [number, Cell][]>();
    for (const mark of this.#sheet.marks) {
      const column = mark.column - 1;
      const ours = this.#ours.has(column);
      if (mark.code === 'merged') this.#merged(mark, filled);
      else if (mark.row === 0 && mark.column === 0) this.#tell(mark);
      else if (mark.row === 0) {
        if (ours) this.#tell(mark);
      } else if (mark.code === 'comment' || mark.code === 'quotes-broken') this.#tell(mark);
      else if (mark.row < this.#heading + 1) continue;
      else if (mark.column === 0) this.#tell(mark);
      else if (ours && !(this.#isText(column) && seenAsText.includes(mark.code))) this.#tell(mark);
    }
    return filled;
  }

  #tell({ row, column, code, value, shown }: Mark): void {
    const scaled = (this.#scales.get(column - 1) ?? 1) !== 1;
    if (code === 'shown-differs' && scaled) this.#faults.add(row, column - 1, 'unit-unclear', value, shown);
    else if ((askedMarks as readonly string[]).includes(code))
      this.#faults.ask(row, column - 1, code as AskedCode, value, shown);
    else this.#faults.add(row, column - 1, code, value, shown);
  }

  /** One text down several rows stands for each of them; any other merged cell hides what it is made of. */
  #merged({ row, column, until }: Mark, filled: Map<number, [number, Cell][]>): void {
    const last = until ?? { row, column };
    if (last.row < this.#heading + 1) return;
    const touched = [...this.#ours.keys()].some((own) => own >= column - 1 && own <= last.column - 1);
    if (!touched) return;
    const value = this.#sheet.rows[row - 1]?.[column - 1] ?? null;
    const down =
      last.column === column &&
      row > this.#heading + 1 &&
      !this.#isMoney(column - 1) &&
      this.#isText(column - 1);
    if (!down) {
      this.#faults.add(row, column - 1, 'merged', value);
      return;
    }
    this.#faults.ask(row, column - 1, 'merged-down', value);
    const end = Math.min(last.row, this.#sheet.rows.length);
    for (let at = Math.max(row, this.#filledTo.get(column) ?? 0) + 1; at <= end; at += 1) {
      const others = filled.get(at) ?? [];
      others.push([column - 1, value]);
      filled.set(at, others);
    }
    this.#filledTo.set(column, Math.max(end, this.#filledTo.get(column) ?? 0));
  }
}

/** In a column of texts what is seen is what is read. */
const seenAsText: readonly MarkCode[] = ['shown-differs', 'percent', 'unit-in-cell'];
