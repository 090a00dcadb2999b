import { z } from 'zod';
import { actingAsSystem, may, rolesWith } from '#access';
import { Id } from '#kernel/ids.ts';
import { optionalText, requiredText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { usersInRoles } from '#networks';
import { defineUseCase } from '#use-case';
import { addMember, findBody, listMembers } from '../db/bodies.db.ts';
import { seatsOn } from '../domain/membership.ts';
import { hasKeeper } from './members.ts';

/** Says who is the secretary of a body that nobody keeps here: somebody whose role can be a secretary's. */
export const nameSecretary = defineUseCase({
  name: 'governance.name-secretary',
  purpose: 'steering',
  input: z.object({
    bodyId: Id,
    accountId: Id,
    position: requiredText(200),
    organisation: optionalText(200),
  }),
  policy: may('bodies:name-secretary'),
  audit: { kind: 'none', why: 'the seat of an official' },
  refusals: ['not-found', 'has-secretary', 'account-not-found'],
  async run(context, { bodyId, ...seat }) {
    if (!(await findBody(context, bodyId))) return err({ code: 'not-found' });
    if (hasKeeper(seatsOn(await listMembers(context, bodyId), context.today, context.now)))
      return err({ code: 'has-secretary' });
    const known = await usersInRoles(context, rolesWith('bodies:write'));
    if (!known.some(({ accountId }) => accountId === seat.accountId))
      return err({ code: 'account-not-found', field: 'accountId' });
    await actingAsSystem(context, 'nobody keeps the body yet', (system) =>
      addMember(
        system,
        { bodyId, capacity: 'secretary', ...seat, validFrom: context.today },
        context.viewer.accountId,
      ),
    );
    return ok();
  },
});
