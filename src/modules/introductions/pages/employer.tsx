import { Link } from 'react-router';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { Button, Details, EmptyState, type Need, NeedList, Page, Section } from '#web/ui/index.ts';
import type { Route } from './+types/employer.ts';
import { IntroductionState } from './state.tsx';
import { introductionWords, isOpen, nameOf } from './words.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'own-company:use');
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
  const unanswered = introductions.filter(
    (introduction) => isOpen(introduction) && !introduction.interviewAhead,
  );
  const ahead = introductions
    .filter((introduction) => introduction.interviewAhead)
    .sort((a, b) => (a.interviewOn ?? '').localeCompare(b.interviewOn ?? ''));
  const answered = introductions.filter((introduction) => !isOpen(introduction));
  const rows = unanswered.map((row): Need => {
    const words = introductionWords(t, format, row, 'employer');
    return {
      key: row.introductionId,
      to: to(row.introductionId),
      title: nameOf(t, row),
      what: words.sentence,
      why: t('employer.answer-why', { vacancy: row.vacancy, day: format.day(row.introducedOn) }),
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
            {ahead.map((row) => (
              <li key={row.introductionId}>
                {format.weekday(row.interviewOn)}: <Link to={to(row.introductionId)}>{nameOf(t, row)}</Link>,{' '}
                {row.vacancy}
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
          <Button look="secondary" to="/employer/people" label={t('employer.people')} />
        </p>
      </Section>
      {answered.length > 0 && (
        <Details summary={t('employer.answered', { count: answered.length })}>
          <ul>
            {answered.map((row) => (
              <li key={row.introductionId}>
                <Link to={to(row.introductionId)}>{nameOf(t, row)}</Link>, {row.vacancy}:{' '}
                <IntroductionState one={row} reader="employer" />
              </li>
            ))}
          </ul>
        </Details>
      )}
    </Page>
  );
}
