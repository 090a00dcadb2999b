import { CsvReader, type CsvRow } from '#kernel/csv.ts';
import { decodeDocument } from '#kernel/decode.ts';
import { SheetBuilder } from './builder.ts';
import { NotASheet, type Sheet } from './sheet.ts';

const piece = 65_536;

/** A file of cells parted by semicolons, tabs or commas. Cells are texts. @throws NotASheet, OverLimit */
export function readCsvSheet(bytes: Uint8Array): Sheet {
  const decoded = decodeDocument(bytes);
  if (!decoded.ok) throw new NotASheet('sheet-unreadable');
  const text = decoded.value.text.replace(/^\ufeff/, '').replace(/^sep=(.)\r?\n/i, '');
  const separator = signOf(text);
  if (separator === undefined) throw new NotASheet('sheet-unreadable');
  const reader = new CsvReader({ separator, keepEmpty: true });
  const build = new SheetBuilder().next('');
  const begins: number[] = [];
  const take = (rows: readonly CsvRow[]) => {
    for (const { line, cells } of rows) {
      begins.push(line);
      for (const [at, cell] of cells.entries())
        if (cell.trim() !== '') build.put(begins.length, at + 1, cell);
    }
  };
  for (let at = 0; at < text.length; at += piece) take(reader.write(text.slice(at, at + piece)));
  take(reader.end());
  // What stands after a quotation mark that was never closed would all be one cell.
  for (const { line, column } of reader.faults.slice(0, 100)) {
    const row = begins.findLastIndex((begin) => begin <= line) + 1;
    build.mark(Math.max(1, row), column, 'quotes-broken', '"');
  }
  return build.done([]);
}

/** What parts the cells. A comma may be in numbers; where semicolons or tabs part the first rows, commas do not. */
function signOf(text: string): string | undefined {
  const head = text
    .slice(0, piece)
    .split(/\r\n|\r|\n/, 10)
    .join('\n');
  return [';', '\t', ','].find((sign) => head.includes(sign));
}
