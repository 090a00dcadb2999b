import { Link } from 'react-router';
import { planReaders, planStates } from '#codes/outreach';
import { useFormat, useT } from '../i18n/use.ts';
import { orThrow, requireViewer } from '../page.ts';
import {
  Button,
  DataTable,
  Filters,
  Page,
  PrintButton,
  SearchField,
  Section,
  Select,
  StateLine,
} from '../ui/index.ts';
import type { Route } from './+types/communication-plan.ts';

const signs = { coming: 'waiting', late: 'late', done: 'done', dropped: 'stopped' } as const;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, planReaders);
  const plan = orThrow(await services.outreach.communicationPlan({}));
  const asked = new URL(request.url).searchParams;
  const words = (asked.get('haku') ?? '').slice(0, 100);
  const state = planStates.find((one) => one === asked.get('tila'));
  const fits = (text: string) => text.toLocaleLowerCase('fi').includes(words.toLocaleLowerCase('fi'));
  return {
    words,
    state,
    ...plan,
    actions: plan.actions.filter(
      (one) =>
        (state === undefined || one.state === state) &&
        fits([one.aim, one.audience, one.message, one.owner, one.budgetLine].filter(Boolean).join(' ')),
    ),
  };
}

/** The communication plan: for what, to whom, how; effect and cost as planned and as they came. */
export default function CommunicationPlan({ loaderData }: Route.ComponentProps) {
  const t = useT('outreach');
  const format = useFormat();
  const { words, state, actions, costs, may } = loaderData;
  const known = (value: number | undefined, write: (given: number) => string) =>
    value === undefined ? t('not-known') : write(value);
  const number = (value: number) => format.number(value);
  const money = (value: number) => format.money(value);
  return (
    <Page
      title={t('plan')}
      lead={t('plan-lead')}
      wide
      actions={
        <>
          {may.write && <Button to="/communication-plan/new">{t('action-add')}</Button>}
          <PrintButton />
        </>
      }
    >
      <Filters
        id="plan-search"
        label={t('plan-search')}
        button={false}
        active={[
          ...(words === '' ? [] : [{ name: 'haku', value: words, label: `”${words}”` }]),
          ...(state === undefined ? [] : [{ name: 'tila', value: state, label: t(`plan-state.${state}`) }]),
        ]}
      >
        <SearchField label={t('plan-search')} />
        <Select
          name="tila"
          label={t('state')}
          empty={t('all-states')}
          choices={planStates.map((value) => ({ value, label: t(`plan-state.${value}`) }))}
        />
      </Filters>
      <DataTable
        id="plan"
        caption={t('plan')}
        captionHidden
        rows={actions}
        rowKey={(one) => one.actionId}
        empty={t(words === '' && state === undefined ? 'plan-none' : 'nothing-found')}
        columns={[
          {
            key: 'aim',
            header: t('aim'),
            rowHeader: true,
            cell: (one) =>
              may.write ? <Link to={`/communication-plan/${one.actionId}`}>{one.aim}</Link> : one.aim,
          },
          { key: 'audience', header: t('to-whom'), cell: (one) => one.audience },
          {
            key: 'channel',
            header: t('channel-name'),
            cell: (one) =>
              one.bulletinId === undefined ? (
                t(`channel.${one.channel}`)
              ) : (
                <Link to={`/bulletins/${one.bulletinId}`}>{t(`channel.${one.channel}`)}</Link>
              ),
          },
          {
            key: 'day',
            header: t('day'),
            cell: (one) => (
              <StateLine kind={signs[one.state]} clock={format.day(one.doneOn ?? one.plannedOn)}>
                {t(`plan-state.${one.state}`)}
              </StateLine>
            ),
          },
          { key: 'owner', header: t('responsible'), cell: (one) => one.owner },
          {
            key: 'effect',
            header: t('effect-both'),
            cell: (one) =>
              one.effect === undefined
                ? t('effect-none')
                : t('effect-of', {
                    planned: known(one.effectPlanned, number),
                    actual: known(one.effectActual, number),
                    what: one.effect,
                  }),
          },
          {
            key: 'cost',
            header: t('cost-both'),
            number: true,
            cell: (one) => `${money(one.costPlanned)} / ${known(one.costActual, money)}`,
          },
        ]}
      />
      <Section id="costs" title={t('costs')} lead={t('costs-lead')}>
        <DataTable
          id="cost-lines"
          caption={t('costs')}
          captionHidden
          rows={costs}
          rowKey={(one) => one.budgetLine ?? ''}
          empty={t('plan-none')}
          columns={[
            {
              key: 'line',
              header: t('budget-line'),
              rowHeader: true,
              cell: (one) => one.budgetLine ?? t('budget-line-none'),
            },
            { key: 'count', header: t('actions'), number: true, cell: (one) => number(one.actions) },
            { key: 'planned', header: t('cost-planned'), number: true, cell: (one) => money(one.planned) },
            {
              key: 'actual',
              header: t('cost-actual'),
              number: true,
              cell: (one) => known(one.actual, money),
            },
            {
              key: 'missing',
              header: t('cost-missing'),
              number: true,
              cell: (one) => (one.missing === 0 ? '–' : number(one.missing)),
            },
          ]}
          source={
            costs.length > 1
              ? t('costs-sum', { sum: money(costs.reduce((sum, one) => sum + one.planned, 0)) })
              : undefined
          }
        />
      </Section>
    </Page>
  );
}
