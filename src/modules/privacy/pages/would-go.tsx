import { useFormat, useT } from '#web/i18n/use.ts';
import { DataTable } from '#web/ui/index.ts';

/** How many rows go or are written over, by kind; tables of one kind together. */
export function WouldGo({
  id,
  rows,
}: {
  readonly id: string;
  readonly rows: readonly {
    readonly table: string;
    readonly act: 'destroy' | 'anonymise';
    readonly rows: number;
  }[];
}) {
  const t = useT('retention');
  const format = useFormat();
  const kinds = new Map<string, { what: string; act: 'destroy' | 'anonymise'; rows: number }>();
  for (const { table, act, rows: count } of rows) {
    const what = t(`table.${table}`);
    const known = kinds.get(`${what} ${act}`);
    kinds.set(`${what} ${act}`, { what, act, rows: (known?.rows ?? 0) + count });
  }
  return (
    <DataTable
      id={id}
      caption={t('would-caption')}
      captionHidden
      rows={[...kinds.values()]}
      rowKey={(row) => `${row.what} ${row.act}`}
      empty={t('would-none')}
      columns={[
        { key: 'table', header: t('col.table'), rowHeader: true, cell: (row) => row.what },
        { key: 'act', header: t('col.end'), cell: (row) => t(`act.${row.act}`) },
        { key: 'rows', header: t('col.rows'), cell: (row) => format.number(row.rows) },
      ]}
    />
  );
}
