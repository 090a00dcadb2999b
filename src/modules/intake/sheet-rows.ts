import { readSheet } from 'read-excel-file/node';
import { csvRows } from './domain/sheets/csv.ts';
import type { Cell } from './domain/sheets/table.ts';

/** The rows of an .xlsx workbook's first sheet, or of a CSV file; undefined when the bytes are neither. */
export async function sheetRows(bytes: Uint8Array): Promise<readonly (readonly Cell[])[] | undefined> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return csvRows(bytes);
  try {
    return (await readSheet(Buffer.from(bytes))) as Cell[][];
  } catch {
    return undefined;
  }
}
