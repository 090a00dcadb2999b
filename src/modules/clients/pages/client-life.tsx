import { useFormat, useT } from '#web/i18n/use.ts';
import { NextBox, Section, StateLine, UseCaseForm } from '#web/ui/index.ts';
import type { Route } from './+types/client.ts';

type Client = Route.ComponentProps['loaderData'];
type Result = Route.ComponentProps['actionData'];

/** Periods of job search as they were, and what has been done to the case, by whom and when. */
export function Life({ client, result }: { readonly client: Client; readonly result: Result }) {
  const t = useT('clients');
  const format = useFormat();
  return (
    <Section id="life" title={t('life')}>
      {client.searches.length > 0 && (
        <>
          <h3>{t('searches')}</h3>
          <ul>
            {client.searches.map((period) => (
              <li key={period.searchId}>
                <StateLine kind={period.endedOn === undefined ? 'waiting' : 'done'}>
                  {period.endedOn === undefined
                    ? t('search-since', { day: format.day(period.startedOn) })
                    : t('search-between', {
                        from: format.day(period.startedOn),
                        day: format.day(period.endedOn),
                      })}
                  {period.reason !== undefined && `: ${t(`search-end.${period.reason}`)}`}
                </StateLine>
                {period.note !== undefined && <small> {period.note}</small>}
              </li>
            ))}
          </ul>
          <UseCaseForm form={client.forms.takeEndBack} result={result} look="quiet" inline />
        </>
      )}
      <h3>{t('history')}</h3>
      {client.steps.length === 0 ? (
        <p>{t('history-none')}</p>
      ) : (
        <ol className="timeline">
          {client.steps.map((step) => (
            <li key={`${step.at}.${step.kind}`}>
              {stepSentence(t, format, step)}{' '}
              <small>
                {[
                  t('history-at', { when: format.instant(step.at) }),
                  ...(step.by === undefined ? [] : [step.by]),
                  ...(step.note === undefined ? [] : [step.note]),
                ].join(' · ')}
              </small>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

type T = ReturnType<typeof useT>;
type StepOfCase = Client['steps'][number];

/** What was done, from which day and why, in words. */
function stepSentence(t: T, format: ReturnType<typeof useFormat>, step: StepOfCase): string {
  const places = {
    day: format.day(step.onDay),
    name: String(step.details.name ?? ''),
    outcome: step.details.outcome === undefined ? '' : t(`outcome.${step.details.outcome}`),
    from: String(step.details.from ?? ''),
    until: step.details.until === undefined ? '' : format.day(String(step.details.until)),
  };
  const words = t(`life.${step.kind}`, places);
  if (step.kind === 'search-ended') return `${words}: ${t(`search-end.${step.reason}`)}`;
  if (step.kind === 'case-closed') return `${words}: ${t(`case-end.${step.reason}`)}`;
  return step.reason === undefined ? words : `${words}: ${step.reason}`;
}

/** A case that has been closed: until when it is open to this worker, and how it is opened again. */
export function ClosedCase({ client, result }: { readonly client: Client; readonly result: Result }) {
  const t = useT('clients');
  return (
    <NextBox title={t('closed-title')} kind="done">
      <p>{t('closed-text')}</p>
      <UseCaseForm form={client.forms.again} result={result} look="secondary" label={t('reopen-case')} />
    </NextBox>
  );
}
