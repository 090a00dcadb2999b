import { Link } from 'react-router';
import { useFormat, useT } from '../i18n/use.ts';
import { orThrow, page } from '../page.ts';
import { halfWords } from '../programmes/words.ts';
import { DataTable, EmptyState, Page } from '../ui/index.ts';
import type { Route } from './+types/public-reports.ts';

export async function loader({ context }: Route.LoaderArgs) {
  return orThrow(await page(context).services.programmes.publicReports({}));
}

/** Approved reports of all programmes, for anybody. */
export default function PublicReports({ loaderData }: Route.ComponentProps) {
  const t = useT('programmes');
  const format = useFormat();
  return (
    <Page title={t('public.title')} lead={t('public.lead')}>
      <DataTable
        id="reports"
        caption={t('public.title')}
        captionHidden
        columns={[
          {
            key: 'programme',
            header: t('programme'),
            rowHeader: true,
            cell: (row) => (
              <Link to={`/public/reports/${row.reportId}`}>
                <span lang={row.language}>{row.programme}</span>, {halfWords(t, row.period)}
              </Link>
            ),
          },
          {
            key: 'body',
            header: t('public.approved-by'),
            cell: (row) => <span lang={row.language}>{row.board}</span>,
          },
          { key: 'day', header: t('public.published'), cell: (row) => format.day(row.approvedOn) },
        ]}
        rows={loaderData.reports}
        rowKey={(row) => row.reportId}
        empty={
          <EmptyState title={t('public.none')}>
            <p>{t('public.none-next')}</p>
          </EmptyState>
        }
      />
    </Page>
  );
}
