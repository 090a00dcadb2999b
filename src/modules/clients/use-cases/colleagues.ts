import { z } from 'zod';
import { actingAsSystem, keepsPerson } from '#access';
import { Id } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { namesOf } from '../db/people.db.ts';
import { possibleWorkers } from '../db/responsibility.db.ts';

/** To whom a person could be handed over today, with how many people each is responsible for. */
export const colleagues = defineUseCase({
  name: 'clients.colleagues',
  purpose: 'employment-service',
  input: z.object({ clientId: Id }),
  policy: keepsPerson('basics'),
  audit: { kind: 'reads', subjects: ({ clientId }) => [clientId] },
  refusals: [],
  async run(handle, { clientId }) {
    const all = await actingAsSystem(handle, 'counting the clients of colleagues', (house) =>
      possibleWorkers(house, clientId, handle.today),
    );
    return ok({
      name: (await namesOf(handle, [clientId])).get(clientId)?.full ?? '',
      today: handle.today,
      items: all.filter((one) => one.accountId !== handle.viewer.accountId),
    });
  },
});
