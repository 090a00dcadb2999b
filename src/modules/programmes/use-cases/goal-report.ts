import { z } from 'zod';
import { actingAsSystem, type Handle, inRole } from '#access';
import { addDays, type Day } from '#kernel/days.ts';
import { parseFinnishNumber } from '#kernel/finnish-numbers.ts';
import { Id } from '#kernel/ids.ts';
import type { Language } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { accountNames, addValue } from '../db/around.db.ts';
import { addGoalReport, draftsBegun, findGoalDraft, saveGoalDraftRow } from '../db/goal-reports.db.ts';
import { listProgrammes } from '../db/programmes.db.ts';
import { boardPeriods, goalsToReport } from '../domain/board.ts';
import type { Goal } from '../domain/content.ts';
import { indicatorsOf } from '../domain/figures.ts';
import { GoalDraftContent, MeasureState, sendingIssues } from '../domain/goal-report.ts';
import { periodBefore, reportPeriod } from '../domain/periods.ts';
import { networkRoles, writesGoal } from '../policies.ts';
import { coordinatorsOf, coordinatorsToday, keeps, writesFor } from '../standing.ts';
import { figuresOf } from './figures.ts';
import { type Picture, pictureOn } from './picture.ts';

export const PeriodName = z.string().regex(/^\d{4}-[12]$/);
const Place = z.object({ programmeId: Id, goalId: Id, period: PeriodName });

/** A goal that the viewer writes about in one half-year. */
export interface MyReport {
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
  policy: inRole(...networkRoles),
  audit: { kind: 'none', why: 'reports on goals of a programme, nobody’s data' },
  refusals: [],
  async run(handle) {
    const mine: MyReport[] = [];
    for (const { programmeId } of await listProgrammes(handle)) {
      const picture = await pictureOn(handle, programmeId, handle.today);
      if (!picture || picture.reportsFrom === undefined) continue;
      const coordinators = await coordinatorsToday(handle, programmeId, picture.content);
      const begun = await draftsBegun(handle, programmeId);
      for (const period of boardPeriods(picture, handle.today)) {
        const closed = picture.approved.some((one) => one.period === period.period);
        for (const goal of goalsToReport(picture, period, handle.today)) {
          if (!writesFor(handle, coordinatorsOf(goal, coordinators))) continue;
          const same = (one: { goalId: string; period: string }) =>
            one.goalId === goal.id && one.period === period.period;
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
            late: !sent && period.dueOn < handle.today,
            soon: !sent && period.dueOn <= addDays(handle.today, 31),
            sentOn: sent?.submittedOn,
            begun: begun.some(same),
            closed,
          });
        }
      }
    }
    const urgency = (one: MyReport) => (one.sentOn ? 2 : one.late ? 0 : 1);
    return ok({
      reports: mine.sort((a, b) => urgency(a) - urgency(b) || (a.dueOn < b.dueOn ? -1 : 1)),
    });
  },
});

/** What a report is written with: the goal, the figures, what was said last time, and what has been typed so far. */
export const openGoalReport = defineUseCase({
  name: 'programmes.open-goal-report',
  purpose: 'steering',
  input: Place,
  policy: writesGoal,
  audit: { kind: 'none', why: 'a report on a goal of a programme, nobody’s data' },
  refusals: ['not-found'],
  async run(handle, { programmeId, goalId, period }) {
    const found = await placeOf(handle, programmeId, goalId, period);
    if (!found) return err({ code: 'not-found' });
    const { picture, goal, reportedPeriod, closed, last, sent } = found;
    const draft = await findGoalDraft(handle, goalId, period);
    const coordinators = coordinatorsOf(goal, await coordinatorsToday(handle, programmeId, picture.content));
    const names = await actingAsSystem(handle, 'who has written is told to the other writers', (house) =>
      accountNames(
        house,
        [draft?.savedBy, sent?.submittedBy, last?.submittedBy].filter((id) => id !== undefined),
      ),
    );
    return ok({
      programme: { programmeId, name: picture.content.name, language: picture.content.language },
      period: reportedPeriod,
      goal,
      coordinators: coordinators.map(({ name, nowCalled, writers }) => ({ name, nowCalled, writers })),
      figures: await figuresOf(handle, programmeId, goal, reportedPeriod),
      told: toldIndicators(goal),
      last: last && { ...last, by: names.get(last.submittedBy) },
      sent: sent && { ...sent, by: names.get(sent.submittedBy) },
      draft: draft && { ...draft, by: names.get(draft.savedBy) },
      closed,
      onBehalf: !writesFor(handle, coordinators) && keeps(handle, picture.programme),
      actions: { write: !closed },
    });
  },
});

/**
 * Keeps what has been typed, as it is. Refused only when somebody else has saved since, and then nothing is lost: the
 * page shows both.
 */
export const saveGoalDraft = defineUseCase({
  name: 'programmes.save-goal-draft',
  purpose: 'steering',
  input: Place.extend({ content: GoalDraftContent, revision: z.int().min(0) }),
  policy: writesGoal,
  audit: { kind: 'none', why: 'a report on a goal of a programme, nobody’s data' },
  refusals: ['not-found', 'half-year-closed', 'written-meanwhile'],
  async run(handle, { programmeId, goalId, period, content, revision }) {
    const found = await placeOf(handle, programmeId, goalId, period);
    if (!found) return err({ code: 'not-found' });
    if (found.closed) return err({ code: 'half-year-closed' });
    const saved = await saveGoalDraftRow(handle, { programmeId, goalId, period, content, revision });
    if (saved === undefined) return err({ code: 'written-meanwhile' });
    return ok({ revision: saved, savedAt: handle.now.toISOString() });
  },
});

/**
 * Sends the saved draft to the board. The figures stand as they are at this moment; told ones become values of their
 * indicators. Sent again before the half-year is approved, the later report counts and the former stays in the history.
 */
export const submitGoalReport = defineUseCase({
  name: 'programmes.submit-goal-report',
  purpose: 'steering',
  input: Place.extend({ revision: z.int().min(1) }),
  policy: writesGoal,
  audit: { kind: 'none', why: 'a report on a goal of a programme, nobody’s data' },
  refusals: ['not-found', 'half-year-closed', 'written-meanwhile', 'report-not-ready', 'not-begun'],
  async run(handle, { programmeId, goalId, period, revision }) {
    const found = await placeOf(handle, programmeId, goalId, period);
    if (!found) return err({ code: 'not-found' });
    if (found.closed) return err({ code: 'half-year-closed' });
    if (handle.today < found.reportedPeriod.from) return err({ code: 'not-begun' });
    const draft = await findGoalDraft(handle, goalId, period);
    if (draft?.revision !== revision) return err({ code: 'written-meanwhile' });
    const { goal, reportedPeriod, last } = found;
    const told = toldIndicators(goal);
    const issues = sendingIssues(goal, told, draft.content, last?.content);
    if (issues.length > 0) return err({ code: 'report-not-ready', details: { issues } });
    const asOf = reportedPeriod.to < handle.today ? reportedPeriod.to : handle.today;
    for (const { id } of told) {
      const { value = '', evidence = '' } = draft.content.values[id] ?? {};
      const number = parseFinnishNumber(value);
      if (number.ok)
        await addValue(handle, { programmeId, indicatorId: id, asOf, value: number.value, evidence });
    }
    await addGoalReport(handle, {
      programmeId,
      goalId,
      period,
      content: {
        summary: draft.content.summary.trim(),
        measures: goal.measures.map(({ id, title }) => ({
          measureId: id,
          title,
          state: MeasureState.parse(draft.content.measures[id]?.state),
          text: draft.content.measures[id]?.text.trim() ?? '',
        })),
        figures: await figuresOf(handle, programmeId, goal, reportedPeriod),
      },
    });
    return ok({ late: handle.today > reportedPeriod.dueOn });
  },
});

/** The indicators of a goal whose values people tell. */
function toldIndicators(goal: Goal) {
  return indicatorsOf(goal)
    .filter(({ indicator }) => indicator.fact === undefined)
    .map(({ indicator, measureId }) => ({ ...indicator, measureId }));
}

/** A goal in a half-year: its content then, what was said before, and whether the half-year is closed. */
async function placeOf(handle: Handle, programmeId: string, goalId: string, period: string) {
  const picture = await pictureOn(handle, programmeId, handle.today);
  if (!picture || picture.reportsFrom === undefined) return undefined;
  const reportedPeriod = reportPeriod(period);
  if (reportedPeriod.to < picture.reportsFrom || reportedPeriod.from > handle.today) return undefined;
  const goal = goalsToReport(picture, reportedPeriod, handle.today).find(({ id }) => id === goalId);
  if (!goal) return undefined;
  return {
    picture,
    goal,
    reportedPeriod,
    closed: picture.approved.some((one) => one.period === period),
    last: lastOf(picture, goalId, periodBefore(period)),
    sent: lastOf(picture, goalId, period),
  };
}

function lastOf(picture: Picture, goalId: string, period: string) {
  return picture.reports.find((one) => one.goalId === goalId && one.period === period);
}
