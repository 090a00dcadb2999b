import { fold } from '#kernel/fold.ts';
import type { Place, Reading, ReadTable } from './reading.ts';
import type { Line } from './text/lines.ts';

/** A row of a table: its line and its cells as printed; an empty cell is null. */
export interface Row {
  readonly line: Line;
  /** The lines it takes, when each cell stands on a line of its own. */
  readonly lines: readonly Line[];
  readonly cells: readonly (string | null)[];
}

/** The cells of a line parted by tabs, bars, or two spaces and more; one cell when nothing parts it. */
export function cellsOf(line: Line): (string | null)[] {
  const text = line.raw.includes('\t') || line.text.includes('\t') ? line.text : line.text.trim();
  const cells = text.includes('\t')
    ? text.split('\t')
    : / \| |^\||\|$/.test(text)
      ? text.replace(/^\|/, '').replace(/\|$/, '').split('|')
      : text.split(/ {2,}/);
  return cells.map((cell) => cell.trim()).map((cell) => (cell === '' ? null : cell));
}

const numberCell = /^[-–\u2212+]?\s?\d[\d .,]*\s?(?:€|%|euroa)?$/;

/** Does a cell hold a number or nothing? */
export const isNumberCell = (cell: string | null): boolean =>
  cell === null || numberCell.test(cell) || /^[-–—]$/.test(cell);

/**
 * Numbers set side by side with single spaces, as so many columns: `180 648 0 180 648` in three is 180 648, 0, 180 648.
 * Empty when there is no way, or more than one: then nobody can know.
 */
export function splitNumbers(text: string, columns: number): string[] {
  const words = text.trim().split(/ +/);
  if (words.some((word) => !/^\d{1,3}(?:[.,]\d+)?$|^\d+(?:,\d+)?$/.test(word))) return [];
  const ways: string[][] = [];
  const go = (at: number, made: string[]): void => {
    if (made.length > columns || ways.length > 1) return;
    if (at === words.length) {
      if (made.length === columns) ways.push(made);
      return;
    }
    if (!/^0\d/.test(words[at]!)) go(at + 1, [...made, words[at]!]);
    let number = words[at]!;
    if (!/^[1-9]\d{0,2}$/.test(number)) return;
    for (let next = at + 1; next < words.length && /^\d{3}(?:,\d+)?$/.test(words[next]!); next += 1) {
      number += ` ${words[next]}`;
      go(next + 1, [...made, number]);
      if (words[next]!.includes(',')) break;
    }
  };
  go(0, []);
  return ways.length === 1 ? ways[0]! : [];
}

/**
 * A whole table printed on one line: `Haetut yhteensä € Hyväksytyt yhteensä € Hylätyt € 1 Palkkakustannukset 180 648 0 …`.
 * Its header and its rows are read as so many lines, each with the place of that one. Other lines stay as they are.
 */
export function unfolded(lines: readonly Line[]): Line[] {
  return lines.flatMap((line) => {
    const text = line.text.replaceAll(/\t+| {2,}/g, '\t').trim();
    const heads = [...text.matchAll(columnHeads)];
    const last = heads.at(-1);
    const rest = last ? text.slice(last.index + last[0].length) : '';
    if (heads.length < 2 || !/\p{L}{4}.*\d/u.test(rest)) return [line];
    const rows = [...rest.matchAll(rowOnLine)].map((match) => match[0].trim());
    if (rows.join(' ').replaceAll(/\s+/g, ' ') !== rest.trim().replaceAll(/\s+/g, ' ')) return [line];
    return [heads.map((head) => head[0].trim()).join('\t'), ...rows].map((part) => ({ ...line, text: part }));
  });
}

const columnHeads =
  /(?:Haetut|Haettu|Hyväksytyt|Hyväksytty|Hylätyt|Hylätty|Sökt|Godkänt|Avslaget)(?: yhteensä| totalt)?(?: ?€)?|Osuus ?%|Andel ?%/gu;
/** A label, with its number before it and a percentage within it, and the numbers after it. */
const rowOnLine =
  /(?:[1-9]\d?\.?\s)?(?:\p{Lu}\p{L}*)(?:(?:\s|\t)?[^\d\t]*?\d{1,2}\s%)?[^\d]*?(?:[\s\t]+(?:0|[1-9]\d{0,2}(?:[ .]\d{3})*|\d+)(?:,\d+)?)+?(?=\s+(?:[1-9]\d?\.?\s)?\p{Lu}|\s*$)/gu;

/**
 * The rows of a table of numbers under a header: parted rows, rows with single spaces where they have one reading, and
 * rows whose cells stand each on a line of their own. Lines that are none of these are left.
 * @param columns how many columns of numbers there are
 */
export function numberRows(lines: readonly Line[], columns: number): Row[] {
  const rows: Row[] = [];
  const there = lines.filter((line) => !line.blank);
  for (let at = 0; at < there.length; at += 1) {
    const line = there[at]!;
    const cells = cellsOf(line);
    if (
      cells.length > 1 &&
      cells.slice(1).every(isNumberCell) &&
      cells.slice(1).some((cell) => cell !== null)
    ) {
      rows.push({ line, lines: [line], cells: padded(cells, columns + 1) });
      continue;
    }
    if (cells.length !== 1 || cells[0] === null) continue;
    const under: Line[] = [];
    while (under.length < columns && there[at + 1 + under.length]) {
      const next = there[at + 1 + under.length]!;
      if (!isNumberCell(cellsOf(next)[0]!) || cellsOf(next).length > 1) break;
      under.push(next);
    }
    if (under.length === columns && !isNumberCell(cells[0]!)) {
      rows.push({
        line,
        lines: [line, ...under],
        cells: [cells[0]!, ...under.map((row) => row.text.trim())],
      });
      at += under.length;
      continue;
    }
    const spaced = rowWithSpaces(cells[0]!, columns);
    if (spaced) rows.push({ line, lines: [line], cells: spaced });
  }
  return rows;
}

/** `1 Palkkakustannukset 180 648 0 180 648`: a label, then numbers to the end of the line. */
function rowWithSpaces(text: string, columns: number): (string | null)[] | undefined {
  const match = /^(.*?[^\d\s,.])\s+(\d[\d ,.]*)$/.exec(text);
  if (!match) return undefined;
  // The label itself may end with a number ("Flat rate 40 %" does not; "Vuosi 2022" does).
  const numbers = splitNumbers(match[2]!, columns);
  return numbers.length === columns ? [match[1]!.trim(), ...numbers] : undefined;
}

function padded(cells: readonly (string | null)[], length: number): (string | null)[] {
  return cells.length >= length ? [...cells] : [...cells, ...Array<null>(length - cells.length).fill(null)];
}

/** The header of a table, with the lines it takes. */
export interface Header {
  readonly line: Line;
  readonly lines: readonly Line[];
  readonly cells: readonly (string | null)[];
}

/** A column by its header: a kind of money, or a year. */
const isColumn = (cell: string | null): boolean =>
  columnOf(cell) !== undefined ||
  /^(?:(?:vuosi|år)\s)?(?:19|20)\d\d$|^(?:yhteensä|yht\.?|summa|totalt)$/i.test(cell ?? '');

/**
 * The header of a table: the first line with at least two cells of which none is a number (years are no numbers); or
 * lines that each name one column, where every cell stands on a line of its own.
 * @param named what a line must be to name a column alone
 */
export function headerOf(
  lines: readonly Line[],
  named: (cell: string | null) => boolean = isColumn,
): Header | undefined {
  const there = lines.filter((row) => !row.blank);
  const line = there[0];
  if (!line) return undefined;
  const alone = (row: Line | undefined) =>
    row !== undefined && cellsOf(row).length === 1 && named(cellsOf(row)[0]!);
  const from = alone(line)
    ? 0
    : cellsOf(line).length === 1 && !/\d/.test(line.text) && alone(there[1])
      ? 1
      : -1;
  if (from !== -1) {
    let to = from;
    // A label with a number under it begins the rows: `1 Haettava EU- ja valtion rahoitus` is no column.
    const begins = (at: number) =>
      there[at + 1] !== undefined && isNumberCell(cellsOf(there[at + 1]!)[0]!) && !alone(there[at + 1]);
    while (alone(there[to]) && !begins(to)) to += 1;
    const under = there.slice(0, to);
    if (to - from > 1)
      return { line, lines: under, cells: [null, ...under.slice(from).map((row) => row.text.trim())] };
  }
  const parted = cellsOf(line);
  // `Haetut Hyväksytyt Hylätyt`: single spaces between words that each name a column.
  const apart = parted.length === 1 ? (parted[0] ?? '').split(' ') : [];
  const cells = apart.length > 1 && apart.every(isColumn) ? [null, ...apart] : parted;
  const words = cells.filter((cell) => cell !== null);
  const isHeader =
    words.length > 0 && words.every((cell) => !numberCell.test(cell) || /^(?:19|20)\d\d$/.test(cell));
  return isHeader && (cells.length > 1 || words.length > 1) ? { line, lines: [line], cells } : undefined;
}

/** What columns of money are called. */
export function columnOf(header: string | null): 'requested' | 'approved' | 'rejected' | 'share' | undefined {
  const words = fold(header ?? '');
  if (/osuus|%|prosentti|andel/.test(words)) return 'share';
  if (/haettu|haetut|haettava|esitetty|suunniteltu|sokt|ansokt/.test(words)) return 'requested';
  if (/hyvaksyt|myonnet|godkan|beviljat/.test(words)) return 'approved';
  if (/hylat|hylka|avslag|forkast/.test(words)) return 'rejected';
  return undefined;
}

/** Keeps the table as printed beside the values that were read from it. */
export function keepTable(
  reading: Reading,
  name: string,
  header: { line: Line; lines?: readonly Line[]; cells: readonly (string | null)[] } | undefined,
  rows: readonly Row[],
): void {
  const lines = [...(header ? (header.lines ?? [header.line]) : []), ...rows.flatMap((row) => row.lines)];
  if (lines.length === 0) return;
  reading.take(lines);
  const table: ReadTable = {
    name,
    line: lines[0]!.from,
    endLine: lines.at(-1)!.to,
    columns: header?.cells.map((cell) => cell ?? '') ?? [],
    rows: rows.map(({ line, cells }) => ({ line: line.from, cells })),
  };
  reading.tables.push(table);
}

/** The place of one cell. */
export const cellPlace = (row: Row, cell: string | null): Place => ({ lines: row.lines, raw: cell ?? '' });
