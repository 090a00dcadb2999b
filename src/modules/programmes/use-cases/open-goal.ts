import { z } from 'zod';
import { actingAsSystem } from '#access';
import { addDays, Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { accountNames, accountsOfNetwork, addWriter, endWriter, linksOn, valuesBy } from '../db/around.db.ts';
import { findVersionOn } from '../db/programmes.db.ts';
import { boardPeriods, findGoal, goalsToReport } from '../domain/board.ts';
import { allGoals } from '../domain/content.ts';
import { periodOf, reportPeriod } from '../domain/periods.ts';
import { keepsProgramme, networkRoles, readsProgrammes } from '../policies.ts';
import { coordinatorsOf, coordinatorsToday, keeps, writesFor } from '../standing.ts';
import { figuresOf } from './figures.ts';
import { readsProjectNames, targetNames } from './links.ts';
import { pictureOn } from './picture.ts';

/** One goal: its measures and figures, who answers for it, what carries it out, and what each half-year told. */
export const openGoal = defineUseCase({
  name: 'programmes.open-goal',
  purpose: 'steering',
  input: z.object({ programmeId: Id, goalId: Id, asOf: Day.optional() }),
  policy: readsProgrammes,
  audit: { kind: 'none', why: 'a programme and its promises, nobody’s data' },
  refusals: ['not-found'],
  async run(handle, { programmeId, goalId, asOf = handle.today }) {
    const picture = await pictureOn(handle, programmeId, asOf);
    const found = picture && findGoal(picture.content, goalId);
    if (!picture || !found) return err({ code: 'not-found' });
    const { goal, above } = found;
    const now = asOf === handle.today;
    const coordinators = coordinatorsOf(goal, await coordinatorsToday(handle, programmeId, picture.content));
    const parts = new Set([goal.id, ...goal.measures.map(({ id }) => id)]);
    const links = (await linksOn(handle, programmeId, asOf)).filter(({ partId }) => parts.has(partId));
    const names = await targetNames(handle, links);
    const projectsToo = await readsProjectNames(handle);
    const reports = picture.reports
      .filter((one) => one.goalId === goalId)
      .sort((a, b) => (a.period < b.period ? 1 : -1));
    const writers = await actingAsSystem(
      handle,
      'who sent a report is told to everybody in the network',
      (house) =>
        accountNames(
          house,
          reports.map(({ submittedBy }) => submittedBy),
        ),
    );
    const half = reportPeriod(periodOf(asOf));
    const open = boardPeriods(picture, asOf)
      .filter((period) => !picture.approved.some((one) => one.period === period.period))
      .filter((period) => goalsToReport(picture, period, asOf).some(({ id }) => id === goalId));
    const keeper = now && keeps(handle, picture.programme);
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
      figures: await figuresOf(handle, programmeId, goal, { from: half.from, to: asOf }),
      values: (await valuesBy(handle, programmeId, asOf)).filter(({ indicatorId }) =>
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
      reports: reports.map((one) => ({ ...one, by: writers.get(one.submittedBy) })),
      openPeriods: open.map(({ period, dueOn }) => ({
        period,
        dueOn,
        sent: reports.some((one) => one.period === period),
      })),
      asOf: now ? undefined : asOf,
      actions: { keep: keeper, write: now && (keeper || writesFor(handle, coordinators)) },
    });
  },
});

/** Who writes for each coordinator, and who could be named. */
export const programmeCoordinators = defineUseCase({
  name: 'programmes.coordinators',
  purpose: 'steering',
  input: z.object({ programmeId: Id }),
  policy: readsProgrammes,
  audit: { kind: 'none', why: 'who coordinates a programme, officials in their office' },
  refusals: ['not-found'],
  async run(handle, { programmeId }) {
    const picture = await pictureOn(handle, programmeId, handle.today);
    if (!picture) return err({ code: 'not-found' });
    const goals = allGoals(picture.content.goals);
    const keeper = keeps(handle, picture.programme);
    return ok({
      programmeId,
      name: picture.content.name,
      language: picture.content.language,
      coordinators: (await coordinatorsToday(handle, programmeId, picture.content)).map((one) => ({
        ...one,
        goals: goals
          .filter((goal) => coordinatorsOf(goal, [one]).length > 0)
          .map(({ id, title }) => ({ id, title })),
      })),
      board: picture.content.board,
      accounts: keeper ? await accountsOfNetwork(handle, networkRoles) : [],
      actions: { keep: keeper },
    });
  },
});

/** Names a person to write for a coordinator, or ends it. Nothing that the person has sent is touched. */
export const nameWriter = defineUseCase({
  name: 'programmes.name-writer',
  purpose: 'steering',
  input: z.object({
    programmeId: Id,
    coordinatorId: Id,
    accountId: Id,
    act: z.enum(['name', 'end']),
  }),
  policy: keepsProgramme,
  audit: { kind: 'none', why: 'who coordinates a programme, officials in their office' },
  refusals: ['not-found', 'account-not-found'],
  async run(handle, { programmeId, coordinatorId, accountId, act }) {
    const version = await findVersionOn(handle, programmeId, handle.today);
    if (!version?.content.coordinators.some(({ id }) => id === coordinatorId))
      return err({ code: 'not-found' });
    if (act === 'end') {
      await endWriter(handle, coordinatorId, accountId, addDays(handle.today, -1));
      return ok();
    }
    const known = (await accountsOfNetwork(handle, networkRoles)).some((one) => one.accountId === accountId);
    if (!known) return err({ code: 'account-not-found', field: 'accountId' });
    await addWriter(handle, coordinatorId, accountId);
    return ok();
  },
});
