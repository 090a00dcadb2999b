import { data } from 'react-router';
import { ShareProfileView } from '#modules/consents/pages/share-profile.tsx';
import { MatchCard } from '#modules/matching/pages/match-card.tsx';
import { defineForm, showForm, submission, submitForms } from '#web/forms/index.server.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, problem, requireViewer } from '#web/page.ts';
import { Button, DefinitionList, Notice, Page, PrintButton, Section } from '#web/ui/index.ts';
import type { Route } from './+types/employer-introduction.ts';
import { AnswerForms } from './answer-forms.tsx';
import { IntroductionState } from './state.tsx';
import { nameOf } from './words.ts';

const interview = defineForm('introductions.answer', {
  id: 'interview',
  fixed: ['introductionId'],
  given: { answer: 'interview' },
  fields: {
    interviewOn: { label: 'employer.interview-on' },
    note: { label: 'employer.interview-note', as: 'area', rows: 3 },
  },
  act: 'employer.interview-send',
});
const hire = defineForm('introductions.answer', {
  id: 'hired',
  fixed: ['introductionId'],
  given: { answer: 'hired' },
  fields: { hiredOn: { label: 'employer.hired-on' } },
  act: 'employer.hire-send',
});
const decline = defineForm('introductions.answer', {
  id: 'not-chosen',
  fixed: ['introductionId'],
  given: { answer: 'not-chosen' },
  fields: {
    reason: {
      label: 'employer.decline-reason',
      as: 'select',
      words: 'reason.',
      empty: 'employer.decline-choose',
    },
    note: { label: 'employer.decline-note', as: 'area', rows: 3 },
  },
  act: 'employer.decline-send',
});

const noStore = { 'cache-control': 'no-store' };
const gone = () => data({ gone: true as const }, { status: 410, headers: noStore });

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'introductions:answer');
  const opened = await services.introductions.openIntroduction({ introductionId: params.introductionId });
  if (!opened.ok && opened.error.details?.reason === 'no-consent') return gone();
  const introduction = orThrow(opened);
  const { clientId, vacancyId, actions } = introduction;
  const shared = await services.consents.openShareProfile({ clientId });
  if (!shared.ok && shared.error.details?.reason === 'no-consent') return gone();
  const { profile, until } = orThrow(shared);
  // The reasons are read from the skills; where those are not shared, there are none to show.
  const explained = profile.open.includes('skills')
    ? await services.matching.explain({ clientId, vacancyId })
    : undefined;
  return data(
    {
      gone: false as const,
      introduction,
      profile,
      until,
      match: explained?.ok ? explained.value.match : undefined,
      answers: {
        interview: actions.interview ? showForm(context, interview) : undefined,
        hire: actions.hire ? showForm(context, hire) : undefined,
        decline: actions.decline ? showForm(context, decline) : undefined,
      },
    },
    { headers: noStore },
  );
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, 'introductions:answer');
  const opened = await services.introductions.openIntroduction({ introductionId: params.introductionId });
  if (!opened.ok && opened.error.details?.reason === 'no-consent')
    throw problem(410, { code: 'gone', reason: 'no-consent' });
  const fixed = { introductionId: params.introductionId };
  const done = (say: string) => ({ to: '/employer', say: `introductions:employer.${say}` });
  return submitForms(
    { context, request },
    submission({ form: interview, fixed, done: done('sent-interview') }),
    submission({ form: hire, fixed, done: done('sent-hired') }),
    submission({ form: decline, fixed, done: done('sent-not-chosen') }),
  );
}

/** The cache rule of the answer, also when the page is shown anew. */
export function headers() {
  return noStore;
}

/** One person introduced to the employer: what is shared at this instant, why this person fits, and the answer. */
export default function EmployerIntroduction({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('introductions');
  const format = useFormat();
  const crumbs = [{ to: '/employer', label: t('employer.title') }];
  if (loaderData.gone) {
    return (
      <Page title={t('employer.gone-title')} lead={t('employer.gone')} breadcrumbs={crumbs}>
        <p>{t('employer.gone-next')}</p>
        <p>
          <Button to="/employer" look="secondary" label={t('employer.back')} />
        </p>
      </Page>
    );
  }
  const { introduction, profile, until, match, answers } = loaderData;
  return (
    <Page
      title={t('employer.one-title', { who: nameOf(t, introduction), vacancy: introduction.vacancy })}
      breadcrumbs={crumbs}
      actions={<PrintButton />}
      lead={t('employer.introduced', { day: format.day(introduction.introducedOn) })}
    >
      <p>
        <IntroductionState one={introduction} reader="employer" />
      </p>
      {introduction.message !== undefined && (
        <DefinitionList items={[{ term: t('employer.message'), value: `”${introduction.message}”` }]} />
      )}
      <Section
        id="profile"
        title={t('employer.profile')}
        lead={t('employer.until', { day: format.day(until) })}
      >
        <div className="card">
          <ShareProfileView profile={profile} />
        </div>
        <Notice kind="info">
          <p>{t('employer.rule')}</p>
        </Notice>
      </Section>
      {match !== undefined && (
        <Section id="why" title={t('employer.why')}>
          <MatchCard title={introduction.vacancy} match={match} />
        </Section>
      )}
      {Object.values(answers).some((form) => form !== undefined) && (
        <Section id="answer" title={t('employer.answer')} lead={t('employer.answer-lead')}>
          <AnswerForms forms={answers} result={actionData} />
        </Section>
      )}
    </Page>
  );
}
