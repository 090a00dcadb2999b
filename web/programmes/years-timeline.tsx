import type { ProgrammeBoard } from '#programmes';
import { TimelineChart } from '../charts/timeline-chart.tsx';
import { useT } from '../i18n/use.ts';

/** Measures that have years of their own, and the days that bind the work, on one axis; the same as a table. */
export function YearsTimeline({
  years,
  place,
}: {
  readonly years: ProgrammeBoard['years'];
  readonly place: string | undefined;
}) {
  const t = useT('programmes');
  const named = new Map<string, { title: string; years: readonly number[] }>();
  for (const { goals } of years)
    for (const { measures } of goals)
      for (const one of measures)
        if (!one.always && (place === undefined || one.municipalities.includes(place)))
          named.set(one.id, one);
  if (named.size === 0) return null;
  const milestones = years.flatMap((year) => year.milestones);
  return (
    <TimelineChart
      caption={t('years-timeline')}
      columns={{ name: t('measure'), starts: t('valid-from'), ends: t('valid-to') }}
      assumed=""
      bars={[
        ...[...named.values()].map((one, at) => ({
          code: String(at + 1),
          name: one.title,
          startsOn: `${Math.min(...one.years)}-01-01`,
          endsOn: `${Math.max(...one.years)}-12-31`,
          assumed: false,
          needs: [],
        })),
        ...milestones.map((one, at) => ({
          code: `${t('milestone-code')}${at + 1}`,
          name: one.title,
          startsOn: one.on,
          endsOn: one.on,
          assumed: false,
          needs: [],
        })),
      ]}
    />
  );
}
