import { organisationStates } from '#codes/networks';
import { inLanguage } from '#kernel/in-language.ts';
import { AccessTabs } from '#modules/accounts/pages/tabs.tsx';
import { useT } from '#web/i18n/use.ts';
import { requireViewer } from '#web/page.ts';
import { Button, Page } from '#web/ui/index.ts';
import { defineList } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { listFiles, loadList } from '#web/ui/list/load.ts';
import type { Route } from './+types/organisations.ts';

const organisationList = defineList({
  name: 'organisations',
  texts: 'organisations',
  source: (services, asked) => services.networks.listOrganisations(asked),
  rowKey: (row) => row.organisationId,
  columns: [
    {
      key: 'name',
      kind: 'link',
      value: (row, { language }) => inLanguage(row.names, language).text,
      to: (row) => `/organisations/${row.organisationId}`,
      sort: 'name',
      rowHeader: true,
    },
    { key: 'kind', kind: 'text', value: (row, { t }) => t(`kind.${row.kind}`), sort: 'kind' },
    {
      key: 'people',
      kind: 'people',
      value: (row) =>
        row.contacts.map(({ name, task, phone, email }) =>
          [name, task, phone, email].filter(Boolean).join(', '),
        ),
      absent: 'no-people',
    },
    { key: 'business-id', kind: 'text', value: (row) => row.businessId ?? undefined, phone: 'none' },
    { key: 'ends', kind: 'day', value: (row) => row.validTo ?? undefined, absent: 'goes-on', phone: 'none' },
    {
      key: 'successor',
      kind: 'text',
      value: (row, { language }) =>
        row.successor === null ? undefined : inLanguage(row.successor, language).text,
      phone: 'none',
    },
  ],
  filters: [
    {
      name: 'kind',
      kind: 'select',
      choices: ({ found, t }) => found.kinds.map((value) => ({ value, label: t(`kind.${value}`) })),
    },
    {
      name: 'state',
      kind: 'boxes',
      choices: ({ t }) => organisationStates.map((value) => ({ value, label: t(`only.${value}`) })),
    },
  ],
  sort: 'name',
});

export const middleware = [listFiles(organisationList)];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { may } = requireViewer(context, request, 'colleagues:read');
  return { list: await loadList(organisationList, { context, request }), administers: may('accounts:write') };
}

/** Who is in the network, whom to call, and who followed whom. */
export default function Organisations({ loaderData: { list, administers } }: Route.ComponentProps) {
  const t = useT('organisations');
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      wide
      actions={list.found.actions.add ? <Button to="/organisations/new" label={t('new')} /> : undefined}
    >
      {administers && <AccessTabs />}
      <List of={organisationList} list={list} />
    </Page>
  );
}
