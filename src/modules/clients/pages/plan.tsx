import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Notice, Page, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/plan.ts';
import { useClientCrumbs } from './client-tabs.tsx';

const agreed = defineForm('clients.agreePlan', {
  id: 'plan',
  fixed: ['clientId'],
  fields: {
    kind: { label: 'plan-kind', words: 'plan.' },
    goal: { label: 'plan-goal', rows: 6 },
  },
  act: 'save-plan',
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request);
  const { clientId, name, plan } = orThrow(await services.clients.openClient({ clientId: params.clientId }));
  const form = showForm(context, agreed, { values: plan, initial: { kind: 'employment' } });
  return { clientId, name: name.full, plan, form };
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request);
  const { clientId } = params;
  return submitForm({
    context,
    request,
    form: agreed,
    fixed: { clientId },
    current: async () => orThrow(await services.clients.openClient({ clientId })).plan,
    done: { to: `/clients/${clientId}`, say: 'clients:plan-saved' },
  });
}

/** A plan agreed on together; the one before stays in the history. */
export default function AgreePlan({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('clients');
  const format = useFormat();
  const { clientId, name, plan, form } = loaderData;
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
      <UseCaseForm form={form} result={actionData} cancel={`/clients/${clientId}`} />
    </Page>
  );
}
