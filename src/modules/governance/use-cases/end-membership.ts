import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { closeMember, listMembers } from '../db/bodies.db.ts';
import { isSecretaryOf, writesBodies } from '../policies.ts';
import { why } from './why.ts';

/**
 * Ends a seat after a day, or says that it was entered by mistake. The last secretary stays until there is another:
 * a body without one could be kept by nobody.
 */
export const endMembership = defineUseCase({
  name: 'governance.end-membership',
  purpose: 'steering',
  input: z.object({
    bodyId: Id,
    memberId: Id,
    validTo: Day.optional(),
    mistaken: z.boolean().default(false),
  }),
  policy: writesBodies,
  audit: { kind: 'none', why: why.members },
  refusals: [
    'not-found',
    'not-secretary',
    'day-needed',
    'ends-before-it-begins',
    'ended-already',
    'last-secretary',
  ],
  async run(context, { bodyId, memberId, validTo, mistaken }) {
    if (!(await isSecretaryOf(context, bodyId))) return err({ code: 'not-secretary' });
    const members = await listMembers(context, bodyId);
    const member = members.find((row) => row.memberId === memberId);
    if (!member) return err({ code: 'not-found' });
    if (!mistaken && validTo === undefined) return err({ code: 'day-needed', field: 'validTo' });
    if (!mistaken && validTo! < member.validFrom)
      return err({ code: 'ends-before-it-begins', field: 'validTo' });
    const goesOn = members.filter(
      (row) =>
        row.capacity === 'secretary' &&
        row.accountId !== undefined &&
        row.mistakenAt === undefined &&
        row.validTo === undefined &&
        row.validFrom <= context.today,
    );
    if (goesOn.length === 1 && goesOn[0]!.memberId === memberId) return err({ code: 'last-secretary' });
    const closed = await closeMember(context, memberId, mistaken ? 'mistaken' : { validTo: validTo! });
    return closed ? ok() : err({ code: 'ended-already' });
  },
});
