import { companyContacts } from '#codes/companies';
import { useT } from '#web/i18n/use.ts';
import { requireViewer } from '#web/page.ts';
import { Button, Page } from '#web/ui/index.ts';
import { defineList } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { listFiles, loadList } from '#web/ui/list/load.ts';
import type { Route } from './+types/companies.ts';

const companyList = defineList({
  name: 'companies',
  texts: 'companies',
  source: (services, asked) => services.companies.searchCompanies(asked),
  rowKey: (row) => row.id,
  columns: [
    {
      key: 'name',
      kind: 'link',
      value: (row) => row.name,
      to: (row) => `/companies/${row.id}`,
      sort: 'name',
      rowHeader: true,
    },
    { key: 'business-id', kind: 'text', value: (row) => row.businessId },
    { key: 'place', kind: 'text', value: (row) => row.municipality },
    { key: 'last-visit', kind: 'day', value: (row) => row.lastVisit, absent: 'never', sort: 'visit' },
    { key: 'actions', kind: 'number', value: (row) => row.actions, sort: 'actions', phone: 'none' },
  ],
  filters: [
    {
      name: 'place',
      kind: 'select',
      choices: ({ found, format }) =>
        found.places
          .toSorted((a, b) => format.compare(a.name, b.name))
          .map(({ code, name, count }) => ({ value: code, label: `${name} (${count})` })),
    },
    {
      name: 'contact',
      kind: 'select',
      choices: ({ t }) => companyContacts.map((value) => ({ value, label: t(`contact.${value}`) })),
    },
  ],
  sort: 'name',
});

export const middleware = [listFiles(companyList)];

export async function loader({ context, request }: Route.LoaderArgs) {
  requireViewer(context, request, 'companies:list');
  return { list: await loadList(companyList, { context, request }) };
}

/** The register of companies, found by name or business ID. */
export default function Companies({ loaderData: { list } }: Route.ComponentProps) {
  const t = useT('companies');
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      wide
      actions={
        list.found.actions.register ? (
          <Button look="secondary" to="/companies/new" label={t('new')} />
        ) : undefined
      }
    >
      <List of={companyList} list={list} />
    </Page>
  );
}
