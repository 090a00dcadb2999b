import { z } from 'zod';
import { actingAsSystem, may } from '#access';
import { openTask } from '#clients';
import { addWorkingDays } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findPilot, setAnswer } from '../db/pilots.db.ts';

/**
 * The person joins, declines or leaves. Joining opens the skills mapping as the adviser's duty; declining and leaving
 * change nothing in ordinary service (requirements PATH-09, SKI-13).
 */
export const answerInvitation = defineUseCase({
  name: 'pilots.answer-invitation',
  purpose: 'own-data',
  input: z.object({
    pilotId: Id,
    answer: z.enum(['join', 'decline', 'leave']),
    reason: z.string().trim().max(500).optional(),
  }),
  policy: may('own-page:use'),
  audit: {
    kind: 'changes',
    subjects: (_input, _output, viewer) => (viewer.clientId ? [viewer.clientId] : []),
    details: ({ answer }) => ({ answer }),
  },
  refusals: ['not-found', 'answered-already'],
  async run(context, { pilotId, answer, reason }) {
    const clientId = context.viewer.clientId!;
    if (!(await findPilot(context, pilotId))) return err({ code: 'not-found' });
    if (!(await setAnswer(context, pilotId, clientId, answer, reason || undefined)))
      return err({ code: 'answered-already' });
    if (answer === 'join') {
      await actingAsSystem(context, 'joining opens a duty of the responsible adviser', (system) =>
        openTask(system, clientId, {
          kind: 'skills-mapping',
          dueOn: addWorkingDays(context.today, 10),
          subjectId: clientId,
          details: { why: 'pilot' },
        }),
      );
    }
    return ok();
  },
});
