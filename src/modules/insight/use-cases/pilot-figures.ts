import { z } from 'zod';
import { actingAsSystem, type ViewerContext } from '#access';
import type { Day } from '#kernel/days.ts';
import { smallNumberLimitOn } from '#kernel/deadlines.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { type Cell, suppressCount } from '#kernel/small-numbers.ts';
import { findPilot, type Pilot } from '#pilots';
import { defineUseCase } from '#use-case';
import { daysToJob, stepsByMonth } from '../db/pilot-facts.db.ts';
import {
  factOf,
  figures,
  median,
  monthsOf,
  type PersonFigure,
  personFigures,
  safeCurve,
  shareOfTarget,
} from '../domain/pilot-figures.ts';
import { countedUntil, readsFigures, targetOf } from './pilot-figures-common.ts';

/**
 * The pilot as its promise was made (003:101-107): invited, mapped, consented, introduced, interviewed and employed
 * people against 50 and 40, companies helped against 90. Each figure names the fact it counts; small ones are hidden.
 */
export const pilotFigures = defineUseCase({
  name: 'insight.pilot-figures',
  purpose: 'steering',
  input: z.object({ pilotId: Id }),
  policy: readsFigures,
  audit: { kind: 'none', why: 'counts of facts with small numbers hidden' },
  refusals: ['not-found'],
  async run(context, { pilotId }) {
    const pilot = await findPilot(context, pilotId);
    if (!pilot) return err({ code: 'not-found' });
    return actingAsSystem(context, 'counting what was promised, over everybody', async (system) => {
      const { until, countOf } = await countedUntil(system, pilot);
      const limit = smallNumberLimitOn(context.today);
      const days = await daysToJob(system, pilotId, until);
      return ok({
        pilot,
        until,
        figures: figures.map((figure) => {
          const value = countOf(figure);
          const target = targetOf(figure, pilot);
          const cell =
            figure === 'companies-helped'
              ? ({ kind: 'number', value } as const)
              : suppressCount(value, { limit, showZero: true });
          return {
            figure,
            fact: factOf[figure],
            cell,
            target,
            share: cell.kind === 'number' ? shareOfTarget(value, target) : undefined,
          };
        }),
        medianDaysToJob: days.length >= limit ? median(days) : undefined,
        months: await curve(system, pilot, until, limit),
      });
    });
  },
});

/** How many had passed each step by the end of each month of the pilot, safe to show as a picture. */
async function curve(system: ViewerContext, pilot: Pilot, until: Day, limit: number) {
  const rows = await stepsByMonth(system, pilot.pilotId, pilot.startsOn, until);
  const months = monthsOf(pilot.startsOn, until);
  const steps = personFigures.map((step) => {
    const points = months.map(
      (month) => rows.find((row) => row.month === month && row.step === step)?.people ?? 0,
    );
    return { step, cells: safeCurve(points, limit) };
  });
  return months.map((month, at) => ({
    month,
    cells: Object.fromEntries(steps.map(({ step, cells }) => [step, cells[at]!])) as Record<
      PersonFigure,
      Cell
    >,
  }));
}
