import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Page, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/outcome.ts';
import { useClientCrumbs } from './client-tabs.tsx';

const outcome = defineForm('clients.recordOutcome', {
  id: 'outcome',
  fixed: ['clientId'],
  fields: {
    kind: { label: 'outcome-kind', words: 'outcome.' },
    happenedOn: { label: 'outcome-day' },
    source: { label: 'outcome-source', words: 'source.', optional: false },
    note: { label: 'outcome-note' },
  },
  act: 'save-outcome',
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request);
  const { clientId, name } = orThrow(await services.clients.openClient({ clientId: params.clientId }));
  return { clientId, name: name.full, form: showForm(context, outcome) };
}

export function action({ context, request, params }: Route.ActionArgs) {
  requireViewer(context, request);
  const done = { to: `/clients/${params.clientId}`, say: 'clients:outcome-saved' };
  return submitForm({ context, request, form: outcome, fixed: { clientId: params.clientId }, done });
}

/** What came of the path, from which day, and who said so. */
export default function RecordOutcome({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('clients');
  const { clientId, name, form } = loaderData;
  return (
    <Page
      title={t('outcome-of', { name })}
      lead={t('outcome-lead')}
      breadcrumbs={useClientCrumbs({ clientId, name })}
    >
      <UseCaseForm form={form} result={actionData} cancel={`/clients/${clientId}`} />
    </Page>
  );
}
