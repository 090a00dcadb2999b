import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { formatOf } from '#web/i18n/format.ts';
import { translatorOf } from '#web/i18n/server.ts';
import { useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Button, EmptyState, Page, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/hand-over.ts';
import { useClientCrumbs } from './client-tabs.tsx';
import { textIn } from './words.ts';

const handing = defineForm('clients.handOver', {
  id: 'hand-over',
  fixed: ['clientId'],
  fields: {
    accountId: { label: 'hand-over-to', empty: 'choose-colleague', width: 'l' },
    from: { label: 'hand-over-from', optional: false },
    reason: { label: 'hand-over-reason', as: 'line' },
  },
  act: 'hand-over',
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, language } = requireViewer(context, request);
  const { name, today, items } = orThrow(await services.clients.colleagues({ clientId: params.clientId }));
  const { t } = translatorOf(language);
  const accountId = items.map((colleague) => ({
    value: colleague.accountId,
    label: t('clients:colleague', {
      name: colleague.name,
      organisation: textIn(colleague.organisation, language),
      count: colleague.clients,
    }),
  }));
  const form =
    items.length === 0
      ? undefined
      : showForm(context, handing, { initial: { from: today }, choices: { accountId } });
  return { clientId: params.clientId, name, form };
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { language } = requireViewer(context, request);
  return submitForm({
    context,
    request,
    form: handing,
    fixed: { clientId: params.clientId },
    done: ({ name, from }) => ({
      to: '/clients',
      say: 'clients:handed-over',
      values: { name, day: formatOf(language).day(from) },
    }),
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
