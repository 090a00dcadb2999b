import { Link } from 'react-router';
import { useT } from '#web/i18n/use.ts';
import { Page } from '#web/ui/index.ts';
import { defineList } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { listFiles, loadList } from '#web/ui/list/load.ts';
import type { Route } from './+types/public-reports.ts';
import { halfWords } from './words.ts';

const reportList = defineList({
  name: 'reports',
  texts: 'programmes',
  prefix: 'report-list.',
  source: (services, asked) => services.programmes.publicReports(asked),
  rowKey: (row) => row.reportId,
  columns: [
    {
      key: 'programme',
      kind: 'link',
      value: (row, { t }) => `${row.programme}, ${halfWords(t, row.period)}`,
      cell: (row, { t }) => (
        <Link to={`/public/reports/${row.reportId}`}>
          <span lang={row.language}>{row.programme}</span>, {halfWords(t, row.period)}
        </Link>
      ),
      sort: 'programme',
      rowHeader: true,
    },
    {
      key: 'body',
      kind: 'text',
      value: (row) => row.board,
      cell: (row) => <span lang={row.language}>{row.board}</span>,
    },
    { key: 'published', kind: 'day', value: (row) => row.approvedOn, sort: 'published' },
  ],
  filters: [
    {
      name: 'programme',
      kind: 'select',
      choices: ({ found }) => found.programmes.map(({ id, name }) => ({ value: id, label: name })),
    },
  ],
  sort: '-published',
});

export const middleware = [listFiles(reportList)];

export async function loader({ context, request }: Route.LoaderArgs) {
  return { list: await loadList(reportList, { context, request }) };
}

/** Approved reports of all programmes, for anybody. */
export default function PublicReports({ loaderData }: Route.ComponentProps) {
  const t = useT('programmes');
  return (
    <Page title={t('public.title')} lead={t('public.lead')}>
      <List of={reportList} list={loaderData.list} />
    </Page>
  );
}
