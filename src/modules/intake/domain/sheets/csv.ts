import { readCsv } from '#kernel/csv.ts';
import { decodeDocument } from '../text/decode.ts';

/** The rows of a file of cells parted by semicolons, tabs or commas; undefined when it is none. Cells are texts. */
export function csvRows(bytes: Uint8Array): string[][] | undefined {
  const decoded = decodeDocument(bytes);
  if (!decoded.ok) return undefined;
  const text = decoded.value.text.replace(/^\ufeff/, '').replace(/^sep=(.)\r?\n/i, '');
  // A comma may be in numbers; where semicolons or tabs part the first rows, commas do not.
  const head = text.split(/\r\n|\r|\n/).slice(0, 10);
  const sign = [';', '\t', ','].find((row) => head.some((line) => line.split(row).length > 1));
  if (sign === undefined) return undefined;
  return readCsv(text, { separator: sign, keepEmpty: true }).rows.map(({ cells }) => [...cells]);
}
