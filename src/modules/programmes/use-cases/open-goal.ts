import { z } from 'zod';
import { actingAsSystem } from '#access';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { coordinatorsOf, coordinatorsToday, keeps, writesFor } from '../coordinators-today.ts';
import { accountNames, linksOn, valuesBy } from '../db/frame.db.ts';
import { boardPeriods, findGoal, goalsToReport } from '../domain/board.ts';
import { periodOf, reportPeriod } from '../domain/periods.ts';
import { readsProgrammes } from '../policies.ts';
import { figuresOf } from './figures.ts';
import { targetNames } from './link-part.ts';
import { readsProjectNames } from './links.ts';
import { pictureOn } from './picture.ts';

/** One goal: its measures and figures, who answers for it, what carries it out, and what each half-year told. */
export const openGoal = defineUseCase({
  name: 'programmes.open-goal',
  purpose: 'steering',
  input: z.object({ programmeId: Id, goalId: Id, asOf: Day.optional() }),
  policy: readsProgrammes,
  audit: { kind: 'none', why: 'a programme and its promises, nobody’s data' },
  refusals: ['not-found'],
  async run(context, { programmeId, goalId, asOf = context.today }) {
    const picture = await pictureOn(context, programmeId, asOf);
    const found = picture && findGoal(picture.content, goalId);
    if (!picture || !found) return err({ code: 'not-found' });
    const { goal, above } = found;
    const now = asOf === context.today;
    const coordinators = coordinatorsOf(goal, await coordinatorsToday(context, programmeId, picture.content));
    const parts = new Set([goal.id, ...goal.measures.map(({ id }) => id)]);
    const links = (await linksOn(context, programmeId, asOf)).filter(({ partId }) => parts.has(partId));
    const names = await targetNames(context, links);
    const projectsToo = await readsProjectNames(context);
    const reports = picture.reports
      .filter((report) => report.goalId === goalId)
      .sort((a, b) => (a.period < b.period ? 1 : -1));
    const writers = await actingAsSystem(
      context,
      'who sent a report is told to everybody in the network',
      (system) =>
        accountNames(
          system,
          reports.map(({ submittedBy }) => submittedBy),
        ),
    );
    const half = reportPeriod(periodOf(asOf));
    const open = boardPeriods(picture, asOf)
      .filter((period) => !picture.approved.some((row) => row.period === period.period))
      .filter((period) => goalsToReport(picture, period, asOf).some(({ id }) => id === goalId));
    const keeper = now && keeps(context, picture.programme);
    return ok({
      programme: {
        programmeId,
        name: picture.content.name,
        language: picture.content.language,
        themes: picture.content.themes,
      },
      goal,
      above: above.map(({ id, title }) => ({ id, title })),
      coordinators,
      figures: await figuresOf(context, programmeId, goal, { from: half.from, to: asOf }),
      values: (await valuesBy(context, programmeId, asOf)).filter(({ indicatorId }) =>
        [...goal.indicators, ...goal.measures.flatMap(({ indicators }) => indicators)].some(
          ({ id }) => id === indicatorId,
        ),
      ),
      links: links.flatMap(({ targetId, reason, ...link }) =>
        projectsToo || link.kind === 'pilot'
          ? [{ ...link, targetId, reason, name: names.get(targetId) }]
          : [],
      ),
      /** Projects that the viewer may not read: only how many there are (class M). */
      projectsHidden: projectsToo ? 0 : links.filter(({ kind }) => kind === 'project').length,
      /** What the figures of this half-year are compared with: a report of it that is sent already is no earlier one. */
      before: reports.find(({ period }) => period < periodOf(asOf))?.content.figures,
      reports: reports.map((report) => ({ ...report, by: writers.get(report.submittedBy) })),
      openPeriods: open.map(({ period, dueOn }) => ({
        period,
        dueOn,
        sent: reports.some((report) => report.period === period),
      })),
      asOf: now ? undefined : asOf,
      actions: { keep: keeper, write: now && (keeper || writesFor(context, coordinators)) },
    });
  },
});
