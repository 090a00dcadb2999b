import type { ReportedFigure } from '#programmes';
import { useFormat, useT } from '#web/i18n/use.ts';
import { DataTable } from '#web/ui/index.ts';
import { sourceWords } from './words.ts';

/** The figures of a goal: baseline, target, value now and last time, and where each was read. */
export function FigureTable({
  figures,
  before,
  language,
}: {
  readonly figures: readonly ReportedFigure[];
  readonly before?: readonly ReportedFigure[] | undefined;
  readonly language: string;
}) {
  const t = useT('programmes');
  const format = useFormat();
  const number = (value: number | undefined) =>
    value === undefined ? t('common:unknown') : format.number(value);
  const cell = (item: ReportedFigure | undefined) => {
    if (item === undefined) return '–';
    return item.cell.kind === 'number' ? format.number(item.cell.value) : t(`common:value.${item.cell.kind}`);
  };
  return (
    <DataTable
      id="figure-table"
      caption={t('figures')}
      captionHidden
      columns={[
        {
          key: 'name',
          header: t('indicator'),
          rowHeader: true,
          cell: (row) => <span lang={language}>{row.unit ? `${row.name} (${row.unit})` : row.name}</span>,
        },
        { key: 'baseline', header: t('baseline'), number: true, cell: (row) => number(row.baseline) },
        {
          key: 'target',
          header: t('target'),
          number: true,
          cell: (row) => (
            <>
              {row.qualifier && <span lang={language}>{row.qualifier} </span>}
              {number(row.target)}
              {row.targetOn !== undefined && ` (${t('common:by-day', { day: format.day(row.targetOn) })})`}
            </>
          ),
        },
        {
          key: 'before',
          header: t('last-time'),
          number: true,
          cell: (row) => cell(before?.find((figure) => figure.indicatorId === row.indicatorId)),
        },
        { key: 'value', header: t('value-now'), number: true, cell: (row) => cell(row) },
        {
          key: 'source',
          header: t('source'),
          cell: (row) => [sourceWords(t, row), format.day(row.asOf)].filter(Boolean).join(', '),
        },
      ]}
      rows={figures}
      rowKey={(row) => row.indicatorId}
      empty={t('no-figures')}
    />
  );
}
