import { readCsvSheet } from './csv.ts';
import { readOds } from './ods.ts';
import { NotASheet, type Workbook } from './sheet.ts';
import { readXlsx } from './xlsx.ts';
import { openZip } from './zip.ts';

/** Reads the bytes of an .xlsx, .ods or CSV file. Called in a reader, where nobody waits (`readSheet`). @throws NotASheet, OverLimit */
export function readWorkbook(bytes: Uint8Array): Workbook {
  const begins = (...signs: number[]) => signs.every((sign, at) => bytes[at] === sign);
  // Excel 97, and any workbook behind a password.
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) throw new NotASheet('sheet-old-form');
  if (!begins(0x50, 0x4b)) return { sheets: [readCsvSheet(bytes)], marks: [] };
  const zip = openZip(bytes);
  return zip.names.includes('content.xml') ? readOds(zip) : readXlsx(zip);
}
