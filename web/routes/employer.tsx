import { Link } from 'react-router';
import { useFormat, useT } from '../i18n/use.ts';
import { IntroductionState } from '../introductions/state.tsx';
import { introductionWords, isOpen, nameOf } from '../introductions/words.ts';
import { orThrow, requireViewer } from '../page.ts';
import { Button, Details, EmptyState, type Need, NeedList, Page, Section } from '../ui/index.ts';
import type { Route } from './+types/employer.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, ['employer']);
  const { introductions } = orThrow(await services.introductions.ofCompany({}));
  const { needs } = orThrow(await services.vacancies.employerNeeds({}));
  return {
    introductions,
    needs: needs
      .filter((need) => need.live)
      .map(({ id, title, state, municipality }) => ({ id, title, state, municipality })),
  };
}

/** The employer's first page: whom to answer about, the interviews ahead, own needs. */
export default function Employer({ loaderData }: Route.ComponentProps) {
  const t = useT('introductions');
  const vacancies = useT('vacancies');
  const format = useFormat();
  const { introductions, needs } = loaderData;
  const to = (id: string) => `/employer/introductions/${id}`;
  const unanswered = introductions.filter((one) => isOpen(one) && !one.interviewAhead);
  const ahead = introductions
    .filter((one) => one.interviewAhead)
    .sort((a, b) => (a.interviewOn ?? '').localeCompare(b.interviewOn ?? ''));
  const answered = introductions.filter((one) => !isOpen(one));
  const rows = unanswered.map((one): Need => {
    const words = introductionWords(t, format, one, 'employer');
    return {
      key: one.introductionId,
      to: to(one.introductionId),
      title: nameOf(t, one),
      what: words.sentence,
      why: t('employer.answer-why', { vacancy: one.vacancy, day: format.day(one.introducedOn) }),
      clock: words.clock,
      late: words.kind === 'late',
      act: t('employer.answer-act'),
    };
  });
  return (
    <Page title={t('employer.title')} lead={introductions[0]?.company}>
      <Section id="answer" title={t('employer.answer-title')}>
        <NeedList
          id="unanswered"
          needs={rows}
          empty={
            <>
              <p className="empty-title">{t('employer.nothing')}</p>
              <p>{t('employer.nothing-next')}</p>
            </>
          }
        />
      </Section>
      <Section id="interviews" title={t('employer.interviews')}>
        {ahead.length === 0 ? (
          <p>{t('employer.interviews-none')}</p>
        ) : (
          <ul>
            {ahead.map((one) => (
              <li key={one.introductionId}>
                {format.weekday(one.interviewOn)}: <Link to={to(one.introductionId)}>{nameOf(t, one)}</Link>,{' '}
                {one.vacancy}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="needs" title={t('employer.needs')}>
        {needs.length === 0 ? (
          <EmptyState title={t('employer.needs-none')} />
        ) : (
          <ul>
            {needs.map((need) => (
              <li key={need.id}>
                <Link to={`/vacancies/${need.id}`}>{need.title}</Link>, {need.municipality}:{' '}
                {vacancies(`state.${need.state}`)}
              </li>
            ))}
          </ul>
        )}
        <p>
          <Button look="secondary" to="/employer/people">
            {t('employer.people')}
          </Button>
        </p>
      </Section>
      {answered.length > 0 && (
        <Details summary={t('employer.answered', { count: answered.length })}>
          <ul>
            {answered.map((one) => (
              <li key={one.introductionId}>
                <Link to={to(one.introductionId)}>{nameOf(t, one)}</Link>, {one.vacancy}:{' '}
                <IntroductionState one={one} reader="employer" />
              </li>
            ))}
          </ul>
        </Details>
      )}
    </Page>
  );
}
