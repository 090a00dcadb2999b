import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { DefinitionList, FoldedForm, Page, Section, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/data-request.ts';

const fixed = ['requestId'] as const;
const answer = defineForm('privacy.answerRequest', {
  id: 'answer',
  texts: 'privacy',
  fixed,
  fields: { answer: {}, note: { as: 'area', rows: 6, help: 'note-help' } },
  act: 'answer-act',
});
const lengthen = defineForm('privacy.lengthenRequest', {
  id: 'lengthen',
  texts: 'privacy',
  fixed,
  fields: { why: { as: 'area', rows: 3 } },
  act: 'lengthen-act',
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'data-requests:answer');
  const opened = orThrow(await services.privacy.openRequest({ requestId: params.requestId }));
  return { ...opened, forms: { answer: showForm(context, answer), lengthen: showForm(context, lengthen) } };
}

export function action({ context, request, params }: Route.ActionArgs) {
  requireViewer(context, request, 'data-requests:answer');
  const { requestId } = params;
  const to = `/data-requests/${requestId}`;
  return submitForms(
    { context, request },
    submission({
      form: answer,
      fixed: { requestId },
      done: ({ told }) => ({ to, say: told ? 'privacy:answered-told' : 'privacy:answered-untold' }),
    }),
    submission({ form: lengthen, fixed: { requestId }, done: { to, say: 'privacy:lengthened' } }),
  );
}

/** One request: what is asked, by when it is answered, and the answer. */
export default function DataRequest({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('privacy');
  const format = useFormat();
  const { request, person, late, atLatest, actions, forms } = loaderData;
  return (
    <Page
      title={t('request-of', { person, kind: t(`kind.${request.kind}`) })}
      breadcrumbs={[{ to: '/data-requests', label: t('requests') }]}
    >
      <DefinitionList
        items={[
          { term: t('col.about'), value: request.about },
          { term: t('col.wish'), value: request.wish },
          { term: t('col.asked_at'), value: format.instant(request.askedAt) },
          {
            term: t('list.column.state'),
            value:
              request.answer === null
                ? t(late ? 'late-since' : 'due', { day: format.day(request.dueOn) })
                : t(`answer.${request.answer}`),
          },
          { term: t('longer-why'), value: request.longerWhy },
          { term: t('col.answer_note'), value: request.answerNote },
          { term: t('col.answered_at'), value: request.answeredAt && format.instant(request.answeredAt) },
        ].filter(({ value }) => value !== null && value !== '')}
      />
      <p>
        <a href={`/log/person/${request.clientId}`}>{t('see-person-log')}</a>
      </p>
      {actions.answer && (
        <Section id="answering" title={t('answer-title')} lead={t('answer-lead')}>
          <UseCaseForm form={forms.answer} result={actionData} label={t('answer-title')} />
        </Section>
      )}
      {actions.lengthen && (
        <FoldedForm
          form={forms.lengthen}
          result={actionData}
          summary={t('lengthen', { day: format.day(atLatest) })}
        />
      )}
    </Page>
  );
}
