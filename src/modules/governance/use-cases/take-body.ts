import { z } from 'zod';
import { actingAsSystem } from '#access';
import { Id } from '#kernel/ids.ts';
import { optionalText, requiredText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addMember, findBody, listMembers } from '../db/bodies.db.ts';
import { seatsOn } from '../domain/membership.ts';
import { takesBody } from '../policies.ts';
import { hasKeeper } from './members.ts';

/**
 * Becomes the secretary of a body that has none who signs in here: one that was read from a document. Until somebody keeps
 * it, its conditions cannot be settled nor its minutes let out. Another municipality's body is not taken: whoever answers
 * for the area says who keeps it (`name-secretary`).
 */
export const takeBody = defineUseCase({
  name: 'governance.take-body',
  purpose: 'steering',
  input: z.object({ bodyId: Id, position: requiredText(200), organisation: optionalText(200) }),
  policy: takesBody,
  audit: { kind: 'none', why: 'the seat of the one who takes it' },
  refusals: ['not-found', 'has-secretary'],
  async run(context, { bodyId, position, organisation }) {
    if (!(await findBody(context, bodyId))) return err({ code: 'not-found' });
    if (hasKeeper(seatsOn(await listMembers(context, bodyId), context.today, context.now)))
      return err({ code: 'has-secretary' });
    await actingAsSystem(context, 'nobody keeps the body yet', (system) =>
      addMember(
        system,
        {
          bodyId,
          capacity: 'secretary',
          position,
          organisation,
          accountId: context.viewer.accountId,
          validFrom: context.today,
        },
        context.viewer.accountId,
      ),
    );
    return ok();
  },
});
