import { actingAsSystem, type ViewerContext } from '#access';
import type { Day } from '#kernel/days.ts';
import { smallNumberLimitOn } from '#kernel/deadlines.ts';
import { type Cell, suppressCount, unknown } from '#kernel/small-numbers.ts';
import { findPilot } from '#pilots';
import { countUpTo } from '../db/countable.db.ts';
import { companiesHelped, countSteps } from '../db/pilot-facts.db.ts';
import { type CountableFact, countableFacts, isCountable } from '../domain/countable.ts';
import { type Figure, figures } from '../domain/pilot-figures.ts';

/** The facts that are counted over the whole area, in no project and no pilot. */
export const areaFacts = (Object.keys(countableFacts) as CountableFact[]).filter(
  (fact) => !countableFacts[fact].cohort && fact !== 'company-readiness',
);

export const isAreaFact = (name: string): name is CountableFact =>
  isCountable(name) && areaFacts.includes(name);

/**
 * The figure of a pilot as it stands on a day, for those who promised it elsewhere too (an indicator of a programme).
 * Small counts of people are hidden; unknown when the pilot or the figure is not there, or has not begun.
 */
export async function pilotFigureOn(
  context: ViewerContext,
  pilotId: string,
  figure: string,
  day: Day,
): Promise<Cell> {
  return actingAsSystem(context, 'counting what was promised, over everybody', async (system) => {
    const pilot = await findPilot(system, pilotId);
    if (!pilot || !(figures as readonly string[]).includes(figure) || day < pilot.startsOn) return unknown;
    const until = day < pilot.endsOn ? day : pilot.endsOn;
    if (figure === 'companies-helped')
      return { kind: 'number', value: await companiesHelped(system, pilot.startsOn, until) };
    const steps = await countSteps(system, pilotId, until);
    return suppressCount(steps.get(figure as Exclude<Figure, 'companies-helped'>) ?? 0, {
      limit: smallNumberLimitOn(day),
      showZero: true,
    });
  });
}

/** A fact of the whole area in a time, both ends in; small counts of people are hidden, an unknown fact is unknown. */
export async function areaFactIn(context: ViewerContext, fact: string, from: Day, to: Day): Promise<Cell> {
  if (!isAreaFact(fact)) return unknown;
  return actingAsSystem(context, 'counting facts of the area, over everybody', async (system) => {
    const [value] = await countUpTo(system, fact, { pilotIds: [], from, days: [to] });
    if (value === undefined) return unknown;
    if (countableFacts[fact].who !== 'persons') return { kind: 'number', value };
    return suppressCount(value, { limit: smallNumberLimitOn(to), showZero: true });
  });
}
