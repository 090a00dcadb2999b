import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { optionalText, requiredText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addMember, findBody, listMembers } from '../db/bodies.db.ts';
import { capacities } from '../domain/codes.ts';
import { isSecretaryOf, writesBodies } from '../policies.ts';
import { why } from './why.ts';

/** Gives somebody a seat from a day on, by position and organisation; with an account the seat has a reading list. */
export const appointMember = defineUseCase({
  name: 'governance.appoint-member',
  purpose: 'steering',
  input: z.object({
    bodyId: Id,
    capacity: z.enum(capacities),
    position: requiredText(200),
    organisation: optionalText(200),
    accountId: Id.optional(),
    deputyFor: Id.optional(),
    validFrom: Day,
  }),
  policy: writesBodies,
  audit: { kind: 'none', why: why.members },
  refusals: ['not-found', 'not-secretary', 'sits-already', 'deputy-of-nobody'],
  async run(context, input) {
    const body = await findBody(context, input.bodyId);
    if (!body) return err({ code: 'not-found' });
    if (!(await isSecretaryOf(context, input.bodyId))) return err({ code: 'not-secretary' });
    const members = await listMembers(context, input.bodyId);
    const same = members.some(
      (member) =>
        input.accountId !== undefined &&
        member.accountId === input.accountId &&
        member.capacity === input.capacity &&
        member.mistakenAt === undefined &&
        (member.validTo === undefined || member.validTo >= input.validFrom),
    );
    if (same) return err({ code: 'sits-already', field: 'accountId' });
    if (
      input.deputyFor !== undefined &&
      (input.capacity !== 'deputy' || !members.some((member) => member.memberId === input.deputyFor))
    )
      return err({ code: 'deputy-of-nobody', field: 'deputyFor' });
    return ok({ memberId: await addMember(context, input, context.viewer.accountId) });
  },
});
