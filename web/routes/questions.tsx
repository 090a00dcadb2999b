import { Link } from 'react-router';
import { outreachStaff, questionStates, topics } from '#codes/outreach';
import { useFormat, useT } from '../i18n/use.ts';
import { beginningOf } from '../outreach/words.ts';
import { orThrow, requireViewer } from '../page.ts';
import { Button, Checkbox, DataTable, Filters, Page, SearchField, Select, StateLine } from '../ui/index.ts';
import type { Route } from './+types/questions.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, outreachStaff);
  const asked = new URL(request.url).searchParams;
  const words = (asked.get('haku') ?? '').slice(0, 100);
  const state = questionStates.find((one) => one === asked.get('tila'));
  const topic = topics.find((one) => one === asked.get('aihe'));
  const mine = asked.has('omat');
  return {
    words,
    state,
    topic,
    mine,
    ...orThrow(await services.outreach.questions({ words, state, topic, mine })),
  };
}

/** The question box: what waits, whose it is, and how long is left. */
export default function Questions({ loaderData }: Route.ComponentProps) {
  const t = useT('outreach');
  const format = useFormat();
  const { words, state, topic, mine, questions } = loaderData;
  const late = questions.filter((one) => one.late).length;
  const filtered = words !== '' || state !== undefined || topic !== undefined || mine;
  return (
    <Page
      title={t('questions')}
      lead={late === 0 ? t('questions-none-late') : t('questions-late', { count: late })}
      wide
      actions={
        <Button to="/public/questions" look="secondary">
          {t('public-page')}
        </Button>
      }
    >
      <Filters
        id="questions-search"
        label={t('questions-search')}
        button={false}
        active={[
          ...(words === '' ? [] : [{ name: 'haku', value: words, label: `”${words}”` }]),
          ...(state === undefined
            ? []
            : [{ name: 'tila', value: state, label: t(`question-state.${state}`) }]),
          ...(topic === undefined ? [] : [{ name: 'aihe', value: topic, label: t(`topic.${topic}`) }]),
          ...(mine ? [{ name: 'omat', value: 'yes', label: t('only-mine') }] : []),
        ]}
      >
        <SearchField label={t('questions-search')} />
        <Select
          name="tila"
          label={t('state')}
          empty={t('all-states')}
          choices={questionStates.map((value) => ({ value, label: t(`question-state.${value}`) }))}
        />
        <Select
          name="aihe"
          label={t('topic-name')}
          empty={t('all-topics')}
          choices={topics.map((value) => ({ value, label: t(`topic.${value}`) }))}
        />
        <Checkbox name="omat" label={t('only-mine')} checked={mine} />
      </Filters>
      <DataTable
        id="questions"
        caption={t('questions')}
        captionHidden
        rows={questions}
        rowKey={(one) => one.questionId}
        empty={t(filtered ? 'nothing-found' : 'questions-empty')}
        columns={[
          {
            key: 'question',
            header: t('question'),
            rowHeader: true,
            cell: (one) => (
              <Link to={`/questions/${one.questionId}`} lang={one.language}>
                {beginningOf(one.text, 90)}
              </Link>
            ),
          },
          { key: 'topic', header: t('topic-name'), cell: (one) => t(`topic.${one.topic}`) },
          { key: 'owner', header: t('owner'), cell: (one) => one.owner || t('nobody') },
          {
            key: 'clock',
            header: t('state'),
            cell: (one) => <Clock question={one} />,
          },
          { key: 'asked', header: t('asked'), cell: (one) => format.day(one.askedOn) },
        ]}
      />
    </Page>
  );
}

type Row = Route.ComponentProps['loaderData']['questions'][number];

/** Where a question stands, with its clock. */
function Clock({ question }: { readonly question: Row }) {
  const t = useT('outreach');
  const format = useFormat();
  if (question.state === 'open')
    return (
      <StateLine
        kind={question.late ? 'late' : 'waiting'}
        clock={t('common:working-days', { count: question.workingDays })}
      >
        {t(question.late ? 'late-since' : 'due-by', { day: format.day(question.dueOn) })}
      </StateLine>
    );
  if (question.state === 'closed') return <StateLine kind="stopped">{t('question-state.closed')}</StateLine>;
  return (
    <StateLine
      kind="done"
      clock={question.publishing === undefined ? undefined : t(`publishing.${question.publishing}`)}
    >
      {t(question.inTime ? 'answered-in-time' : 'answered-late', { day: format.day(question.answeredOn) })}
    </StateLine>
  );
}
