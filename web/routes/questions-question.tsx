import { outreachStaff } from '#codes/outreach';
import { useFormat, useT } from '../i18n/use.ts';
import { LocalisedFields } from '../outreach/localised-fields.tsx';
import { textsOf } from '../outreach/words.ts';
import { formValues, orThrow, problem, redirectWith, refused, requireViewer } from '../page.ts';
import {
  Button,
  Checkbox,
  ConfirmForm,
  DefinitionList,
  LocalisedWords,
  Page,
  PolkuForm,
  Section,
  Select,
  StateLine,
  TextArea,
} from '../ui/index.ts';
import type { Route } from './+types/questions-question.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, viewer } = requireViewer(context, request, outreachStaff);
  return {
    me: viewer.userId,
    ...orThrow(await services.outreach.openQuestion({ questionId: params.questionId })),
  };
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services, viewer } = requireViewer(context, request, outreachStaff);
  const { questionId } = params;
  const sent = await formValues(context, request);
  const { outreach } = services;
  const back = (key: string) => redirectWith(context, `/questions/${questionId}`, { kind: 'success', key });
  if (sent.form === 'give') {
    const done = await outreach.giveQuestion({ questionId, ownerId: sent.text('ownerId') || viewer.userId });
    return done.ok ? back('outreach:question-given') : refused(sent, done.error);
  }
  if (sent.form === 'answer') {
    const done = await outreach.answerQuestion({ questionId, answer: sent.text('answer') });
    if (!done.ok) return refused(sent, done.error);
    return back(done.value.inTime ? 'outreach:answered-now' : 'outreach:answered-now-late');
  }
  if (sent.form === 'close') {
    const done = await outreach.closeQuestion({ questionId, why: sent.text('why') });
    return done.ok ? back('outreach:question-closed') : refused(sent, done.error);
  }
  if (sent.form === 'publish') {
    const done = await outreach.offerAnswer({
      questionId,
      questions: textsOf(sent, 'questions'),
      answers: textsOf(sent, 'answers'),
      confirmed: sent.ticked('confirmed'),
    });
    return done.ok ? back('outreach:publishing-asked') : refused(sent, done.error);
  }
  if (sent.form === 'approve' || sent.form === 'return') {
    const publish = sent.form === 'approve';
    const done = await outreach.settleAnswer({ questionId, publish, why: sent.text('why') });
    if (!done.ok) return refused(sent, done.error);
    return back(publish ? 'outreach:answer-out' : 'outreach:returned');
  }
  throw problem(422, { code: 'invalid-input' });
}

/** One question: its clock, its owner, the answer to the asker, and apart from it the words for everybody. */
export default function Question({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('outreach');
  const format = useFormat();
  const { question, publishing, owners, actions } = loaderData;
  return (
    <Page
      title={t('question-of', { topic: t(`topic.${question.topic}`), day: format.day(question.askedOn) })}
      breadcrumbs={[{ to: '/questions', label: t('questions') }]}
    >
      <blockquote lang={question.language}>
        {question.text.split('\n').map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name than their place
          <p key={at}>{line}</p>
        ))}
      </blockquote>
      <DefinitionList
        items={[
          {
            term: t('state'),
            value:
              question.state === 'open' ? (
                <StateLine
                  kind={question.late ? 'late' : 'waiting'}
                  clock={t('common:working-days', { count: question.workingDays })}
                >
                  {t(question.late ? 'late-since' : 'due-by', { day: format.day(question.dueOn) })}
                </StateLine>
              ) : question.state === 'closed' ? (
                <StateLine kind="stopped">{question.closedWhy}</StateLine>
              ) : (
                <StateLine kind="done">
                  {t(question.inTime ? 'answered-in-time' : 'answered-late', {
                    day: format.day(question.answeredOn),
                  })}
                </StateLine>
              ),
          },
          { term: t('owner'), value: question.owner || t('nobody') },
          {
            term: t('rule'),
            value: t(question.topic === 'accessibility' ? 'rule-accessibility' : 'rule-own'),
          },
          { term: t('asker'), value: t(question.askerId === undefined ? 'asker-visitor' : 'asker-user') },
        ]}
      />
      {(actions.share || actions.take) && (
        <Section id="owner" title={t('owner')}>
          <PolkuForm id="give" result={actionData} label={t('owner')} labels={{ ownerId: t('owner') }}>
            {actions.share ? (
              <>
                <Select
                  name="ownerId"
                  label={t('who-answers')}
                  value={question.ownerId ?? loaderData.me}
                  choices={owners.map((one) => ({ value: one.accountId, label: one.name }))}
                />
                <Button>{t('give')}</Button>
              </>
            ) : (
              <Button>{t('take')}</Button>
            )}
          </PolkuForm>
        </Section>
      )}
      {actions.answer && (
        <Section id="answering" title={t('answer')} lead={t('answer-lead')}>
          <PolkuForm id="answer" result={actionData} label={t('answer')} labels={{ answer: t('answer') }}>
            <TextArea
              name="answer"
              label={t('answer')}
              help={t('answer-help', { language: t(`language.${question.language}`) })}
              rows={8}
              maxLength={8000}
            />
            <Button>{t('answer-send')}</Button>
          </PolkuForm>
        </Section>
      )}
      {question.answer !== undefined && (
        <Section id="answered" title={t('answer')}>
          <p lang={question.language}>{question.answer}</p>
          <p className="source">
            {[question.answeredByName, format.day(question.answeredOn)].filter(Boolean).join(', ')}
          </p>
        </Section>
      )}
      {actions.close && (
        <ConfirmForm id="close" summary={t('close')} act={t('close-act')} result={actionData}>
          <TextArea name="why" label={t('close-why')} help={t('close-why-help')} rows={2} maxLength={500} />
        </ConfirmForm>
      )}
      {publishing !== undefined && (
        <Section id="publishing" title={t('for-everybody')}>
          <p>
            <StateLine
              kind={
                publishing.publishedAt !== undefined ? 'done' : publishing.returnedWhy ? 'late' : 'waiting'
              }
              clock={publishing.publishedAt === undefined ? undefined : format.dayOf(publishing.publishedAt)}
            >
              {publishing.publishedAt !== undefined
                ? t('publishing.published')
                : publishing.returnedWhy !== undefined
                  ? t('returned-why', { why: publishing.returnedWhy })
                  : t('publishing.waiting')}
            </StateLine>
          </p>
          <h3>
            <LocalisedWords text={publishing.questions} />
          </h3>
          <p>
            <LocalisedWords text={publishing.answers} />
          </p>
          {publishing.confirmed.length > 0 && (
            <p>{t('confirmed-words', { found: publishing.confirmed.join(', ') })}</p>
          )}
          {actions.approve && (
            <div className="actions">
              <PolkuForm id="approve" result={actionData} label={t('answer-approve')} inline>
                <Button>{t('answer-approve')}</Button>
              </PolkuForm>
              <ConfirmForm
                id="return"
                summary={t('return')}
                act={t('return')}
                result={actionData}
                danger={false}
              >
                <TextArea name="why" label={t('return-why')} rows={3} maxLength={1000} />
              </ConfirmForm>
            </div>
          )}
        </Section>
      )}
      {actions.publish && (
        <Section id="offer" title={t('offer')} lead={t('offer-lead')}>
          <PolkuForm
            id="publish"
            result={actionData}
            label={t('offer')}
            labels={{
              questions: t('question'),
              answers: t('answer'),
              'questions.fi': t('question'),
              'answers.fi': t('answer'),
              confirmed: t('confirm'),
            }}
          >
            <LocalisedFields
              name="questions"
              label={t('question')}
              help={t('offer-question-help')}
              values={publishing?.questions}
              rows={3}
              maxLength={2000}
            />
            <LocalisedFields
              name="answers"
              label={t('answer')}
              values={publishing?.answers ?? { [question.language]: question.answer }}
              rows={6}
              maxLength={8000}
            />
            <Checkbox name="confirmed" label={t('confirm')} help={t('confirm-help')} />
            <Button>{t('offer-act')}</Button>
          </PolkuForm>
        </Section>
      )}
    </Page>
  );
}
