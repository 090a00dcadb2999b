import type { ViewerContext } from '#access';
import { areaFactIn, pilotFigureOn } from '#insight';
import type { Day } from '#kernel/days.ts';
import { type Cell, unknown } from '#kernel/small-numbers.ts';
import { valuesBy } from '../db/frame.db.ts';
import type { Goal, Indicator } from '../domain/content.ts';
import { figureOf, indicatorsOf } from '../domain/figures.ts';
import type { ReportedFigure } from '../domain/goal-report.ts';

/**
 * The figures of a goal for a time: facts that Polku counts itself, and the last values that were told by its end. A
 * fact of the area is counted over the time, a figure of a pilot from the pilot's beginning.
 */
export async function figuresOf(
  context: ViewerContext,
  programmeId: string,
  goal: Goal,
  time: { from: Day; to: Day },
): Promise<ReportedFigure[]> {
  const until = time.to < context.today ? time.to : context.today;
  const told = await valuesBy(context, programmeId, context.today);
  const figures: ReportedFigure[] = [];
  for (const place of indicatorsOf(goal)) {
    const { indicator } = place;
    if (indicator.fact) {
      figures.push(
        figureOf(
          place,
          await factOf(context, indicator.fact, { from: time.from, to: until }),
          until,
          nameOfFact(indicator),
        ),
      );
      continue;
    }
    const last = told.findLast((value) => value.indicatorId === indicator.id && value.asOf <= until);
    const cell: Cell = last?.value === undefined ? unknown : { kind: 'number', value: last.value };
    figures.push(figureOf(place, cell, last?.asOf ?? until, last?.evidence ?? indicator.source ?? ''));
  }
  return figures;
}

function factOf(
  context: ViewerContext,
  fact: NonNullable<Indicator['fact']>,
  time: { from: Day; to: Day },
): Promise<Cell> {
  return fact.kind === 'pilot-figure'
    ? pilotFigureOn(context, fact.pilotId, fact.figure, time.to)
    : areaFactIn(context, fact.fact, time.from, time.to);
}

/** Code of what was counted; its words are under `programmes:fact.<code>`. */
function nameOfFact({ fact }: Pick<Indicator, 'fact'>): string {
  if (!fact) return '';
  return fact.kind === 'pilot-figure' ? `pilot.${fact.figure}` : `area.${fact.fact}`;
}
