import { Link } from 'react-router';
import { useFormat, useT } from '../i18n/use.ts';
import { orThrow, requireViewer } from '../page.ts';
import { networkRoles } from '../programmes/words.ts';
import { Button, DataTable, EmptyState, Filters, Page, SearchField, Select, StateLine } from '../ui/index.ts';
import type { Route } from './+types/programmes.ts';

const kinds = ['employment-programme', 'regional-programme', 'strategy'] as const;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, networkRoles);
  const asked = new URL(request.url).searchParams;
  const text = (asked.get('haku') ?? '').slice(0, 100);
  const kind = kinds.find((one) => one === asked.get('laji'));
  const sort = asked.get('jarjestys') ?? undefined;
  const list = orThrow(await services.programmes.programmeList({ text: text || undefined, kind }));
  const mine = orThrow(await services.programmes.myReports({}));
  return {
    ...list,
    text,
    kind,
    sort,
    mine: mine.reports.filter(({ sentOn }) => sentOn === undefined).length,
  };
}

/** All programmes: what they promise, until when, and what is late in each. */
export default function Programmes({ loaderData }: Route.ComponentProps) {
  const t = useT('programmes');
  const format = useFormat();
  const { text, kind, sort, actions, mine } = loaderData;
  type Row = (typeof loaderData.programmes)[number];
  const order: Record<string, (a: Row, b: Row) => number> = {
    nimi: (a, b) => format.compare(a.name, b.name),
    alku: (a, b) => (a.validFrom < b.validFrom ? -1 : 1),
    myohassa: (a, b) => a.late - b.late,
  };
  const by = order[(sort ?? 'nimi').replace('-', '')] ?? order.nimi!;
  const rows = loaderData.programmes.toSorted((a, b) => (sort?.startsWith('-') ? by(b, a) : by(a, b)));
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      wide
      actions={
        <>
          {mine > 0 && <Button to="/programmes/my-reports">{t('my-reports-open', { count: mine })}</Button>}
          {actions.begin && (
            <Button to="/programmes/new" look="secondary">
              {t('begin')}
            </Button>
          )}
          <Button to="/public/reports" look="secondary">
            {t('public.title')}
          </Button>
        </>
      }
    >
      <Filters
        id="programmes-search"
        label={t('search')}
        button={false}
        active={[
          ...(text === '' ? [] : [{ name: 'haku', value: text, label: `”${text}”` }]),
          ...(kind === undefined ? [] : [{ name: 'laji', value: kind, label: t(`kind.${kind}`) }]),
        ]}
      >
        <SearchField label={t('search')} />
        <Select
          name="laji"
          label={t('kind-label')}
          choices={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          empty={t('kind-all')}
        />
      </Filters>
      <DataTable
        id="programmes"
        caption={t('title')}
        total={rows.length}
        sort={sort}
        columns={[
          {
            key: 'name',
            header: t('name'),
            sort: 'nimi',
            rowHeader: true,
            cell: (row) => (
              <Link to={`/programmes/${row.programmeId}`} lang={row.language}>
                {row.name}
              </Link>
            ),
          },
          { key: 'kind', header: t('kind-label'), cell: (row) => t(`kind.${row.kind}`) },
          { key: 'owner', header: t('owner'), cell: (row) => row.owner },
          {
            key: 'valid',
            header: t('valid'),
            sort: 'alku',
            cell: (row) =>
              row.validTo === undefined
                ? t('valid-open', { from: format.day(row.validFrom) })
                : t('valid-between', { from: format.day(row.validFrom), to: format.day(row.validTo) }),
          },
          {
            key: 'size',
            header: t('size'),
            cell: (row) =>
              t('size-words', {
                goals: t('goals-count', { count: row.counts.goals }),
                measures: t('measures-count', { count: row.counts.measures }),
              }),
          },
          {
            key: 'state',
            header: t('state'),
            sort: 'myohassa',
            cell: (row) =>
              row.late > 0 ? (
                <StateLine kind="late">{t('late-count', { count: row.late })}</StateLine>
              ) : row.ended ? (
                <StateLine kind="stopped">{t('ended')}</StateLine>
              ) : row.nextDueOn === undefined ? (
                <StateLine kind="info">{t('no-reporting')}</StateLine>
              ) : (
                <StateLine kind="done" clock={t('next-due', { day: format.day(row.nextDueOn) })}>
                  {t('nothing-late')}
                </StateLine>
              ),
          },
        ]}
        rows={rows}
        rowKey={(row) => row.programmeId}
        empty={
          <EmptyState title={t('none')}>
            <p>{t(text === '' && kind === undefined ? 'none-next' : 'none-found')}</p>
          </EmptyState>
        }
      />
    </Page>
  );
}
