import { fold } from '#kernel/fold.ts';
import { parseEuros } from '#kernel/money.ts';
import { cellsOf, headerOf, splitNumbers } from './tables.ts';
import type { Line } from './text/lines.ts';

/**
 * Tables known by arithmetic, in whatever form they are printed: a row is a name and as many numbers as the others, and
 * the last row is the sum of the rest, or the last column the sum of the columns before it. Who adds up proves it.
 */

/** A row of such a table: numbers in cents; a blank is null. */
export interface SumRow {
  readonly label: string;
  readonly numbers: readonly (number | null)[];
  readonly cells: readonly string[];
  readonly lines: readonly Line[];
}

export interface SumTable {
  /** The heads of the number columns; empty where the table has none. */
  readonly columns: readonly string[];
  readonly rows: readonly SumRow[];
  /** The row that says the sum of the others. */
  readonly total: SumRow | undefined;
  /** Is the last column the sum of those before it? */
  readonly across: boolean;
  /** Sums that the last row says and its rows do not make; none when the table proves itself. */
  readonly differs: readonly { readonly printed: number; readonly computed: number; readonly line: Line }[];
  /** All its lines: heads, rows and sums. */
  readonly lines: readonly Line[];
  /** The line above it, when it names it. */
  readonly title: Line | undefined;
}

const longest = 300;
const mostColumns = 7;
/** Units beside a number, and units that a heading gives to all numbers under it. */
const units: readonly (readonly [pattern: RegExp, factor: number])[] = [
  [/(?<!\p{L})(?:t ?€|teur)(?!\p{L})/iu, 1_000],
  [/milj(?:\.|oona)/iu, 1_000_000],
];
const headUnits: typeof units = [
  ...units,
  [
    /tuhat(?:ta|sina) eur|\(\s?1 ?000 ?(?:€|eur\p{L}*)\s?\)|(?:yksikkö|luvut|summat)[^\d]{0,20}1 ?000 ?(?:€|eur)/iu,
    1_000,
  ],
];
const sumWord =
  /(?<!\p{L})(?:yhteensä|yht\.?|summa|totalt|total|sammanlagt|kokonaiskustannu\p{L}*|kaikkiaan)(?!\p{L})/iu;
const income = /(?<!\p{L})(?:tulot|inkomster|vähennetään|avgår)(?!\p{L})/iu;

/** The cents of a cell; null for a blank, undefined for what is no number. */
function centsOf(cell: string | null, factor: number): number | null | undefined {
  const bare = (cell ?? '').trim();
  if (/^[-–—]?$/.test(bare)) return null;
  const own = units.find(([pattern]) => pattern.test(bare));
  const parsed = parseEuros(
    bare.replace(/\s*(?:t ?€|milj\.?(?:oonaa)?\s?(?:€|euroa)?|€|euroa|eur|%)\s*$/iu, ''),
  );
  return parsed.ok ? parsed.value * (own?.[1] ?? factor) : undefined;
}

/** The name and the numbers of one line: parted cells, or single spaces where they have one reading. */
export function numbersOfRow(
  line: Line,
  columns?: number,
  factor = 1,
): { label: string; numbers: number[]; cells: string[] } | undefined {
  const parted = partedRow(line, factor);
  const whole = parted?.numbers.filter((number) => number !== null) ?? [];
  if (parted && whole.length === parted.numbers.length) return { ...parted, numbers: whole };
  const text = line.text.trim();
  const [, label, digits] =
    text.length > longest
      ? []
      : (/^(.*?[^\d\s,.:][:.]?)\s+([-–]?\d[\d ,.]*)(?:\s?(?:€|euroa))?$/u.exec(text) ?? []);
  if (!label || !digits) return undefined;
  for (const count of columns === undefined ? [1, 2, 3] : [columns]) {
    const cells = splitNumbers(digits.trim(), count);
    const numbers = cells.map((cell) => centsOf(cell, factor));
    if (cells.length === count && numbers.every((number) => typeof number === 'number'))
      return { label: bareLabel(label), numbers: numbers as number[], cells };
  }
  return undefined;
}

const bareLabel = (label: string): string =>
  label
    .replaceAll(/\*\*|__/g, '')
    .replace(/[:\s]+$/, '')
    .trim();

function partedRow(
  line: Line,
  factor: number,
): { label: string; numbers: (number | null)[]; cells: string[] } | undefined {
  if (line.text.length > longest) return undefined;
  const [label, ...cells] = cellsOf(line);
  if (!label || cells.length === 0 || cells.length > mostColumns) return undefined;
  const isLabel = /\p{L}/u.test(label) || isYear(label);
  const numbers = cells.map((cell) => centsOf(cell, factor));
  if (
    !isLabel ||
    numbers.some((number) => number === undefined) ||
    numbers.every((number) => number === null)
  )
    return undefined;
  return {
    label: bareLabel(label),
    numbers: numbers as (number | null)[],
    cells: cells.map((cell) => cell ?? ''),
  };
}

export const isYear = (text: string): boolean => /^(?:(?:vuosi|år|v\.)\s?)?(?:19|20)\d\d$/i.test(text.trim());

const isRow = (row: SumRow | undefined): row is SumRow => row !== undefined;

/**
 * All tables of some lines that their own sums prove, and those whose last row says that it is the sum.
 * @param isLabel is a line a label by its own name? Labels one under another make no table, though the last says “in total”
 */
export function sumTables(lines: readonly Line[], isLabel: (line: Line) => boolean): SumTable[] {
  const there = lines.filter((line) => !line.blank);
  const found: SumTable[] = [];
  for (let at = 0; at < there.length; ) {
    const table = tableAt(there, at, isLabel);
    if (table === undefined) at += 1;
    else {
      found.push(table);
      at = there.indexOf(table.lines.at(-1)!) + 1;
    }
  }
  return found;
}

/** The table whose first row begins here: as parted cells, as numbers with single spaces, or one cell a line. */
function tableAt(there: readonly Line[], at: number, isLabel: (line: Line) => boolean): SumTable | undefined {
  const factor = factorBefore(there, at);
  const first = there[at]!;
  if (isRow(rowOf(first, undefined, factor))) {
    const table = proven(
      there,
      at,
      run(there, at, (line) => once(line, `cells ${factor}`, () => rowOf(line, undefined, factor))),
      isLabel,
    );
    if (table) return table;
  }
  if (/\p{L}.*\s\d/u.test(first.text) && first.text.length <= longest)
    for (let columns = 1; columns <= mostColumns; columns += 1) {
      const rows = run(there, at, (line) =>
        once(line, `${columns} ${factor}`, () => {
          const row = numbersOfRow(line, columns, factor);
          return row && { ...row, lines: [line] };
        }),
      );
      const table = rows.length > 2 ? proven(there, at, rows, isLabel) : undefined;
      if (table) return table;
    }
  const under = numbersUnder(there, at, factor);
  return under === 0 ? undefined : proven(there, at, stacked(there, at, under, factor), isLabel);
}

function rowOf(line: Line, columns: number | undefined, factor: number): SumRow | undefined {
  const row = partedRow(line, factor);
  return row && (columns === undefined || row.numbers.length === columns)
    ? { ...row, lines: [line] }
    : undefined;
}

/** A table of costs has some ten rows. */
const mostRows = 40;

/** A row is read once, however many beginnings of a table lead to it. */
const memory = new WeakMap<Line, Map<string, SumRow | undefined>>();

function once(line: Line, key: string, read: () => SumRow | undefined): SumRow | undefined {
  const known = memory.get(line) ?? new Map<string, SumRow | undefined>();
  memory.set(line, known);
  if (!known.has(key)) known.set(key, read());
  return known.get(key);
}

function run(there: readonly Line[], at: number, rowAt: (line: Line) => SumRow | undefined): SumRow[] {
  const rows: SumRow[] = [];
  for (let next = at; next < there.length && rows.length < mostRows; next += 1) {
    const row = rowAt(there[next]!);
    // Years above a table are its heads.
    if (
      row === undefined ||
      (next === at && row.cells.every(isYear)) ||
      (rows[0] && row.numbers.length !== rows[0].numbers.length)
    )
      break;
    rows.push(row);
  }
  return rows;
}

const numberLine = (line: Line | undefined, factor: number): number | null | undefined =>
  line === undefined || line.text.length > 40 || /^\d{1,2}\.\d/.test(line.text.trim())
    ? undefined
    : (centsOf(line.text, factor) ?? undefined);

/** How many lines of numbers stand under a name, when each cell has a line of its own. */
function numbersUnder(there: readonly Line[], at: number, factor: number): number {
  const name = there[at]!.text;
  if (name.length > 120 || !/\p{L}/u.test(name) || numberLine(there[at], factor) !== undefined) return 0;
  let count = 0;
  while (count < mostColumns && numberLine(there[at + 1 + count], factor) !== undefined) count += 1;
  return count;
}

function stacked(there: readonly Line[], at: number, columns: number, factor: number): SumRow[] {
  const rows: SumRow[] = [];
  for (let next = at; next < there.length && rows.length < mostRows; next += columns + 1) {
    if (numbersUnder(there, next, factor) !== columns) break;
    const under = there.slice(next + 1, next + 1 + columns);
    if (next === at && under.every(({ text }) => isYear(text))) break;
    rows.push({
      label: bareLabel(there[next]!.text),
      numbers: under.map((line) => centsOf(line.text, factor) ?? null),
      cells: under.map((line) => line.text.trim()),
      lines: [there[next]!, ...under],
    });
  }
  return rows;
}

/**
 * Rows that prove themselves, down or across: the longest beginning of them that does. Else those whose last row says by its
 * name that it is their sum, with what differs.
 */
function proven(
  there: readonly Line[],
  at: number,
  rows: readonly SumRow[],
  isLabel: (line: Line) => boolean,
): SumTable | undefined {
  const across = addsAcross(rows);
  for (const end of mayEnd(rows)) {
    const part = rows.slice(0, end);
    if (addsDown(part)) return asTable(there, at, part, part.at(-1), across || addsAcross(part));
  }
  if (across && rows.length > 1) return asTable(there, at, rows, undefined, true);
  const said = rows.findLastIndex(({ label }, place) => place > 1 && sumWord.test(label));
  if (said === -1 || rows.slice(0, said).some((row) => isLabel(row.lines[0]!))) return undefined;
  return asTable(there, at, rows.slice(0, said + 1), rows[said], false);
}

/** How many rows there may be, the most first: the last is a sum by its name, or by some number of it. */
function mayEnd(rows: readonly SumRow[]): number[] {
  const sums = rows[0]?.numbers.map(() => 0) ?? [];
  const ends: number[] = [];
  for (const [at, { label, numbers }] of rows.entries()) {
    const isSum = numbers.some(
      (number, column) => number !== null && number !== 0 && number === sums[column],
    );
    if (at > 1 && (isSum || sumWord.test(label))) ends.unshift(at + 1);
    for (const [column, number] of numbers.entries()) sums[column]! += number ?? 0;
  }
  return ends;
}

function asTable(
  there: readonly Line[],
  at: number,
  part: readonly SumRow[],
  total: SumRow | undefined,
  across: boolean,
): SumTable {
  const rows = total ? part.slice(0, -1) : part;
  const head = headBefore(there, at, part[0]!.numbers.length);
  const title = there[at - head.lines.length - 1];
  const lines = [...head.lines, ...part.flatMap((row) => row.lines)];
  return {
    columns: head.columns,
    rows,
    total,
    across,
    differs: total && !addsDown(part) ? differences(rows, total) : [],
    lines,
    title: title && title.text.length <= 90 && !/[.!?]$|\d/.test(title.text.trim()) ? title : undefined,
  };
}

function differences(rows: readonly SumRow[], total: SumRow): SumTable['differs'] {
  const parts = rows.filter(({ label }) => !sumWord.test(label));
  return total.numbers.flatMap((printed, column) => {
    if (printed === null || /%/.test(total.cells[column] ?? '')) return [];
    const computed = parts.reduce((all, { numbers }) => all + (numbers[column] ?? 0), 0);
    return computed === printed ? [] : [{ printed, computed, line: total.lines[0]! }];
  });
}

/** A thousand euros, in cents. */
const leastByChance = 100_000;

function addsAcross(rows: readonly SumRow[]): boolean {
  return rows.every(({ numbers }) => {
    const last = numbers.at(-1);
    const others = numbers.slice(0, -1);
    return (
      others.length > 1 &&
      typeof last === 'number' &&
      others.reduce<number>((all, number) => all + (number ?? 0), 0) === last
    );
  });
}

/** Is the last row the sum of the others in some column, and in none (of money) otherwise? Sums between are no parts. */
function addsDown(rows: readonly SumRow[]): boolean {
  const total = rows.at(-1)!;
  const parts = rows.slice(0, -1);
  const ways = [
    parts,
    parts.filter(({ label }) => !sumWord.test(label)),
    parts.filter(({ label }) => sumWord.test(label)),
  ].filter((way) => way.length > 1);
  // That a few small numbers add up may be by chance; a row that calls itself the sum is none.
  const bySign = sumWord.test(total.label) || total.numbers.some((sum) => (sum ?? 0) >= leastByChance);
  return (
    bySign &&
    ways.some((way) => {
      const held = total.numbers.map((sum, column) => {
        if (sum === null) return undefined;
        if (/%/.test(total.cells[column] ?? '')) return undefined;
        const made = way.reduce(
          (all, { numbers, label }) => all + (numbers[column] ?? 0) * (income.test(label) ? -1 : 1),
          0,
        );
        const plain = way.reduce((all, { numbers }) => all + (numbers[column] ?? 0), 0);
        return (made === sum || plain === sum) && sum !== 0;
      });
      return (
        held.some(Boolean) && held.every((holds, column) => holds !== false || total.numbers[column] === 0)
      );
    })
  );
}

/** The heads above the first row: parted, or one a line. */
function headBefore(
  there: readonly Line[],
  at: number,
  columns: number,
): { columns: string[]; lines: Line[] } {
  const above = there[at - 1];
  if (above === undefined) return { columns: [], lines: [] };
  const cells = headerOf([above])?.cells;
  if (cells && cells.length >= columns && cells.length <= columns + 1)
    return { columns: cells.slice(-columns).map((cell) => cell ?? ''), lines: [above] };
  const heads = there.slice(Math.max(0, at - columns), at);
  if (columns > 1 && heads.length === columns && heads.every(({ text }) => isHead(text)))
    return { columns: heads.map(({ text }) => text.trim()), lines: heads };
  return { columns: [], lines: [] };
}

const isHead = (text: string): boolean =>
  isYear(text) || (text.length <= 40 && /^\p{Lu}/u.test(text.trim()) && !/[.:!?\d]/.test(text));

/** In thousands or millions, when the lines above say so. */
function factorBefore(there: readonly Line[], at: number): number {
  for (let before = at - 1; before >= Math.max(0, at - 3); before -= 1) {
    const text = there[before]!.text;
    const unit = text.length <= longest ? headUnits.find(([pattern]) => pattern.test(text)) : undefined;
    if (unit && !/\d[\d ]*\s?(?:t ?€|milj)/iu.test(text)) return unit[1];
  }
  return 1;
}

const costWords =
  /palk|henkilost|lone|personal|matk|rese|ostopalv|kopt|hankin|kone|laite|flat|kiintea|valilli|kulut|menot|kustannu|kostnad|utgift|materiaal|vuokra|hyra|viestin|toimisto/;
const fundingWords =
  /rahoit|avustu|tuki(?:$| )|omarah|kuntaosu|kuntien|^eu |valtio|statlig|finans|bidrag|maakuntaliit|kommun|yksity|privat|haettava/;

/** Is it about costs or about funding? By its own names first, then by what stands above it. */
export function subjectOf(table: SumTable, heading: string): 'costs' | 'funding' | undefined {
  const transposed = table.rows.every(({ label }) => isYear(label));
  const names = (transposed ? table.columns : table.rows.map(({ label }) => label)).map(fold);
  const costs = names.filter((name) => costWords.test(name)).length;
  const funding = names.filter((name) => fundingWords.test(name)).length;
  if (costs !== funding) return costs > funding ? 'costs' : 'funding';
  const above = fold(`${table.title?.text ?? ''} ${heading}`);
  if (fundingWords.test(above)) return costWords.test(above) ? undefined : 'funding';
  return costWords.test(above) ? 'costs' : undefined;
}
