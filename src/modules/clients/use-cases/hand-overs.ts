import { z } from 'zod';
import { actingAsSystem, holds, may, some } from '#access';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { handOversOf, receivedBy } from '../db/hand-overs.db.ts';

/** Handovers that the viewer made, gave or received, or of all teams; and what the viewer has lately received. Names no client. */
export const handOvers = defineUseCase({
  name: 'clients.hand-overs',
  purpose: 'employment-service',
  input: z.object({}),
  policy: some(may('caseload:manage'), may('caseload:read', { case: 'rows', team: 'rows' })),
  audit: { kind: 'none', why: 'counts and workers; no client is named' },
  refusals: [],
  async run(context) {
    const accountId = context.viewer.accountId!;
    const all = holds(context, 'caseload:manage');
    return actingAsSystem(context, 'who handed over stands in rows that only the case’s worker reads', async (system) =>
      ok({ items: await handOversOf(system, { accountId, all }), received: await receivedBy(system, accountId) }),
    ); // biome-ignore format: one line
  },
});
