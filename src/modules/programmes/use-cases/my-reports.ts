import { z } from 'zod';
import { addDays, type Day } from '#kernel/days.ts';
import type { Language } from '#kernel/localised.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { coordinatorsOf, coordinatorsToday, writesFor } from '../coordinators-today.ts';
import { draftsBegun } from '../db/goal-reports.db.ts';
import { listProgrammes } from '../db/programmes.db.ts';
import { boardPeriods, goalsToReport } from '../domain/board.ts';
import { readsProgrammes } from '../policies.ts';
import { pictureOn } from './picture.ts';

/** A goal that the viewer writes about in one half-year. */
interface MyReport {
  programmeId: string;
  programme: string;
  goalId: string;
  title: string;
  language: Language;
  period: string;
  dueOn: Day;
  late: boolean;
  /** Due within a month. */
  soon: boolean;
  sentOn: Day | undefined;
  begun: boolean;
  closed: boolean;
}

/** The goals that the viewer writes about: what is due, begun, missing and sent, the most urgent first. */
export const myReports = defineUseCase({
  name: 'programmes.my-reports',
  purpose: 'steering',
  input: z.object({}).default({}),
  policy: readsProgrammes,
  audit: { kind: 'none', why: 'reports on goals of a programme, nobody’s data' },
  refusals: [],
  async run(context) {
    const mine: MyReport[] = [];
    for (const { programmeId } of await listProgrammes(context)) {
      const picture = await pictureOn(context, programmeId, context.today);
      if (!picture || picture.reportsFrom === undefined) continue;
      const coordinators = await coordinatorsToday(context, programmeId, picture.content);
      const begun = await draftsBegun(context, programmeId);
      for (const period of boardPeriods(picture, context.today)) {
        const closed = picture.approved.some((row) => row.period === period.period);
        for (const goal of goalsToReport(picture, period, context.today)) {
          if (!writesFor(context, coordinatorsOf(goal, coordinators))) continue;
          const same = (row: { goalId: string; period: string }) =>
            row.goalId === goal.id && row.period === period.period;
          const sent = picture.reports.find(same);
          if (closed && !sent) continue;
          mine.push({
            programmeId,
            programme: picture.content.name,
            goalId: goal.id,
            title: goal.title,
            language: picture.content.language,
            period: period.period,
            dueOn: period.dueOn,
            late: !sent && period.dueOn < context.today,
            soon: !sent && period.dueOn <= addDays(context.today, 31),
            sentOn: sent?.submittedOn,
            begun: begun.some(same),
            closed,
          });
        }
      }
    }
    const urgency = (report: MyReport) => (report.sentOn ? 2 : report.late ? 0 : 1);
    return ok({
      reports: mine.sort((a, b) => urgency(a) - urgency(b) || (a.dueOn < b.dueOn ? -1 : 1)),
    });
  },
});
