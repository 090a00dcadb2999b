import { useClientCrumbs } from '../clients/client-tabs.tsx';
import { textIn } from '../clients/words.ts';
import { formatOf } from '../i18n/format.ts';
import { useLanguage, useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import { Button, DateField, EmptyState, Page, PolkuForm, Select, TextField } from '../ui/index.ts';
import type { Route } from './+types/clients-hand-over.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request);
  const { name, today, items } = orThrow(await services.clients.colleagues({ clientId: params.clientId }));
  return { clientId: params.clientId, name, today, items };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services, language } = requireViewer(context, request);
  const sent = await formValues(context, request);
  const done = await services.clients.handOver({
    clientId: params.clientId,
    accountId: sent.text('accountId'),
    from: sent.text('from'),
    reason: sent.text('reason'),
  });
  if (!done.ok) return refused(sent, done.error);
  const { name, from } = done.value;
  return redirectWith(context, '/clients', {
    kind: 'success',
    key: 'clients:handed-over',
    values: { name, day: formatOf(language).day(from) },
  });
}

/** Hands a person over to a colleague: exactly one is responsible at every moment. */
export default function HandOver({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('clients');
  const language = useLanguage();
  const { clientId, name, today, items } = loaderData;
  return (
    <Page
      title={t('hand-over-of', { name })}
      lead={t('hand-over-lead')}
      breadcrumbs={useClientCrumbs({ clientId, name })}
    >
      {items.length === 0 ? (
        <EmptyState
          title={t('no-colleagues')}
          action={<Button to={`/clients/${clientId}`}>{t('common:back')}</Button>}
        />
      ) : (
        <PolkuForm
          id="hand-over"
          result={actionData}
          values={{ from: today }}
          labels={{ accountId: t('hand-over-to'), from: t('hand-over-from'), reason: t('hand-over-reason') }}
        >
          <Select
            name="accountId"
            label={t('hand-over-to')}
            empty={t('choose-colleague')}
            width="l"
            choices={items.map((one) => ({
              value: one.accountId,
              label: t('colleague', {
                name: one.name,
                organisation: textIn(one.organisation, language),
                count: one.clients,
              }),
            }))}
          />
          <DateField
            name="from"
            label={t('hand-over-from')}
            help={t('hand-over-from-help')}
            earliest={today}
          />
          <TextField
            name="reason"
            label={t('hand-over-reason')}
            help={t('hand-over-reason-help')}
            maxLength={500}
            width="l"
          />
          <div className="actions">
            <Button>{t('hand-over')}</Button>
            <Button look="secondary" to={`/clients/${clientId}`}>
              {t('common:cancel')}
            </Button>
          </div>
        </PolkuForm>
      )}
    </Page>
  );
}
