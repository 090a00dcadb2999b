import type { Block } from '../form.ts';
import type { Reading } from '../reading.ts';
import { cellPlace, columnOf, headerOf, keepTable, numberRows, type Row, unfolded } from '../tables.ts';
import { keepCents, keepShare } from '../values.ts';

/** A table of costs or of funding with its columns by their headers; the sum row apart from its parts. */
export function readMoneyTable(name: 'costs' | 'funding') {
  const usual =
    name === 'costs'
      ? (['requested', 'approved', 'rejected'] as const)
      : (['requested', 'approved', 'share'] as const);
  return (reading: Reading, { lines }: Block): void => {
    const there = unfolded(lines.filter((line) => !line.blank));
    const header = headerOf(there, (cell) => columnOf(cell) !== undefined);
    const named = header?.cells.map(columnOf);
    const columns =
      named && named.filter(Boolean).length > 0 ? named.slice(named[0] === undefined ? 1 : 0) : [...usual];
    const rows = numberRows(
      header ? there.filter((line) => !header.lines.includes(line)) : there,
      columns.length,
    );
    keepTable(reading, name, header, rows);
    // A table on one line is understood when each of its rows was.
    reading.take(
      lines.filter((line) => {
        const parts = there.filter((item) => item.from === line.from);
        const read = [...(header?.lines ?? []), ...rows.flatMap((row) => row.lines)];
        return parts.length > 1 && parts.every((part) => read.includes(part));
      }),
    );
    for (const row of rows) keepMoneyRow(reading, name, row, columns);
  };
}

function keepMoneyRow(
  reading: Reading,
  name: 'costs' | 'funding',
  row: Row,
  columns: readonly ('requested' | 'approved' | 'rejected' | 'share' | undefined)[],
): void {
  const printed = row.cells[0] ?? '';
  const isTotal = /yhteensä|nettokustannu|kokonaiskustann|totalt|nettokostnad/i.test(printed);
  const path = isTotal ? `${name}Total` : `${name}.${reading.countOf(name) + 1}`;
  reading.text(`${path}.label`, printed.replace(/^\d{1,2}\.? (?=\D)/, ''), cellPlace(row, printed));
  columns.forEach((column, at) => {
    const cell = row.cells[at + 1] ?? null;
    if (column === 'share') keepShare(reading, `${path}.share`, cell ?? '', cellPlace(row, cell));
    else if (column) keepCents(reading, `${path}.${column}`, cell ?? '', cellPlace(row, cell));
  });
}
