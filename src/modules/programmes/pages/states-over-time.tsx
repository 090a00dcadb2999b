import type { BoardRow } from '#programmes';
import { CurveChart } from '#web/charts/curve-chart.tsx';
import { useT } from '#web/i18n/use.ts';
import { Section } from '#web/ui/index.ts';
import { statesTold } from './states-told.ts';

const drawn = ['on-track', 'done', 'late', 'stopped'] as const;

/** How many measures stood where in each half-year, as they were told; a half-year whose reports have not all come leaves a gap. */
export function StatesOverTime({
  rows,
  periods,
}: {
  readonly rows: readonly BoardRow[];
  readonly periods: readonly { readonly period: string }[];
}) {
  const t = useT('programmes');
  const { told, waits } = statesTold(rows, periods);
  const known = told.filter((counts) => counts !== undefined);
  if (known.length < 2) return null;
  const states = drawn.filter((state) => known.some((all) => all.some((counts) => counts[state] > 0)));
  return (
    <Section id="states" title={t('states-title')}>
      <CurveChart
        caption={t('states-caption')}
        placeName={t('half-year')}
        places={periods.map(({ period }) => period.split('-').toReversed().join('/'))}
        curves={states.map((state) => ({
          key: state,
          label: t(`state-of.${state}`),
          values: told.map((all) =>
            all === undefined ? 'unknown' : all.reduce((sum, counts) => sum + counts[state], 0),
          ),
        }))}
        source={t('states-source')}
        hidden=""
      />
      {waits.map(({ period, reports }) => (
        <p key={period}>
          {t('states-waits', { period: period.split('-').toReversed().join('/'), count: reports })}
        </p>
      ))}
    </Section>
  );
}
