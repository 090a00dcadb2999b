import { Link } from 'react-router';
import type { Cell } from '#kernel/small-numbers.ts';
import { useFormat, useT } from '../i18n/use.ts';
import { orThrow, requireViewer } from '../page.ts';
import {
  Button,
  type Column,
  DataTable,
  EmptyState,
  type Need,
  NeedList,
  Page,
  Section,
} from '../ui/index.ts';
import type { Route } from './+types/needs.ts';

/** The most needs whose people are counted for the page. */
const counted = 150;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services, viewer } = requireViewer(context, request, [
    'business',
    'expert',
    'area-manager',
    'project',
  ]);
  const { needs, actions } = orThrow(await services.vacancies.pipeline({}));
  const fitting: Record<string, Cell> = {};
  if (viewer.role === 'business') {
    const people = orThrow(
      await services.matching.needsWithPeople({ vacancyIds: needs.slice(0, counted).map(({ id }) => id) }),
    );
    for (const one of people.needs) fitting[one.vacancyId] = one.fitting;
  }
  return { needs, actions, fitting, role: viewer.role };
}

type Row = Route.ComponentProps['loaderData']['needs'][number];

/** What companies need: what waits for the adviser first, each with its reason, then everything. */
export default function Needs({ loaderData }: Route.ComponentProps) {
  const t = useT('vacancies');
  const m = useT('matching');
  const format = useFormat();
  const { needs, actions, fitting, role } = loaderData;
  const fittingOf = (row: Row) => {
    const cell = fitting[row.id];
    if (cell === undefined) return '–';
    return cell.kind === 'number' ? format.number(cell.value) : m('under-limit');
  };
  const waiting = needs.flatMap((row): Need[] => {
    const cell = fitting[row.id];
    const people =
      cell?.kind === 'number' && (row.state === 'found' || row.state === 'confirmed') ? cell.value : 0;
    if (row.attention === undefined && people === 0) return [];
    const title = `${row.title} · ${row.companyName}`;
    const clock = t('verified-since', { count: row.daysSinceVerified });
    if (row.attention !== undefined)
      return [
        {
          key: row.id,
          to: `/vacancies/${row.id}`,
          title,
          what: t(`attention.${row.attention}`),
          why: `${t(row.openness)} · ${t(`certainty.${row.certainty}`)} · ${row.municipality}`,
          clock,
          late: row.attention !== 'to-verify',
          act: t('act.confirm'),
        },
      ];
    return [
      {
        key: row.id,
        to: `/vacancies/${row.id}#people`,
        title,
        what: m('desk.fitting-what', { count: people }),
        why: t('attention.people'),
        clock,
        act: t('act.people'),
      },
    ];
  });
  waiting.sort((a, b) => Number(b.late ?? false) - Number(a.late ?? false));
  const columns: Column<Row>[] = [
    {
      key: 'job',
      header: t('column.job'),
      rowHeader: true,
      cell: (row) => <Link to={`/vacancies/${row.id}`}>{row.title}</Link>,
    },
    {
      key: 'company',
      header: t('column.company'),
      cell: (row) => <Link to={`/companies/${row.companyId}`}>{row.companyName}</Link>,
    },
    { key: 'place', header: t('column.place'), cell: (row) => row.municipality },
    {
      key: 'state',
      header: t('column.state'),
      cell: (row) => `${t(`state.${row.state}`)} · ${t(`certainty.${row.certainty}`)} · ${t(row.openness)}`,
    },
    {
      key: 'start',
      header: t('column.start'),
      cell: (row) => (row.startsOn === undefined ? t('start-unknown') : format.day(row.startsOn)),
    },
    { key: 'places', header: t('column.places'), number: true, cell: (row) => format.number(row.places) },
    ...(loaderData.role === 'business'
      ? [{ key: 'fitting', header: t('column.fitting'), number: true, cell: fittingOf } satisfies Column<Row>]
      : []),
  ];
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      wide
      actions={
        <>
          {actions.note && <Button to="/visit">{t('note-visit')}</Button>}
          {role !== 'expert' && (
            <Button look="secondary" to="/supply-and-demand">
              {t('navigation:supply')}
            </Button>
          )}
        </>
      }
    >
      {actions.note && (
        <Section id="waiting" title={t('waiting')}>
          <NeedList
            id="waiting-needs"
            needs={waiting.slice(0, 12)}
            empty={
              <EmptyState title={t('nothing-waits')}>
                <p>{t('nothing-waits-next')}</p>
              </EmptyState>
            }
          />
        </Section>
      )}
      <Section id="all" title={t('all')}>
        <DataTable
          id="needs"
          caption={t('all')}
          captionHidden
          columns={columns}
          rows={needs}
          rowKey={(row) => row.id}
          total={needs.length}
          empty={
            <EmptyState title={t('none')}>
              <p>{t('none-next')}</p>
            </EmptyState>
          }
        />
      </Section>
    </Page>
  );
}
