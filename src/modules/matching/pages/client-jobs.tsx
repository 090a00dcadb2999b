import { useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { EmptyState, Page, Section, StateLine } from '#web/ui/index.ts';
import type { Route } from './+types/client-jobs.ts';
import { JobCard } from './job-card.tsx';
import { changesIn, PersonSteps } from './steps.tsx';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services } = requireViewer(context, request, 'caseload:read');
  return {
    clientId: params.clientId,
    ...orThrow(
      await services.matching.bestForPerson({ clientId: params.clientId, changes: changesIn(request) }),
    ),
  };
}

/** The jobs that suit a client, with the same reasons that the client sees, and what the client said of them. */
export default function ClientJobs({ loaderData }: Route.ComponentProps) {
  const t = useT('matching');
  const { clientId, jobs, stopped, steps, whatIf, mapped } = loaderData;
  return (
    <Page
      title={t('client.title')}
      lead={t('client.lead')}
      breadcrumbs={[{ to: `/clients/${clientId}`, label: t('client.back') }]}
    >
      {jobs.length === 0 && (
        <EmptyState title={mapped ? t('my.none') : t('client.not-mapped')}>
          <p>{t('client.none-next')}</p>
        </EmptyState>
      )}
      {(steps.length > 0 || whatIf !== undefined) && (
        <PersonSteps steps={steps} whatIf={whatIf} own={false} />
      )}
      {jobs.map((job) => (
        <JobCard key={job.vacancy.id} job={job} clientId={clientId} own={false} level={2}>
          {job.answer !== undefined && (
            <p>
              <StateLine kind={job.answer.answer === 'interested' ? 'done' : 'stopped'}>
                {t(`answered.${job.answer.answer}`, {
                  reason: job.answer.reason === undefined ? '' : t(`reason.${job.answer.reason}`),
                })}
              </StateLine>
            </p>
          )}
        </JobCard>
      ))}
      {stopped.length > 0 && (
        <Section id="stopped" title={t('stopped.title')} lead={t('stopped.lead')}>
          {stopped.map((job) => (
            <JobCard key={job.vacancy.id} job={job} clientId={clientId} own={false} />
          ))}
        </Section>
      )}
    </Page>
  );
}
