import writeExcelFile from 'write-excel-file/node';
import { costKinds } from '#codes/projects';
import type { Opened } from './opened.ts';

type Words = (key: string, places?: Record<string, unknown>) => string;
type Cell = string | number | undefined;

const excelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A file that the browser stores. */
export function excelResponse(content: Buffer, name: string): Response {
  return new Response(new Uint8Array(content), {
    headers: {
      'content-type': excelType,
      'content-disposition': `attachment; filename="${name}.xlsx"`,
      'cache-control': 'no-store',
    },
  });
}

async function sheetOf(
  name: string,
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
  widths: readonly number[],
): Promise<Buffer> {
  return writeExcelFile(
    [
      header.map((value) => ({ value, fontWeight: 'bold' as const })),
      ...rows.map((row) =>
        row.map((value) =>
          value === undefined ? null : typeof value === 'number' ? { value, format: '#,##0.00' } : { value },
        ),
      ),
    ],
    { sheet: name, columns: widths.map((width) => ({ width })), stickyRowsCount: 1 },
  ).toBuffer();
}

const eurosOf = (cents: number | undefined) => (cents === undefined ? undefined : cents / 100);

/** Realised costs as the sheet that can be taken back in; empty but for its heading it is the form to fill. */
export function realisedSheet(opened: Opened, t: Words): Promise<Buffer> {
  return sheetOf(
    t('months.entries'),
    ['month', 'kind', 'label', 'amount', 'evidence'].map((key) => t(`months.${key}`)),
    opened.realised.map((row) => [
      `${Number(row.month.slice(5, 7))}/${row.month.slice(0, 4)}`,
      t(`cost.${row.kind}`),
      row.label,
      eurosOf(row.cents),
      row.evidence,
    ]),
    [12, 28, 40, 16, 40],
  );
}

/** The words of the kinds of cost, for reading a sheet in any language. */
export function kindWords(translators: readonly Words[]): Record<string, (typeof costKinds)[number]> {
  return Object.fromEntries(
    translators.flatMap((t) => costKinds.map((kind) => [t(`cost.${kind}`).toLowerCase(), kind] as const)),
  );
}
