import writeExcelFile from 'write-excel-file/node';
import type { ListPage } from '#lists';
import { formatOf } from '../../i18n/format.ts';
import type { Language } from '../../language.ts';
import type { ListColumn, ListDeclaration, ListTools } from './declare.ts';

type Cell = {
  readonly kind: 'text' | 'number' | 'money' | 'day' | 'instant';
  readonly value: string | number;
};
type Table = {
  readonly heading: readonly string[];
  readonly rows: readonly (readonly (Cell | undefined)[])[];
};

/** A list as a file: its columns, all its rows, numbers as numbers and days as days. */
export async function fileOf<Found extends ListPage<unknown>>(
  list: ListDeclaration<Found>,
  found: Found,
  as: { readonly kind: 'csv' | 'xlsx'; readonly language: Language; readonly t: ListTools<Found>['t'] },
): Promise<Response> {
  const tools: ListTools<Found> = { t: as.t, format: formatOf(as.language), language: as.language, found };
  const columns = list.columns.filter(({ only, when }) => only !== 'screen' && (when?.(tools) ?? true));
  const table: Table = {
    heading: columns.map(({ key }) => as.t(`${list.prefix ?? ''}column.${key}`)),
    rows: found.rows.map((row) => columns.map((column) => cellOf(column, row, tools))),
  };
  const name = `${list.name}-${new Date().toISOString().slice(0, 10)}`;
  return as.kind === 'csv'
    ? fileResponse(csvOf(table, as.language), 'text/csv; charset=utf-8', `${name}.csv`)
    : fileResponse(
        await excelOf(table, as.t(`${list.prefix ?? ''}title`)),
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        `${name}.xlsx`,
      );
}

function cellOf<Row, Found>(
  { kind, value: given, absent }: ListColumn<Row, Found>,
  row: Row,
  tools: ListTools<Found>,
): Cell | undefined {
  const value = given(row, tools);
  if (value === undefined || value === '') {
    const words = absent === undefined ? '' : tools.t(absent);
    return words === '' || kind === 'number' || kind === 'money' || kind === 'day' || kind === 'instant'
      ? undefined
      : { kind: 'text', value: words };
  }
  if (typeof value !== 'string' && typeof value !== 'number')
    return { kind: 'text', value: value.join(', ') };
  if (typeof value === 'number') return { kind: kind === 'money' ? 'money' : 'number', value };
  return { kind: kind === 'day' || kind === 'instant' ? kind : 'text', value };
}

function fileResponse(content: string | Buffer, type: string, name: string): Response {
  return new Response(typeof content === 'string' ? content : new Uint8Array(content), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
}

/**
 * Text for spreadsheets: semicolons, the mark of UTF-8, decimals as the language writes them, days as YYYY-MM-DD, and
 * no text that a spreadsheet would take for a formula.
 */
export function csvOf({ heading, rows }: Table, language: Language): string {
  const text = (value: string) => {
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[";\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const number = (value: number) => {
    const digits = String(value);
    return language === 'en' ? digits : digits.replace('.', ',');
  };
  const cell = (given: Cell | undefined) => {
    if (given === undefined) return '';
    if (typeof given.value === 'string')
      return text(given.kind === 'instant' ? localInstant(given.value).replace('T', ' ') : given.value);
    return number(given.kind === 'money' ? given.value / 100 : given.value);
  };
  const lines = [heading.map(text), ...rows.map((row) => row.map(cell))];
  return `\uFEFF${lines.map((line) => line.join(';')).join('\r\n')}\r\n`;
}

function excelOf({ heading, rows }: Table, title: string): Promise<Buffer> {
  const widths = heading.map((words, column) =>
    Math.min(60, Math.max(10, words.length + 2, ...rows.slice(0, 200).map((row) => lengthOf(row[column])))),
  );
  return writeExcelFile(
    [
      heading.map((value) => ({ value, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map((given) => (given === undefined ? null : excelCell(given)))),
    ],
    {
      sheet: title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
    },
  ).toBuffer();
}

const lengthOf = (cell: Cell | undefined) => (typeof cell?.value === 'string' ? cell.value.length + 1 : 12);

function excelCell({ kind, value }: Cell) {
  if (typeof value === 'number')
    return kind === 'money'
      ? { value: value / 100, type: Number, format: '#,##0.00' }
      : { value, type: Number };
  if (kind === 'day') return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'd.m.yyyy' };
  if (kind === 'instant')
    return { value: new Date(`${localInstant(value)}:00Z`), type: Date, format: 'd.m.yyyy h:mm' };
  return { value, type: String };
}

/** An instant by the clock of Finland, `2026-12-05T14:30`. */
function localInstant(instant: string): string {
  return new Date(instant)
    .toLocaleString('sv-SE', { timeZone: 'Europe/Helsinki', dateStyle: 'short', timeStyle: 'short' })
    .replace(' ', 'T');
}
