import { Link } from 'react-router';
import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Button, ConfirmForm, DefinitionList, Page, Section, StateLine, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/opening.ts';

const fixed = ['exceptionId'] as const;
const close = defineForm('openings.closeFile', { id: 'close', fixed, act: 'close-act' });
const endGrant = defineForm('openings.endGrant', { id: 'end-grant', fixed, act: 'end-grant-act' });
const review = defineForm('openings.review', {
  id: 'review',
  fixed,
  fields: { finding: {}, note: { as: 'area', rows: 4, label: 'review-note' } },
  act: 'review-act',
});
const answer = defineForm('openings.answerReview', {
  id: 'answer',
  fixed,
  fields: { note: { as: 'area', rows: 4, label: 'answer-note' } },
  act: 'answer-act',
});

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'openings:read');
  const opened = orThrow(await services.openings.openException({ exceptionId: params.exceptionId }));
  const { actions } = opened;
  return {
    ...opened,
    forms: {
      close: actions.close ? showForm(context, close) : undefined,
      endGrant: actions.endGrant ? showForm(context, endGrant) : undefined,
      review: actions.review ? showForm(context, review) : undefined,
      answer: actions.answer ? showForm(context, answer) : undefined,
    },
  };
}

export function action({ context, request, params }: Route.ActionArgs) {
  requireViewer(context, request, 'openings:read');
  const given = { exceptionId: params.exceptionId };
  const to = `/openings/${params.exceptionId}`;
  return submitForms(
    { context, request },
    submission({ form: close, fixed: given, done: { to, say: 'openings:closed' } }),
    submission({ form: endGrant, fixed: given, done: { to, say: 'openings:grant-ended' } }),
    submission({ form: review, fixed: given, done: { to, say: 'openings:reviewed' } }),
    submission({ form: answer, fixed: given, done: { to, say: 'openings:answered' } }),
  );
}

/** One opened file or grant: who, whose, why and until when; closing it, and what the officer finds. */
export default function Opening({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('openings');
  const format = useFormat();
  const { exception, open, reviewer, reviews, actions, forms } = loaderData;
  const sign = t('log:dpo.person-sign', { sign: exception.clientId.slice(-4).toUpperCase() });
  return (
    <Page
      title={t('opening-of', { kind: t(`kind.${exception.kind}`), worker: exception.worker })}
      breadcrumbs={[{ to: '/openings', label: t('title') }]}
      actions={actions.toFile && <Button to={`/clients/${exception.clientId}`} label={t('to-file')} />}
    >
      <DefinitionList
        items={[
          { term: t('list.column.worker'), value: exception.worker },
          {
            term: t('list.column.person'),
            value: reviewer ? (
              <Link to={`/log/person/${exception.clientId}`}>{sign}</Link>
            ) : (
              (exception.person ?? sign)
            ),
          },
          {
            term: t('list.column.why'),
            value: [exception.cause && t(`cause.${exception.cause}`), exception.reason]
              .filter(Boolean)
              .join(': '),
          },
          { term: t('list.column.when'), value: format.instant(exception.from) },
          {
            term: t('list.column.state'),
            value: (
              <StateLine kind={open ? 'waiting' : 'done'}>
                {t(open ? 'open-until' : exception.endedEarly ? 'closed-at' : 'ended-at', {
                  when: format.instant(exception.endsAt),
                })}
              </StateLine>
            ),
          },
          ...(reviewer && exception.inADay !== null && exception.inADay > 1
            ? [{ term: t('many'), value: t('in-a-day', { count: exception.inADay }) }]
            : []),
        ]}
      />
      <ConfirmForm form={forms.close} summary={t('close')} act={t('close-act')} result={actionData}>
        <p>{t('close-text')}</p>
      </ConfirmForm>
      <ConfirmForm
        form={forms.endGrant}
        summary={t('end-grant')}
        act={t('end-grant-act')}
        result={actionData}
      >
        <p>{t('end-grant-text')}</p>
      </ConfirmForm>
      {(reviewer || reviews.length > 0) && (
        <Section id="reviews" title={t('reviews')}>
          {reviews.length === 0 ? (
            <p>{t('review.unseen')}</p>
          ) : (
            <ol className="timeline">
              {reviews.map((each) => (
                <li key={each.at}>
                  {t(each.finding === 'answer' ? 'review.answered' : `finding.${each.finding}`)}
                  {each.note !== null && `: ${each.note}`}{' '}
                  <small>
                    {each.by} · {format.instant(each.at)}
                  </small>
                </li>
              ))}
            </ol>
          )}
          {forms.answer !== undefined && (
            <UseCaseForm form={forms.answer} result={actionData} label={t('answer-title')} />
          )}
          {forms.review !== undefined && (
            <UseCaseForm form={forms.review} result={actionData} label={t('review-title')} />
          )}
        </Section>
      )}
    </Page>
  );
}
