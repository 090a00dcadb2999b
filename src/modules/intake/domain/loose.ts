import type { DocumentKind } from './codes.ts';
import { isUnknownLabel } from './ends.ts';
import type { Block } from './form.ts';
import type { Reading } from './reading.ts';
import { isYear, type SumRow, type SumTable, subjectOf } from './sums.ts';
import { columnOf } from './tables.ts';
import type { Line } from './text/lines.ts';

/** The kinds whose chapters are prose about a project: there a table or a label is no sentence of the chapter. */
const ofProjects: ReadonlySet<DocumentKind> = new Set([
  'selection-proposal',
  'project-description',
  'project-presentation',
]);

export const tellsOfProject = (kind: DocumentKind): boolean => ofProjects.has(kind);

/** A table of the document, and the block in which it stands. */
interface PlacedTable {
  readonly table: SumTable;
  readonly heading: string;
}

/**
 * The blocks without the tables and unknown labels that stand in them, and those tables: what a reader of the block's own
 * reads is left to it, when the heads of the columns are what it knows.
 */
export function takenApart(
  blocks: readonly Block[],
  tables: readonly SumTable[],
): { blocks: Block[]; apart: PlacedTable[] } {
  const apart: PlacedTable[] = [];
  const taken = blocks.map((block) => {
    const own = new Set(block.lines);
    const inside = tables.filter(({ lines }) => lines.some((line) => own.has(line)));
    const foreign = inside.filter((table) => !(block.rule.tables && isUsual(table, block)));
    apart.push(...foreign.map((table) => ({ table, heading: block.line.text })));
    // What stands alone under a label is its value, and no title of the table that follows.
    const gone = new Set<Line>(
      foreign.flatMap(({ lines, title }) => [
        ...lines,
        ...(title && block.rule.value === undefined ? [title] : []),
      ]),
    );
    const prose = block.rule.read !== undefined && !block.rule.tables;
    const lines = block.lines.filter((line) => !gone.has(line) && !(prose && isUnknownLabel(line)));
    return lines.length === block.lines.length ? block : { ...block, lines };
  });
  return { blocks: taken, apart };
}

/** Columns of years where the reader knows kinds of money, and years as rows, are read by their sums. */
function isUsual({ columns, rows }: SumTable, { rule }: Block): boolean {
  if (rows.every(({ label }) => isYear(label))) return false;
  const alone = rows[0]!.numbers.length === 1 && rows[0]!.lines.length === 1;
  return rule.tables === 'years' ? columns.some(isYear) || alone : !columns.some(isYear);
}

/** Keeps the tables that their sums prove: cost lines or funding, by name, year and kind of money. */
export function keepSumTables(reading: Reading, apart: readonly PlacedTable[]): void {
  for (const { table, heading } of apart) {
    if (table.lines.some((line) => reading.isTaken(line))) continue;
    const subject = subjectOf(table, heading);
    if (subject === undefined || !keepTable(reading, subject, table)) continue;
    for (const { printed, computed, line } of table.differs)
      reading.find({
        code: 'sum-of-table-differs',
        grade: 'error',
        printed: { kind: 'cents', value: printed },
        computed: { kind: 'cents', value: computed },
        difference: { kind: 'cents', value: printed - computed },
        line: line.from,
      });
    const all = [...table.rows, ...(table.total ? [table.total] : [])];
    reading.take([...table.lines, ...(table.title ? [table.title] : [])]);
    reading.tables.push({
      name: subject,
      line: table.lines[0]!.from,
      endLine: table.lines.at(-1)!.to,
      columns: table.columns.length === 0 ? [] : ['', ...table.columns],
      rows: all.map(({ lines, label, cells }) => ({ line: lines[0]!.from, cells: [label, ...cells] })),
      proven: table.differs.length === 0,
    });
  }
}

type Column =
  | 'requested'
  | 'approved'
  | 'rejected'
  | 'share'
  | 'sum'
  | `year ${number}`
  | 'amount'
  | undefined;

function columnsOf({ columns, rows, across }: SumTable): Column[] {
  const count = rows[0]!.numbers.length;
  if (count === 1) return ['amount'];
  const named = columns.map((head): Column => {
    const year = /(?:19|20)\d\d/.exec(head)?.[0];
    if (isYear(head) && year) return `year ${Number(year)}`;
    if (/^(?:yhteensä|yht\.?|summa|totalt|total)(?!\p{L})/iu.test(head)) return 'sum';
    return columnOf(head);
  });
  if (named.some(Boolean)) return named;
  // Nobody says what the columns are: of columns that add up, the last is what the row makes.
  return across ? [...Array<Column>(count - 1).fill(undefined), 'amount'] : [];
}

function keepTable(reading: Reading, subject: 'costs' | 'funding', table: SumTable): boolean {
  if (table.rows.every(({ label }) => isYear(label))) return keepYears(reading, subject, table);
  const columns = columnsOf(table);
  const years = columns.filter((column) => column?.startsWith('year'));
  // The column of sums repeats what the years say.
  const told = (column: Column) => column !== undefined && !(column === 'sum' && years.length > 0);
  if (!columns.some(told)) return false;
  for (const row of table.rows) {
    if (years.length === 0) keepRow(reading, `${subject}.${reading.countOf(subject) + 1}`, row, columns);
    else
      columns.forEach((column, at) => {
        if (!column?.startsWith('year')) return;
        keepYearCell(reading, `${subject}.${reading.countOf(subject) + 1}`, row, at, Number(column.slice(5)));
      });
  }
  if (table.total) {
    const sums = columns.indexOf('sum');
    if (years.length === 0) keepRow(reading, `${subject}Total`, table.total, columns, true);
    else if (sums !== -1) keepSum(reading, `${subject}Total`, table.total, sums);
  }
  return true;
}

/** Years as rows: each column but the sum is a cost or a source, with its year. */
function keepYears(reading: Reading, subject: 'costs' | 'funding', table: SumTable): boolean {
  if (table.columns.length !== table.rows[0]!.numbers.length) return false;
  const last = table.columns.length - 1;
  table.columns.forEach((label, at) => {
    if (table.across && at === last) return;
    for (const row of table.rows) {
      const year = Number(/(?:19|20)\d\d/.exec(row.label)![0]);
      keepYearCell(reading, `${subject}.${reading.countOf(subject) + 1}`, { ...row, label }, at, year);
    }
  });
  if (table.total && table.across) keepSum(reading, `${subject}Total`, table.total, last);
  return true;
}

function keepYearCell(reading: Reading, path: string, row: SumRow, at: number, year: number): void {
  const place = { lines: row.lines, raw: row.cells[at] ?? '' };
  reading.text(`${path}.label`, row.label, { ...place, raw: row.label });
  reading.count(`${path}.year`, year, place);
  reading.cents(`${path}.amount`, row.numbers[at] ?? null, place);
}

function keepRow(
  reading: Reading,
  path: string,
  row: SumRow,
  columns: readonly Column[],
  total = false,
): void {
  reading.text(`${path}.label`, row.label, { lines: row.lines, raw: row.label });
  columns.forEach((column, at) => {
    if (column === undefined || column.startsWith('year')) return;
    const place = { lines: row.lines, raw: row.cells[at] ?? '' };
    const value = row.numbers[at] ?? null;
    if (column === 'share') reading.share(`${path}.share`, value, place);
    else if (column === 'sum' || column === 'amount')
      reading.cents(`${path}.${total ? 'requested' : 'amount'}`, value, place);
    else reading.cents(`${path}.${column}`, value, place);
  });
}

function keepSum(reading: Reading, path: string, row: SumRow, at: number): void {
  reading.text(`${path}.label`, row.label, { lines: row.lines, raw: row.label });
  reading.cents(`${path}.requested`, row.numbers[at] ?? null, { lines: row.lines, raw: row.cells[at] ?? '' });
}
