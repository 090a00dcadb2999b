import type { ReactNode } from 'react';
import type { MatchView } from '#matching';
import { useFormat, useT } from '#web/i18n/use.ts';
import { MatchCard } from './match-card.tsx';

export type MatchedJob = {
  readonly vacancy: {
    readonly id: string;
    readonly title: string;
    readonly companyName: string;
    readonly municipality: string;
    readonly openness: string;
    readonly places: number;
    readonly startsOn?: string | undefined;
    readonly verifiedOn: string;
  };
  readonly kilometres?: number | undefined;
  readonly match: MatchView;
};

/** A job that suits a person, as the person and the own worker see it. */
export function JobCard({
  job,
  clientId,
  own,
  level = 3,
  children,
}: {
  readonly job: MatchedJob;
  readonly clientId: string;
  readonly own: boolean;
  readonly level?: 2 | 3;
  readonly children?: ReactNode;
}) {
  const t = useT('vacancies');
  const m = useT('matching');
  const format = useFormat();
  const { vacancy, kilometres } = job;
  const under = [
    vacancy.companyName,
    kilometres === undefined || kilometres === 0
      ? vacancy.municipality
      : `${vacancy.municipality} (${m('km', { count: kilometres })})`,
    t(vacancy.openness),
    t('places', { count: vacancy.places }),
    ...(vacancy.startsOn === undefined
      ? []
      : [t('visit.guess-start', { day: format.day(vacancy.startsOn) })]),
    t('verified', { day: format.day(vacancy.verifiedOn) }),
  ];
  return (
    <MatchCard
      title={vacancy.title}
      to={`/vacancies/${vacancy.id}`}
      under={under.join(' · ')}
      match={job.match}
      pair={`/match/${vacancy.id}/${clientId}`}
      own={own}
      level={level}
    >
      {children}
    </MatchCard>
  );
}
