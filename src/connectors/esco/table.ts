import { createReadStream } from 'node:fs';
import { CsvReader, type CsvRow } from '#kernel/csv.ts';
import type { EscoProgress, Problems } from './report.ts';

/** A row of a table with its cells by column name; a column that the file lacks reads as ''. */
export type TableRow = { readonly row: number; readonly get: (column: string) => string };

export type TableReading = {
  readonly path: string;
  /** The file's name as told in problems. */
  readonly file: string;
  readonly required: readonly string[];
  readonly problems: Problems;
  readonly onRow: (row: TableRow) => void;
  readonly onProgress: (rows: number) => void;
};

/**
 * Reads a CSV file with a heading row and hands over its rows one by one; never holds the whole file. Wrong form,
 * missing columns, rows of a wrong width and text that is not UTF-8 become problems. Gives the number of rows.
 */
export async function readTable(reading: TableReading): Promise<number> {
  const { file, problems } = reading;
  const reader = new CsvReader();
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let places: Map<string, number> | undefined;
  let rows = 0;

  const take = (row: CsvRow): void => {
    if (places === undefined) {
      places = new Map(row.cells.map((name, place) => [name.trim(), place]));
      for (const column of reading.required) {
        if (!places.has(column)) problems.error(file, 'column-missing', { row: row.line, column });
      }
      return;
    }
    if (reading.required.some((column) => !places?.has(column))) return;
    rows += 1;
    if (rows % 2000 === 0) reading.onProgress(rows);
    if (row.cells.length !== places.size) {
      problems.error(file, 'wrong-number-of-cells', {
        row: row.line,
        found: `${row.cells.length} ≠ ${places.size}`,
      });
      return;
    }
    const known = places;
    reading.onRow({
      row: row.line,
      get: (column) => {
        const place = known.get(column);
        return place === undefined ? '' : (row.cells[place] ?? '').trim();
      },
    });
  };

  try {
    for await (const bytes of createReadStream(reading.path)) {
      for (const row of reader.write(decoder.decode(bytes as Buffer, { stream: true }))) take(row);
    }
    decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    problems.error(file, 'not-utf8', { row: rows + 2 });
    return rows;
  }
  for (const row of reader.end()) take(row);
  if (places === undefined) problems.error(file, 'file-empty');
  for (const fault of reader.faults) {
    problems.error(file, fault.code, { row: fault.line, column: String(fault.column) });
  }
  reading.onProgress(rows);
  return rows;
}

/** Progress of a reading of several files. */
export function progressOf(
  files: readonly string[],
  onProgress: ((progress: EscoProgress) => void) | undefined,
): (file: string, rows: number) => void {
  return (file, rows) => onProgress?.({ file, rows, filesDone: files.indexOf(file), files: files.length });
}
