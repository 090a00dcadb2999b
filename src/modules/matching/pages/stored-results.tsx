import type { Services } from '#server/services.ts';
import { useFormat, useT } from '#web/i18n/use.ts';
import { EmptyState, Section, StateLine } from '#web/ui/index.ts';
import { MatchCard } from './match-card.tsx';

type Results = Extract<
  Awaited<ReturnType<Services['matching']['storedResults']>>,
  { ok: true }
>['value']['results'];

/** Has the reader asked what the introductions were based on? It is counted, and logged, only then. */
export const asksForBasis = (request: Request): boolean => new URL(request.url).searchParams.has('based-on');

/** What each introduction was based on, counted again by the weights of its day and compared with what was kept. */
export function KeptResults({ results, own }: { readonly results: Results; readonly own: boolean }) {
  const t = useT('matching');
  const format = useFormat();
  return (
    <Section id="based-on" title={t('kept.title')} lead={t('kept.lead')}>
      {results.length === 0 && <EmptyState title={t('kept.none')} />}
      {results.map((result) => (
        <MatchCard
          key={result.introductionId}
          title={result.vacancy?.title ?? t('kept.job-gone')}
          {...(result.vacancy === undefined ? {} : { to: `/vacancies/${result.vacancy.id}` })}
          under={[
            ...(result.vacancy === undefined ? [] : [result.vacancy.companyName]),
            t('kept.when', { at: format.instant(result.savedAt), version: result.weightsVersion }),
          ].join(' · ')}
          match={result.match}
          own={own}
          level={3}
        >
          <p>
            <StateLine kind={result.same ? 'done' : 'late'}>
              {t(result.same ? 'kept.same' : 'kept.differs')}
            </StateLine>
          </p>
          <p className="help">
            {t('kept.hash')}: <code>{result.sha256}</code>
          </p>
        </MatchCard>
      ))}
    </Section>
  );
}
