import { z } from 'zod';
import { dayInFinland } from '#kernel/clock.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { remindersOf } from '../db/goal-reports.db.ts';
import { boardPeriods, goalsToReport } from '../domain/board.ts';
import { writesProgramme } from '../policies.ts';
import { PeriodName } from './goal-report.ts';
import { pictureOn } from './picture.ts';
import { isTold, tell } from './reminders.ts';

/** The secretary's button: whoever writes for the coordinators of a missing report is told, once a day. */
export const remind = defineUseCase({
  name: 'programmes.remind',
  purpose: 'steering',
  input: z.object({ programmeId: Id, goalId: Id, period: PeriodName }),
  policy: writesProgramme,
  audit: { kind: 'none', why: 'a report on a goal of a programme, nobody’s data' },
  refusals: ['not-found', 'report-sent-already', 'nobody-to-remind', 'reminded-today'],
  async run(context, { programmeId, goalId, period }) {
    const picture = await pictureOn(context, programmeId, context.today);
    const at = picture && boardPeriods(picture, context.today).find((row) => row.period === period);
    const goal = at && goalsToReport(picture, at, context.today).find(({ id }) => id === goalId);
    if (!picture || !at || !goal) return err({ code: 'not-found' });
    if (isTold(picture, goalId, period)) return err({ code: 'report-sent-already' });
    const before = (await remindersOf(context, programmeId)).filter(
      (reminder) => reminder.goalId === goalId && reminder.period === period,
    );
    if (before.some(({ sentAt }) => dayInFinland(new Date(sentAt)) === context.today))
      return err({ code: 'reminded-today' });
    const reminded = await tell(context, picture, at, goal, undefined);
    if (reminded.length === 0) return err({ code: 'nobody-to-remind' });
    return ok({ reminded });
  },
});
