import { z } from 'zod';
import { actingAsSystem, rolesWith } from '#access';
import { responsibleOf } from '#clients';
import { requiredText } from '#kernel/inputs.ts';
import { ok } from '#kernel/result.ts';
import { usersInRoles } from '#networks';
import { defineUseCase, notify } from '#use-case';
import { addRequest } from '../db/requests.db.ts';
import { answerBy } from '../domain/clock.ts';
import { requestKinds } from '../domain/codes.ts';
import { asksOwn, ofSelf } from '../policies.ts';

/** The person asks for a correction, an erasure, a restriction or a paper copy; whoever answers is told, and by when. */
export const ask = defineUseCase({
  name: 'privacy.ask',
  purpose: 'own-data',
  input: z.object({ kind: z.enum(requestKinds), about: requiredText(300), wish: requiredText(4_000) }),
  policy: asksOwn,
  audit: { kind: 'changes', subjects: ofSelf },
  refusals: [],
  async run(context, { kind, about, wish }) {
    const clientId = context.viewer.clientId!;
    const dueOn = answerBy(context.today);
    const requestId = await addRequest(context, { clientId, kind, about, wish, dueOn });
    const answerers = await actingAsSystem(
      context,
      'whom to tell of a request about own data',
      async (system) => {
        const officers = await usersInRoles(system, rolesWith('data-requests:answer', 'always'));
        const responsible = (await responsibleOf(system, [clientId])).get(clientId);
        return [
          ...officers.map(({ accountId }) => accountId),
          ...(responsible ? [responsible.accountId] : []),
        ];
      },
    );
    await notify(
      context,
      ...[...new Set(answerers)].map((accountId) => ({
        accountId,
        kind: 'data-request',
        params: { day: dueOn },
        link: `/data-requests/${requestId}`,
      })),
    );
    return ok({ requestId, dueOn });
  },
});
