import { useFormat, useT } from '#web/i18n/use.ts';
import { DataTable } from '#web/ui/index.ts';

/** How many rows of each table go or are written over, in the words by which the person reads them. */
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
  return (
    <DataTable
      id={id}
      caption={t('would-caption')}
      captionHidden
      rows={rows}
      rowKey={(row) => `${row.table} ${row.act}`}
      empty={t('would-none')}
      columns={[
        { key: 'table', header: t('col.table'), rowHeader: true, cell: (row) => t(`table.${row.table}`) },
        { key: 'act', header: t('col.end'), cell: (row) => t(`act.${row.act}`) },
        { key: 'rows', header: t('col.rows'), cell: (row) => format.number(row.rows) },
      ]}
    />
  );
}
