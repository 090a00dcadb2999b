import { useT } from '#web/i18n/use.ts';
import { requireViewer } from '#web/page.ts';
import { Button, Page } from '#web/ui/index.ts';
import { defineList } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { listFiles, loadList } from '#web/ui/list/load.ts';
import type { Route } from './+types/teams.ts';
import { textIn } from './words.ts';

const teamList = defineList({
  name: 'teams',
  texts: 'clients',
  prefix: 'teams-list.',
  source: (services, asked) => services.clients.teams(asked),
  rowKey: (row) => row.accountId,
  columns: [
    {
      key: 'name',
      kind: 'link',
      value: (row) => row.name,
      to: (row) => `/teams/${row.accountId}`,
      sort: 'name',
      rowHeader: true,
    },
    { key: 'organisation', kind: 'text', value: (row, { language }) => textIn(row.organisation, language) },
    {
      key: 'clients',
      kind: 'number',
      value: (row) => row.clients,
      cell: (row) => <Words of="teams-list.clients-of" count={row.clients} />,
      sort: 'clients',
    },
    {
      key: 'late',
      kind: 'number',
      value: (row) => row.late,
      cell: (row) => <Words of="teams-list.late-of" count={row.late} />,
      sort: 'late',
    },
    {
      key: 'away',
      kind: 'text',
      value: (row, { t, format }) =>
        row.awayUntil === null
          ? undefined
          : t('away-until', { day: format.day(row.awayUntil), name: row.substitute ?? '' }),
      absent: 'teams-list.here',
    },
  ],
  sort: 'name',
});

export const middleware = [listFiles(teamList)];

export async function loader({ context, request }: Route.LoaderArgs) {
  requireViewer(context, request, 'caseload:manage');
  return { list: await loadList(teamList, { context, request }) };
}

function Words({
  of,
  count,
}: {
  readonly of: 'teams-list.clients-of' | 'teams-list.late-of';
  readonly count: number;
}) {
  return <>{useT('clients')(of, { count })}</>;
}

/** Who works with clients, with how many, how many of them late, and who is away. */
export default function Teams({ loaderData: { list } }: Route.ComponentProps) {
  const t = useT('clients');
  return (
    <Page
      title={t('teams')}
      lead={t('teams-lead')}
      wide
      actions={
        <>
          <Button to="/absences" label={t('absences')} />
          <Button to="/hand-overs" look="secondary" label={t('hand-overs')} />
        </>
      }
    >
      <List of={teamList} list={list} />
    </Page>
  );
}
