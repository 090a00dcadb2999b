import type { Cell } from '#kernel/small-numbers.ts';
import { translatorOf } from '#web/i18n/server.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import type { Route } from './+types/supply-csv.ts';
import { supplyMeasures, supplyQuery } from './supply.ts';

/** The table for a spreadsheet: semicolons and a mark of UTF-8, as Finnish programs expect; a hidden cell is the word. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request);
  const t = translatorOf(language).in('supply');
  const table = orThrow(await services.matching.supplyAndDemand(supplyQuery(request)));
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const cell = (item: Cell) => (item.kind === 'number' ? String(item.value) : quoted(t('hidden-word')));
  const lines = [
    ['code', 'column.group', ...supplyMeasures.map((measure) => `column.${measure}`)].map((key) =>
      quoted(t(key)),
    ),
    ...table.rows.map((row) => [
      quoted(row.code),
      quoted(row.name),
      ...supplyMeasures.map((measure) => cell(row.cells[measure])),
    ]),
    [quoted(''), quoted(t('total')), ...supplyMeasures.map((measure) => cell(table.total[measure]))],
  ];
  return new Response(`\ufeff${lines.map((line) => line.join(';')).join('\r\n')}\r\n`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${t('csv-name')}-${table.day}.csv"`,
      'cache-control': 'no-store',
    },
  });
}
