import { readFileSync } from 'node:fs';

/** A row of a table: the cell of a column, '' when the row is shorter. */
export type Row = (column: string) => string;

/** The rows of a table beside this file: tab-separated, `#` begins a comment line, the first other line is the heading. */
export function table(name: string): Row[] {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8');
  const lines = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  const heading = (lines[0] ?? '').split('\t');
  return lines.slice(1).map((line) => {
    const cells = line.split('\t');
    return (column) => cells[heading.indexOf(column)] ?? '';
  });
}

/** The parts of a cell that holds several. */
export function list(cell: string, separator: string): string[] {
  return cell === '' ? [] : cell.split(separator);
}
