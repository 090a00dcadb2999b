import { Link } from 'react-router';
import { eventKinds, eventStates } from '#codes/events';
import type { events } from '#events';
import { valueOfCell } from '#modules/pilots/pages/cell.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { requireViewer } from '#web/page.ts';
import { Button, Figure, Figures, LocalisedWords, Page, StateLine } from '#web/ui/index.ts';
import { defineList, type RowOf } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { listFiles, loadList } from '#web/ui/list/load.ts';
import { wholeList } from '#web/ui/list/whole.ts';
import { choiceOf, projectSuggestion } from '#web/who.ts';
import type { Route } from './+types/events.ts';

export const stateKinds = { planned: 'waiting', held: 'done', cancelled: 'stopped' } as const;

const eventList = defineList({
  name: 'events',
  texts: 'events',
  source: async (services, asked, { may }) => {
    const found = await services.events.listOfEvents(asked);
    if (!found.ok) return found;
    const { projectIds } = found.value;
    const portfolio =
      projectIds.length > 0 && may('projects:read')
        ? await wholeList(services.projects.portfolio)
        : undefined;
    const projects = (portfolio?.ok ? portfolio.value.rows : []).filter(({ projectId }) =>
      projectIds.includes(projectId),
    );
    const places = await services.areas.municipalities({});
    const placeNames: Record<string, string> = {};
    for (const { code, name } of places.ok ? places.value : []) placeNames[code] = name;
    return { ok: true as const, value: { ...found.value, projects, placeNames } };
  },
  rowKey: (row) => row.eventId,
  columns: [
    {
      key: 'name',
      kind: 'link',
      value: (row) => row.name,
      cell: (row) => (
        <Link to={`/events/${row.eventId}`}>
          <LocalisedWords text={row.names} />
        </Link>
      ),
      sort: 'name',
      rowHeader: true,
    },
    { key: 'kind', kind: 'text', value: (row, { t }) => t(`kind.${row.kind}`), sort: 'kind', phone: 'none' },
    { key: 'when', kind: 'day', value: (row) => row.heldOn, sort: 'when' },
    {
      key: 'place',
      kind: 'text',
      value: (row, { found }) =>
        row.municipalityCode === undefined ? undefined : found.placeNames[row.municipalityCode],
    },
    {
      key: 'state',
      kind: 'state',
      value: (row, { t }) => t(`state.${row.state}`),
      cell: (row, { t }) => <StateLine kind={stateKinds[row.state]}>{t(`state.${row.state}`)}</StateLine>,
      sort: 'state',
    },
    {
      key: 'came',
      kind: 'text',
      value: (row, { t }) =>
        row.state === 'held' ? t('companies-count', { count: row.came.companies }) : undefined,
      cell: (row) => (row.state === 'held' ? <Came row={row} /> : '–'),
      phone: 'none',
    },
    {
      key: 'planned',
      kind: 'money',
      value: (row) => row.plannedCents,
      when: ({ found }) => found.money,
      phone: 'none',
    },
    {
      key: 'used',
      kind: 'money',
      value: (row) => row.usedCents,
      when: ({ found }) => found.money,
      phone: 'none',
    },
  ],
  filters: [
    {
      name: 'kind',
      kind: 'select',
      choices: ({ t }) => eventKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
    },
    {
      name: 'state',
      kind: 'select',
      choices: ({ t }) => eventStates.map((value) => ({ value, label: t(`state.${value}`) })),
    },
    {
      name: 'project',
      kind: 'select',
      choices: ({ found, t }) => found.projects.map((row) => choiceOf(projectSuggestion(row, { t }))),
    },
  ],
  sort: '-when',
  was: { laji: 'kind', tila: 'state', hanke: 'project' },
});

export const middleware = [listFiles(eventList)];

export async function loader({ context, request }: Route.LoaderArgs) {
  requireViewer(context, request);
  return { list: await loadList(eventList, { context, request }) };
}

type Row = RowOf<(typeof events)['listOfEvents']>;

/** Events of the area: when and where, who came, and planned money against used. */
export default function Events({ loaderData: { list } }: Route.ComponentProps) {
  const t = useT('events');
  const format = useFormat();
  const { found } = list;
  const { summary } = found;
  const money = (cents: number | undefined) => (cents === undefined ? '–' : format.money(cents));
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      wide
      actions={found.actions.add && <Button to="/events/new" label={t('add')} />}
    >
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
      <List of={eventList} list={list} source={t('visitors-note')} />
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
