import { z } from 'zod';
import { actingAsSystem } from '#access';
import { accountOf } from '#clients';
import { Id } from '#kernel/ids.ts';
import { optionalText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { dataRequests, answerRequest as keepAnswer } from '../db/requests.db.ts';
import { requestAnswers } from '../domain/codes.ts';
import { answersRequests } from '../policies.ts';

/** Answers a request. What was not done, or not all of it, is said with its reason (GDPR 12(4)); the person is told. */
export const answerRequest = defineUseCase({
  name: 'privacy.answer-request',
  purpose: 'supervision',
  input: z.object({ requestId: Id, answer: z.enum(requestAnswers), note: optionalText(4_000) }),
  policy: answersRequests,
  refusals: ['not-found', 'answered-already', 'reason-missing'],
  async run(context, { requestId, answer, note }) {
    const [request] = await dataRequests(context, { id: requestId });
    if (!request) return err({ code: 'not-found' });
    if (answer !== 'done' && note === undefined) return err({ code: 'reason-missing', field: 'note' });
    if (!(await keepAnswer(context, requestId, { answer, note }))) return err({ code: 'answered-already' });
    const accountId = await actingAsSystem(context, 'whom to tell that a request was answered', (system) =>
      accountOf(system, request.clientId),
    );
    if (accountId)
      await notify(context, { accountId, kind: 'data-request-answered', params: {}, link: '/my/data' });
    return ok({ clientId: request.clientId, told: accountId !== undefined });
  },
  // After run, so that its answer is known.
  audit: {
    kind: 'changes',
    subjects: (_input, output) => (output ? [output.clientId] : []),
  },
});
