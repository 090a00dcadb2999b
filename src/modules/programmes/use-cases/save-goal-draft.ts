import { z } from 'zod';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { saveGoalDraftRow } from '../db/goal-reports.db.ts';
import { GoalDraftContent } from '../domain/goal-report.ts';
import { writesGoal } from '../policies.ts';
import { Place, placeOf } from './goal-report.ts';

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
  async run(context, { programmeId, goalId, period, content, revision }) {
    const found = await placeOf(context, programmeId, goalId, period);
    if (!found) return err({ code: 'not-found' });
    if (found.closed) return err({ code: 'half-year-closed' });
    const saved = await saveGoalDraftRow(context, { programmeId, goalId, period, content, revision });
    if (saved === undefined) return err({ code: 'written-meanwhile' });
    return ok({ revision: saved, savedAt: context.now.toISOString() });
  },
});
