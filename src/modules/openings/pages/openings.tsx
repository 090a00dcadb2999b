import { exceptionKinds, exceptionStates, manyInADay, reviewStates } from '#codes/openings';
import type { openings } from '#openings';
import { useT } from '#web/i18n/use.ts';
import { requireViewer } from '#web/page.ts';
import { Button, Page, StateLine } from '#web/ui/index.ts';
import { defineList, type ListTools, type RowOf } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { listFiles, loadList } from '#web/ui/list/load.ts';
import type { Route } from './+types/openings.ts';

type Row = RowOf<(typeof openings)['exceptions']>;
type Tools = ListTools<{ readonly now: string }>;

const exceptionList = defineList({
  name: 'exceptions',
  texts: 'openings',
  prefix: 'list.',
  source: (services, asked) => services.openings.exceptions(asked),
  rowKey: (row) => row.id,
  columns: [
    {
      key: 'when',
      kind: 'link',
      value: (row, { format }) => format.instant(row.from),
      to: (row) => `/openings/${row.id}`,
      sort: 'when',
      rowHeader: true,
    },
    { key: 'worker', kind: 'text', value: (row) => row.worker, sort: 'worker' },
    { key: 'kind', kind: 'text', value: (row, { t }) => t(`kind.${row.kind}`) },
    { key: 'person', kind: 'text', value: (row, { t }) => personOf(row, t) },
    {
      key: 'why',
      kind: 'text',
      value: (row, { t }) => [row.cause && t(`cause.${row.cause}`), row.reason].filter(Boolean).join(': '),
    },
    {
      key: 'state',
      kind: 'state',
      value: (row, tools) => stateOf(row, tools),
      cell: (row, tools) => (
        <StateLine kind={isOpen(row, tools.found.now) ? 'waiting' : 'done'}>{stateOf(row, tools)}</StateLine>
      ),
    },
    {
      key: 'review',
      kind: 'text',
      value: (row, { t }) =>
        [t(`review.${row.review}`), isOneOfMany(row) && t('in-a-day', { count: row.inADay })]
          .filter(Boolean)
          .join('. '),
      when: ({ found }) => found.reviewer,
    },
  ],
  filters: [
    {
      name: 'kind',
      kind: 'select',
      choices: ({ t }) => exceptionKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
    },
    {
      name: 'state',
      kind: 'select',
      choices: ({ t }) => exceptionStates.map((value) => ({ value, label: t(`state.${value}`) })),
    },
    {
      name: 'review',
      kind: 'select',
      choices: ({ t, found }) =>
        found.reviewer ? reviewStates.map((value) => ({ value, label: t(`review.${value}`) })) : [],
    },
    { name: 'person', kind: 'link', words: (id, { t }) => signOf(id, t) },
  ],
  sort: '-when',
});

const isOpen = (row: Pick<Row, 'from' | 'endsAt'>, now: string) =>
  Date.parse(row.from) <= Date.parse(now) && Date.parse(now) < Date.parse(row.endsAt);
const isOneOfMany = (row: Row) => row.inADay !== null && row.inADay >= manyInADay;

function stateOf(row: Row, { t, format, found }: Tools): string {
  if (isOpen(row, found.now)) return t('open-until', { when: format.instant(row.endsAt) });
  return t(row.endedEarly ? 'closed-at' : 'ended-at', { when: format.instant(row.endsAt) });
}

/** A person by name where the file is open to the reader, otherwise by the end of the number, as in the log. */
function personOf(row: Row, t: Tools['t']): string {
  return row.person ?? signOf(row.clientId, t);
}
const signOf = (id: string, t: Tools['t']) => t('log:dpo.person-sign', { sign: id.slice(-4).toUpperCase() });

export const middleware = [listFiles(exceptionList)];

export async function loader({ context, request }: Route.LoaderArgs) {
  requireViewer(context, request, 'openings:read');
  return { list: await loadList(exceptionList, { context, request }) };
}

/** Files opened with a reason, and grants for protected addresses: who, whose, why, until when, and what was found of it. */
export default function Openings({ loaderData: { list } }: Route.ComponentProps) {
  const t = useT('openings');
  const { reviewer, opens } = list.found;
  return (
    <Page
      title={t('title')}
      lead={t(reviewer ? 'lead-reviewer' : 'lead')}
      wide
      actions={opens && <Button to="/open-file" look="secondary" label={t('open-a-file')} />}
    >
      <List of={exceptionList} list={list} />
    </Page>
  );
}
