import { useClientCrumbs } from '../clients/client-tabs.tsx';
import { useT } from '../i18n/use.ts';
import { formValues, orThrow, redirectWith, refused, requireViewer } from '../page.ts';
import { Button, DateField, Page, PolkuForm, RadioGroup, TextField } from '../ui/index.ts';
import type { Route } from './+types/clients-outcome.ts';

const kinds = ['employed', 'study', 'entrepreneur', 'closer-to-work', 'other'] as const;
const sources = ['client', 'employer', 'register', 'adviser'] as const;

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request);
  const client = orThrow(await services.clients.openClient({ clientId: params.clientId }));
  return { clientId: client.clientId, name: client.name.full, today: client.today };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request);
  const sent = await formValues(context, request);
  const done = await services.clients.recordOutcome({
    clientId: params.clientId,
    kind: sent.text('kind') as (typeof kinds)[number],
    happenedOn: sent.text('happenedOn'),
    source: sent.text('source') as (typeof sources)[number],
    note: sent.text('note'),
  });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, `/clients/${params.clientId}`, {
    kind: 'success',
    key: 'clients:outcome-saved',
  });
}

/** What came of the path, from which day, and who said so. */
export default function RecordOutcome({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('clients');
  const { clientId, name, today } = loaderData;
  return (
    <Page
      title={t('outcome-of', { name })}
      lead={t('outcome-lead')}
      breadcrumbs={useClientCrumbs({ clientId, name })}
    >
      <PolkuForm
        id="outcome"
        result={actionData}
        labels={{
          kind: t('outcome-kind'),
          happenedOn: t('outcome-day'),
          source: t('outcome-source'),
          note: t('outcome-note'),
        }}
      >
        <RadioGroup
          name="kind"
          label={t('outcome-kind')}
          choices={kinds.map((kind) => ({ value: kind, label: t(`outcome.${kind}`) }))}
        />
        <DateField name="happenedOn" label={t('outcome-day')} help={t('outcome-day-help')} latest={today} />
        <RadioGroup
          name="source"
          label={t('outcome-source')}
          choices={sources.map((source) => ({ value: source, label: t(`source.${source}`) }))}
        />
        <TextField
          name="note"
          label={t('outcome-note')}
          help={t('outcome-note-help')}
          optional
          maxLength={500}
          width="l"
        />
        <div className="actions">
          <Button>{t('save-outcome')}</Button>
          <Button look="secondary" to={`/clients/${clientId}`}>
            {t('common:cancel')}
          </Button>
        </div>
      </PolkuForm>
    </Page>
  );
}
