import { z } from 'zod';
import { parseFinnishNumber } from '#kernel/finnish-numbers.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addValue } from '../db/frame.db.ts';
import { addGoalReport, findGoalDraft } from '../db/goal-reports.db.ts';
import { MeasureState, sendingIssues } from '../domain/goal-report.ts';
import { writesGoal } from '../policies.ts';
import { figuresOf } from './figures.ts';
import { Place, placeOf, toldIndicators } from './goal-report.ts';

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
  async run(context, { programmeId, goalId, period, revision }) {
    const found = await placeOf(context, programmeId, goalId, period);
    if (!found) return err({ code: 'not-found' });
    if (found.closed) return err({ code: 'half-year-closed' });
    if (context.today < found.reportedPeriod.from) return err({ code: 'not-begun' });
    const draft = await findGoalDraft(context, goalId, period);
    if (draft?.revision !== revision) return err({ code: 'written-meanwhile' });
    const { goal, reportedPeriod, last } = found;
    const told = toldIndicators(goal);
    const issues = sendingIssues(goal, told, draft.content, last?.content);
    if (issues.length > 0) return err({ code: 'report-not-ready', details: { issues } });
    const asOf = reportedPeriod.to < context.today ? reportedPeriod.to : context.today;
    for (const { id } of told) {
      const { value = '', evidence = '' } = draft.content.values[id] ?? {};
      const number = parseFinnishNumber(value);
      if (number.ok)
        await addValue(context, { programmeId, indicatorId: id, asOf, value: number.value, evidence });
    }
    await addGoalReport(context, {
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
        figures: await figuresOf(context, programmeId, goal, reportedPeriod),
      },
    });
    return ok({ late: context.today > reportedPeriod.dueOn });
  },
});
