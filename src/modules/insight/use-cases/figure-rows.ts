import { z } from 'zod';
import { actingAsSystem } from '#access';
import { smallNumberLimitOn } from '#kernel/deadlines.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { suppressBreakdowns } from '#kernel/small-numbers.ts';
import { findPilot } from '#pilots';
import { defineUseCase } from '#use-case';
import { breakDown, companiesHelpedBy } from '../db/pilot-facts.db.ts';
import { type Breakdown, factOf, figures, personBreakdowns } from '../domain/pilot-figures.ts';
import { countedUntil, readsFigures, targetOf } from './pilot-figures-common.ts';

/** One figure opened: its formula and its rows, hidden where they are small, also against subtraction. */
export const figureRows = defineUseCase({
  name: 'insight.figure-rows',
  purpose: 'steering',
  input: z.object({ pilotId: Id, figure: z.enum(figures) }),
  policy: readsFigures,
  audit: { kind: 'none', why: 'counts of facts with small numbers hidden' },
  refusals: ['not-found'],
  async run(context, { pilotId, figure }) {
    const pilot = await findPilot(context, pilotId);
    if (!pilot) return err({ code: 'not-found' });
    return actingAsSystem(context, 'counting what was promised, over everybody', async (system) => {
      const { until, countOf } = await countedUntil(system, pilot);
      const value = countOf(figure);
      const target = targetOf(figure, pilot);
      const base = { pilot, until, figure, fact: factOf[figure], target };
      if (figure === 'companies-helped') {
        const breakdowns: Breakdown[] = [];
        for (const by of ['kind', 'size_class'] as const) {
          const rows = await companiesHelpedBy(system, pilot.startsOn, until, by);
          breakdowns.push({
            by,
            rows: rows.map(({ key, count }) => ({ key, cell: { kind: 'number', value: count } })),
          });
        }
        return ok({ ...base, cell: { kind: 'number', value } as const, breakdowns });
      }
      const limit = smallNumberLimitOn(context.today);
      const lists = [];
      for (const by of personBreakdowns)
        lists.push({ by, rows: await breakDown(system, pilotId, figure, by, until) });
      const safe = suppressBreakdowns(
        lists.map((list) => list.rows.map((row) => row.count)),
        { limit, showZero: true },
      );
      return ok({
        ...base,
        cell: safe.total,
        breakdowns: lists.map((list, i) => ({
          by: list.by,
          rows: list.rows.map((row, j) => ({ key: row.key, cell: safe.breakdowns[i]![j]! })),
        })) as Breakdown[],
      });
    });
  },
});
