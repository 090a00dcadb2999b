import { requestKinds, requestStates } from '#codes/privacy';
import { useT } from '#web/i18n/use.ts';
import { requireViewer } from '#web/page.ts';
import { Page, StateLine } from '#web/ui/index.ts';
import { defineList } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { listFiles, loadList } from '#web/ui/list/load.ts';
import type { Route } from './+types/data-requests.ts';

const requestList = defineList({
  name: 'data-requests',
  texts: 'privacy',
  prefix: 'list.',
  source: (services, asked) => services.privacy.requests(asked),
  rowKey: (row) => row.id,
  columns: [
    {
      key: 'person',
      kind: 'link',
      value: (row) => row.person,
      to: (row) => `/data-requests/${row.id}`,
      rowHeader: true,
    },
    { key: 'kind', kind: 'text', value: (row, { t }) => t(`kind.${row.kind}`) },
    { key: 'about', kind: 'text', value: (row) => row.about },
    {
      key: 'state',
      kind: 'state',
      value: (row, { t, format }) =>
        row.answer === null
          ? t(row.late ? 'late-since' : 'due', { day: format.day(row.dueOn) })
          : t(`answer.${row.answer}`),
      cell: (row, { t, format }) => (
        <StateLine kind={row.answer !== null ? 'done' : row.late ? 'late' : 'waiting'}>
          {row.answer === null
            ? t(row.late ? 'late-since' : 'due', { day: format.day(row.dueOn) })
            : t(`answer.${row.answer}`)}
        </StateLine>
      ),
      sort: 'due',
    },
    { key: 'asked', kind: 'day', value: (row) => row.askedOn, sort: 'asked' },
  ],
  filters: [
    {
      name: 'state',
      kind: 'select',
      choices: ({ t }) => requestStates.map((value) => ({ value, label: t(`state.${value}`) })),
    },
    {
      name: 'kind',
      kind: 'select',
      choices: ({ t }) => requestKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
    },
  ],
  sort: 'due',
});

export const middleware = [listFiles(requestList)];

export async function loader({ context, request }: Route.LoaderArgs) {
  requireViewer(context, request, 'data-requests:answer');
  return { list: await loadList(requestList, { context, request }) };
}

/** What people have asked of their data, and by when it is answered. */
export default function DataRequests({ loaderData: { list } }: Route.ComponentProps) {
  const t = useT('privacy');
  return (
    <Page title={t('requests')} lead={t('requests-lead')} wide>
      <List of={requestList} list={list} />
    </Page>
  );
}
