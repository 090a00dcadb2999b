import type { Told } from '#sheets';
import { useFormat, useT } from '../i18n/use.ts';
import { DataTable } from './data-table.tsx';
import { Section } from './page.tsx';

/** A code that has words: one without them does not compile. */
type SheetCode = TextKeys['sheets'] extends infer K ? (K extends `code.${infer C}` ? C : never) : never;

/** Faults of a sheet that was sent, or what is asked of it, each with its row and column as the spreadsheet counts. */
export function SheetTold({
  id,
  title,
  lead,
  rows,
  more = 0,
}: {
  readonly id: string;
  readonly title: string;
  readonly lead?: string | undefined;
  readonly rows: readonly Told<SheetCode>[];
  /** So many more are not told one by one. */
  readonly more?: number;
}) {
  const t = useT('sheets');
  const format = useFormat();
  const cell = ({ value, shown, more: others = 0 }: Told<SheetCode>) =>
    [
      shown === undefined ? value : t('seen', { held: value || '–', shown: shown || '–' }),
      others > 0 ? t('more', { count: others }) : '',
    ]
      .filter((text) => text !== '')
      .join(', ') || '–';
  return (
    <Section id={id} title={title} lead={lead}>
      <DataTable
        id={`${id}-table`}
        caption={title}
        captionHidden
        rows={rows}
        rowKey={(row) => `${row.row} ${row.column} ${row.code} ${row.value}`}
        empty="–"
        columns={[
          {
            key: 'row',
            header: t('row'),
            number: true,
            cell: ({ row }) => (row === 0 ? '–' : format.number(row)),
          },
          {
            key: 'column',
            header: t('column'),
            cell: ({ row, column }) => (row === 0 && column === '–' ? t('whole') : column),
          },
          {
            key: 'what',
            header: t('what'),
            rowHeader: true,
            cell: ({ code }) => t(`code.${code}`),
          },
          { key: 'cell', header: t('cell'), cell },
        ]}
      />
      {more > 0 && <p>{t('faults-more', { count: more })}</p>}
    </Section>
  );
}
