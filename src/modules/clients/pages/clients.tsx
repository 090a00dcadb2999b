import { redirect } from 'react-router';
import type { clients } from '#clients';
import { worklistFilters } from '#codes/clients';
import { useFormat, useT } from '#web/i18n/use.ts';
import { flash, readAct, requireViewer } from '#web/page.ts';
import { Button, Page, StateLine } from '#web/ui/index.ts';
import { defineList, type RowOf } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { listFiles, loadList } from '#web/ui/list/load.ts';
import type { Route } from './+types/clients.ts';
import { dutyWords } from './words.ts';

const countKeys = {
  overdue: 'overdue',
  today: 'today',
  'this-week': 'thisWeek',
  'no-duty': 'noDuty',
  'no-plan': 'noPlan',
  'in-pilot': 'inPilot',
  covered: 'covered',
  received: 'received',
} as const;
const nameOf = (row: { familyName: string; givenName: string }) =>
  [row.familyName, row.givenName].filter((part) => part !== '').join(' ');

const clientList = defineList({
  name: 'clients',
  texts: 'clients',
  source: (services, asked) => services.clients.worklist(asked),
  rowKey: (row) => (row.duty === undefined ? row.clientId : `${row.clientId}.${row.duty.taskId}`),
  columns: [
    {
      key: 'name',
      kind: 'link',
      value: (row) => nameOf(row),
      to: (row) => `/clients/${row.clientId}`,
      sort: 'name',
      rowHeader: true,
    },
    {
      key: 'duty',
      kind: 'state',
      value: (row, { t, format }) => row.duty && dutyWords(t, format, row.duty).sentence,
      cell: (row) => <Waiting row={row} />,
      absent: 'nothing-open',
      sort: 'due',
    },
    { key: 'due-on', kind: 'day', value: (row) => row.duty?.dueOn, only: 'file' },
    {
      key: 'state',
      kind: 'text',
      value: (row, { t, format }) =>
        [
          row.hasPlan ? t('has-plan') : t('no-plan'),
          ...(row.inPilot ? [t('in-pilot')] : []),
          ...(row.coveredFor === undefined
            ? []
            : [
                t('covered-for', {
                  name: row.coveredFor.name,
                  day: format.day(row.coveredFor.until),
                }),
              ]),
        ].join(' · '),
      phone: 'none',
    },
    {
      key: 'search',
      kind: 'day',
      value: (row) => row.searchStartedOn,
      absent: 'not-searching',
      sort: 'search-start',
      phone: 'none',
    },
  ],
  filters: [
    {
      name: 'only',
      kind: 'boxes',
      choices: ({ t, found }) =>
        worklistFilters.map((value) => ({
          value,
          label: t(`only.${value}`, { count: found.counts[countKeys[value]] }),
        })),
    },
  ],
  sort: 'due',
  act: (row, { t }) =>
    row.duty === undefined || row.duty.nearness === 'later'
      ? undefined
      : { label: t('done-act'), about: nameOf(row), intent: 'complete' },
  bulk: ({ t }) => [
    { intent: 'complete', label: t('done-act') },
    { intent: 'hand-over', label: t('hand-over') },
  ],
  was: { rajaus: 'only', maarapaiva: 'due', nimi: 'name' },
});

export const middleware = [listFiles(clientList)];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { may } = requireViewer(context, request, 'caseload:read');
  return {
    list: await loadList(clientList, { context, request }),
    mayRegister: may('clients:register'),
    mayOpen: may('files:open'),
  };
}

/** Marks the nearest duty of one or of all that were chosen as done, or leads to where they are handed over. */
export async function action({ context, request }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, 'caseload:read');
  const { intent, rows } = await readAct(context, request);
  if (intent === 'hand-over') {
    const chosen = new URLSearchParams(rows.map((row) => ['client', row.split('.')[0] ?? '']));
    return redirect(`/hand-over?${chosen}`, 303);
  }
  let [done, left] = [0, 0];
  for (const row of rows) {
    const [clientId = '', taskId] = row.split('.');
    if (taskId === undefined) continue;
    const completed = await services.clients.completeTask({ clientId, taskId });
    if (completed.ok) done += 1;
    else left += 1;
  }
  if (done > 0) flash(context, { kind: 'success', key: 'clients:done-many', values: { count: done } });
  if (left > 0) flash(context, { kind: 'warning', key: 'clients:done-left', values: { count: left } });
  if (done + left === 0) flash(context, { kind: 'warning', key: 'clients:done-none' });
  const { pathname, search } = new URL(request.url);
  return redirect(pathname.replace(/\.data$/, '') + search, 303);
}

/** Whose turn is it: the adviser's own people by the day of the nearest duty, each with the reason why it is here. */
export default function Clients({ loaderData: { list, mayRegister, mayOpen } }: Route.ComponentProps) {
  const t = useT('clients');
  return (
    <Page
      title={t('title')}
      lead={leadOf(t, list.found.counts)}
      wide
      actions={
        <>
          {mayRegister && <Button to="/clients/new" label={t('new-client')} />}
          <Button to="/absences" look="secondary" label={t('absences')} />
          <Button to="/hand-overs" look="secondary" label={t('hand-overs')} />
          {mayOpen && <Button to="/open-file" look="secondary" label={t('openings:not-mine')} />}
        </>
      }
    >
      <List of={clientList} list={list} />
    </Page>
  );
}

function leadOf(
  t: ReturnType<typeof useT>,
  counts: { all: number; overdue: number; thisWeek: number },
): string {
  if (counts.all === 0) return t('lead-nobody');
  const all = t('lead-all', { count: counts.all });
  if (counts.overdue === 0 && counts.thisWeek === 0) return `${all} ${t('lead-calm')}`;
  return [
    all,
    ...(counts.overdue > 0 ? [t('lead-overdue', { count: counts.overdue })] : []),
    ...(counts.thisWeek > 0 ? [t('lead-week', { count: counts.thisWeek })] : []),
  ].join(' ');
}

type Row = RowOf<(typeof clients)['worklist']>;

function Waiting({ row }: { readonly row: Row }) {
  const t = useT('clients');
  const format = useFormat();
  if (row.duty === undefined) return <StateLine kind="info">{t('nothing-open')}</StateLine>;
  const words = dutyWords(t, format, row.duty);
  return (
    <>
      <StateLine kind={words.late ? 'late' : 'waiting'} clock={words.clock}>
        {words.sentence}
      </StateLine>
      <br />
      <small>
        {words.why}
        {row.openDuties > 1 && ` · ${t('more-duties', { count: row.openDuties - 1 })}`}
      </small>
    </>
  );
}
