import { type Cents, parseEuros } from '#kernel/money.ts';
import { fold } from '../text/normalise.ts';
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

export interface BudgetSheet {
  readonly rows: readonly BudgetRow[];
  readonly errors: readonly SheetError[];
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
export function readBudgetSheet(sheet: readonly (readonly Cell[])[]): BudgetSheet {
  const faults = new Faults();
  const table = tableOf(sheet, words, faults);
  if (!table) return { rows: [], errors: faults.errors, totals: 0, passed: [] };
  const place = (key: keyof typeof words) => table.at.get(key) ?? -1;
  const byYears = table.years.length > 0 && !table.at.has('requested');
  // A sum beside the columns of money, and years beside a column of what is requested, belong to no line.
  const beside = byYears
    ? []
    : [...table.years.map(({ column }) => column), ...(table.at.has('total') ? [place('total')] : [])];
  const passed = [
    ...table.passed,
    ...beside.map((column) => ({
      column: columnLetter(column),
      heading: textOf(sheet[table.heading - 1]?.[column]).slice(0, 100),
    })),
  ];
  if (!table.at.has('label')) faults.add(table.heading, -1, 'column-missing', 'nimike');
  if (!byYears && !table.at.has('requested') && !table.at.has('approved'))
    faults.add(table.heading, -1, 'column-missing', 'haettu');
  if (faults.errors.length > 0) return { rows: [], errors: faults.errors, totals: 0, passed };
  const read: Line[] = [];
  const seen = new Set<string>();
  const cellOf = (cells: readonly Cell[], key: keyof typeof words) => cells[place(key)] ?? null;
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
    const money = byYears
      ? table.years.map(({ year, column }) => ({ year, column, key: 'requested' as Column }))
      : columns.map((key) => ({ year: yearOf(cells, row), column: place(key), key }));
    const amounts = money.map((item) => ({
      ...item,
      amount: eurosOf(cells[item.column] ?? null, row, item.column, faults),
    }));
    if (isTotal) {
      totals += 1;
      for (const entry of amounts)
        if (entry.amount)
          checkTotal(read, part ?? read.at(-1)?.part, entry, row, entry.amount, faults, cells);
      continue;
    }
    if (!part) faults.add(row, place('part'), partText === '' ? 'required' : 'not-a-part', partText);
    if (label === '') faults.add(row, place('label'), 'required', null);
    if (
      amounts.every(
        ({ key, amount, column }) => amount === undefined && (key === 'rejected' || blank(cells, column)),
      )
    )
      faults.add(row, money[0]!.column, 'required', null);
    if (byYears) checkRowSum(cells, place('total'), amounts, row, faults);
    const years = byYears ? table.years.map(({ year }) => year) : [yearOf(cells, row)];
    for (const year of years) {
      const own = amounts.filter((item) => item.year === year);
      if (byYears && own.every(({ amount }) => amount === undefined)) continue;
      const key = `${part} ${fold(label)} ${year ?? ''}`;
      if (label !== '' && seen.has(key)) faults.add(row, place('label'), 'said-twice', label);
      seen.add(key);
      const said = (column: Column) => own.find((item) => item.key === column)?.amount;
      read.push({
        row,
        part: part ?? 'cost',
        label,
        year,
        requested: said('requested')?.text,
        approved: said('approved')?.text,
        rejected: said('rejected')?.text,
        cents: {
          requested: said('requested')?.cents,
          approved: said('approved')?.cents,
          rejected: said('rejected')?.cents,
        },
      });
    }
  }
  const rows = read.map(({ cents: _cents, ...row }) => row);
  return { rows: faults.errors.length > 0 ? [] : rows, errors: faults.errors, totals, passed };

  function yearOf(cells: readonly Cell[], row: number): number | undefined {
    const text = textOf(cellOf(cells, 'year'));
    if (text === '') return undefined;
    if (/^(?:19|20)\d\d$/.test(text)) return Number(text);
    if (!faults.errors.some((error) => error.row === row && error.code === 'not-a-year'))
      faults.add(row, place('year'), 'not-a-year', text);
    return undefined;
  }
}

type Amount = { readonly text: string; readonly cents: Cents };
type Line = BudgetRow & { readonly cents: Readonly<Record<Column, Cents | undefined>> };

const blank = (cells: readonly Cell[], column: number): boolean => textOf(cells[column]) === '';
const partOf = (text: string): 'cost' | 'funding' | undefined =>
  (['cost', 'funding'] as const).find((row) => isWord(partWords[row], text));

/** Money of a cell as text that has one reading; undefined for a blank, and for what is told as a fault. */
function eurosOf(cell: Cell, row: number, column: number, faults: Faults): Amount | undefined {
  const text = textOf(cell);
  if (text === '') return undefined;
  const parsed = parseEuros(text);
  if (parsed.ok) return { text, cents: parsed.value };
  if (parsed.error.code === 'empty') return undefined;
  // A number cell holds no thousands' signs, so 1.234 is one and two hundred thousandths, too precise for money.
  const precise =
    parsed.error.code === 'too-precise' || (typeof cell === 'number' && parsed.error.code === 'ambiguous');
  faults.add(
    row,
    column,
    precise ? 'too-precise' : parsed.error.code === 'ambiguous' ? 'ambiguous-number' : 'not-a-number',
    cell,
  );
  return undefined;
}

/** A printed sum against the lines above it: of its part, and of its year when it has one. Income is taken off costs. */
function checkTotal(
  lines: readonly Line[],
  part: 'cost' | 'funding' | undefined,
  { year, column, key }: { readonly year: number | undefined; readonly column: number; readonly key: Column },
  row: number,
  printed: Amount,
  faults: Faults,
  cells: readonly Cell[],
): void {
  const own = lines.filter((line) => line.part === part && (year === undefined || line.year === year));
  const sum = own.reduce(
    (all, { cents, label }) => all + (incomeLabel.test(label) ? -1 : 1) * (cents[key] ?? 0),
    0,
  );
  const gross = own.reduce(
    (all, { cents, label }) => all + (incomeLabel.test(label) ? 0 : (cents[key] ?? 0)),
    0,
  );
  if (printed.cents !== sum && printed.cents !== gross)
    faults.add(row, column, 'total-differs', cells[column]);
}

/** The sum at the end of a row of years. */
function checkRowSum(
  cells: readonly Cell[],
  column: number,
  amounts: readonly { readonly amount: Amount | undefined }[],
  row: number,
  faults: Faults,
): void {
  const printed = column === -1 ? undefined : eurosOf(cells[column] ?? null, row, column, faults);
  const sum = amounts.reduce((all, { amount }) => all + (amount?.cents ?? 0), 0);
  if (printed && printed.cents !== sum) faults.add(row, column, 'total-differs', cells[column]);
}
