import { Link } from 'react-router';
import { topics } from '#codes/outreach';
import { textIn } from '#modules/clients/pages/words.ts';
import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, page } from '#web/page.ts';
import {
  Card,
  Fields,
  FormActs,
  LocalisedWords,
  Page,
  Section,
  StateLine,
  UseCaseForm,
} from '#web/ui/index.ts';
import { defineList } from '#web/ui/list/declare.ts';
import { List } from '#web/ui/list/list.tsx';
import { listFiles, loadList } from '#web/ui/list/load.ts';
import type { Route } from './+types/public-questions.ts';
import { ReadabilityNote } from './readability-note.tsx';
import { dayOf } from './words.ts';

const asking = defineForm('outreach.ask', {
  id: 'ask',
  fixed: ['language'],
  fields: {
    topic: { as: 'select', label: 'topic-name', words: 'topic.' },
    text: { label: 'your-question', rows: 6 },
    confirmed: { label: 'ask-confirm', asked: true },
    trap: { as: 'hidden', read: (_, { values }) => values.website },
  },
  act: 'ask-send',
});

const answerList = defineList({
  name: 'answers',
  texts: 'outreach',
  prefix: 'answer-list.',
  source: (services, asked) => services.outreach.publicAnswers(asked),
  rowKey: (row) => row.questionId,
  columns: [
    {
      key: 'question',
      kind: 'text',
      value: (row, { language }) => textIn(row.questions, language),
      cell: (row) => <LocalisedWords text={row.questions} />,
      rowHeader: true,
    },
    {
      key: 'answer',
      kind: 'text',
      value: (row, { language }) => textIn(row.answers, language),
      cell: (row) => (
        <>
          <p>
            <LocalisedWords text={row.answers} />
          </p>
          <ReadabilityNote readability={row.readability} />
        </>
      ),
    },
    { key: 'topic', kind: 'text', value: (row, { t }) => t(`topic.${row.topic}`), sort: 'topic' },
    { key: 'published', kind: 'day', value: (row) => dayOf(row.publishedAt), sort: 'when' },
  ],
  filters: [
    {
      name: 'topic',
      kind: 'select',
      choices: ({ t }) => topics.map((value) => ({ value, label: t(`topic.${value}`) })),
    },
  ],
  sort: '-when',
  was: { aihe: 'topic' },
});

export const middleware = [listFiles(answerList)];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services, viewer } = page(context);
  const list = await loadList(answerList, { context, request });
  const topic = topics.find((known) => known === list.filters.topic?.[0]);
  return {
    list,
    mine: viewer === undefined ? [] : orThrow(await services.outreach.myQuestions({})).questions,
    signedIn: viewer !== undefined,
    form: showForm(context, asking, { initial: { topic: topic ?? 'services' } }),
  };
}

export function action({ context, request }: Route.ActionArgs) {
  const { language } = page(context);
  return submitForm({
    context,
    request,
    form: asking,
    fixed: { language },
    done: ({ token }) => ({
      to: token === undefined ? '/public/questions#mine' : `/public/questions/${token}`,
      say: 'outreach:asked-now',
    }),
  });
}

/** Questions of everybody: what has been asked and answered, and a place to ask without a name. */
export default function PublicQuestions({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('outreach');
  const format = useFormat();
  const { list, mine, signedIn, form } = loaderData;
  return (
    <Page title={t('public-questions')} lead={t('public-questions-lead')}>
      <Section id="answered" title={t('answered-questions')}>
        <List of={answerList} list={list} />
      </Section>
      {mine.length > 0 && (
        <Section id="mine" title={t('my-questions')}>
          <div className="cards">
            {mine.map((row) => (
              <Card
                key={row.questionId}
                title={<span lang={row.language}>{row.text}</span>}
                state={
                  <StateLine
                    kind={row.state === 'open' ? 'waiting' : row.state === 'answered' ? 'done' : 'stopped'}
                  >
                    {row.state === 'open'
                      ? t('answer-comes', { day: format.day(row.dueOn) })
                      : t(`question-state.${row.state}`)}
                  </StateLine>
                }
              >
                <p>{row.answer ?? row.closedWhy}</p>
              </Card>
            ))}
          </div>
        </Section>
      )}
      <Section id="asking" title={t('ask-question')} lead={t(signedIn ? 'ask-lead-signed-in' : 'ask-lead')}>
        <UseCaseForm form={form} result={actionData} label={t('ask-question')}>
          <Fields />
          <div className="not-for-people" aria-hidden="true">
            <label htmlFor="ask-website">website</label>
            <input id="ask-website" name="website" type="text" tabIndex={-1} autoComplete="off" />
          </div>
          <FormActs />
        </UseCaseForm>
      </Section>
      <p className="actions">
        <Link to="/public/bulletins">{t('public-bulletins')}</Link>
      </p>
    </Page>
  );
}
