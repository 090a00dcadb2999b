import { z } from 'zod';
import { actingAsSystem, anySignedIn, inRole, readsPerson } from '#access';
import { openTask } from '#clients';
import { addWorkingDays } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findPilot, listMemberships, listPilots, setAnswer } from '../db/pilots.db.ts';
import { startingWeights } from '../domain/picking.ts';

/** The pilots of the area: what each promised, where, and with which weights a picking starts. */
export const openPilot = defineUseCase({
  name: 'pilots.open',
  purpose: 'steering',
  input: z.object({}).default({}),
  policy: anySignedIn,
  audit: { kind: 'none', why: 'a pilot and its promises, nobody’s data' },
  refusals: [],
  async run(handle) {
    const mayPick = handle.viewer.role === 'project' || handle.viewer.role === 'area-manager';
    return ok({ pilots: await listPilots(handle), startingWeights, actions: { pick: mayPick } });
  },
});

/** The person's own invitations and memberships. */
export const myInvitations = defineUseCase({
  name: 'pilots.my-invitations',
  purpose: 'own-data',
  input: z.object({}).default({}),
  policy: inRole('client'),
  audit: { kind: 'none', why: 'the person reads the own memberships' },
  refusals: [],
  async run(handle) {
    const pilots = new Map((await listPilots(handle)).map((pilot) => [pilot.pilotId, pilot]));
    const memberships = await listMemberships(handle, { clientId: handle.viewer.clientId! });
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

/**
 * The person joins, declines or leaves. Joining opens the skills mapping as the adviser's duty; declining and leaving
 * change nothing in ordinary service (requirements PATH-09, SKI-13).
 */
export const answerInvitation = defineUseCase({
  name: 'pilots.answer-invitation',
  purpose: 'own-data',
  input: z.object({
    pilotId: Id,
    answer: z.enum(['join', 'decline', 'leave']),
    reason: z.string().trim().max(500).optional(),
  }),
  policy: inRole('client'),
  audit: {
    kind: 'changes',
    subjects: (_input, _output, viewer) => (viewer.clientId ? [viewer.clientId] : []),
    details: ({ answer }) => ({ answer }),
  },
  refusals: ['not-found', 'answered-already'],
  async run(handle, { pilotId, answer, reason }) {
    const clientId = handle.viewer.clientId!;
    if (!(await findPilot(handle, pilotId))) return err({ code: 'not-found' });
    if (!(await setAnswer(handle, pilotId, clientId, answer, reason || undefined)))
      return err({ code: 'answered-already' });
    if (answer === 'join') {
      await actingAsSystem(handle, 'joining opens a duty of the responsible adviser', (house) =>
        openTask(house, clientId, {
          kind: 'skills-mapping',
          dueOn: addWorkingDays(handle.today, 10),
          subjectId: clientId,
          details: { why: 'pilot' },
        }),
      );
    }
    return ok();
  },
});

/** A client's memberships, as the own adviser sees them. */
export const membershipsOf = defineUseCase({
  name: 'pilots.memberships-of',
  purpose: 'employment-service',
  input: z.object({ clientId: Id }),
  policy: readsPerson('case'),
  audit: { kind: 'reads', subjects: ({ clientId }) => [clientId] },
  refusals: [],
  async run(handle, { clientId }) {
    const pilots = new Map((await listPilots(handle)).map((pilot) => [pilot.pilotId, pilot]));
    const memberships = await listMemberships(handle, { clientId });
    return ok({
      memberships: memberships.map((each) => ({ ...each, names: pilots.get(each.pilotId)!.names })),
    });
  },
});
