import { z } from 'zod';
import { may } from '#access';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { listMemberships, listPilots } from '../db/pilots.db.ts';

/** The person's own invitations and memberships. */
export const myInvitations = defineUseCase({
  name: 'pilots.my-invitations',
  purpose: 'own-data',
  input: z.object({}).default({}),
  policy: may('own-page:use'),
  audit: { kind: 'none', why: 'the person reads the own memberships' },
  refusals: [],
  async run(context) {
    const pilots = new Map((await listPilots(context)).map((pilot) => [pilot.pilotId, pilot]));
    const memberships = await listMemberships(context, { clientId: context.viewer.clientId! });
    return ok({
      invitations: memberships.map((each) => ({
        ...each,
        names: pilots.get(each.pilotId)!.names,
        actions: {
          join: !each.joinedOn && !each.declinedOn,
          decline: !each.joinedOn && !each.declinedOn,
          leave: each.joinedOn !== undefined && each.leftOn === undefined,
        },
      })),
    });
  },
});
