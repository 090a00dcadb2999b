import { z } from 'zod';
import { system } from '#access';
import { addDays, type Day } from '#kernel/days.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { listProgrammes } from '../db/programmes.db.ts';
import { boardPeriods, goalsToReport } from '../domain/board.ts';
import type { ReportPeriod } from '../domain/periods.ts';
import { pictureOn } from './picture.ts';
import { isTold, tell } from './reminders.ts';

/** The last reminding day of the rule that has come; none before the first, and none when the rule has long been used up. */
function stepDue({ dueOn, rule }: ReportPeriod, today: Day): number | undefined {
  return rule.value.remindDays.filter((days) => addDays(dueOn, days) <= today).at(-1);
}

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
  async run(context) {
    let reminded = 0;
    for (const { programmeId } of await listProgrammes(context)) {
      const picture = await pictureOn(context, programmeId, context.today);
      if (!picture) continue;
      for (const period of boardPeriods(picture, context.today)) {
        const step = stepDue(period, context.today);
        if (step === undefined) continue;
        if (picture.approved.some((row) => row.period === period.period)) continue;
        for (const goal of goalsToReport(picture, period, context.today)) {
          if (isTold(picture, goal.id, period.period)) continue;
          reminded += (await tell(context, picture, period, goal, step)).length;
        }
      }
    }
    return ok({ reminded });
  },
});
