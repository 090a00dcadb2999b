import type { ProgrammeBoard } from '#programmes';
import { TimelineChart } from '#web/charts/timeline-chart.tsx';
import { useT } from '#web/i18n/use.ts';

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
      for (const measure of measures)
        if (!measure.always && (place === undefined || measure.municipalities.includes(place)))
          named.set(measure.id, measure);
  if (named.size === 0) return null;
  const milestones = years.flatMap((year) => year.milestones);
  return (
    <TimelineChart
      caption={t('years-timeline')}
      columns={{ name: t('measure'), starts: t('valid-from'), ends: t('valid-to') }}
      assumed=""
      bars={[
        ...[...named.values()].map((row, at) => ({
          code: String(at + 1),
          name: row.title,
          startsOn: `${Math.min(...row.years)}-01-01`,
          endsOn: `${Math.max(...row.years)}-12-31`,
          assumed: false,
          needs: [],
        })),
        ...milestones.map((milestone, at) => ({
          code: `${t('milestone-code')}${at + 1}`,
          name: milestone.title,
          startsOn: milestone.on,
          endsOn: milestone.on,
          assumed: false,
          needs: [],
        })),
      ]}
    />
  );
}
