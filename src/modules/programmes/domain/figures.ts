import type { Cell } from '#kernel/small-numbers.ts';
import type { Goal, Indicator } from './content.ts';
import type { ReportedFigure } from './goal-report.ts';

/** The indicators of a goal: its own, and those of its measures with the measure's id. */
export function indicatorsOf(goal: Goal): { indicator: Indicator; measureId?: string }[] {
  return [
    ...goal.indicators.map((indicator) => ({ indicator })),
    ...goal.measures.flatMap((measure) =>
      measure.indicators.map((indicator) => ({ indicator, measureId: measure.id })),
    ),
  ];
}

/** A figure for a report, from its indicator and the value of the day. */
export function figureOf(
  { indicator, measureId }: { indicator: Indicator; measureId?: string },
  cell: Cell,
  asOf: string,
  source: string,
): ReportedFigure {
  return {
    indicatorId: indicator.id,
    ...(measureId === undefined ? {} : { measureId }),
    name: indicator.name,
    unit: indicator.unit,
    qualifier: indicator.qualifier,
    baseline: indicator.baseline,
    target: indicator.target,
    targetOn: indicator.targetOn,
    cell,
    asOf,
    from: indicator.fact ? 'facts' : 'told',
    source,
  };
}
