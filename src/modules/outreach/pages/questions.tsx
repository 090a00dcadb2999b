import { Link } from 'react-router';
import { questionStates, topics } from '#codes/outreach';
import type { outreach } from '#outreach';
import { useT } from '#web/i18n/use.ts';
import { requireViewer } from '#web/page.ts';
import { Button, Page, StateLine } from '#web/ui/index.ts';
import { defineList, type ListTools, type RowOf } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { listFiles, loadList } from '#web/ui/list/load.ts';
import type { Route } from './+types/questions.ts';
import { beginningOf } from './words.ts';

type Row = RowOf<(typeof outreach)['questions']>;

const questionList = defineList({
  name: 'questions',
  texts: 'outreach',
  prefix: 'question-list.',
  source: (services, asked) => services.outreach.questions(asked),
  rowKey: (row) => row.questionId,
  columns: [
    {
      key: 'question',
      kind: 'link',
      value: (row) => row.text,
      cell: (row) => (
        <Link to={`/questions/${row.questionId}`} lang={row.language}>
          {beginningOf(row.text, 90)}
        </Link>
      ),
      rowHeader: true,
    },
    { key: 'topic', kind: 'text', value: (row, { t }) => t(`topic.${row.topic}`), sort: 'topic' },
    { key: 'owner', kind: 'text', value: (row) => row.owner, absent: 'nobody', sort: 'owner' },
    {
      key: 'state',
      kind: 'state',
      value: (row, tools) => clockOf(row, tools).words,
      cell: (row, tools) => {
        const { kind, clock, words } = clockOf(row, tools);
        return (
          <StateLine kind={kind} clock={clock}>
            {words}
          </StateLine>
        );
      },
      sort: 'due',
    },
    { key: 'due', kind: 'day', value: (row) => row.dueOn, only: 'file' },
    { key: 'asked', kind: 'day', value: (row) => row.askedOn, sort: 'asked' },
  ],
  filters: [
    {
      name: 'state',
      kind: 'select',
      choices: ({ t }) => questionStates.map((value) => ({ value, label: t(`question-state.${value}`) })),
    },
    {
      name: 'topic',
      kind: 'select',
      choices: ({ t }) => topics.map((value) => ({ value, label: t(`topic.${value}`) })),
    },
    { name: 'mine', kind: 'boxes', choices: ({ t }) => [{ value: 'yes', label: t('only-mine') }] },
  ],
  sort: 'due',
  was: { tila: 'state', aihe: 'topic', omat: 'mine' },
});

/** Where a question stands, with its clock. */
function clockOf(row: Row, { t, format }: Pick<ListTools<unknown>, 't' | 'format'>) {
  if (row.state === 'open')
    return {
      kind: row.late ? 'late' : 'waiting',
      clock: t('common:working-days', { count: row.workingDays }),
      words: t(row.late ? 'late-since' : 'due-by', { day: format.day(row.dueOn) }),
    } as const;
  if (row.state === 'closed')
    return { kind: 'stopped', clock: undefined, words: t('question-state.closed') } as const;
  return {
    kind: 'done',
    clock: row.publishing === undefined ? undefined : t(`publishing.${row.publishing}`),
    words: t(row.inTime ? 'answered-in-time' : 'answered-late', { day: format.day(row.answeredOn) }),
  } as const;
}

export const middleware = [listFiles(questionList)];

export async function loader({ context, request }: Route.LoaderArgs) {
  requireViewer(context, request, 'questions:answer');
  return { list: await loadList(questionList, { context, request }) };
}

/** The question box: what waits, whose it is, and how long is left. */
export default function Questions({ loaderData: { list } }: Route.ComponentProps) {
  const t = useT('outreach');
  const { late } = list.found;
  return (
    <Page
      title={t('questions')}
      lead={late === 0 ? t('questions-none-late') : t('questions-late', { count: late })}
      wide
      actions={<Button to="/public/questions" look="secondary" label={t('public-page')} />}
    >
      <List of={questionList} list={list} />
    </Page>
  );
}
