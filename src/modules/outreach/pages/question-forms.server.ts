import type { RouterContextProvider } from 'react-router';
import type { outreach } from '#outreach';
import type { OutputOf } from '#use-case';
import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { formatOf } from '#web/i18n/format.ts';
import { translatorOf } from '#web/i18n/server.ts';
import { orThrow, page } from '#web/page.ts';
import { choiceOf, userSuggestion } from '#web/who.ts';

const fixed = ['questionId'] as const;

const give = defineForm('outreach.giveQuestion', {
  id: 'give',
  fixed,
  fields: { ownerId: { label: 'who-answers' } },
  act: 'give',
});

const take = defineForm('outreach.giveQuestion', {
  id: 'take',
  fixed: ['questionId', 'ownerId'],
  act: 'take',
});

const answer = defineForm('outreach.answerQuestion', {
  id: 'answer',
  fixed,
  fields: { answer: { label: 'answer', rows: 8 } },
  act: 'answer-send',
});

const close = defineForm('outreach.closeQuestion', {
  id: 'close',
  fixed,
  fields: { why: { as: 'area', label: 'close-why', rows: 2 } },
  act: 'close-act',
});

const offer = defineForm('outreach.offerAnswer', {
  id: 'publish',
  fixed,
  fields: {
    'questions.fi': { help: 'offer-question-help', rows: 3, optional: false },
    'questions.sv': { rows: 3 },
    'questions.en': { rows: 3 },
    'answers.fi': { rows: 6, optional: false },
    'answers.sv': { rows: 6 },
    'answers.en': { rows: 6 },
    confirmed: { label: 'confirm' },
  },
  act: 'offer-act',
});

const approve = defineForm('outreach.settleAnswer', {
  id: 'approve',
  fixed,
  given: { publish: true },
  act: 'answer-approve',
});

const giveBack = defineForm('outreach.settleAnswer', {
  id: 'return',
  fixed,
  given: { publish: false },
  fields: { why: { label: 'return-why', rows: 3, optional: false } },
  act: 'return',
});

type OpenedQuestion = OutputOf<(typeof outreach)['openQuestion']>;

/** The words for everybody as they stand; at first the answer that was given. */
const offeredOf = ({ question, publishing }: OpenedQuestion) => ({
  questions: publishing?.questions ?? {},
  answers: publishing?.answers ?? { [question.language]: question.answer },
});

/** The forms of a question's page: those whose acts are open to the viewer now. */
export function questionForms(context: Readonly<RouterContextProvider>, opened: OpenedQuestion) {
  const { language, viewer } = page(context);
  const { t } = translatorOf(language);
  const words = { t, format: formatOf(language), language };
  const { question, owners } = opened;
  const open = opened.actions;
  return {
    give: open.share
      ? showForm(context, give, {
          initial: { ownerId: question.ownerId ?? viewer?.userId },
          choices: { ownerId: owners.map((user) => choiceOf(userSuggestion(user, words))) },
        })
      : undefined,
    take: open.take ? showForm(context, take) : undefined,
    answer: open.answer
      ? showForm(context, answer, {
          helps: {
            answer: t('outreach:answer-help', { language: t(`outreach:language.${question.language}`) }),
          },
        })
      : undefined,
    close: open.close ? showForm(context, close) : undefined,
    offer: open.publish ? showForm(context, offer, { values: offeredOf(opened) }) : undefined,
    approve: open.approve ? showForm(context, approve) : undefined,
    giveBack: open.approve ? showForm(context, giveBack) : undefined,
  };
}

/** Does what a form of a question's page asks. */
export function submitQuestionForm(
  given: { readonly context: Readonly<RouterContextProvider>; readonly request: Request },
  questionId: string,
) {
  const { services, viewer } = page(given.context);
  const fixed = { questionId };
  const said = (say: string) => ({ say: `outreach:${say}` });
  return submitForms(
    given,
    submission({ form: give, fixed, done: said('question-given') }),
    submission({
      form: take,
      fixed: { questionId, ownerId: viewer?.userId },
      done: said('question-given'),
    }),
    submission({
      form: answer,
      fixed,
      done: ({ inTime }) => said(inTime ? 'answered-now' : 'answered-now-late'),
    }),
    submission({ form: close, fixed, done: said('question-closed') }),
    submission({
      form: offer,
      fixed,
      current: async () => offeredOf(orThrow(await services.outreach.openQuestion({ questionId }))),
      done: said('publishing-asked'),
    }),
    submission({ form: approve, fixed, done: said('answer-out') }),
    submission({ form: giveBack, fixed, done: said('returned') }),
  );
}
