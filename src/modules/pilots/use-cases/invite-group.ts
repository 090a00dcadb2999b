import { z } from 'zod';
import { actingAsSystem, may } from '#access';
import { accountOf, responsibleOf, workersWith } from '#clients';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, type Notice, notify } from '#use-case';
import { addMembers, findPicking, listPicks } from '../db/pilots.db.ts';

/** Invites those whom the picking chose: the person and the responsible adviser are told; joining is the person's own. */
export const inviteGroup = defineUseCase({
  name: 'pilots.invite-group',
  purpose: 'pilot',
  input: z.object({ pickingId: Id }),
  policy: may('pilots:pick'),
  audit: {
    kind: 'changes',
    subjects: (_input: unknown, output: { invited: string[] } | undefined) => output?.invited ?? [],
  },
  refusals: ['not-found'],
  async run(context, { pickingId }) {
    return actingAsSystem(context, 'those chosen are invited without being shown', async (system) => {
      const picking = await findPicking(system, { pickingId });
      if (!picking) return err({ code: 'not-found' });
      const chosen = (await listPicks(system, pickingId)).filter((pick) => pick.chosen);
      const invited = await addMembers(
        system,
        picking.pilotId,
        pickingId,
        chosen.map((pick) => pick.clientId),
      );
      const responsible = await responsibleOf(system, invited);
      const notices: Notice[] = [];
      for (const clientId of invited) {
        const account = await accountOf(system, clientId);
        if (account) notices.push({ accountId: account, kind: 'pilot-invitation', params: {}, link: '/my' });
        for (const adviser of workersWith(responsible.get(clientId)))
          notices.push({
            accountId: adviser,
            kind: 'client-invited-to-pilot',
            params: {},
            link: `/clients/${clientId}`,
          });
      }
      await notify(system, ...notices);
      return ok({ invited });
    });
  },
});
