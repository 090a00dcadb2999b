import { z } from 'zod';
import { actingAsSystem } from '#access';
import { namesOf } from '#clients';
import { Id } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { requestsOf } from '../db/grants.db.ts';
import { decidesGrant } from '../policies.ts';

/** Requests for grants that wait for a decision, or one of them; nothing of the file but the name. */
export const grantsToDecide = defineUseCase({
  name: 'openings.grants-to-decide',
  purpose: 'employment-service',
  input: z.object({ requestId: Id.optional() }),
  policy: decidesGrant,
  refusals: [],
  async run(context, { requestId }) {
    const requests = await requestsOf(
      context,
      requestId === undefined ? { waiting: true } : { id: requestId },
    );
    const names = await actingAsSystem(context, 'whose address is asked about', (system) =>
      namesOf(
        system,
        requests.map(({ clientId }) => clientId),
      ),
    );
    const me = context.viewer.accountId;
    return ok({
      requests: requests.map((request) => ({
        ...request,
        person: names.get(request.clientId)?.full ?? '',
        decides: request.decision === null && request.askedBy !== me && request.accountId !== me,
      })),
    });
  },
  // After run, so that its answer is known.
  audit: {
    kind: 'reads',
    subjects: (_input, output) => output?.requests.map(({ clientId }) => clientId) ?? [],
  },
});
