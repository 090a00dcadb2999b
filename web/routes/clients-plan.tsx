import { useClientCrumbs } from '../clients/client-tabs.tsx';
import { useFormat, useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import { Button, Notice, Page, PolkuForm, RadioGroup, TextArea } from '../ui/index.ts';
import type { Route } from './+types/clients-plan.ts';

const kinds = ['employment', 'multi-professional', 'integration'] as const;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request);
  const client = orThrow(await services.clients.openClient({ clientId: params.clientId }));
  return { clientId: client.clientId, name: client.name.full, plan: client.plan };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request);
  const sent = await formValues(context, request);
  const done = await services.clients.agreePlan({
    clientId: params.clientId,
    kind: sent.text('kind') as (typeof kinds)[number],
    goal: sent.text('goal'),
  });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, `/clients/${params.clientId}`, { kind: 'success', key: 'clients:plan-saved' });
}

/** A plan agreed on together; the one before stays in the history. */
export default function AgreePlan({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('clients');
  const format = useFormat();
  const { clientId, name, plan } = loaderData;
  return (
    <Page
      title={t('plan-of', { name })}
      lead={t('plan-lead')}
      breadcrumbs={useClientCrumbs({ clientId, name })}
    >
      {plan !== undefined && (
        <Notice kind="info">
          <p>{t('plan-replaces', { day: format.day(plan.agreedOn) })}</p>
        </Notice>
      )}
      <PolkuForm
        id="plan"
        result={actionData}
        values={{ kind: plan?.kind ?? 'employment', goal: plan?.goal ?? '' }}
        labels={{ kind: t('plan-kind'), goal: t('plan-goal') }}
      >
        <RadioGroup
          name="kind"
          label={t('plan-kind')}
          choices={kinds.map((kind) => ({ value: kind, label: t(`plan.${kind}`) }))}
        />
        <TextArea name="goal" label={t('plan-goal')} help={t('plan-goal-help')} rows={6} maxLength={1000} />
        <div className="actions">
          <Button>{t('save-plan')}</Button>
          <Button look="secondary" to={`/clients/${clientId}`}>
            {t('common:cancel')}
          </Button>
        </div>
      </PolkuForm>
    </Page>
  );
}
