import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Page, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/task.ts';
import { useClientCrumbs } from './client-tabs.tsx';

const task = defineForm('clients.addTask', {
  id: 'task',
  fixed: ['clientId'],
  fields: {
    kind: { label: 'task-kind', words: (kind) => (kind === 'other' ? 'task-other' : `duty.${kind}`) },
    what: { label: 'task-what', optional: false },
    dueOn: { label: 'task-due' },
  },
  act: 'add-task',
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request);
  const { clientId, name } = orThrow(await services.clients.openClient({ clientId: params.clientId }));
  return { clientId, name: name.full, form: showForm(context, task, { initial: { kind: 'other' } }) };
}

export function action({ context, request, params }: Route.ActionArgs) {
  requireViewer(context, request);
  const done = { to: `/clients/${params.clientId}`, say: 'clients:task-added' };
  return submitForm({ context, request, form: task, fixed: { clientId: params.clientId }, done });
}

/** The next step that was agreed on: what, and by which day. */
export default function AddTask({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('clients');
  const { clientId, name, form } = loaderData;
  return (
    <Page
      title={t('add-task-of', { name })}
      lead={t('add-task-lead')}
      breadcrumbs={useClientCrumbs({ clientId, name })}
    >
      <UseCaseForm form={form} result={actionData} cancel={`/clients/${clientId}`} />
    </Page>
  );
}
