import { z } from 'zod';
import { actingAsSystem } from '#access';
import { namesOf } from '#clients';
import { dayInFinland } from '#kernel/clock.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { dataRequests } from '../db/requests.db.ts';
import { answerByAtLatest } from '../domain/clock.ts';
import { answersRequests } from '../policies.ts';

/** One request, to be answered. */
export const openRequest = defineUseCase({
  name: 'privacy.open-request',
  purpose: 'supervision',
  input: z.object({ requestId: Id }),
  policy: answersRequests,
  refusals: ['not-found'],
  async run(context, { requestId }) {
    const [request] = await dataRequests(context, { id: requestId });
    if (!request) return err({ code: 'not-found' });
    const name = await actingAsSystem(context, 'whose request it is', async (system) =>
      (await namesOf(system, [request.clientId])).get(request.clientId),
    );
    const atLatest = answerByAtLatest(dayInFinland(new Date(request.askedAt)));
    const open = request.answer === null;
    return ok({
      request,
      person: name?.full ?? '',
      late: open && request.dueOn < context.today,
      atLatest,
      actions: {
        answer: open,
        lengthen: open && request.longerWhy === null && request.dueOn >= context.today,
      },
    });
  },
  // After run, so that its answer is known.
  audit: {
    kind: 'reads',
    subjects: (_input, output) => (output ? [output.request.clientId] : []),
  },
});
