import { Link } from 'react-router';
import { bodyKinds } from '#codes/governance';
import { useT } from '#web/i18n/use.ts';
import { requireViewer } from '#web/page.ts';
import { Button, LocalisedWords, Page } from '#web/ui/index.ts';
import { defineList } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { listFiles, loadList } from '#web/ui/list/load.ts';
import type { Route } from './+types/bodies.ts';

const bodyList = defineList({
  name: 'bodies',
  texts: 'governance',
  prefix: 'body-list.',
  source: (services, asked) => services.governance.bodies(asked),
  rowKey: (row) => row.bodyId,
  columns: [
    {
      key: 'name',
      kind: 'link',
      value: (row) => row.name,
      cell: (row) => (
        <Link to={`/bodies/${row.bodyId}`}>
          <LocalisedWords text={row.names} />
        </Link>
      ),
      sort: 'name',
      rowHeader: true,
    },
    {
      key: 'kind',
      kind: 'text',
      value: (row, { t }) => [t(`kind.${row.kind}`), row.municipality].filter(Boolean).join(', '),
      sort: 'kind',
    },
    {
      key: 'roles',
      kind: 'people',
      value: (row, { t }) => row.roles.map((role) => t(`mandate.${role}`)),
      absent: 'roles-none',
      phone: 'none',
    },
    {
      key: 'next',
      kind: 'day',
      value: (row) => row.next?.heldOn,
      cell: (row, { t, format }) =>
        row.next === undefined ? (
          <span className="absent">{t('not-planned')}</span>
        ) : (
          <Link
            to={`/meetings/${row.next.meetingId}`}
            aria-label={`${row.name}: ${format.day(row.next.heldOn)}`}
          >
            {format.day(row.next.heldOn)}
          </Link>
        ),
    },
    {
      key: 'latest',
      kind: 'day',
      value: (row) => row.latest?.heldOn,
      cell: (row, { format }) =>
        row.latest === undefined ? (
          '–'
        ) : (
          <Link
            to={`/meetings/${row.latest.meetingId}`}
            aria-label={`${row.name}: ${format.day(row.latest.heldOn)}`}
          >
            {format.day(row.latest.heldOn)}
          </Link>
        ),
      phone: 'none',
    },
  ],
  filters: [
    {
      name: 'kind',
      kind: 'select',
      choices: ({ t }) => bodyKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
    },
  ],
  sort: 'name',
});

export const middleware = [listFiles(bodyList)];

export async function loader({ context, request }: Route.LoaderArgs) {
  requireViewer(context, request, 'bodies:read');
  return { list: await loadList(bodyList, { context, request }) };
}

/** Who decides in the area: bodies, the roles that each holds, and when they meet. */
export default function Bodies({ loaderData: { list } }: Route.ComponentProps) {
  const t = useT('governance');
  return (
    <Page
      title={t('bodies')}
      lead={t('bodies-lead')}
      wide
      actions={
        <>
          {list.found.actions.found && <Button to="/bodies/new" label={t('found')} />}
          <Button look="secondary" to="/decisions" label={t('decision-list.title')} />
        </>
      }
    >
      <List of={bodyList} list={list} />
    </Page>
  );
}
