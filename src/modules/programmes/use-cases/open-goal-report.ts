import { actingAsSystem } from '#access';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { coordinatorsOf, coordinatorsToday, keeps, writesFor } from '../coordinators-today.ts';
import { accountNames } from '../db/frame.db.ts';
import { findGoalDraft } from '../db/goal-reports.db.ts';
import { writesGoal } from '../policies.ts';
import { figuresOf } from './figures.ts';
import { Place, placeOf, toldIndicators } from './goal-report.ts';

/** What a report is written with: the goal, the figures, what was said last time, and what has been typed so far. */
export const openGoalReport = defineUseCase({
  name: 'programmes.open-goal-report',
  purpose: 'steering',
  input: Place,
  policy: writesGoal,
  audit: { kind: 'none', why: 'a report on a goal of a programme, nobody’s data' },
  refusals: ['not-found'],
  async run(context, { programmeId, goalId, period }) {
    const found = await placeOf(context, programmeId, goalId, period);
    if (!found) return err({ code: 'not-found' });
    const { picture, goal, reportedPeriod, closed, last, sent } = found;
    const draft = await findGoalDraft(context, goalId, period);
    const coordinators = coordinatorsOf(goal, await coordinatorsToday(context, programmeId, picture.content));
    const names = await actingAsSystem(context, 'who has written is told to the other writers', (system) =>
      accountNames(
        system,
        [draft?.savedBy, sent?.submittedBy, last?.submittedBy].filter((id) => id !== undefined),
      ),
    );
    return ok({
      programme: { programmeId, name: picture.content.name, language: picture.content.language },
      period: reportedPeriod,
      goal,
      coordinators: coordinators.map(({ name, nowCalled, writers }) => ({ name, nowCalled, writers })),
      figures: await figuresOf(context, programmeId, goal, reportedPeriod),
      told: toldIndicators(goal),
      last: last && { ...last, by: names.get(last.submittedBy) },
      sent: sent && { ...sent, by: names.get(sent.submittedBy) },
      draft: draft && { ...draft, by: names.get(draft.savedBy) },
      closed,
      onBehalf: !writesFor(context, coordinators) && keeps(context, picture.programme),
      actions: { write: !closed },
    });
  },
});
