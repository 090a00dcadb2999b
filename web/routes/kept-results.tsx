import { useFormat, useT } from '../i18n/use.ts';
import { orThrow, problem, requireViewer } from '../page.ts';
import { EmptyState, Page, StateLine } from '../ui/index.ts';
import type { Route } from './+types/kept-results.ts';
import { MatchCard } from './parts/match-card.tsx';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, viewer } = requireViewer(context, request, ['client', 'expert', 'youth', 'joint-emp']);
  const own = viewer.role === 'client';
  const clientId = own ? viewer.clientId : (params as { clientId?: string }).clientId;
  if (clientId === undefined) throw problem(403, { code: 'not-permitted', reason: 'no-relation' });
  return {
    own,
    back: own ? '/my/introductions' : `/clients/${clientId}/introductions`,
    ...orThrow(await services.matching.keptResults({ clientId })),
  };
}

/** What each introduction was based on, counted again by the weights of its day and compared with what was kept. */
export default function KeptResults({ loaderData }: Route.ComponentProps) {
  const t = useT('matching');
  const i = useT('navigation');
  const format = useFormat();
  const { results, own, back } = loaderData;
  return (
    <Page
      title={t('kept.title')}
      lead={t('kept.lead')}
      breadcrumbs={[{ to: back, label: i('introductions') }]}
    >
      {results.length === 0 && <EmptyState title={t('kept.none')} />}
      {results.map((one) => (
        <MatchCard
          key={one.introductionId}
          title={one.vacancy?.title ?? t('kept.job-gone')}
          {...(one.vacancy === undefined ? {} : { to: `/vacancies/${one.vacancy.id}` })}
          under={[
            ...(one.vacancy === undefined ? [] : [one.vacancy.companyName]),
            t('kept.when', { at: format.instant(one.keptAt), version: one.weightsVersion }),
          ].join(' · ')}
          match={one.match}
          own={own}
          level={2}
        >
          <p>
            <StateLine kind={one.same ? 'done' : 'late'}>
              {t(one.same ? 'kept.same' : 'kept.differs')}
            </StateLine>
          </p>
          <p className="help">
            {t('kept.hash')}: <code>{one.sha256}</code>
          </p>
        </MatchCard>
      ))}
    </Page>
  );
}
