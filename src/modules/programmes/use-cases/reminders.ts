import { actingAsSystem, type ViewerContext } from '#access';
import { notify } from '#use-case';
import { coordinatorsOf, coordinatorsToday } from '../coordinators-today.ts';
import { noteReminder } from '../db/goal-reports.db.ts';
import type { Goal } from '../domain/content.ts';
import type { ReportPeriod } from '../domain/periods.ts';
import type { Picture } from './picture.ts';

export const isTold = (picture: Picture, goalId: string, period: string) =>
  picture.reports.some((report) => report.goalId === goalId && report.period === period);

export async function tell(
  context: ViewerContext,
  picture: Picture,
  period: ReportPeriod,
  goal: Goal,
  step: number | undefined,
): Promise<string[]> {
  const { programmeId } = picture.programme;
  const coordinators = coordinatorsOf(goal, await coordinatorsToday(context, programmeId, picture.content));
  const writers = new Map(
    coordinators.flatMap(({ writers: own }) => own.map(({ accountId, name }) => [accountId, name] as const)),
  );
  const reminded: string[] = [];
  await actingAsSystem(context, 'a reminder is noted for another account', async (system) => {
    for (const [accountId, name] of writers) {
      const noted = await noteReminder(
        { ...system, viewer: context.viewer },
        { programmeId, goalId: goal.id, period: period.period, accountId, step },
      );
      if (!noted) continue;
      reminded.push(name);
      await notify(system, {
        accountId,
        kind: period.dueOn < context.today ? 'goal-report-missing' : 'goal-report-due',
        params: { goal: goal.title, programme: picture.content.name, day: period.dueOn },
        link: `/programmes/${programmeId}/reports/${period.period}/${goal.id}`,
      });
    }
  });
  return reminded;
}
