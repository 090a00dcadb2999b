import { useClientCrumbs } from '#modules/clients/pages/client-tabs.tsx';
import { useT } from '#web/i18n/use.ts';
import { Page } from '#web/ui/index.ts';
import { defineList } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { listFiles, loadList } from '#web/ui/list/load.ts';
import type { Route } from './+types/client-log.ts';
import { consentPlace } from './consent-place.ts';
import { NamedText } from './share-profile.tsx';

const disclosureList = defineList({
  name: 'disclosures',
  texts: 'log',
  prefix: 'shown.',
  source: (services, asked, _page, { clientId }) => services.consents.disclosures({ clientId, ...asked }),
  rowKey: (row) => row.id,
  columns: [
    { key: 'when', kind: 'instant', value: (row) => row.at, sort: 'when' },
    {
      key: 'who',
      kind: 'text',
      value: (row) => row.receiver.name.text,
      cell: (row) => <NamedText name={row.receiver.name} />,
      sort: 'who',
      rowHeader: true,
    },
    { key: 'form', kind: 'text', value: (row, { t }) => t(`form.${row.form}`, { number: row.number ?? '' }) },
    {
      key: 'what',
      kind: 'text',
      value: (row, { t, format }) => format.list(row.fields.map((field) => t(`consents:field.${field}`))),
    },
    {
      key: 'destruction',
      kind: 'state',
      value: (row, { t, format }) =>
        row.destructionConfirmedAt
          ? t('destruction.confirmed', { day: format.dayOf(row.destructionConfirmedAt) })
          : row.destructionAskedAt
            ? t('destruction.asked', { day: format.dayOf(row.destructionAskedAt) })
            : undefined,
    },
  ],
  sort: '-when',
});

export const middleware = [listFiles(disclosureList)];

export async function loader({ context, request, params }: Route.LoaderArgs) {
  consentPlace(context, request, params);
  return {
    clientId: params.clientId,
    list: await loadList(disclosureList, { context, request, params }),
  };
}

/** To whom a client's details have been shown by consent. The whole log is the person's own and the data protection officer's. */
export default function ClientLog({ loaderData: { clientId, list } }: Route.ComponentProps) {
  const t = useT('log');
  return (
    <Page
      title={t('title-of')}
      lead={t('lead-of')}
      breadcrumbs={useClientCrumbs({ clientId, name: list.found.name })}
    >
      <List of={disclosureList} list={list} />
    </Page>
  );
}
