import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { formatOf } from '#web/i18n/format.ts';
import { useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Page, Section, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/client-end.ts';
import { useClientCrumbs } from './client-tabs.tsx';

const ending = defineForm('clients.endSearch', {
  id: 'end-search',
  fixed: ['clientId'],
  fields: {
    endedOn: { label: 'search-ends-on' },
    reason: { label: 'end-reason', words: 'search-end.' },
    note: { label: 'end-note', as: 'line' },
  },
  act: 'end-search',
});
const closing = defineForm('clients.closeCase', {
  id: 'close-case',
  fixed: ['clientId'],
  fields: {
    reason: { label: 'end-reason', words: 'case-end.' },
    note: { label: 'end-note', as: 'line' },
  },
  act: 'close-case',
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request);
  const client = orThrow(await services.clients.openClient({ clientId: params.clientId }));
  return {
    clientId: client.clientId,
    name: client.name.full,
    searching: client.searching,
    forms: {
      end: client.actions.endSearch
        ? showForm(context, ending, {
            initial:
              client.mayEndBy === undefined
                ? { endedOn: client.today }
                : { endedOn: client.mayEndBy.happenedOn, reason: client.mayEndBy.kind },
          })
        : undefined,
      close: client.actions.closeCase ? showForm(context, closing) : undefined,
    },
  };
}

export function action({ context, request, params }: Route.ActionArgs) {
  const { language } = requireViewer(context, request);
  const format = formatOf(language);
  const fixed = { clientId: params.clientId };
  const to = `/clients/${params.clientId}`;
  return submitForms(
    { context, request },
    submission({
      form: ending,
      fixed,
      done: ({ endedOn }) => ({ to, say: 'clients:search-end-saved', values: { day: format.day(endedOn) } }),
    }),
    submission({
      form: closing,
      fixed,
      done: ({ until }) => ({ to, say: 'clients:case-closed-saved', values: { day: format.day(until) } }),
    }),
  );
}

/** The end of the job search, or of the whole case, with its reason. Nothing of what was is lost. */
export default function EndOfSearch({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('clients');
  const { clientId, name, forms, searching } = loaderData;
  return (
    <Page
      title={t('end-of', { name })}
      lead={t('end-lead')}
      breadcrumbs={useClientCrumbs({ clientId, name })}
    >
      {forms.end !== undefined && (
        <Section id="search" title={t('end-search')}>
          <p>{t('end-search-text')}</p>
          <UseCaseForm form={forms.end} result={actionData} label={t('end-search')} />
        </Section>
      )}
      {forms.close !== undefined && (
        <Section id="case" title={t('close-case')}>
          <p>{t(searching ? 'close-case-text-search' : 'close-case-text')}</p>
          <UseCaseForm
            form={forms.close}
            result={actionData}
            label={t('close-case')}
            look="secondary"
            cancel={`/clients/${clientId}`}
          />
        </Section>
      )}
    </Page>
  );
}
