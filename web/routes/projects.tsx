import { Link } from 'react-router';
import { instrumentCodes, portfolioOnly, projectReaders, projectStates } from '#codes/projects';
import type { InstrumentCode, ProjectState } from '#projects';
import { useFormat, useT } from '../i18n/use.ts';
import { orThrow, requireViewer } from '../page.ts';
import type { PortfolioItem } from '../projects/opened.ts';
import { portfolioQuery } from '../projects/portfolio-query.ts';
import {
  type ActiveFilter,
  Button,
  type Column,
  DataTable,
  DefinitionList,
  EmptyState,
  Filters,
  Page,
  PrintButton,
  SearchField,
  Section,
  Select,
  StateLine,
} from '../ui/index.ts';
import type { Route } from './+types/projects.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, projectReaders);
  const query = portfolioQuery(new URL(request.url));
  return { query, ...orThrow(await services.projects.portfolio(query)) };
}

/** The portfolio: every project with its money, state, deadlines, findings and overlaps (PJ-27). */
export default function Projects({ loaderData }: Route.ComponentProps) {
  const t = useT('projects');
  const format = useFormat();
  const { projects, next, totals, query, actions, today } = loaderData;
  const money = (cents: number | undefined) =>
    cents === undefined ? <span className="computed">{t('not-stated')}</span> : format.money(cents);
  const late = (day: string | undefined) => day !== undefined && day < today;
  const columns: Column<PortfolioItem>[] = [
    {
      key: 'name',
      header: t('column.name'),
      sort: 'name',
      rowHeader: true,
      cell: (row) => (
        <>
          <Link to={`/projects/${row.projectId}`}>{row.name}</Link>
          <span className="finding-hint computed">
            {[t(`instrument.${row.instrument}`), row.applicant, row.numbers[0]].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
    },
    {
      key: 'state',
      header: t('column.state'),
      sort: 'state',
      cell: (row) => (
        <>
          <StateLine kind={stateLook(row.state)}>{t(`state.${row.state}`)}</StateLine>
          {row.waiting > 0 && (
            <span className="finding-hint">
              <StateLine kind="waiting">{t('waiting', { count: row.waiting })}</StateLine>
            </span>
          )}
          {row.reportDueOn !== undefined && (
            <span className="finding-hint">
              <StateLine kind={late(row.reportDueOn) ? 'late' : 'info'}>
                {t('report-due', { day: format.day(row.reportDueOn) })}
              </StateLine>
            </span>
          )}
        </>
      ),
    },
    { key: 'total', header: t('column.total'), sort: 'total', number: true, cell: (row) => money(row.total) },
    {
      key: 'realised',
      header: t('column.realised'),
      sort: 'realised',
      number: true,
      cell: (row) => (
        <>
          {money(row.realised)}
          {row.approved !== undefined && (
            <span className="finding-hint computed">
              {t('of-approved', { sum: format.money(row.approved) })}
            </span>
          )}
          {row.unused !== undefined && row.unused > 0 && (row.state === 'ended' || late(row.endsOn)) ? (
            <span className="finding-hint">
              <StateLine kind="late">{t('unused', { sum: format.money(row.unused) })}</StateLine>
            </span>
          ) : (
            row.behind !== undefined &&
            row.behind > 0 && (
              <span className="finding-hint">
                <StateLine kind="waiting">{t('behind', { sum: format.money(row.behind) })}</StateLine>
              </span>
            )
          )}
        </>
      ),
    },
    {
      key: 'ends',
      header: t('column.ends'),
      sort: 'ends',
      cell: (row) => format.day(row.endsOn) || t('not-stated'),
    },
    {
      key: 'findings',
      header: t('column.findings'),
      sort: 'findings',
      number: true,
      cell: (row) =>
        row.findings === 0 ? (
          format.number(0)
        ) : (
          <Link to={`/projects/${row.projectId}#findings`}>
            {format.number(row.findings)}
            <span className="hidden">
              {' '}
              {t('open.findings')}: {row.name}
            </span>
          </Link>
        ),
    },
    {
      key: 'overlaps',
      header: t('column.overlaps'),
      number: true,
      cell: (row) =>
        row.overlaps === 0 ? (
          format.number(0)
        ) : (
          <Link to={`/projects/${row.projectId}#overlaps`}>
            {format.number(row.overlaps)}
            <span className="hidden">
              {' '}
              {t('open.overlaps')}: {row.name}
            </span>
          </Link>
        ),
    },
  ];
  const active: ActiveFilter[] = [
    ...(query.text === '' ? [] : [{ name: 'haku', value: query.text, label: `”${query.text}”` }]),
    ...query.states.map((value: ProjectState) => ({ name: 'tila', value, label: t(`state.${value}`) })),
    ...query.instruments.map((value: InstrumentCode) => ({
      name: 'rahoitus',
      value,
      label: t(`instrument.${value}`),
    })),
    ...(query.only === undefined
      ? []
      : [{ name: 'vain', value: query.only, label: t(`only.${query.only}`) }]),
  ];
  const choices = (values: readonly string[], of: string) =>
    values.map((value) => ({ value, label: t(`${of}.${value}`) }));
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      wide
      actions={
        <>
          {actions.start && <Button to="/projects/new">{t('new')}</Button>}
          {actions.start && (
            <Button to="/intake" look="secondary">
              {t('import')}
            </Button>
          )}
          <Button to="/projects/instruments" look="secondary">
            {t('instruments-link')}
          </Button>
          <Button to="/projects/report" look="secondary">
            {t('report-link')}
          </Button>
          <PrintButton />
        </>
      }
    >
      <Filters id="projects-search" label={t('search')} active={active}>
        <SearchField label={t('search')} help={t('search-help')} />
        <Select
          name="tila"
          label={t('filter.state')}
          width="s"
          empty={t('filter.all')}
          choices={choices(projectStates, 'state')}
        />
        <Select
          name="rahoitus"
          label={t('filter.instrument')}
          width="s"
          empty={t('filter.all')}
          choices={choices(instrumentCodes, 'instrument')}
        />
        <Select
          name="vain"
          label={t('filter.only')}
          width="s"
          empty={t('filter.all')}
          choices={choices(portfolioOnly, 'only')}
        />
      </Filters>
      <Section id="totals" title={t('totals.title')}>
        <DefinitionList
          items={[
            {
              term: t('totals.projects', { count: totals.projects }),
              value: [
                format.money(totals.requested),
                totals.unknown > 0 ? t('totals.unknown', { count: totals.unknown }) : '',
              ]
                .filter(Boolean)
                .join(' – '),
            },
            {
              term: t('totals.committed'),
              value: `${format.money(totals.committed)} – ${t('totals.committed-help')}`,
            },
            { term: t('totals.used'), value: format.money(totals.realised) },
            { term: t('totals.unused'), value: format.money(totals.unused) },
          ]}
        />
      </Section>
      <DataTable
        id="projects"
        caption={t('title')}
        total={totals.projects}
        columns={columns}
        rows={projects}
        rowKey={(row) => row.projectId}
        sort={query.descending ? `-${query.sort}` : query.sort}
        next={next}
        empty={
          active.length > 0 ? (
            <EmptyState title={t('none')}>
              <p>{t('none-next')}</p>
            </EmptyState>
          ) : (
            <EmptyState title={t('empty')}>
              <p>{t('empty-next')}</p>
            </EmptyState>
          )
        }
      />
      <p className="actions">
        <Button to={`/projects/portfolio.xlsx${searchOf(query)}`} look="secondary" download>
          {t('excel')}
        </Button>
      </p>
    </Page>
  );
}

const stateLook = (state: string) =>
  state === 'rejected'
    ? 'stopped'
    : state === 'applied'
      ? 'waiting'
      : state === 'closed' || state === 'ended'
        ? 'done'
        : 'info';

/** The same search for the file. */
function searchOf(query: ReturnType<typeof portfolioQuery>): string {
  const search = new URLSearchParams();
  if (query.text !== '') search.set('haku', query.text);
  for (const state of query.states) search.append('tila', state);
  for (const instrument of query.instruments) search.append('rahoitus', instrument);
  if (query.only !== undefined) search.set('vain', query.only);
  const words = search.toString();
  return words === '' ? '' : `?${words}`;
}
