import { z } from 'zod';
import { actingAsSystem, rolesWith } from '#access';
import { accountOf } from '#clients';
import { Id } from '#kernel/ids.ts';
import { optionalText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { usersInRoles } from '#networks';
import { defineUseCase, notify } from '#use-case';
import { decide, hindranceOf, requestsOf } from '../db/grants.db.ts';
import { grantDecisions } from '../domain/codes.ts';
import { decidesGrant } from '../policies.ts';

/**
 * The second pair of eyes: gives the grant that a worker of the case has asked for, or refuses it with the reason. Nobody
 * decides on what one has asked for, nor on a grant of one's own. The worker, the person and the officer are told.
 */
export const decideGrant = defineUseCase({
  name: 'openings.decide-grant',
  purpose: 'supervision',
  input: z.object({ requestId: Id, decision: z.enum(grantDecisions), note: optionalText(500) }),
  policy: decidesGrant,
  refusals: ['not-found', 'decided-already', 'own-request', 'note-missing', 'cannot-hold-grant'],
  async run(context, { requestId, decision, note }) {
    const by = context.viewer.accountId!;
    const [request] = await requestsOf(context, { id: requestId });
    if (!request) return err({ code: 'not-found' });
    if (request.decision !== null) return err({ code: 'decided-already' });
    if (request.askedBy === by || request.accountId === by) return err({ code: 'own-request' });
    if (decision === 'refused' && note === undefined) return err({ code: 'note-missing', field: 'note' });
    return actingAsSystem(context, 'grants are kept by the house alone', async (system) => {
      if (decision === 'given' && (await hindranceOf(system, request)) === 'cannot-hold-grant')
        return err({ code: 'cannot-hold-grant' });
      await decide(system, request, { decision, note, by });
      const own = decision === 'given' ? await accountOf(system, request.clientId) : undefined;
      const officers = decision === 'given' ? await usersInRoles(system, rolesWith('openings:review')) : [];
      const link = `/clients/${request.clientId}/protected`;
      await notify(
        system,
        ...[...new Set([request.accountId, request.askedBy])].map((accountId) => ({
          accountId,
          kind: `grant-${decision}`,
          params: {},
          link,
        })),
        ...officers.map(({ accountId }) => ({
          accountId,
          kind: 'grant-given-to-review',
          params: { name: request.worker },
          link: '/openings?kind=grant',
        })),
        ...(own === undefined
          ? []
          : [{ accountId: own, kind: 'own-address-opened', params: {}, link: '/my/log' }]),
      );
      return ok({ clientId: request.clientId });
    });
  },
  // After run, so that its answer is known.
  audit: { kind: 'changes', subjects: (_input, output) => (output ? [output.clientId] : []) },
});
