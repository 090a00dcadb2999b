import { z } from 'zod';
import { actingAsSystem, anybody } from '#access';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { invitationByCode } from '../db/invitations.db.ts';

/** Is the invitation of a code in force? Nothing else is told: not whose it is, nor who made it. */
export const lookAtInvitation = defineUseCase({
  name: 'clients.look-at-invitation',
  purpose: 'public-information',
  input: z.object({ code: z.string().max(60) }),
  policy: anybody,
  audit: { kind: 'none', why: 'tells only whether a code opens something; nobody is spoken of' },
  refusals: [],
  async run(context, { code }) {
    const found = await actingAsSystem(context, 'whoever has the code has not signed in yet', (system) =>
      invitationByCode(system, code),
    );
    return ok({ inForce: found !== undefined });
  },
});
