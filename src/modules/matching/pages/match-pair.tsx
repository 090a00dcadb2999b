import { redirect } from 'react-router';
import { useFormat, useT } from '#web/i18n/use.ts';
import { orThrow, requireViewer } from '#web/page.ts';
import { DataTable, Page, Section } from '#web/ui/index.ts';
import type { Route } from './+types/match-pair.ts';
import { MatchCard } from './match-card.tsx';
import { changesIn, JobCounts, PeopleCounts, useChangeWords, WhatIfForm } from './steps.tsx';

export async function loader({ context, request, params }: Route.LoaderArgs) {
  const { services, may } = requireViewer(context, request, 'person.skills:read');
  const own = may('own-page:use');
  const { clientId, vacancyId } = params;
  const asked = await services.matching.explain({ clientId, vacancyId, changes: changesIn(request) });
  // Without a mapping there is nothing to compare: the page of jobs says so, and what to do about it.
  if (!asked.ok && asked.error.code === 'profile-not-found' && own) throw redirect('/my/jobs');
  const opened = orThrow(asked);
  return {
    ...opened,
    clientId,
    own,
    jobsAddress: own ? '/my/jobs' : `/clients/${clientId}/jobs`,
    receives: may('shared-people:read'),
  };
}

/** One pair, in a list or not: its reasons, where its points come from, and what would follow from a change on either side. */
export default function MatchPair({ loaderData }: Route.ComponentProps) {
  const t = useT('matching');
  const format = useFormat();
  const { vacancy, person, match, choices, whatIf, own, receives, jobsAddress } = loaderData;
  const words = useChangeWords(own ? 'own' : 'other');
  const under = [vacancy.companyName, vacancy.municipality].join(' · ');
  const title =
    own || person === undefined
      ? t('pair.own-title', { job: vacancy.title })
      : t('pair.title', { name: person, job: vacancy.title });
  const sides = (['person', 'need'] as const).map((side) => choices.filter((choice) => choice.side === side));
  return (
    <Page
      title={title}
      lead={t('pair.lead')}
      breadcrumbs={[
        receives
          ? { to: `/vacancies/${vacancy.id}`, label: t('pair.back-vacancy') }
          : { to: jobsAddress, label: t('pair.back-jobs') },
      ]}
    >
      <MatchCard
        title={vacancy.title}
        to={`/vacancies/${vacancy.id}`}
        under={under}
        match={match}
        own={own}
        level={2}
      />
      <Section id="parts" title={t('parts-title')}>
        <DataTable
          id="parts-table"
          caption={t('parts-title')}
          captionHidden
          columns={[
            { key: 'part', header: t('part-name'), rowHeader: true, cell: (row) => t(`part.${row.part}`) },
            { key: 'got', header: t('part-got'), number: true, cell: (row) => format.number(row.got) },
            { key: 'of', header: t('part-of'), number: true, cell: (row) => format.number(row.of) },
          ]}
          rows={match.parts}
          rowKey={(row) => row.part}
          empty=""
        />
      </Section>
      {(choices.length > 0 || whatIf !== undefined) && (
        <Section id="what-if-section" title={t('what-if.try')}>
          <WhatIfForm
            choices={sides}
            chosen={whatIf?.changes}
            whose={own ? 'own' : 'other'}
            legends={[t('what-if.person-side'), t('what-if.need-side')]}
            open
          />
        </Section>
      )}
      {whatIf !== undefined && (
        <Section id="what-if-result" title={t('what-if.result')}>
          <div role="status">
            <p>{whatIf.changes.map(words).join('; ')}:</p>
            <ul>
              <li>
                {t('what-if.pair')}: {t('what-if.pair-now')} {t(`standing.${match.standing}`)} (
                {t('points', { points: match.points })}), {t('what-if.pair-then')}{' '}
                <strong>
                  {t(`standing.${whatIf.match.standing}`)} ({t('points', { points: whatIf.match.points })})
                </strong>
              </li>
            </ul>
            {whatIf.jobs !== undefined && <JobCounts {...whatIf.jobs} />}
            {whatIf.people !== undefined && <PeopleCounts {...whatIf.people} />}
          </div>
          <MatchCard
            title={`${vacancy.title} (${t('what-if.pair-then')})`}
            under={under}
            match={whatIf.match}
            own={own}
          />
        </Section>
      )}
    </Page>
  );
}
