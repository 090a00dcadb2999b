import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addMember, closeMember, findBody, listMembers } from '../db/bodies.db.ts';
import { capacities } from '../domain/codes.ts';
import { keepsBody, keepsGovernance } from '../policies.ts';
import { maybe, words } from './inputs.ts';

const why = 'a seat by position; an account is an official or a trustee who signs in here';

/** Gives somebody a seat from a day on, by position and organisation; with an account the seat has a reading list. */
export const appointMember = defineUseCase({
  name: 'governance.appoint-member',
  purpose: 'steering',
  input: z.object({
    bodyId: Id,
    capacity: z.enum(capacities),
    position: words(200),
    organisation: maybe(200),
    accountId: Id.optional(),
    deputyFor: Id.optional(),
    validFrom: Day,
  }),
  policy: keepsGovernance,
  audit: { kind: 'none', why },
  refusals: ['not-found', 'not-secretary', 'sits-already', 'deputy-of-nobody'],
  async run(handle, input) {
    const body = await findBody(handle, input.bodyId);
    if (!body) return err({ code: 'not-found' });
    if (!(await keepsBody(handle, input.bodyId))) return err({ code: 'not-secretary' });
    const members = await listMembers(handle, input.bodyId);
    const same = members.some(
      (one) =>
        input.accountId !== undefined &&
        one.accountId === input.accountId &&
        one.capacity === input.capacity &&
        one.mistakenAt === undefined &&
        (one.validTo === undefined || one.validTo >= input.validFrom),
    );
    if (same) return err({ code: 'sits-already', field: 'accountId' });
    if (
      input.deputyFor !== undefined &&
      (input.capacity !== 'deputy' || !members.some((one) => one.memberId === input.deputyFor))
    )
      return err({ code: 'deputy-of-nobody', field: 'deputyFor' });
    return ok({ memberId: await addMember(handle, input, handle.viewer.accountId) });
  },
});

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
  policy: keepsGovernance,
  audit: { kind: 'none', why },
  refusals: [
    'not-found',
    'not-secretary',
    'day-needed',
    'ends-before-it-begins',
    'ended-already',
    'last-secretary',
  ],
  async run(handle, { bodyId, memberId, validTo, mistaken }) {
    if (!(await keepsBody(handle, bodyId))) return err({ code: 'not-secretary' });
    const members = await listMembers(handle, bodyId);
    const member = members.find((one) => one.memberId === memberId);
    if (!member) return err({ code: 'not-found' });
    if (!mistaken && validTo === undefined) return err({ code: 'day-needed', field: 'validTo' });
    if (!mistaken && validTo! < member.validFrom)
      return err({ code: 'ends-before-it-begins', field: 'validTo' });
    const goesOn = members.filter(
      (one) =>
        one.capacity === 'secretary' &&
        one.accountId !== undefined &&
        one.mistakenAt === undefined &&
        one.validTo === undefined &&
        one.validFrom <= handle.today,
    );
    if (goesOn.length === 1 && goesOn[0]!.memberId === memberId) return err({ code: 'last-secretary' });
    const closed = await closeMember(handle, memberId, mistaken ? 'mistaken' : { validTo: validTo! });
    return closed ? ok() : err({ code: 'ended-already' });
  },
});
