import { submitForm } from '#web/forms/index.server.ts';
import { useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Button, EmptyState, Page, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/hand-over.ts';
import { useClientCrumbs } from './client-tabs.tsx';
import { handedWords, handing, showHanding } from './hand-over-form.server.ts';

export async function loader({ context, request, params: { clientId } }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request);
  const found = orThrow(await services.clients.colleagues({ clientIds: [clientId] }));
  return { clientId, name: found.people[0]?.name ?? '', form: showHanding(context, found, language) };
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { language } = requireViewer(context, request);
  return submitForm({
    context,
    request,
    form: handing,
    fixed: { clientIds: [params.clientId] },
    done: (handed) => ({ to: '/hand-overs', ...handedWords(handed, language) }),
  });
}

/** Hands a person over to a colleague: exactly one is responsible at every moment. */
export default function HandOver({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('clients');
  const { clientId, name, form } = loaderData;
  return (
    <Page
      title={t('hand-over-of', { name })}
      lead={t('hand-over-lead')}
      breadcrumbs={useClientCrumbs({ clientId, name })}
    >
      {form === undefined ? (
        <EmptyState
          title={t('no-colleagues')}
          action={<Button to={`/clients/${clientId}`} label={t('common:back')} />}
        />
      ) : (
        <UseCaseForm form={form} result={actionData} cancel={`/clients/${clientId}`} />
      )}
    </Page>
  );
}
