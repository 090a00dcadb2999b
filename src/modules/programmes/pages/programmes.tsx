import { Link } from 'react-router';
import { programmeKinds } from '#codes/programmes';
import type { programmes } from '#programmes';
import { useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Button, Page, StateLine } from '#web/ui/index.ts';
import { defineList, type ListTools, type RowOf } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { listFiles, loadList } from '#web/ui/list/load.ts';
import type { Route } from './+types/programmes.ts';

type Tools = Pick<ListTools<unknown>, 't' | 'format'>;
type Row = RowOf<(typeof programmes)['programmeList']>;

const programmeList = defineList({
  name: 'programmes',
  texts: 'programmes',
  prefix: 'list.',
  source: (services, asked) => services.programmes.programmeList(asked),
  rowKey: (row) => row.programmeId,
  columns: [
    {
      key: 'name',
      kind: 'link',
      value: (row) => row.name,
      cell: (row) => (
        <Link to={`/programmes/${row.programmeId}`} lang={row.language}>
          {row.name}
        </Link>
      ),
      sort: 'name',
      rowHeader: true,
    },
    { key: 'kind', kind: 'text', value: (row, { t }) => t(`kind.${row.kind}`) },
    { key: 'owner', kind: 'text', value: (row) => row.owner, phone: 'none' },
    {
      key: 'valid',
      kind: 'text',
      value: (row, { t, format }) =>
        row.validTo === undefined
          ? t('valid-open', { from: format.day(row.validFrom) })
          : t('valid-between', { from: format.day(row.validFrom), to: format.day(row.validTo) }),
      sort: 'valid',
      only: 'screen',
    },
    { key: 'valid-from', kind: 'day', value: (row) => row.validFrom, only: 'file' },
    { key: 'valid-to', kind: 'day', value: (row) => row.validTo, only: 'file' },
    {
      key: 'size',
      kind: 'text',
      value: (row, { t }) =>
        t('size-words', {
          goals: t('goals-count', { count: row.counts.goals }),
          measures: t('measures-count', { count: row.counts.measures }),
        }),
      phone: 'none',
    },
    {
      key: 'state',
      kind: 'state',
      value: (row, tools) => stateOf(row, tools).words,
      cell: (row, tools) => {
        const { kind, words, clock } = stateOf(row, tools);
        return (
          <StateLine kind={kind} clock={clock}>
            {words}
          </StateLine>
        );
      },
      sort: 'late',
    },
  ],
  filters: [
    {
      name: 'kind',
      kind: 'select',
      choices: ({ t }) => programmeKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
    },
  ],
  sort: 'name',
  start: ({ t, found }) => found.actions.begin && <Button to="/programmes/new" label={t('begin')} />,
  was: { laji: 'kind', nimi: 'name', alku: 'valid', myohassa: 'late' },
});

function stateOf(row: Row, { t, format }: Tools) {
  if (row.late > 0)
    return { kind: 'late', words: t('late-count', { count: row.late }), clock: undefined } as const;
  if (row.ended) return { kind: 'stopped', words: t('ended'), clock: undefined } as const;
  if (row.nextDueOn === undefined)
    return { kind: 'info', words: t('no-reporting'), clock: undefined } as const;
  const clock = t('next-due', { day: format.day(row.nextDueOn) });
  return { kind: 'done', words: t('nothing-late'), clock } as const;
}

export const middleware = [listFiles(programmeList)];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'programmes:read');
  const mine = orThrow(await services.programmes.myReports({}));
  return {
    list: await loadList(programmeList, { context, request }),
    mine: mine.reports.filter(({ sentOn }) => sentOn === undefined).length,
  };
}

/** All programmes: what they promise, until when, and what is late in each. */
export default function Programmes({ loaderData: { list, mine } }: Route.ComponentProps) {
  const t = useT('programmes');
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      wide
      actions={
        <>
          {mine > 0 && <Button to="/" label={t('my-reports-open', { count: mine })} />}
          {list.found.actions.begin && <Button to="/programmes/new" look="secondary" label={t('begin')} />}
          <Button to="/public/reports" look="secondary" label={t('public.title')} />
        </>
      }
    >
      <List of={programmeList} list={list} />
    </Page>
  );
}
