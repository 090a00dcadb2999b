import { z } from 'zod';
import { actingAsSystem, type Handle, inRole } from '#access';
import type { Day } from '#kernel/days.ts';
import { smallNumberLimitOn } from '#kernel/deadlines.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { type Cell, suppressBreakdowns, suppressCount } from '#kernel/small-numbers.ts';
import { findPilot, type Pilot } from '#pilots';
import { defineUseCase } from '#use-case';
import {
  breakDown,
  companiesHelped,
  companiesHelpedBy,
  countSteps,
  daysToJob,
  stepsByMonth,
} from '../db/pilot-facts.db.ts';
import {
  type Breakdown,
  type Figure,
  factOf,
  figures,
  median,
  monthsOf,
  type PersonFigure,
  personBreakdowns,
  personFigures,
  safeCurve,
  shareOfTarget,
} from '../domain/pilot-figures.ts';

const steersOrServes = inRole(
  'decision-maker',
  'board',
  'project',
  'area-manager',
  'controller',
  'expert',
  'business',
  'youth',
  'analyst',
  'comms',
);

function targetOf(figure: Figure, pilot: Pilot): number | undefined {
  if (figure === 'invited' || figure === 'joined') return pilot.sizeTarget;
  if (figure === 'employed') return pilot.employedTarget;
  return figure === 'companies-helped' ? pilot.companiesTarget : undefined;
}

async function countedUntil(house: Handle, pilot: Pilot) {
  const until = house.today < pilot.endsOn ? house.today : pilot.endsOn;
  const steps = await countSteps(house, pilot.pilotId, until);
  const companies = await companiesHelped(house, pilot.startsOn, until);
  return {
    until,
    countOf: (figure: Figure) => (figure === 'companies-helped' ? companies : (steps.get(figure) ?? 0)),
  };
}

/**
 * The pilot as its promise was made (003:101-107): invited, mapped, consented, introduced, interviewed and employed
 * people against 50 and 40, companies helped against 90. Each figure names the fact it counts; small ones are hidden.
 */
export const pilotFigures = defineUseCase({
  name: 'insight.pilot-figures',
  purpose: 'steering',
  input: z.object({ pilotId: Id }),
  policy: steersOrServes,
  audit: { kind: 'none', why: 'counts of facts with small numbers hidden' },
  refusals: ['not-found'],
  async run(handle, { pilotId }) {
    const pilot = await findPilot(handle, pilotId);
    if (!pilot) return err({ code: 'not-found' });
    return actingAsSystem(handle, 'counting what was promised, over everybody', async (house) => {
      const { until, countOf } = await countedUntil(house, pilot);
      const limit = smallNumberLimitOn(handle.today);
      const days = await daysToJob(house, pilotId, until);
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
        months: await curve(house, pilot, until, limit),
      });
    });
  },
});

/** How many had passed each step by the end of each month of the pilot, safe to show as a picture. */
async function curve(house: Handle, pilot: Pilot, until: Day, limit: number) {
  const rows = await stepsByMonth(house, pilot.pilotId, pilot.startsOn, until);
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

/** One figure opened: its formula and its rows, hidden where they are small, also against subtraction. */
export const figureRows = defineUseCase({
  name: 'insight.figure-rows',
  purpose: 'steering',
  input: z.object({ pilotId: Id, figure: z.enum(figures) }),
  policy: steersOrServes,
  audit: { kind: 'none', why: 'counts of facts with small numbers hidden' },
  refusals: ['not-found'],
  async run(handle, { pilotId, figure }) {
    const pilot = await findPilot(handle, pilotId);
    if (!pilot) return err({ code: 'not-found' });
    return actingAsSystem(handle, 'counting what was promised, over everybody', async (house) => {
      const { until, countOf } = await countedUntil(house, pilot);
      const value = countOf(figure);
      const target = targetOf(figure, pilot);
      const base = { pilot, until, figure, fact: factOf[figure], target };
      if (figure === 'companies-helped') {
        const breakdowns: Breakdown[] = [];
        for (const by of ['kind', 'size_class'] as const) {
          const rows = await companiesHelpedBy(house, pilot.startsOn, until, by);
          breakdowns.push({
            by,
            rows: rows.map(({ key, count }) => ({ key, cell: { kind: 'number', value: count } })),
          });
        }
        return ok({ ...base, cell: { kind: 'number', value } as const, breakdowns });
      }
      const limit = smallNumberLimitOn(handle.today);
      const lists = [];
      for (const by of personBreakdowns)
        lists.push({ by, rows: await breakDown(house, pilotId, figure, by, until) });
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
