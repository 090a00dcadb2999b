import { channels, outreachWriters } from '#codes/outreach';
import { parseFinnishNumber } from '#kernel/finnish-numbers.ts';
import { textIn } from '../clients/words.ts';
import { moneyOf } from '../governance/acts.ts';
import { useLanguage, useT } from '../i18n/use.ts';
import { formValues, invalid, orThrow, problem, redirectWith, refused, requireViewer } from '../page.ts';
import { Button, DateField, Page, PolkuForm, Section, Select, TextArea, TextField } from '../ui/index.ts';
import type { Route } from './+types/communication-plan-action.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, outreachWriters);
  const actionId = (params as { actionId?: string }).actionId;
  const { actions, bulletins } = orThrow(await services.outreach.communicationPlan({}));
  const action = actions.find((one) => one.actionId === actionId);
  if (actionId !== undefined && action === undefined) throw problem(404, { code: 'not-found' });
  return { action, bulletins };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, outreachWriters);
  const sent = await formValues(context, request);
  const planned = moneyOf(sent, 'costPlanned');
  if ('again' in planned) return planned.again;
  const actual = moneyOf(sent, 'costActual');
  if ('again' in actual) return actual.again;
  const numbers: Record<string, number | undefined> = {};
  for (const name of ['effectPlanned', 'effectActual']) {
    const typed = sent.text(name);
    if (typed === '') continue;
    const parsed = parseFinnishNumber(typed);
    if (!parsed.ok) return invalid(sent, [{ path: name, message: 'not-a-number' }]);
    numbers[name] = parsed.value;
  }
  const done = await services.outreach.saveAction({
    actionId: (params as { actionId?: string }).actionId,
    aim: sent.text('aim'),
    audience: sent.text('audience'),
    message: sent.text('message'),
    channel: sent.text('channel') as 'web',
    plannedOn: sent.text('plannedOn'),
    doneOn: sent.text('doneOn') || undefined,
    droppedWhy: sent.text('droppedWhy'),
    owner: sent.text('owner'),
    bulletinId: sent.text('bulletinId') || undefined,
    effect: sent.text('effect'),
    effectPlanned: numbers.effectPlanned,
    effectActual: numbers.effectActual,
    costPlanned: planned.cents ?? 0,
    costActual: actual.cents,
    budgetLine: sent.text('budgetLine'),
  });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, '/communication-plan', { kind: 'success', key: 'outreach:action-saved' });
}

const eurosOf = (cents: number | undefined) =>
  cents === undefined ? '' : (cents / 100).toFixed(2).replace('.', ',').replace(/,00$/, '');

/** One action of the plan: what was meant, and afterwards what came of it. */
export default function PlanAction({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('outreach');
  const language = useLanguage();
  const { action, bulletins } = loaderData;
  return (
    <Page
      title={action === undefined ? t('action-add') : action.aim}
      breadcrumbs={[{ to: '/communication-plan', label: t('plan') }]}
    >
      <PolkuForm
        id="action"
        result={actionData}
        values={{ channel: 'web' }}
        labels={{
          aim: t('aim'),
          audience: t('to-whom'),
          plannedOn: t('planned-on'),
          doneOn: t('done-on'),
          owner: t('responsible'),
          effect: t('effect'),
          effectPlanned: t('effect-planned'),
          effectActual: t('effect-actual'),
          costPlanned: t('cost-planned'),
          costActual: t('cost-actual'),
          droppedWhy: t('dropped-why'),
        }}
      >
        <TextField
          name="aim"
          label={t('aim')}
          help={t('aim-help')}
          width="l"
          value={action?.aim}
          maxLength={500}
        />
        <TextField name="audience" label={t('to-whom')} width="l" value={action?.audience} maxLength={300} />
        <TextArea
          name="message"
          label={t('message')}
          help={t('message-help')}
          rows={3}
          value={action?.message}
          maxLength={1000}
          optional
        />
        <Select
          name="channel"
          label={t('channel-name')}
          {...(action === undefined ? {} : { value: action.channel })}
          choices={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
        />
        <Select
          name="bulletinId"
          label={t('bulletin')}
          optional
          empty={t('bulletin-none')}
          value={action?.bulletinId}
          choices={bulletins.map((one) => ({ value: one.bulletinId, label: textIn(one.titles, language) }))}
        />
        <TextField name="owner" label={t('responsible')} help={t('responsible-help')} value={action?.owner} />
        <DateField name="plannedOn" label={t('planned-on')} value={action?.plannedOn} />
        <TextField
          name="effect"
          label={t('effect')}
          help={t('effect-help')}
          value={action?.effect}
          maxLength={200}
          optional
        />
        <TextField
          name="effectPlanned"
          label={t('effect-planned')}
          width="s"
          keyboard="numeric"
          value={action?.effectPlanned?.toString()}
          optional
        />
        <TextField
          name="costPlanned"
          label={t('cost-planned')}
          unit="€"
          width="s"
          keyboard="decimal"
          value={eurosOf(action?.costPlanned)}
          optional
        />
        <TextField
          name="budgetLine"
          label={t('budget-line')}
          help={t('budget-line-help')}
          width="l"
          value={action?.budgetLine}
          maxLength={200}
          optional
        />
        <Section id="came" title={t('what-came')} lead={t('what-came-lead')}>
          <DateField name="doneOn" label={t('done-on')} value={action?.doneOn} optional />
          <TextField
            name="effectActual"
            label={t('effect-actual')}
            width="s"
            keyboard="numeric"
            value={action?.effectActual?.toString()}
            optional
          />
          <TextField
            name="costActual"
            label={t('cost-actual')}
            unit="€"
            width="s"
            keyboard="decimal"
            value={eurosOf(action?.costActual)}
            optional
          />
          <TextField
            name="droppedWhy"
            label={t('dropped-why')}
            width="l"
            value={action?.droppedWhy}
            maxLength={500}
            optional
          />
        </Section>
        <div className="actions">
          <Button>{t('common:save')}</Button>
          <Button to="/communication-plan" look="secondary">
            {t('common:cancel')}
          </Button>
        </div>
      </PolkuForm>
    </Page>
  );
}
