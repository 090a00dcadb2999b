import { z } from 'zod';
import { actingAsSystem, writesPerson } from '#access';
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
  policy: writesPerson('basics'),
  audit: { kind: 'reads', subjects: ({ clientId }) => [clientId] },
  refusals: [],
  async run(context, { clientId }) {
    const all = await actingAsSystem(context, 'counting the clients of colleagues', (system) =>
      possibleWorkers(system, clientId, context.today),
    );
    return ok({
      name: (await namesOf(context, [clientId])).get(clientId)?.full ?? '',
      today: context.today,
      items: all.filter((colleague) => colleague.accountId !== context.viewer.accountId),
    });
  },
});
