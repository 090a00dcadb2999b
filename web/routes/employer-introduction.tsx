import { data } from 'react-router';
import { useFormat, useT } from '../i18n/use.ts';
import { AnswerForms } from '../introductions/answer-forms.tsx';
import { IntroductionState } from '../introductions/state.tsx';
import { nameOf } from '../introductions/words.ts';
import { formValues, orThrow, problem, redirectWith, refused, requireViewer } from '../page.ts';
import { Button, DefinitionList, Notice, Page, PrintButton, Section } from '../ui/index.ts';
import type { Route } from './+types/employer-introduction.ts';
import { MatchCard } from './parts/match-card.tsx';
import { ShareProfileView } from './share-profile.tsx';

const noStore = { 'cache-control': 'no-store' };
const gone = () => data({ gone: true as const }, { status: 410, headers: noStore });

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, ['employer']);
  const opened = await services.introductions.openIntroduction({ introductionId: params.introductionId });
  if (!opened.ok && opened.error.details?.reason === 'no-consent') return gone();
  const introduction = orThrow(opened);
  const { clientId, vacancyId } = introduction;
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
    },
    { headers: noStore },
  );
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const { services } = requireViewer(context, request, ['employer']);
  const sent = await formValues(context, request);
  const common = { introductionId: params.introductionId, note: sent.text('note') };
  const given = (['interview', 'hired', 'not-chosen'] as const).find((each) => each === sent.form);
  if (given === undefined) throw problem(422, { code: 'invalid-input' });
  const done = await services.introductions.answer(
    given === 'interview'
      ? { ...common, answer: given, interviewOn: sent.text('interviewOn') }
      : given === 'hired'
        ? { ...common, answer: given, hiredOn: sent.text('hiredOn') }
        : { ...common, answer: given, reason: sent.text('reason') as 'other' },
  );
  if (done.ok)
    return redirectWith(context, '/employer', {
      kind: 'success',
      key: `introductions:employer.sent-${given}`,
    });
  if (done.error.details?.reason === 'no-consent') throw problem(410, { code: 'gone', reason: 'no-consent' });
  return refused(sent, done.error);
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
          <Button to="/employer" look="secondary">
            {t('employer.back')}
          </Button>
        </p>
      </Page>
    );
  }
  const { introduction, profile, until, match } = loaderData;
  const { actions } = introduction;
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
      {(actions.interview || actions.hire || actions.decline) && (
        <Section id="answer" title={t('employer.answer')} lead={t('employer.answer-lead')}>
          <AnswerForms actions={actions} earliest={introduction.introducedOn} result={actionData} />
        </Section>
      )}
    </Page>
  );
}
