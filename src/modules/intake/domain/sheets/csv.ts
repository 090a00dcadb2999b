import { decodeDocument } from '../text/decode.ts';

/** The rows of a file of cells parted by semicolons, tabs or commas; undefined when it is none. Cells are texts. */
export function csvRows(bytes: Uint8Array): string[][] | undefined {
  const decoded = decodeDocument(bytes);
  if (!decoded.ok) return undefined;
  const text = decoded.value.text.replace(/^\ufeff/, '').replace(/^sep=(.)\r?\n/i, '');
  // A comma may be in numbers; where semicolons or tabs part the first rows, commas do not.
  const head = text.split(/\r\n|\r|\n/).slice(0, 10);
  const sign = [';', '\t', ','].find((one) => head.some((line) => line.split(one).length > 1));
  return sign === undefined ? undefined : partedBy(text, sign);
}

/** Cells by the sign; a cell in quotation marks may hold the sign, line ends, and marks written twice. */
function partedBy(text: string, sign: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const closeRow = () => {
    rows.push([...row, cell]);
    row = [];
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]!;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (letter === sign) {
      row.push(cell);
      cell = '';
    } else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && text[at + 1] === '\n') at += 1;
      closeRow();
    } else cell += letter;
  }
  if (cell !== '' || row.length > 0) closeRow();
  return rows;
}
