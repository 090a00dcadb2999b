import { z } from 'zod';
import { actingAsSystem, type Handle, system } from '#access';
import { dayInFinland } from '#kernel/clock.ts';
import { addDays, type Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { noteReminder, remindersOf } from '../db/goal-reports.db.ts';
import { listProgrammes } from '../db/programmes.db.ts';
import { boardPeriods, goalsToReport } from '../domain/board.ts';
import type { Goal } from '../domain/content.ts';
import type { ReportPeriod } from '../domain/periods.ts';
import { keepsProgramme } from '../policies.ts';
import { coordinatorsOf, coordinatorsToday } from '../standing.ts';
import { PeriodName } from './goal-report.ts';
import { type Picture, pictureOn } from './picture.ts';

/** The secretary's button: whoever writes for the coordinators of a missing report is told, once a day. */
export const remind = defineUseCase({
  name: 'programmes.remind',
  purpose: 'steering',
  input: z.object({ programmeId: Id, goalId: Id, period: PeriodName }),
  policy: keepsProgramme,
  audit: { kind: 'none', why: 'a report on a goal of a programme, nobody’s data' },
  refusals: ['not-found', 'report-sent-already', 'nobody-to-remind', 'reminded-today'],
  async run(handle, { programmeId, goalId, period }) {
    const picture = await pictureOn(handle, programmeId, handle.today);
    const at = picture && boardPeriods(picture, handle.today).find((one) => one.period === period);
    const goal = at && goalsToReport(picture, at, handle.today).find(({ id }) => id === goalId);
    if (!picture || !at || !goal) return err({ code: 'not-found' });
    if (isTold(picture, goalId, period)) return err({ code: 'report-sent-already' });
    const before = (await remindersOf(handle, programmeId)).filter(
      (one) => one.goalId === goalId && one.period === period,
    );
    if (before.some(({ sentAt }) => dayInFinland(new Date(sentAt)) === handle.today))
      return err({ code: 'reminded-today' });
    const reminded = await tell(handle, picture, at, goal, undefined);
    if (reminded.length === 0) return err({ code: 'nobody-to-remind' });
    return ok({ reminded });
  },
});

/**
 * Background work, by the day: those who have not told are reminded on the days of the rule, before and after the due
 * day. Days that passed while nobody ran the work are noted together and told once.
 */
export const remindMissing = defineUseCase({
  name: 'programmes.remind-missing',
  purpose: 'upkeep',
  input: z.object({}).default({}),
  policy: system,
  audit: { kind: 'none', why: 'reports on goals of a programme, nobody’s data' },
  refusals: [],
  async run(handle) {
    let reminded = 0;
    for (const { programmeId } of await listProgrammes(handle)) {
      const picture = await pictureOn(handle, programmeId, handle.today);
      if (!picture) continue;
      for (const period of boardPeriods(picture, handle.today)) {
        const step = stepDue(period, handle.today);
        if (step === undefined) continue;
        if (picture.approved.some((one) => one.period === period.period)) continue;
        for (const goal of goalsToReport(picture, period, handle.today)) {
          if (isTold(picture, goal.id, period.period)) continue;
          reminded += (await tell(handle, picture, period, goal, step)).length;
        }
      }
    }
    return ok({ reminded });
  },
});

/** The last reminding day of the rule that has come; none before the first, and none when the rule has long been used up. */
export function stepDue({ dueOn, rule }: ReportPeriod, today: Day): number | undefined {
  return rule.value.remindDays.filter((days) => addDays(dueOn, days) <= today).at(-1);
}

const isTold = (picture: Picture, goalId: string, period: string) =>
  picture.reports.some((one) => one.goalId === goalId && one.period === period);

async function tell(
  handle: Handle,
  picture: Picture,
  period: ReportPeriod,
  goal: Goal,
  step: number | undefined,
): Promise<string[]> {
  const { programmeId } = picture.programme;
  const coordinators = coordinatorsOf(goal, await coordinatorsToday(handle, programmeId, picture.content));
  const writers = new Map(
    coordinators.flatMap(({ writers: own }) => own.map(({ accountId, name }) => [accountId, name] as const)),
  );
  const reminded: string[] = [];
  await actingAsSystem(handle, 'a reminder is noted for another account', async (house) => {
    for (const [accountId, name] of writers) {
      const noted = await noteReminder(
        { ...house, viewer: handle.viewer },
        { programmeId, goalId: goal.id, period: period.period, accountId, step },
      );
      if (!noted) continue;
      reminded.push(name);
      await notify(house, {
        accountId,
        kind: period.dueOn < handle.today ? 'goal-report-missing' : 'goal-report-due',
        params: { goal: goal.title, programme: picture.content.name, day: period.dueOn },
        link: `/programmes/${programmeId}/reports/${period.period}/${goal.id}`,
      });
    }
  });
  return reminded;
}
