import { useFormat, useT } from '../i18n/use.ts';
import { DataTable } from '../ui/index.ts';
import type { Opened } from './opened.ts';

/** Figures that a document states about the whole, and prices per unit computed from them (N-16). */
export function OtherFigures({ opened }: { readonly opened: Pick<Opened, 'money' | 'unitPrices'> }) {
  const t = useT('projects');
  const format = useFormat();
  const { otherFigures } = opened.money;
  return (
    <>
      {otherFigures.length > 0 && (
        <DataTable
          id="other-figures"
          caption={t('money.figures')}
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
            { key: 'source', header: t('money.source'), cell: (row) => row.source ?? '' },
          ]}
          rows={otherFigures}
          rowKey={(row) => `${row.kind}-${row.year}`}
          empty=""
        />
      )}
      {opened.unitPrices.length > 0 && (
        <DataTable
          id="unit-prices"
          caption={t('money.unit-prices')}
          columns={[
            { key: 'name', header: t('money.unit'), rowHeader: true, cell: (row) => row.name },
            { key: 'count', header: t('money.count'), number: true, cell: (row) => format.number(row.count) },
            { key: 'price', header: t('money.price'), number: true, cell: (row) => format.money(row.cents) },
          ]}
          rows={opened.unitPrices}
          rowKey={(row) => row.name}
          empty=""
        />
      )}
    </>
  );
}
