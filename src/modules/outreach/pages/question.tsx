import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import {
  ConfirmForm,
  DefinitionList,
  LocalisedWords,
  Page,
  Section,
  StateLine,
  UseCaseForm,
} from '#web/ui/index.ts';
import type { Route } from './+types/question.ts';
import { questionForms, submitQuestionForm } from './question-forms.server.ts';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'questions:answer');
  const opened = orThrow(await services.outreach.openQuestion({ questionId: params.questionId }));
  return { ...opened, forms: questionForms(context, opened) };
}

export function action({ context, request, params }: Route.ActionArgs) {
  requireViewer(context, request, 'questions:answer');
  return submitQuestionForm({ context, request }, params.questionId);
}

type Part = Pick<Route.ComponentProps, 'loaderData' | 'actionData'>;

/** One question: its clock, its owner, the answer to the asker, and apart from it the words for everybody. */
export default function Question({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('outreach');
  const format = useFormat();
  const { question, actions, forms } = loaderData;
  const part = { loaderData, actionData };
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
      <Facts {...part} />
      {(actions.share || actions.take) && (
        <Section id="owner" title={t('owner')}>
          <UseCaseForm
            form={actions.share ? forms.give : forms.take}
            result={actionData}
            label={t('owner')}
          />
        </Section>
      )}
      {actions.answer && (
        <Section id="answering" title={t('answer')} lead={t('answer-lead')}>
          <UseCaseForm form={forms.answer} result={actionData} label={t('answer')} />
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
        <ConfirmForm form={forms.close} summary={t('close')} act={t('close-act')} result={actionData} />
      )}
      <ForEverybody {...part} />
      {actions.publish && (
        <Section id="offer" title={t('offer')} lead={t('offer-lead')}>
          <UseCaseForm form={forms.offer} result={actionData} label={t('offer')} />
        </Section>
      )}
    </Page>
  );
}

/** Where the question stands: its clock, whose it is, which rule gave the day, who asked. */
function Facts({ loaderData: { question } }: Part) {
  const t = useT('outreach');
  const format = useFormat();
  return (
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
  );
}

/** The words offered for everybody, and the approver's two ways. */
function ForEverybody({ loaderData: { publishing, actions, forms }, actionData }: Part) {
  const t = useT('outreach');
  const format = useFormat();
  if (publishing === undefined) return null;
  const { publishedAt, returnedWhy, confirmed } = publishing;
  return (
    <Section id="publishing" title={t('for-everybody')}>
      <p>
        <StateLine
          kind={publishedAt !== undefined ? 'done' : returnedWhy ? 'late' : 'waiting'}
          clock={publishedAt === undefined ? undefined : format.dayOf(publishedAt)}
        >
          {publishedAt !== undefined
            ? t('publishing.published')
            : returnedWhy !== undefined
              ? t('returned-why', { why: returnedWhy })
              : t('publishing.waiting')}
        </StateLine>
      </p>
      <h3>
        <LocalisedWords text={publishing.questions} />
      </h3>
      <p>
        <LocalisedWords text={publishing.answers} />
      </p>
      {confirmed.length > 0 && <p>{t('confirmed-words', { found: confirmed.join(', ') })}</p>}
      {actions.approve && (
        <div className="actions">
          <UseCaseForm form={forms.approve} result={actionData} label={t('answer-approve')} inline />
          <ConfirmForm
            form={forms.giveBack}
            summary={t('return')}
            act={t('return')}
            result={actionData}
            danger={false}
          />
        </div>
      )}
    </Section>
  );
}
