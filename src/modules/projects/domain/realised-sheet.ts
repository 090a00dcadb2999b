import { type Day, isDay } from '#kernel/days.ts';
import type { Cents } from '#kernel/money.ts';
import {
  type AskedCode,
  type Cell,
  type Columns,
  Faults,
  moneyIn,
  type NoMoney,
  type PassedColumn,
  type TableFault,
  type Told,
  tableOf,
  textOf,
  type Workbook,
} from '#sheets';
import { costKinds } from './codes.ts';
import type { CostKind } from './draft.ts';

/** What can be wrong in a sheet of costs; each has its words under `projects:sheet-fault`. */
export type RealisedFault =
  | TableFault
  | NoMoney
  | 'not-a-month'
  | 'not-a-cost-kind'
  | 'required'
  | 'total-differs';

export interface SheetEntry {
  /** Where it stands in the sheet. */
  row: number;
  month: Day;
  kind: CostKind;
  label: string;
  cents: Cents;
  evidence: string;
}

export interface RealisedSheet {
  readonly entries: readonly SheetEntry[];
  readonly errors: readonly Told<RealisedFault>[];
  readonly more: number;
  readonly asked: readonly Told<AskedCode>[];
  readonly passed: readonly PassedColumn[];
}

const words = {
  month: ['kuukausi', 'månad', 'month', 'kk', 'kausi', 'period'],
  kind: ['laji', 'kustannuslaji', 'slag', 'kostnadsslag', 'kind', 'type'],
  label: ['selite', 'kuvaus', 'förklaring', 'beskrivning', 'note', 'description'],
  amount: ['summa', 'määrä', 'euroa', 'belopp', 'amount', 'sum'],
  evidence: ['tosite', 'tositenumero', 'verifikat', 'evidence', 'voucher'],
} as const;
const columnsOfCosts: Columns<keyof typeof words> = { words, money: ['amount'], times: ['month'] };
const needed = ['month', 'kind', 'amount', 'evidence'] as const;
const totalWord = /^(?:yhteensä|summa|totalt|sammanlagt|total|sum)(?!\p{L})/iu;

/**
 * Reads realised costs: month, kind, note, amount and voucher, the columns in any order and language: all or nothing, every
 * fault with its row and column. A row of the sum is checked and is no cost.
 * @param kindOf the code of a kind in any language, for the words in the sheet
 */
export function readRealisedSheet(
  book: Workbook,
  kindOf: (word: string) => CostKind | undefined = (word) => costKinds.find((kind) => kind === word),
): RealisedSheet {
  const faults = new Faults<RealisedFault>();
  const table = tableOf(book, columnsOfCosts, faults);
  const entries: SheetEntry[] = [];
  const done = (): RealisedSheet => {
    const { errors, more, asked } = faults;
    return { entries: faults.any ? [] : entries, errors, more, asked, passed: table?.passed ?? [] };
  };
  if (!table) return done();
  const at = (key: keyof typeof words) => table.at.get(key) ?? -1;
  for (const key of needed)
    if (!table.at.has(key)) faults.add(table.heading, -1, 'column-missing', words[key][0]);
  if (faults.any) return done();
  let sum = 0;
  for (const { cells, row } of table.rows) {
    const cell = (key: keyof typeof words): Cell => cells[at(key)] ?? null;
    const amount = moneyIn(cell('amount'), table.scale(at('amount')));
    const isTotal = [cell('month'), cell('kind'), cell('label')].some((one) => totalWord.test(textOf(one)));
    if (!amount.ok) faults.addOnce(row, at('amount'), amount.error, cell('amount'));
    else if (amount.value === undefined) faults.addOnce(row, at('amount'), 'required', null);
    if (isTotal && textOf(cell('evidence')) === '') {
      if (amount.ok && amount.value !== undefined && amount.value !== sum)
        faults.add(row, at('amount'), 'total-differs', cell('amount'));
      continue;
    }
    const month = monthOf(cell('month'));
    const kind = kindOf(textOf(cell('kind')).toLowerCase());
    const evidence = textOf(cell('evidence'));
    if (month === undefined) faults.addOnce(row, at('month'), 'not-a-month', cell('month'));
    if (kind === undefined) faults.addOnce(row, at('kind'), 'not-a-cost-kind', cell('kind'));
    if (evidence === '') faults.addOnce(row, at('evidence'), 'required', null);
    const cents = amount.ok ? amount.value : undefined;
    sum += (kind === 'income' ? -1 : 1) * (cents ?? 0);
    if (month !== undefined && kind !== undefined && cents !== undefined && evidence !== '')
      entries.push({ row, month, kind, label: textOf(cell('label')), cents, evidence });
  }
  if (entries.length === 0) faults.addOnce(table.heading + 1, 0, 'empty', null);
  return done();
}

const monthNames = [
  ['tammikuu', 'januari', 'january'],
  ['helmikuu', 'februari', 'february'],
  ['maaliskuu', 'mars', 'march'],
  ['huhtikuu', 'april', 'april'],
  ['toukokuu', 'maj', 'may'],
  ['kesäkuu', 'juni', 'june'],
  ['heinäkuu', 'juli', 'july'],
  ['elokuu', 'augusti', 'august'],
  ['syyskuu', 'september', 'september'],
  ['lokakuu', 'oktober', 'october'],
  ['marraskuu', 'november', 'november'],
  ['joulukuu', 'december', 'december'],
];

/** '2024-05', '5/2024', '05.2024', '31.5.2024', 'toukokuu 2024' or a date cell: the first day of that month. */
export function monthOf(cell: Cell): Day | undefined {
  if (typeof cell === 'number') return undefined;
  const text = textOf(cell).toLowerCase();
  const named = /^(\p{L}{3,12})(?:ta)? (\d{4})$/u.exec(text);
  const at = named ? monthNames.findIndex((names) => names.includes(named[1]!)) : -1;
  const found =
    /^(?<year>\d{4})-(?<month>\d{1,2})(?:-\d{1,2})?$/.exec(text) ??
    /^(?:\d{1,2}\.)?(?<month>\d{1,2})[./](?<year>\d{4})$/.exec(text);
  const [year, month] =
    named && at !== -1 ? [named[2]!, String(at + 1)] : [found?.groups?.year, found?.groups?.month];
  if (year === undefined || month === undefined) return undefined;
  const day = `${year}-${month.padStart(2, '0')}-01`;
  return isDay(day) ? day : undefined;
}
