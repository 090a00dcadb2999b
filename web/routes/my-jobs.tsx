import { useT } from '../i18n/use.ts';
import { changesIn, PersonSteps } from '../matching/steps.tsx';
import { formValues, orThrow, problem, redirectWith, refused, requireViewer } from '../page.ts';
import {
  Button,
  Details,
  EmptyState,
  Page,
  PolkuForm,
  RadioGroup,
  Section,
  StateLine,
  TextField,
} from '../ui/index.ts';
import type { Route } from './+types/my-jobs.ts';
import { JobCard } from './parts/job-card.tsx';

const reasons = [
  'distance',
  'working-time',
  'pay',
  'life-situation',
  'other-plans',
  'not-my-work',
  'other',
] as const;

export async function loader({ context, request }: Route.LoaderArgs) {
  const { services, viewer } = requireViewer(context, request, ['client']);
  if (viewer.clientId === undefined) throw problem(403, { code: 'not-permitted', reason: 'no-relation' });
  const found = await services.matching.bestForPerson({
    clientId: viewer.clientId,
    changes: changesIn(request),
  });
  return { clientId: viewer.clientId, ...orThrow(found) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const { services, viewer } = requireViewer(context, request, ['client']);
  const sent = await formValues(context, request);
  const answer = sent.intent === 'interested' ? 'interested' : 'not-for-me';
  const done = await services.matching.answerJob({
    clientId: viewer.clientId ?? '',
    vacancyId: sent.text('vacancyId'),
    answer,
    reason: reasons.find((reason) => reason === sent.text('reason')),
    note: sent.text('note'),
  });
  if (!done.ok) return refused(sent, done.error);
  return redirectWith(context, '/my/jobs', {
    kind: 'success',
    key: answer === 'interested' ? 'matching:my.thanks-interested' : 'matching:my.thanks-not',
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
      actions={
        <Button look="secondary" to="/jobs">
          {t('my.to-jobs')}
        </Button>
      }
    >
      {jobs.length === 0 && (
        <EmptyState
          title={mapped ? t('my.none') : t('my.not-mapped')}
          action={<Button to="/my/skills">{t('my.to-skills')}</Button>}
        >
          <p>{mapped ? t('my.none-next') : t('my.not-mapped-next')}</p>
        </EmptyState>
      )}
      {(steps.length > 0 || whatIf !== undefined) && <PersonSteps steps={steps} whatIf={whatIf} own />}
      {jobs.map((job) => (
        <JobCard key={job.vacancy.id} job={job} clientId={clientId} own level={2}>
          <Answer job={job} result={actionData} />
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

function Answer({ job, result }: { readonly job: Job; readonly result: Route.ComponentProps['actionData'] }) {
  const t = useT('matching');
  const id = `answer-${job.vacancy.id}`;
  const { answer } = job;
  const form = (
    <PolkuForm id={id} result={result} labels={{ reason: t('my.why') }}>
      <input type="hidden" name="vacancyId" value={job.vacancy.id} />
      {answer?.answer !== 'interested' && (
        <Button name="intent" value="interested" about={job.vacancy.title}>
          {t('my.interested')}
        </Button>
      )}
      <Details summary={`${t('my.not-for-me')} – ${t('my.why')}`} open={result?.form === id}>
        <RadioGroup
          name="reason"
          label={t('my.why')}
          value={answer?.reason ?? ''}
          choices={reasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
        />
        <TextField
          name="note"
          label={t('my.note')}
          optional
          maxLength={500}
          value={answer?.note ?? ''}
          width="l"
        />
        <Button look="secondary" name="intent" value="not-for-me" about={job.vacancy.title}>
          {t('my.send')}
        </Button>
      </Details>
    </PolkuForm>
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
      <Details summary={t('my.change')} open={result?.form === id}>
        {form}
      </Details>
    </>
  );
}
