import { useSource } from '#web/i18n/source.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { DataTable, Details } from '#web/ui/index.ts';
import type { Opened } from './opened.ts';

/** Figures that a document states about the whole, and prices per unit computed from them (N-16). */
export function OtherFigures({ opened }: { readonly opened: Pick<Opened, 'money' | 'unitPrices'> }) {
  const t = useT('projects');
  const sourceOf = useSource();
  const format = useFormat();
  const { otherFigures } = opened.money;
  return (
    <>
      {otherFigures.length > 0 && (
        <Details prints summary={t('money.figures')}>
          <DataTable
            id="other-figures"
            caption={t('money.figures')}
            captionHidden
            columns={[
              {
                key: 'what',
                header: t('money.figure'),
                rowHeader: true,
                cell: (row) => t(`figure.${row.kind}`),
              },
              {
                key: 'year',
                header: t('money.year'),
                cell: (row) => [row.year, row.toYear].filter(Boolean).join('–'),
              },
              {
                key: 'cents',
                header: t('months.amount'),
                number: true,
                cell: (row) => format.money(row.cents),
              },
              { key: 'source', header: t('money.source'), cell: (row) => sourceOf(row.source) },
            ]}
            rows={otherFigures}
            rowKey={(row) => `${row.kind}-${row.year}`}
            empty=""
          />
        </Details>
      )}
      {opened.unitPrices.length > 0 && (
        <Details prints summary={t('money.unit-prices')}>
          <DataTable
            id="unit-prices"
            caption={t('money.unit-prices')}
            captionHidden
            columns={[
              { key: 'name', header: t('money.unit'), rowHeader: true, cell: (row) => row.name },
              {
                key: 'count',
                header: t('money.count'),
                number: true,
                cell: (row) => format.number(row.count),
              },
              {
                key: 'price',
                header: t('money.price'),
                number: true,
                cell: (row) => format.money(row.cents),
              },
            ]}
            rows={opened.unitPrices}
            rowKey={(row) => row.name}
            empty=""
          />
        </Details>
      )}
    </>
  );
}
