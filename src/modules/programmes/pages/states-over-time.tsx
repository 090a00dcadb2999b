import type { BoardRow } from '#programmes';
import { CurveChart } from '#web/charts/curve-chart.tsx';
import { useT } from '#web/i18n/use.ts';
import { Section } from '#web/ui/index.ts';

const drawn = ['on-track', 'done', 'late', 'stopped'] as const;

/** How many measures stood where in each half-year, as they were told; half-years of which nothing was told leave a gap. */
export function StatesOverTime({
  rows,
  periods,
}: {
  readonly rows: readonly BoardRow[];
  readonly periods: readonly { readonly period: string }[];
}) {
  const t = useT('programmes');
  const told = periods.map((_period, at) =>
    rows.flatMap(({ goals }) =>
      goals.flatMap(({ cells }) => {
        const cell = cells[at];
        return cell?.kind === 'told' ? [cell.counts] : [];
      }),
    ),
  );
  if (told.filter((counts) => counts.length > 0).length < 2) return null;
  const states = drawn.filter((state) => told.some((all) => all.some((counts) => counts[state] > 0)));
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
            all.length === 0 ? 'unknown' : all.reduce((sum, counts) => sum + counts[state], 0),
          ),
        }))}
        source={t('states-source')}
        hidden=""
      />
    </Section>
  );
}
