import { z } from 'zod';
import type { ViewerContext } from '#access';
import { Id } from '#kernel/ids.ts';
import { goalsToReport } from '../domain/board.ts';
import type { Goal } from '../domain/content.ts';
import { indicatorsOf } from '../domain/figures.ts';
import { periodBefore, reportPeriod } from '../domain/periods.ts';
import { type Picture, pictureOn } from './picture.ts';

export const PeriodName = z.string().regex(/^\d{4}-[12]$/);

export const Place = z.object({ programmeId: Id, goalId: Id, period: PeriodName });

/** The indicators of a goal whose values people tell. */
export function toldIndicators(goal: Goal) {
  return indicatorsOf(goal)
    .filter(({ indicator }) => indicator.fact === undefined)
    .map(({ indicator, measureId }) => ({ ...indicator, measureId }));
}

/** A goal in a half-year: its content then, what was said before, and whether the half-year is closed. */
export async function placeOf(context: ViewerContext, programmeId: string, goalId: string, period: string) {
  const picture = await pictureOn(context, programmeId, context.today);
  if (!picture || picture.reportsFrom === undefined) return undefined;
  const reportedPeriod = reportPeriod(period);
  if (reportedPeriod.to < picture.reportsFrom || reportedPeriod.from > context.today) return undefined;
  const goal = goalsToReport(picture, reportedPeriod, context.today).find(({ id }) => id === goalId);
  if (!goal) return undefined;
  return {
    picture,
    goal,
    reportedPeriod,
    closed: picture.approved.some((row) => row.period === period),
    last: lastOf(picture, goalId, periodBefore(period)),
    sent: lastOf(picture, goalId, period),
  };
}

function lastOf(picture: Picture, goalId: string, period: string) {
  return picture.reports.find((report) => report.goalId === goalId && report.period === period);
}
