import { z } from 'zod';
import { actingAsSystem } from '#access';
import { accountOf } from '#clients';
import { dayInFinland } from '#kernel/clock.ts';
import { Id } from '#kernel/ids.ts';
import { requiredText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase, notify } from '#use-case';
import { dataRequests, lengthenRequest as keep } from '../db/requests.db.ts';
import { answerByAtLatest } from '../domain/clock.ts';
import { answersRequests } from '../policies.ts';

/** The answer takes longer, once and by two months, and the person is told why within the first month (GDPR 12(3)). */
export const lengthenRequest = defineUseCase({
  name: 'privacy.lengthen-request',
  purpose: 'supervision',
  input: z.object({ requestId: Id, why: requiredText(1_000) }),
  policy: answersRequests,
  refusals: ['not-found', 'answered-already', 'lengthened-already', 'too-late-to-lengthen'],
  async run(context, { requestId, why }) {
    const [request] = await dataRequests(context, { id: requestId });
    if (!request) return err({ code: 'not-found' });
    if (request.answer !== null) return err({ code: 'answered-already' });
    if (request.longerWhy !== null) return err({ code: 'lengthened-already' });
    if (request.dueOn < context.today) return err({ code: 'too-late-to-lengthen' });
    const dueOn = answerByAtLatest(dayInFinland(new Date(request.askedAt)));
    await keep(context, requestId, dueOn, why);
    const accountId = await actingAsSystem(context, 'whom to tell that an answer takes longer', (system) =>
      accountOf(system, request.clientId),
    );
    if (accountId)
      await notify(context, {
        accountId,
        kind: 'data-request-longer',
        params: { day: dueOn },
        link: '/my/data',
      });
    return ok({ clientId: request.clientId, dueOn });
  },
  // After run, so that its answer is known.
  audit: {
    kind: 'changes',
    subjects: (_input, output) => (output ? [output.clientId] : []),
  },
});
