import { z } from 'zod';
import { actingAsSystem, holds, may, some } from '#access';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { absencesOf } from '../db/absences.db.ts';
import { possibleWorkers } from '../db/responsibility.db.ts';

/** Absences of the viewer and those in which the viewer stands in, or of all teams; and who could be away or stand in. */
export const absences = defineUseCase({
  name: 'clients.absences',
  purpose: 'employment-service',
  input: z.object({}),
  policy: some(may('caseload:manage'), may('caseload:read', { case: 'rows', team: 'rows' })),
  audit: { kind: 'none', why: 'days and workers; no client is named' },
  refusals: [],
  async run(context) {
    const { viewer, today } = context;
    const leads = holds(context, 'caseload:manage');
    return actingAsSystem(context, 'counting the clients of colleagues', async (system) => {
      const items = await absencesOf(system, leads ? {} : { accountId: viewer.accountId! });
      const workers = await possibleWorkers(system, [], today);
      return ok({
        today,
        leads,
        items: items.map((absence) => ({
          ...absence,
          ends:
            absence.state !== 'over' &&
            (leads || [absence.accountId, absence.madeBy].includes(viewer.accountId!)),
        })),
        workers: workers.map(({ accountId, name, organisation, clients, awayUntil }) => ({ accountId, name, organisation, clients, awayUntil })), // biome-ignore format: one line
      });
    });
  },
});
