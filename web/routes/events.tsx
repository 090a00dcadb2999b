import { Link } from 'react-router';
import { eventKinds, eventStates } from '#codes/events';
import { readsProjects } from '../events/roles.ts';
import { useFormat, useT } from '../i18n/use.ts';
import { orThrow, requireViewer } from '../page.ts';
import { valueOfCell } from '../pilot/cell.ts';
import { namesByCode } from '../services/words.ts';
import {
  type ActiveFilter,
  Button,
  type Column,
  DataTable,
  EmptyState,
  Figure,
  Figures,
  Filters,
  LocalisedWords,
  Page,
  PrintButton,
  SearchField,
  Select,
  StateLine,
} from '../ui/index.ts';
import type { Route } from './+types/events.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services, viewer } = requireViewer(context, request);
  const asked = new URL(request.url).searchParams;
  const search = (asked.get('haku') ?? '').slice(0, 100);
  const kind = eventKinds.find((one) => one === asked.get('laji'));
  const state = eventStates.find((one) => one === asked.get('tila'));
  const all = orThrow(await services.events.listOfEvents({}));
  const projectId = all.projectIds.find((id) => id === asked.get('hanke'));
  const portfolio =
    all.projectIds.length > 0 && readsProjects(viewer.role)
      ? await services.projects.portfolio({ limit: 1000 })
      : undefined;
  return {
    search,
    kind,
    state,
    projectId,
    found: orThrow(await services.events.listOfEvents({ search, kind, state, projectId })),
    projects: (portfolio?.ok ? portfolio.value.projects : [])
      .filter((one) => all.projectIds.includes(one.projectId))
      .map(({ projectId: id, name }) => ({ id, name })),
    places: orThrow(await services.areas.municipalities({})),
  };
}

type Row = Route.ComponentProps['loaderData']['found']['events'][number];

export const stateKinds = { planned: 'waiting', held: 'done', cancelled: 'stopped' } as const;

/** Events of the area: when and where, who came, and planned money against used. */
export default function Events({ loaderData }: Route.ComponentProps) {
  const t = useT('events');
  const format = useFormat();
  const { search, kind, state, projectId, found, projects, places } = loaderData;
  const placeName = namesByCode(places);
  const { summary } = found;
  const money = (cents: number | undefined) => (cents === undefined ? '–' : format.money(cents));
  const columns: Column<Row>[] = [
    {
      key: 'name',
      header: t('column.name'),
      rowHeader: true,
      cell: (row) => (
        <Link to={`/events/${row.eventId}`}>
          <LocalisedWords text={row.names} />
        </Link>
      ),
    },
    { key: 'kind', header: t('column.kind'), cell: (row) => t(`kind.${row.kind}`) },
    {
      key: 'when',
      header: t('column.when'),
      cell: (row) =>
        [
          format.day(row.heldOn),
          row.municipalityCode === undefined ? undefined : placeName(row.municipalityCode),
        ]
          .filter(Boolean)
          .join(', '),
    },
    {
      key: 'state',
      header: t('column.state'),
      cell: (row) => <StateLine kind={stateKinds[row.state]}>{t(`state.${row.state}`)}</StateLine>,
    },
    {
      key: 'came',
      header: t('column.came'),
      cell: (row) => (row.state === 'held' ? <Came row={row} /> : '–'),
    },
    ...(found.money
      ? [
          {
            key: 'planned',
            header: t('column.planned'),
            number: true,
            cell: (row: Row) => money(row.plannedCents),
          },
          { key: 'used', header: t('column.used'), number: true, cell: (row: Row) => money(row.usedCents) },
        ]
      : []),
  ];
  const active: ActiveFilter[] = [
    ...(search === '' ? [] : [{ name: 'haku', value: search, label: `”${search}”` }]),
    ...(kind === undefined ? [] : [{ name: 'laji', value: kind, label: t(`kind.${kind}`) }]),
    ...(state === undefined ? [] : [{ name: 'tila', value: state, label: t(`state.${state}`) }]),
    ...(projectId === undefined
      ? []
      : [
          {
            name: 'hanke',
            value: projectId,
            label: projects.find(({ id }) => id === projectId)?.name ?? t('project'),
          },
        ]),
  ];
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      wide
      actions={
        <>
          {found.actions.add && <Button to="/events/new">{t('add')}</Button>}
          <PrintButton />
        </>
      }
    >
      <Filters id="events-search" label={t('search-label')} active={active}>
        <SearchField label={t('search')} />
        <Select
          name="laji"
          label={t('column.kind')}
          empty={t('all')}
          choices={eventKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
        <Select
          name="tila"
          label={t('column.state')}
          empty={t('all')}
          choices={eventStates.map((value) => ({ value, label: t(`state.${value}`) }))}
        />
        {projects.length > 0 && (
          <Select
            name="hanke"
            label={t('project')}
            empty={t('all')}
            choices={projects.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Filters>
      <Figures>
        <Figure
          id="held"
          label={t('summary.held')}
          value={summary.held}
          target={summary.planned}
          source={t('summary.source')}
          day={found.today}
          formula={<p>{t('summary.held-formula')}</p>}
        />
        {found.money && summary.plannedCents !== undefined && (
          <Figure
            id="money"
            label={t('summary.used')}
            value={(summary.usedCents ?? 0) / 100}
            unit="€"
            target={summary.plannedCents / 100}
            source={t('summary.average', {
              average: money(summary.averageCents),
              left: money(summary.leftCents),
            })}
            day={found.today}
            formula={<p>{t('summary.used-formula')}</p>}
          />
        )}
      </Figures>
      <DataTable
        id="events"
        caption={t('caption')}
        captionHidden
        columns={columns}
        rows={found.events}
        rowKey={(row) => row.eventId}
        total={found.events.length}
        empty={
          <EmptyState title={t(found.total === 0 ? 'empty' : 'none')}>
            <p>{t(found.total === 0 ? 'empty-next' : 'none-next')}</p>
          </EmptyState>
        }
      />
      <p className="source">{t('visitors-note')}</p>
    </Page>
  );
}

/** Companies, clients and visitors in words; at an information event people are visitors only. */
function Came({ row }: { readonly row: Row }) {
  const t = useT('events');
  const people = valueOfCell(row.came.people);
  const said = [
    ...(row.came.companies === 0 ? [] : [t('companies-count', { count: row.came.companies })]),
    ...(row.kind === 'information'
      ? []
      : [typeof people === 'number' ? t('people-count', { count: people }) : t('people-hidden')]),
    ...(row.visitors === undefined ? [] : [t('visitors-count', { count: row.visitors })]),
  ];
  return <>{said.length === 0 ? t('common:unknown') : said.join(', ')}</>;
}
