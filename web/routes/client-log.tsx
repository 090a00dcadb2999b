import { ClientTabs, useClientCrumbs } from '../clients/client-tabs.tsx';
import { useFormat, useT } from '../i18n/use.ts';
import { orThrow } from '../page.ts';
import { DataTable, Page } from '../ui/index.ts';
import type { Route } from './+types/client-log.ts';
import { consentPlace } from './consent-place.ts';
import { NamedText } from './share-profile.tsx';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = consentPlace(context, request, params);
  return {
    clientId: params.clientId,
    ...orThrow(await services.consents.disclosures({ clientId: params.clientId })),
  };
}

/** To whom a client's details have been shown by consent. The whole log is the person's own and the data protection officer's. */
export default function ClientLog({ loaderData }: Route.ComponentProps) {
  const t = useT('log');
  const consents = useT('consents');
  const format = useFormat();
  return (
    <Page title={t('title-of')} lead={t('lead-of')} breadcrumbs={useClientCrumbs(loaderData)}>
      <ClientTabs clientId={loaderData.clientId} />
      <DataTable
        id="disclosures"
        caption={t('title-of')}
        captionHidden
        rows={loaderData.shown}
        rowKey={(row) => row.id}
        empty={t('disclosures-none')}
        columns={[
          { key: 'when', header: t('col-when'), cell: (row) => format.instant(row.at) },
          {
            key: 'who',
            header: t('col-who'),
            rowHeader: true,
            cell: (row) => <NamedText name={row.receiver.name} />,
          },
          {
            key: 'what',
            header: t('col-what'),
            cell: (row) => (
              <>
                {t(`form.${row.form}`, { number: row.number ?? '' })}:{' '}
                {format.list(row.fields.map((field) => consents(`field.${field}`)))}
                {row.destructionConfirmedAt
                  ? `. ${t('destruction.confirmed', { day: format.dayOf(row.destructionConfirmedAt) })}`
                  : row.destructionAskedAt
                    ? `. ${t('destruction.asked', { day: format.dayOf(row.destructionAskedAt) })}`
                    : ''}
              </>
            ),
          },
        ]}
      />
    </Page>
  );
}
