import { z } from 'zod';
import { actingAsSystem, deny, holds, type Policy, permit } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { absencesOf, clientsOfWorker, endAbsenceNow } from '../db/absences.db.ts';

/** The absent worker, whoever set the absence, and whoever leads the teams. */
const mayEnd: Policy<{ absenceId: string }> = async (context, { absenceId }) => {
  if (holds(context, 'caseload:manage')) return permit;
  if (!holds(context, 'caseload:read')) return deny('role-may-not');
  const [absence] = await absencesOf(context, { absenceId });
  const { accountId } = context.viewer;
  return absence?.accountId === accountId || absence?.madeBy === accountId ? permit : deny('no-relation');
};

/** Ends an absence at once, or takes back one that is still ahead. The substitute sees the clients no more from this instant. */
export const endAbsence = defineUseCase({
  name: 'clients.end-absence',
  purpose: 'employment-service',
  input: z.object({ absenceId: Id }),
  policy: mayEnd,
  refusals: ['absence-over'],
  async run(context, { absenceId }) {
    const by = context.viewer.accountId!;
    return actingAsSystem(context, 'absences are kept by the house alone', async (system) => {
      const [absence] = await absencesOf(system, { absenceId });
      if (!absence || !(await endAbsenceNow(system, absenceId, by))) return err({ code: 'absence-over' });
      const { accountId, substituteId } = absence;
      const clients = await clientsOfWorker(system, { accountId, substituteId, from: system.today });
      const params = { name: absence.name, substitute: absence.substitute };
      const told = [
        { accountId: substituteId, kind: 'you-stand-in-no-more', params, link: '/absences' },
        { accountId, kind: 'absence-ended-for-you', params, link: '/absences' },
        ...clients.accounts.map((own) => ({ accountId: own, kind: 'adviser-back', params, link: '/my' })),
      ];
      await notify(system, ...told.filter((notice) => notice.accountId !== by));
      return ok({ name: absence.name, substitute: absence.substitute, clientIds: clients.open });
    });
  },
  // After run, so that its answer is known.
  audit: { kind: 'changes', subjects: (_input, output) => output?.clientIds ?? [] },
});
