import { z } from 'zod';
import { actingAsSystem, may } from '#access';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { optionalText, requiredText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addBody, addMember, listBodies } from '../db/bodies.db.ts';
import { bodyKinds } from '../domain/codes.ts';
import { Names } from './inputs.ts';

/** Founds a body. The one who founds it is its secretary from that day. */
export const foundBody = defineUseCase({
  name: 'governance.found-body',
  purpose: 'steering',
  input: z.object({
    names: Names,
    kind: z.enum(bodyKinds),
    municipality: optionalText(100),
    appointedBy: optionalText(500),
    quorum: z.int().min(1).max(200).optional(),
    parentId: Id.optional(),
    validFrom: Day,
    position: requiredText(200),
    organisation: optionalText(200),
  }),
  policy: may('bodies:found'),
  audit: { kind: 'none', why: 'a body and the seat of the one who founds it' },
  refusals: ['body-there-already'],
  async run(context, input) {
    const { position, organisation, ...draft } = input;
    const same = (await listBodies(context)).find(
      (body) => body.names.fi !== undefined && body.names.fi === draft.names.fi && !body.validTo,
    );
    if (same) return err({ code: 'body-there-already', field: 'names.fi' });
    const bodyId = await actingAsSystem(context, 'a new body has no secretary yet', async (system) => {
      const id = await addBody(system, {
        names: draft.names,
        kind: draft.kind,
        validFrom: draft.validFrom,
        ...(draft.municipality === undefined ? {} : { municipality: draft.municipality }),
        ...(draft.appointedBy === undefined ? {} : { appointedBy: draft.appointedBy }),
        ...(draft.quorum === undefined ? {} : { quorum: draft.quorum }),
        ...(draft.parentId === undefined ? {} : { parentId: draft.parentId }),
      });
      await addMember(
        system,
        {
          bodyId: id,
          capacity: 'secretary',
          position,
          organisation,
          accountId: context.viewer.accountId,
          validFrom: draft.validFrom <= context.today ? draft.validFrom : context.today,
        },
        context.viewer.accountId,
      );
      return id;
    });
    return ok({ bodyId });
  },
});
