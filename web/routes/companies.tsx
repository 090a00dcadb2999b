import { Link } from 'react-router';
import { useFormat, useT } from '../i18n/use.ts';
import { orThrow, requireViewer } from '../page.ts';
import { Button, type Column, DataTable, EmptyState, Filters, Page, SearchField } from '../ui/index.ts';
import type { Route } from './+types/companies.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, [
    'business',
    'expert',
    'joint-emp',
    'area-manager',
    'project',
  ]);
  const search = (new URL(request.url).searchParams.get('haku') ?? '').slice(0, 100);
  return { search, ...orThrow(await services.companies.searchCompanies({ text: search, limit: 100 })) };
}

type Row = Route.ComponentProps['loaderData']['companies'][number];

/** The register of companies, found by name or business ID. */
export default function Companies({ loaderData }: Route.ComponentProps) {
  const t = useT('companies');
  const format = useFormat();
  const { companies, search, actions } = loaderData;
  const columns: Column<Row>[] = [
    {
      key: 'name',
      header: t('column.name'),
      rowHeader: true,
      cell: (row) => <Link to={`/companies/${row.id}`}>{row.name}</Link>,
    },
    { key: 'business-id', header: t('column.business-id'), cell: (row) => row.businessId },
    { key: 'place', header: t('column.place'), cell: (row) => row.municipality },
    {
      key: 'visit',
      header: t('column.last-visit'),
      cell: (row) => (row.lastVisit === undefined ? t('never') : format.day(row.lastVisit)),
    },
    { key: 'actions', header: t('column.actions'), number: true, cell: (row) => format.number(row.actions) },
  ];
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      wide
      actions={
        actions.register ? (
          <Button look="secondary" to="/companies/new">
            {t('new')}
          </Button>
        ) : undefined
      }
    >
      <Filters
        id="companies-search"
        label={t('search')}
        button={false}
        active={search === '' ? [] : [{ name: 'haku', value: search, label: `”${search}”` }]}
      >
        <SearchField label={t('search')} help={t('search-help')} />
      </Filters>
      <DataTable
        id="companies"
        caption={t('title')}
        captionHidden
        columns={columns}
        rows={companies}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title={t('none')}>
            <p>{t('none-next')}</p>
          </EmptyState>
        }
      />
    </Page>
  );
}
