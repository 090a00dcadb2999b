import { Link } from 'react-router';
import { planStates } from '#codes/outreach';
import { useFormat, useT } from '#web/i18n/use.ts';
import { requireViewer } from '#web/page.ts';
import { Button, DataTable, Page, Section, StateLine } from '#web/ui/index.ts';
import { defineList } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { listFiles, loadList } from '#web/ui/list/load.ts';
import type { Route } from './+types/communication-plan.ts';

const signs = { coming: 'waiting', late: 'late', done: 'done', dropped: 'stopped' } as const;

const planList = defineList({
  name: 'plan',
  texts: 'outreach',
  prefix: 'plan-list.',
  source: (services, asked) => services.outreach.communicationPlan(asked),
  rowKey: (row) => row.actionId,
  columns: [
    {
      key: 'aim',
      kind: 'link',
      value: (row) => row.aim,
      cell: (row, { found }) =>
        found.may.write ? <Link to={`/communication-plan/${row.actionId}`}>{row.aim}</Link> : row.aim,
      sort: 'aim',
      rowHeader: true,
    },
    { key: 'audience', kind: 'text', value: (row) => row.audience },
    {
      key: 'channel',
      kind: 'text',
      value: (row, { t }) => t(`channel.${row.channel}`),
      cell: (row, { t }) =>
        row.bulletinId === undefined ? (
          t(`channel.${row.channel}`)
        ) : (
          <Link to={`/bulletins/${row.bulletinId}`}>{t(`channel.${row.channel}`)}</Link>
        ),
      phone: 'none',
    },
    {
      key: 'state',
      kind: 'state',
      value: (row, { t }) => t(`plan-state.${row.state}`),
      cell: (row, { t, format }) => (
        <StateLine kind={signs[row.state]} clock={format.day(row.doneOn ?? row.plannedOn)}>
          {t(`plan-state.${row.state}`)}
        </StateLine>
      ),
      sort: 'day',
    },
    { key: 'planned-on', kind: 'day', value: (row) => row.plannedOn, only: 'file' },
    { key: 'done-on', kind: 'day', value: (row) => row.doneOn, only: 'file' },
    { key: 'owner', kind: 'text', value: (row) => row.owner, sort: 'owner' },
    {
      key: 'effect',
      kind: 'text',
      value: (row) => row.effect,
      cell: (row, { t, format }) =>
        row.effect === undefined
          ? t('effect-none')
          : t('effect-of', {
              planned: row.effectPlanned === undefined ? t('not-known') : format.number(row.effectPlanned),
              actual: row.effectActual === undefined ? t('not-known') : format.number(row.effectActual),
              what: row.effect,
            }),
      phone: 'none',
    },
    { key: 'effect-planned', kind: 'number', value: (row) => row.effectPlanned, only: 'file' },
    { key: 'effect-actual', kind: 'number', value: (row) => row.effectActual, only: 'file' },
    { key: 'budget-line', kind: 'text', value: (row) => row.budgetLine, only: 'file' },
    { key: 'cost-planned', kind: 'money', value: (row) => row.costPlanned, sort: 'cost' },
    { key: 'cost-actual', kind: 'money', value: (row) => row.costActual, absent: 'not-known', phone: 'none' },
  ],
  filters: [
    {
      name: 'state',
      kind: 'select',
      choices: ({ t }) => planStates.map((value) => ({ value, label: t(`plan-state.${value}`) })),
    },
  ],
  sort: 'day',
  start: ({ t, found }) => found.may.write && <Button to="/communication-plan/new" label={t('action-add')} />,
  was: { tila: 'state' },
});

export const middleware = [listFiles(planList)];

export async function loader({ context, request }: Route.LoaderArgs) {
  requireViewer(context, request, 'communication-plan:read');
  return { list: await loadList(planList, { context, request }) };
}

/** The communication plan: for what, to whom, how; effect and cost as planned and as they came. */
export default function CommunicationPlan({ loaderData }: Route.ComponentProps) {
  const t = useT('outreach');
  const format = useFormat();
  const { list } = loaderData;
  const { costs, may } = list.found;
  return (
    <Page
      title={t('plan')}
      lead={t('plan-lead')}
      wide
      actions={may.write && <Button to="/communication-plan/new" label={t('action-add')} />}
    >
      <List of={planList} list={list} />
      <Section id="costs" title={t('costs')} lead={t('costs-lead')}>
        <DataTable
          id="cost-lines"
          caption={t('costs')}
          captionHidden
          rows={costs}
          rowKey={(item) => item.budgetLine ?? ''}
          empty={t('plan-list.none')}
          columns={[
            {
              key: 'line',
              header: t('budget-line'),
              rowHeader: true,
              cell: (row) => row.budgetLine ?? t('budget-line-none'),
            },
            { key: 'count', header: t('actions'), number: true, cell: (item) => format.number(item.actions) },
            {
              key: 'planned',
              header: t('cost-planned'),
              number: true,
              cell: (item) => format.money(item.planned),
            },
            {
              key: 'actual',
              header: t('cost-actual'),
              number: true,
              cell: (item) => (item.actual === undefined ? t('not-known') : format.money(item.actual)),
            },
            {
              key: 'missing',
              header: t('cost-missing'),
              number: true,
              cell: (item) => (item.missing === 0 ? '–' : format.number(item.missing)),
            },
          ]}
          source={
            costs.length > 1
              ? t('costs-sum', { sum: format.money(costs.reduce((sum, cost) => sum + cost.planned, 0)) })
              : undefined
          }
        />
      </Section>
    </Page>
  );
}
