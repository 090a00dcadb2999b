import { z } from 'zod';
import { actingAsSystem, deny, holds, type Policy, permit } from '#access';
import { dayInFinland } from '#kernel/clock.ts';
import { addDays } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, type Notice, notify } from '#use-case';
import { addCaseStep } from '../db/case-steps.db.ts';
import { makerOf, undoHandOvers } from '../db/hand-overs.db.ts';
import { accountOf } from '../db/people.db.ts';
import { daysToUndo } from '../domain/searches.ts';

/** Whoever made a handover, and whoever leads the teams. */
const madeIt: Policy<{ batchId: string }> = async (context, { batchId }) => {
  if (holds(context, 'caseload:manage')) return permit;
  if (!holds(context, 'caseload:read')) return deny('role-may-not');
  const maker = await actingAsSystem(context, 'who made a handover', (system) => makerOf(system, batchId));
  return maker?.made_by === context.viewer.accountId ? permit : deny('no-relation');
};

/**
 * Takes a handover back within two weeks: those who are still with the receiver come back to the giver at once, and
 * everybody who was told is told again. Whoever has gone further stays, and the number is said.
 */
export const undoHandOver = defineUseCase({
  name: 'clients.undo-hand-over',
  purpose: 'employment-service',
  input: z.object({ batchId: Id }),
  policy: madeIt,
  refusals: ['hand-over-stands'],
  async run(context, { batchId }) {
    const by = context.viewer.accountId!;
    return actingAsSystem(context, 'responsibility is kept by the house alone', async (system) => {
      const maker = await makerOf(system, batchId);
      if (!maker || dayInFinland(new Date(maker.made_at)) < addDays(system.today, -daysToUndo))
        return err({ code: 'hand-over-stands' });
      const rows = await undoHandOvers(system, batchId, by);
      if (rows.length === 0) return err({ code: 'hand-over-stands' });
      const day = system.today;
      const notices: Notice[] = [];
      for (const { clientId, caseId, fromName } of rows) {
        await addCaseStep(system, { clientId, caseId, kind: 'hand-over-undone', onDay: system.today, details: { name: fromName }, by }); // biome-ignore format: one line
        const own = await accountOf(system, clientId);
        if (own !== undefined)
          notices.push({
            accountId: own,
            kind: 'adviser-changed',
            params: { name: fromName, day },
            link: '/my',
          });
      }
      for (const who of new Set(rows.flatMap((row) => [row.fromAccount, row.toAccount])))
        if (who !== by)
          notices.push({
            accountId: who,
            kind: 'hand-over-undone',
            params: { count: rows.length, name: rows[0]!.fromName },
            link: '/hand-overs',
          });
      await notify(system, ...notices);
      return ok({ back: rows.length, clientIds: rows.map((row) => row.clientId) });
    });
  },
  // After run, so that its answer is known.
  audit: { kind: 'changes', subjects: (_input, output) => output?.clientIds ?? [] },
});
