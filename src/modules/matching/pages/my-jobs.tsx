import { defineForm, showForm, submitForm } from '#web/forms/index.server.ts';
import { useT } from '#web/i18n/use.ts';
import { orThrow, problem, requireViewer } from '#web/page.ts';
import { Button, Details, EmptyState, Fields, Page, Section, StateLine, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/my-jobs.ts';
import { JobCard } from './job-card.tsx';
import { changesIn, PersonSteps } from './steps.tsx';

const answering = defineForm('matching.answerJob', {
  id: 'answer',
  fixed: ['clientId'],
  hidden: ['vacancyId', 'answer'],
  fields: {
    reason: { label: 'my.why', optional: false },
    note: { label: 'my.note', width: 'l', as: 'line' },
  },
});

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services, viewer } = requireViewer(context, request, 'own-page:use');
  if (viewer.clientId === undefined) throw problem(403, { code: 'not-permitted', reason: 'no-relation' });
  const found = await services.matching.bestForPerson({
    clientId: viewer.clientId,
    changes: changesIn(request),
  });
  const jobs = orThrow(found);
  const rows = Object.fromEntries(jobs.jobs.map(({ vacancy, answer }) => [vacancy.id, answer ?? {}]));
  return { clientId: viewer.clientId, ...jobs, form: showForm(context, answering, { rows }) };
}

export function action({ context, request }: Route.ActionArgs) {
  const { viewer } = requireViewer(context, request, 'own-page:use');
  return submitForm({
    context,
    request,
    form: answering,
    fixed: { clientId: viewer.clientId },
    done: (_told, { answer }) => ({
      to: '/my/jobs',
      say: answer === 'interested' ? 'matching:my.thanks-interested' : 'matching:my.thanks-not',
    }),
  });
}

type Job = Route.ComponentProps['loaderData']['jobs'][number];

/** The jobs that suit me, each with why, and my answer to each. */
export default function MyJobs({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT('matching');
  const { clientId, jobs, stopped, steps, whatIf, mapped } = loaderData;
  return (
    <Page
      title={t('my.title')}
      lead={t('my.lead')}
      actions={<Button look="secondary" to="/jobs" label={t('my.to-jobs')} />}
    >
      {jobs.length === 0 && (
        <EmptyState
          title={mapped ? t('my.none') : t('my.not-mapped')}
          action={<Button to="/my/skills" label={t('my.to-skills')} />}
        >
          <p>{mapped ? t('my.none-next') : t('my.not-mapped-next')}</p>
        </EmptyState>
      )}
      {(steps.length > 0 || whatIf !== undefined) && <PersonSteps steps={steps} whatIf={whatIf} own />}
      {jobs.map((job) => (
        <JobCard key={job.vacancy.id} job={job} clientId={clientId} own level={2}>
          <Answer job={job} shown={loaderData.form} result={actionData} />
        </JobCard>
      ))}
      {stopped.length > 0 && (
        <Section id="stopped" title={t('stopped.title')} lead={t('stopped.lead')}>
          {stopped.map((job) => (
            <JobCard key={job.vacancy.id} job={job} clientId={clientId} own />
          ))}
        </Section>
      )}
    </Page>
  );
}

function Answer({
  job,
  shown,
  result,
}: {
  readonly job: Job;
  readonly shown: Route.ComponentProps['loaderData']['form'];
  readonly result: Route.ComponentProps['actionData'];
}) {
  const t = useT('matching');
  const failed = result?.form === `answer~${job.vacancy.id}`;
  const { answer } = job;
  const form = (
    <UseCaseForm form={shown} row={job.vacancy.id} hidden={{ vacancyId: job.vacancy.id }} result={result}>
      {answer?.answer !== 'interested' && (
        <Button name="answer" value="interested" about={job.vacancy.title} label={t('my.interested')} />
      )}
      <Details act="secondary" summary={`${t('my.not-for-me')} – ${t('my.why')}`} open={failed}>
        <Fields />
        <Button
          look="secondary"
          name="answer"
          value="not-for-me"
          about={job.vacancy.title}
          label={t('my.send')}
        />
      </Details>
    </UseCaseForm>
  );
  if (answer === undefined) return form;
  return (
    <>
      <p>
        <StateLine kind={answer.answer === 'interested' ? 'done' : 'stopped'}>
          {answer.answer === 'interested'
            ? t('my.answered-interested')
            : t('my.answered-not', {
                reason: answer.reason === undefined ? '' : t(`reason.${answer.reason}`),
              })}
        </StateLine>
      </p>
      <Details summary={t('my.change')} open={failed}>
        {form}
      </Details>
    </>
  );
}
