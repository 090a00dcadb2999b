import { useClientCrumbs } from '../clients/client-tabs.tsx';
import { useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import { Button, DateField, Page, PolkuForm, RadioGroup, TextField } from '../ui/index.ts';
import type { Route } from './+types/clients-task.ts';

const kinds = ['other', 'job-search-meeting', 'plan-review', 'skills-mapping'] as const;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request);
  const client = orThrow(await services.clients.openClient({ clientId: params.clientId }));
  return { clientId: client.clientId, name: client.name.full, today: client.today };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request);
  const sent = await formValues(context, request);
  const done = await services.clients.addTask({
    clientId: params.clientId,
    kind: sent.text('kind') as (typeof kinds)[number],
    dueOn: sent.text('dueOn'),
    what: sent.text('what'),
  });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, `/clients/${params.clientId}`, { kind: 'success', key: 'clients:task-added' });
}

/** The next step that was agreed on: what, and by which day. */
export default function AddTask({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('clients');
  const { clientId, name, today } = loaderData;
  return (
    <Page
      title={t('add-task-of', { name })}
      lead={t('add-task-lead')}
      breadcrumbs={useClientCrumbs({ clientId, name })}
    >
      <PolkuForm
        id="task"
        result={actionData}
        values={{ kind: 'other' }}
        labels={{ kind: t('task-kind'), what: t('task-what'), dueOn: t('task-due') }}
      >
        <RadioGroup
          name="kind"
          label={t('task-kind')}
          choices={kinds.map((kind) => ({
            value: kind,
            label: t(kind === 'other' ? 'task-other' : `duty.${kind}`),
          }))}
        />
        <TextField name="what" label={t('task-what')} help={t('task-what-help')} maxLength={200} width="l" />
        <DateField name="dueOn" label={t('task-due')} earliest={today} />
        <div className="actions">
          <Button>{t('add-task')}</Button>
          <Button look="secondary" to={`/clients/${clientId}`}>
            {t('common:cancel')}
          </Button>
        </div>
      </PolkuForm>
    </Page>
  );
}
