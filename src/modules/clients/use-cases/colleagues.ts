import { z } from 'zod';
import { actingAsSystem } from '#access';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { namesOf } from '../db/people.db.ts';
import { possibleWorkers, responsibleOf } from '../db/responsibility.db.ts';
import { ClientIds, movesClients } from './hand-over.ts';

/** To whom people could be handed over today, with how many people each is responsible for; and the names of the people. */
export const colleagues = defineUseCase({
  name: 'clients.colleagues',
  purpose: 'employment-service',
  input: z.object({ clientIds: ClientIds }),
  policy: movesClients,
  audit: { kind: 'reads', subjects: ({ clientIds }) => clientIds },
  refusals: [],
  async run(context, { clientIds }) {
    return actingAsSystem(context, 'counting the clients of colleagues', async (system) => {
      const all = await possibleWorkers(system, clientIds, context.today);
      const names = await namesOf(system, clientIds);
      const givers = new Set(
        [...(await responsibleOf(system, clientIds)).values()].map(({ accountId }) => accountId),
      );
      return ok({
        people: clientIds.flatMap((clientId) => {
          const name = names.get(clientId)?.full;
          return name === undefined ? [] : [{ clientId, name }];
        }),
        today: context.today,
        items: all.filter(({ accountId }) => givers.size > 1 || !givers.has(accountId)),
      });
    });
  },
});
