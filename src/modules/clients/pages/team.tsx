import { redirect } from 'react-router';
import { useT } from '#web/i18n/use.ts';
import { readAct, requireViewer } from '#web/page.ts';
import { Button, Page } from '#web/ui/index.ts';
import { defineList } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { listFiles, loadList } from '#web/ui/list/load.ts';
import type { Route } from './+types/team.ts';

const heldList = defineList({
  name: 'team-clients',
  texts: 'clients',
  prefix: 'team-list.',
  source: (services, asked, _page, { accountId = '' }) =>
    services.clients.teamClients({ ...asked, accountId }),
  rowKey: (row) => row.clientId,
  columns: [
    {
      key: 'name',
      kind: 'text',
      value: (row) => [row.familyName, row.givenName].filter((part) => part !== '').join(' '),
      sort: 'name',
      rowHeader: true,
    },
    {
      key: 'born',
      kind: 'text',
      value: (row) => (row.birthYear === null ? undefined : String(row.birthYear)),
    },
    {
      key: 'duty',
      kind: 'text',
      value: (row, { t, format }) =>
        row.kind === null || row.dueOn === null
          ? undefined
          : t('team-duty', {
              what: t(`duty.${row.kind}`, { company: t('an-employer') }),
              day: format.day(row.dueOn),
            }),
      absent: 'nothing-open',
      sort: 'due',
    },
  ],
  sort: 'name',
  act: (row, { t }) => ({
    label: t('openings:open-this'),
    about: [row.familyName, row.givenName].filter((part) => part !== '').join(' '),
    to: `/open-file/${row.clientId}`,
  }),
  bulk: ({ t }) => [{ intent: 'hand-over', label: t('hand-over') }],
});

export const middleware = [listFiles(heldList)];

export async function loader({ context, request, params }: Route.LoaderArgs) {
  requireViewer(context, request, 'caseload:manage');
  return { accountId: params.accountId, list: await loadList(heldList, { context, request, params }) };
}

/** Leads to the page where those chosen are handed over. */
export async function action({ context, request }: Route.ActionArgs) {
  requireViewer(context, request, 'caseload:manage');
  const { rows } = await readAct(context, request);
  return redirect(`/hand-over?${new URLSearchParams(rows.map((id) => ['client', id]))}`, 303);
}

/** One worker's clients by name and whose turn it is, for dividing the work. Files do not open from here. */
export default function Team({ loaderData: { accountId, list } }: Route.ComponentProps) {
  const t = useT('clients');
  const { found } = list;
  return (
    <Page
      title={t('team-of', { name: found.name })}
      lead={[t('team-lead'), ...(found.closed > 0 ? [t('team-closed', { count: found.closed })] : [])].join(
        ' ',
      )}
      breadcrumbs={[{ to: '/teams', label: t('teams') }]}
      wide
      actions={
        found.total > 0 && (
          <Button
            to={`/hand-over?of=${accountId}`}
            look="secondary"
            label={t('hand-over-all', { count: found.total })}
          />
        )
      }
    >
      <List of={heldList} list={list} />
    </Page>
  );
}
