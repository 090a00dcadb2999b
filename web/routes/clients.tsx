import { Link } from 'react-router';
import { dutyWords } from '../clients/words.ts';
import { useFormat, useT } from '../i18n/use.ts';
import { orThrow, requireViewer } from '../page.ts';
import {
  type ActiveFilter,
  Button,
  CheckboxGroup,
  type Column,
  DataTable,
  EmptyState,
  Filters,
  Page,
  PrintButton,
  SearchField,
  StateLine,
} from '../ui/index.ts';
import type { Route } from './+types/clients.ts';

const filterNames = ['overdue', 'this-week', 'no-duty', 'no-plan', 'in-pilot'] as const;
const countKeys = {
  overdue: 'overdue',
  'this-week': 'thisWeek',
  'no-duty': 'noDuty',
  'no-plan': 'noPlan',
  'in-pilot': 'inPilot',
} as const;
const sorts = {
  maarapaiva: 'due',
  '-maarapaiva': '-due',
  nimi: 'name',
  '-nimi': '-name',
  haku: 'search-start',
  '-haku': '-search-start',
} as const;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, ['expert', 'youth', 'immigrant-adviser', 'joint-emp']);
  const asked = new URL(request.url).searchParams;
  const filters = filterNames.filter((name) => asked.getAll('rajaus').includes(name));
  const sort = asked.get('jarjestys') ?? 'maarapaiva';
  const list = orThrow(
    await services.clients.worklist({
      search: (asked.get('haku') ?? '').slice(0, 100),
      filters,
      sort: sort in sorts ? sorts[sort as keyof typeof sorts] : 'due',
      cursor: asked.get('kohdasta') ?? undefined,
    }),
  );
  return { list, filters, sort, search: asked.get('haku') ?? '' };
}

type Row = Route.ComponentProps['loaderData']['list']['items'][number];

/** Whose turn is it: the adviser's own people by the day of the nearest duty, each with the reason why it is here. */
export default function Clients({ loaderData }: Route.ComponentProps) {
  const t = useT('clients');
  const format = useFormat();
  const { list, filters, search, sort } = loaderData;
  const { counts } = list;
  const nameOf = (row: Row) => `${row.familyName} ${row.givenName}`;
  const columns: Column<Row>[] = [
    {
      key: 'name',
      header: t('column.name'),
      sort: 'nimi',
      rowHeader: true,
      cell: (row) => <Link to={`/clients/${row.clientId}`}>{nameOf(row)}</Link>,
    },
    { key: 'duty', header: t('column.duty'), sort: 'maarapaiva', cell: (row) => <Waiting row={row} /> },
    {
      key: 'state',
      header: t('column.state'),
      cell: (row) =>
        [row.hasPlan ? t('has-plan') : t('no-plan'), ...(row.inPilot ? [t('in-pilot')] : [])].join(' · '),
    },
    {
      key: 'search',
      header: t('column.search'),
      sort: 'haku',
      cell: (row) =>
        row.searchStartedOn === undefined ? t('not-searching') : format.day(row.searchStartedOn),
    },
  ];
  const active: ActiveFilter[] = [
    ...(search === '' ? [] : [{ name: 'haku', value: search, label: `”${search}”` }]),
    ...filters.map((name) => ({
      name: 'rajaus',
      value: name,
      label: t(`filter.${name}`, { count: counts[countKeys[name]] }),
    })),
  ];
  return (
    <Page title={t('title')} lead={leadOf(t, counts)} wide actions={<PrintButton />}>
      <Filters id="clients-search" label={t('search-label')} active={active}>
        <SearchField label={t('search')} help={t('search-help')} />
        <CheckboxGroup
          name="rajaus"
          label={t('filters')}
          inline
          choices={filterNames.map((name) => ({
            value: name,
            label: t(`filter.${name}`, { count: counts[countKeys[name]] }),
          }))}
        />
      </Filters>
      <DataTable
        id="clients"
        caption={t('caption')}
        columns={columns}
        rows={list.items}
        rowKey={(row) => row.clientId}
        sort={sort}
        total={list.total}
        next={list.next}
        empty={
          counts.all === 0 ? (
            <EmptyState title={t('nobody')}>
              <p>{t('nobody-next')}</p>
            </EmptyState>
          ) : (
            <EmptyState
              title={t('no-hits')}
              action={<Button to="/clients">{t('show-all', { count: counts.all })}</Button>}
            >
              <p>{t('no-hits-next')}</p>
            </EmptyState>
          )
        }
      />
    </Page>
  );
}

function leadOf(
  t: ReturnType<typeof useT>,
  counts: { all: number; overdue: number; thisWeek: number },
): string {
  if (counts.all === 0) return t('lead-nobody');
  const all = t('lead-all', { count: counts.all });
  if (counts.overdue === 0 && counts.thisWeek === 0) return `${all} ${t('lead-calm')}`;
  return [
    all,
    ...(counts.overdue > 0 ? [t('lead-overdue', { count: counts.overdue })] : []),
    ...(counts.thisWeek > 0 ? [t('lead-week', { count: counts.thisWeek })] : []),
  ].join(' ');
}

function Waiting({ row }: { readonly row: Row }) {
  const t = useT('clients');
  const format = useFormat();
  if (row.duty === undefined) return <StateLine kind="info">{t('nothing-open')}</StateLine>;
  const words = dutyWords(t, format, row.duty);
  return (
    <>
      <StateLine kind={words.late ? 'late' : 'waiting'} clock={words.clock}>
        {words.sentence}
      </StateLine>
      <br />
      <small>
        {words.why}
        {row.openDuties > 1 && ` · ${t('more-duties', { count: row.openDuties - 1 })}`}
      </small>
    </>
  );
}
