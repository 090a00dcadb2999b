import { z } from 'zod';
import { holds } from '#access';
import { Day, isWithin } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findBody, listBodies, listMandates, listMembers } from '../db/bodies.db.ts';
import { listCommitments } from '../db/commitments.db.ts';
import { listsOf } from '../db/lists.db.ts';
import { listMeetings } from '../db/meetings.db.ts';
import { listPublications } from '../db/publications.db.ts';
import { seatsOn } from '../domain/membership.ts';
import { isSecretaryOf, readsGovernance, takesBody } from '../policies.ts';
import { hasKeeper } from './members.ts';

/**
 * One body as it was on a day: who sat in it, in which roles it acted; its meetings and promises. With `knownOn` as it was
 * known on another day.
 */
export const openBody = defineUseCase({
  name: 'governance.open-body',
  purpose: 'steering',
  input: z.object({ bodyId: Id, on: Day.optional(), knownOn: Day.optional() }),
  policy: readsGovernance,
  audit: { kind: 'none', why: 'officials and trustees in their seats, by position' },
  refusals: ['not-found'],
  async run(context, { bodyId, on, knownOn }) {
    const body = await findBody(context, bodyId);
    if (!body) return err({ code: 'not-found' });
    const day = on ?? context.today;
    const knownAt = knownOn === undefined ? context.now : new Date(`${knownOn}T23:59:59.999Z`);
    const members = await listMembers(context, bodyId);
    const seated = seatsOn(members, day, knownAt);
    const writes = await isSecretaryOf(context, bodyId);
    const others = await listBodies(context);
    const unkept = !hasKeeper(seatsOn(members, context.today, context.now));
    return ok({
      body,
      day,
      parent: others.find((other) => other.bodyId === body.parentId),
      groups: others.filter((other) => other.parentId === bodyId),
      mandates: (await listMandates(context, bodyId)).map((mandate) => ({
        ...mandate,
        inForce: isWithin(day, mandate.validFrom, mandate.validTo),
      })),
      members: seated,
      former:
        seatsOn(members, context.today, context.now).length < members.length
          ? members.filter((member) => !seated.includes(member) && member.mistakenAt === undefined)
          : [],
      meetings: await listMeetings(context, bodyId),
      commitments: await listCommitments(context, { bodyId }),
      lists: writes ? await listsOf(context, bodyId) : [],
      /** How many minutes are out for all to read. */
      minutesOut: (await listPublications(context, { bodyId })).length,
      actions: {
        keep: writes,
        take: unkept && (await takesBody(context, { bodyId })).permit,
        nameSecretary: unkept && holds(context, 'bodies:name-secretary'),
      },
    });
  },
});
