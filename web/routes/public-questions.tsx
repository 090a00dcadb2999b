import { Link, redirect } from 'react-router';
import { topics } from '#codes/outreach';
import { useFormat, useT } from '../i18n/use.ts';
import { ReadabilityNote } from '../outreach/readability-note.tsx';
import { flash, formValues, orThrow, page, redirectWith, refused } from '../page.ts';
import {
  Button,
  Card,
  EmptyState,
  Filters,
  LocalisedWords,
  Page,
  PolkuForm,
  SearchField,
  Section,
  Select,
  StateLine,
  TextArea,
} from '../ui/index.ts';
import type { Route } from './+types/public-questions.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services, viewer } = page(context);
  const asked = new URL(request.url).searchParams;
  const words = (asked.get('haku') ?? '').slice(0, 100);
  const topic = topics.find((one) => one === asked.get('aihe'));
  return {
    words,
    topic,
    ...orThrow(await services.outreach.publicAnswers({ words, topic })),
    mine: viewer === undefined ? [] : orThrow(await services.outreach.myQuestions({})).questions,
    signedIn: viewer !== undefined,
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { services, language } = page(context);
  const sent = await formValues(context, request);
  const done = await services.outreach.ask({
    topic: sent.text('topic') as 'services',
    text: sent.text('text'),
    language,
    trap: sent.text('website'),
  });
  if (!done.ok) return refused(sent, done.error);
  if (done.value.token === undefined)
    return redirectWith(context, '/public/questions#mine', { kind: 'success', key: 'outreach:asked-now' });
  flash(context, { kind: 'success', key: 'outreach:asked-now' });
  return redirect(`/public/questions/${done.value.token}`, 303);
}

/** Questions of everybody: what has been asked and answered, and a place to ask without a name. */
export default function PublicQuestions({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('outreach');
  const format = useFormat();
  const { words, topic, answers, mine, signedIn } = loaderData;
  return (
    <Page title={t('public-questions')} lead={t('public-questions-lead')}>
      <Filters
        id="answers-search"
        label={t('questions-search')}
        button={false}
        active={[
          ...(words === '' ? [] : [{ name: 'haku', value: words, label: `”${words}”` }]),
          ...(topic === undefined ? [] : [{ name: 'aihe', value: topic, label: t(`topic.${topic}`) }]),
        ]}
      >
        <SearchField label={t('questions-search')} />
        <Select
          name="aihe"
          label={t('topic-name')}
          empty={t('all-topics')}
          choices={topics.map((value) => ({ value, label: t(`topic.${value}`) }))}
        />
      </Filters>
      <Section id="answers" title={t('answered-questions')}>
        {answers.length === 0 && (
          <EmptyState title={t(words === '' && topic === undefined ? 'answers-none' : 'nothing-found')}>
            <p>{t('answers-none-next')}</p>
          </EmptyState>
        )}
        <div className="cards">
          {answers.map((one) => (
            <Card key={one.questionId} title={<LocalisedWords text={one.questions} />}>
              <p>
                <LocalisedWords text={one.answers} />
              </p>
              <ReadabilityNote readability={one.readability} />
              <p className="source">{[t(`topic.${one.topic}`), format.dayOf(one.publishedAt)].join(' · ')}</p>
            </Card>
          ))}
        </div>
      </Section>
      {mine.length > 0 && (
        <Section id="mine" title={t('my-questions')}>
          <div className="cards">
            {mine.map((one) => (
              <Card
                key={one.questionId}
                title={<span lang={one.language}>{one.text}</span>}
                state={
                  <StateLine
                    kind={one.state === 'open' ? 'waiting' : one.state === 'answered' ? 'done' : 'stopped'}
                  >
                    {one.state === 'open'
                      ? t('answer-comes', { day: format.day(one.dueOn) })
                      : t(`question-state.${one.state}`)}
                  </StateLine>
                }
              >
                <p>{one.answer ?? one.closedWhy}</p>
              </Card>
            ))}
          </div>
        </Section>
      )}
      <Section id="asking" title={t('ask-question')} lead={t(signedIn ? 'ask-lead-signed-in' : 'ask-lead')}>
        <PolkuForm
          id="ask"
          result={actionData}
          label={t('ask-question')}
          values={{ topic: topic ?? 'services' }}
          labels={{ text: t('your-question'), topic: t('topic-name') }}
        >
          <Select
            name="topic"
            label={t('topic-name')}
            choices={topics.map((value) => ({ value, label: t(`topic.${value}`) }))}
          />
          <TextArea
            name="text"
            label={t('your-question')}
            help={t('your-question-help')}
            rows={6}
            maxLength={4000}
          />
          <div className="not-for-people" aria-hidden="true">
            <label htmlFor="ask-website">website</label>
            <input id="ask-website" name="website" type="text" tabIndex={-1} autoComplete="off" />
          </div>
          <Button>{t('ask-send')}</Button>
        </PolkuForm>
      </Section>
      <p className="actions">
        <Link to="/public/bulletins">{t('public-bulletins')}</Link>
      </p>
    </Page>
  );
}
