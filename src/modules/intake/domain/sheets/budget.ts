import { fold } from '#kernel/fold.ts';
import type { Cents } from '#kernel/money.ts';
import {
  type AskedCode,
  type Cell,
  type Columns,
  columnLetter,
  Faults,
  isWord,
  moneyIn,
  type PassedColumn,
  type Told,
  tableOf,
  textOf,
  type Workbook,
} from '#sheets';
import type { SheetFault } from './faults.ts';

export interface BudgetRow {
  readonly row: number;
  readonly part: 'cost' | 'funding';
  readonly label: string;
  readonly year: number | undefined;
  /** Undefined for a blank cell (F-08). */
  readonly requested: Cents | undefined;
  readonly approved: Cents | undefined;
  readonly rejected: Cents | undefined;
}

export interface BudgetSheet {
  readonly rows: readonly BudgetRow[];
  readonly errors: readonly Told<SheetFault>[];
  /** Faults beside those told. */
  readonly more: number;
  /** What may be right, and a person has to say. */
  readonly asked: readonly Told<AskedCode>[];
  /** Rows of sums: checked against their lines and not brought in. */
  readonly totals: number;
  readonly passed: readonly PassedColumn[];
}

const words = {
  part: ['osa', 'del', 'part', 'laji', 'kustannus tai rahoitus'],
  label: [
    'nimike',
    'benämning',
    'label',
    'kustannuslaji',
    'kustannus',
    'rivi',
    'selite',
    'kostnadsslag',
    'item',
    'name',
  ],
  year: ['vuosi', 'år', 'year'],
  requested: [
    'haettu',
    'haetut',
    'haettu yhteensä',
    'haetut yhteensä',
    'ansökt',
    'sökt',
    'sökt totalt',
    'requested',
    'summa',
    'määrä',
    'belopp',
    'amount',
    'budjetti',
    'budget',
  ],
  approved: [
    'hyväksytty',
    'hyväksytyt',
    'hyväksytyt yhteensä',
    'myönnetty',
    'godkänt',
    'beviljat',
    'approved',
    'granted',
  ],
  rejected: ['hylätty', 'hylätyt', 'avslaget', 'avslagits', 'rejected'],
  total: ['yhteensä', 'totalt', 'sammanlagt', 'total', 'sum'],
} as const;
const columnsOfBudget: Columns<keyof typeof words> = {
  words,
  money: ['requested', 'approved', 'rejected', 'total'],
  times: ['year'],
  years: true,
};
const partWords = {
  cost: ['kustannus', 'kustannukset', 'kostnad', 'kostnader', 'cost', 'costs'],
  funding: ['rahoitus', 'rahoitussuunnitelma', 'finansiering', 'funding'],
} as const;
const columns = ['requested', 'approved', 'rejected'] as const;
type Column = (typeof columns)[number];

const totalLabel =
  /(?:^|\s)(?:yhteensä|summa|totalt|sammanlagt|total|sum)$|^(?:yhteensä|summa|totalt|sammanlagt|total|sum)(?:\s|$)|^netto(?:kustannu|kostnad)|^net costs/iu;
const incomeLabel = /^(?:\d+\.? )?(?:tulot|inkomster|income)(?!\p{L})/iu;

/**
 * Reads a budget: part, label, year, and columns of money in which a blank is a blank (F-08); or the years side by side.
 * A row that holds only the name of a part is the heading of what follows. Sums are checked and are no lines.
 */
export function readBudgetSheet(book: Workbook): BudgetSheet {
  const faults = new Faults<SheetFault>();
  const table = tableOf(book, columnsOfBudget, faults);
  if (!table) return none([]);
  const place = (key: keyof typeof words) => table.at.get(key) ?? -1;
  const byYears = table.years.length > 0 && !table.at.has('requested');
  // A sum beside the columns of money, and years beside a column of what is requested, belong to no line.
  const beside = byYears
    ? []
    : [
        ...table.years.map(({ column, year }) => ({ column, heading: String(year) })),
        ...(table.at.has('total') ? [{ column: place('total'), heading: words.total[0] }] : []),
      ];
  const passed = [
    ...table.passed,
    ...beside.map(({ column, heading }) => ({ column: columnLetter(column), heading })),
  ];
  if (!table.at.has('label')) faults.add(table.heading, -1, 'column-missing', 'nimike');
  if (!byYears && !table.at.has('requested') && !table.at.has('approved'))
    faults.add(table.heading, -1, 'column-missing', 'haettu');
  if (!table.at.has('label') || faults.errors.some(({ code }) => code.startsWith('column-')))
    return none(passed);
  const read: BudgetRow[] = [];
  const seen = new Set<string>();
  const sums = new Sums();
  const cellOf = (cells: readonly Cell[], key: keyof typeof words) => cells[place(key)] ?? null;
  const moneyOf = (cells: readonly Cell[], row: number, column: number): Cents | undefined => {
    const sum = column === -1 ? undefined : moneyIn(cells[column], table.scale(column));
    if (sum === undefined || sum.ok) return sum?.value;
    // An error or a percentage is told already, by what the cell is.
    if (
      typeof cells[column] === 'string' ||
      typeof cells[column] === 'number' ||
      cells[column] instanceof Date
    )
      faults.addOnce(row, column, sum.error, cells[column]);
    return undefined;
  };
  let heading: 'cost' | 'funding' | undefined;
  let totals = 0;
  for (const { cells, row } of table.rows) {
    const alone = cells.filter((cell) => textOf(cell) !== '');
    const named = alone.length === 1 ? partOf(textOf(alone[0])) : undefined;
    if (named) {
      heading = named;
      continue;
    }
    const label = textOf(cellOf(cells, 'label'));
    const partText = textOf(cellOf(cells, 'part'));
    const isTotal = totalLabel.test(label) || (label === '' && totalLabel.test(partText));
    const part = partOf(partText) ?? (partText === '' || isTotal ? heading : undefined);
    const year = byYears ? undefined : yearOf(cells, row);
    if (isTotal) {
      totals += checkTotal(cells, row, part ?? read.at(-1)?.part, year) ? 1 : 0;
      continue;
    }
    if (!part) faults.add(row, place('part'), partText === '' ? 'required' : 'not-a-part', partText);
    if (label === '') faults.add(row, place('label'), 'required', null);
    const lines = byYears ? ofYears(cells, row) : [ofColumns(cells, row, year)];
    if (lines.every((line) => line.blank)) faults.addOnce(row, lines[0]!.column, 'required', null);
    if (byYears) checkRowSum(cells, row, lines);
    for (const { year: own, requested, approved, rejected, blank } of lines) {
      if (byYears && blank) continue;
      const key = `${part} ${fold(label)} ${own ?? ''}`;
      if (label !== '' && seen.has(key)) faults.add(row, place('label'), 'said-twice', label);
      seen.add(key);
      const line = { row, part: part ?? 'cost', label, year: own, requested, approved, rejected } as const;
      read.push(line);
      sums.add(line);
    }
  }
  return {
    rows: faults.any ? [] : read,
    errors: faults.errors,
    more: faults.more,
    asked: faults.asked,
    totals,
    passed,
  };

  function none(columns: readonly PassedColumn[]): BudgetSheet {
    const { errors, more, asked } = faults;
    return { rows: [], errors, more, asked, totals: 0, passed: columns };
  }

  function ofColumns(cells: readonly Cell[], row: number, year: number | undefined) {
    const [requested, approved, rejected] = columns.map((key) => moneyOf(cells, row, place(key)));
    const column = columns.map(place).find((at) => at !== -1) ?? -1;
    const blank = [place('requested'), place('approved')].every((at) => textOf(cells[at]) === '');
    return { year, requested, approved, rejected, column, blank };
  }

  function ofYears(cells: readonly Cell[], row: number) {
    return table!.years.map(({ year, column }) => ({
      year,
      requested: moneyOf(cells, row, column),
      approved: undefined,
      rejected: undefined,
      column,
      blank: textOf(cells[column]) === '',
    }));
  }

  function yearOf(cells: readonly Cell[], row: number): number | undefined {
    const text = textOf(cellOf(cells, 'year'));
    if (text === '') return undefined;
    if (/^(?:19|20)\d\d$/.test(text)) return Number(text);
    faults.addOnce(row, place('year'), 'not-a-year', text);
    return undefined;
  }

  /** A printed sum against the lines above it, of its part, and of its year when it has one. Was there anything to check? */
  function checkTotal(
    cells: readonly Cell[],
    row: number,
    part: 'cost' | 'funding' | undefined,
    year: number | undefined,
  ): boolean {
    const printed = byYears
      ? table!.years.map((own) => ({ ...own, key: 'requested' as Column }))
      : columns.map((key) => ({ year, column: place(key), key }));
    const sum = byYears ? place('total') : -1;
    let checked = 0;
    for (const { year: own, column, key } of printed) {
      const cents = moneyOf(cells, row, column);
      if (cents === undefined) continue;
      checked += 1;
      if (!sums.holds(part, own, key, cents)) faults.add(row, column, 'total-differs', cells[column]);
    }
    const all = moneyOf(cells, row, sum);
    if (all !== undefined && !sums.holds(part, undefined, 'requested', all))
      faults.add(row, sum, 'total-differs', cells[sum]);
    if (checked === 0 && all === undefined)
      faults.add(row, place('label'), 'total-empty', cellOf(cells, 'label'));
    return checked > 0 || all !== undefined;
  }

  /** The sum at the end of a row of years. */
  function checkRowSum(
    cells: readonly Cell[],
    row: number,
    lines: readonly { readonly requested: Cents | undefined }[],
  ): void {
    const printed = moneyOf(cells, row, place('total'));
    const sum = lines.reduce((all, { requested }) => all + (requested ?? 0), 0);
    if (printed !== undefined && printed !== sum)
      faults.add(row, place('total'), 'total-differs', cells[place('total')]);
  }
}

/** Sums of the lines so far, by part, year and column. Income is taken off costs, or is not; a printed sum may mean either. */
class Sums {
  readonly #net = new Map<string, Cents>();
  readonly #gross = new Map<string, Cents>();

  add(line: BudgetRow): void {
    const isIncome = incomeLabel.test(line.label);
    for (const column of columns) {
      const cents = line[column] ?? 0;
      for (const key of new Set([keyOf(line.part, line.year, column), keyOf(line.part, undefined, column)])) {
        this.#net.set(key, (this.#net.get(key) ?? 0) + (isIncome ? -cents : cents));
        this.#gross.set(key, (this.#gross.get(key) ?? 0) + (isIncome ? 0 : cents));
      }
    }
  }

  holds(part: string | undefined, year: number | undefined, column: Column, printed: Cents): boolean {
    const key = keyOf(part, year, column);
    return printed === (this.#net.get(key) ?? 0) || printed === (this.#gross.get(key) ?? 0);
  }
}

const keyOf = (part: string | undefined, year: number | undefined, column: Column) =>
  `${part} ${year ?? ''} ${column}`;
const partOf = (text: string): 'cost' | 'funding' | undefined =>
  (['cost', 'funding'] as const).find((row) => isWord(partWords[row], text));
