import { z } from 'zod';
import { actingAsSystem } from '#access';
import { namesOf } from '#clients';
import { dayInFinland } from '#kernel/clock.ts';
import { ok } from '#kernel/result.ts';
import { listInput, pageFromRows } from '#lists';
import { defineUseCase } from '#use-case';
import { dataRequests } from '../db/requests.db.ts';
import { requestKinds, requestSorts, requestStates } from '../domain/codes.ts';
import { answersRequests } from '../policies.ts';

/** Requests that the viewer may answer: the data protection officer's all, an adviser's those of the own clients. */
export const requests = defineUseCase({
  name: 'privacy.requests',
  purpose: 'supervision',
  input: listInput({
    sorts: requestSorts,
    filters: { state: z.enum(requestStates), kind: z.enum(requestKinds) },
  }),
  policy: answersRequests,
  refusals: ['invalid-cursor'],
  async run(context, asked) {
    const all = await dataRequests(context);
    const people = all.map(({ clientId }) => clientId);
    const names = await actingAsSystem(context, 'whose request it is', (system) => namesOf(system, people));
    const rows = all.map((request) => ({
      ...request,
      askedOn: dayInFinland(new Date(request.askedAt)),
      person: names.get(request.clientId)?.full ?? '',
      late: request.answer === null && request.dueOn < context.today,
    }));
    const page = pageFromRows(
      rows,
      {
        name: 'data-requests',
        id: ({ id }) => id,
        sorts: {
          due: ({ answer, dueOn, askedAt }) => [answer !== null, dueOn, askedAt],
          asked: ({ askedAt }) => [askedAt],
        },
        sort: 'due',
        search: ({ person, about, wish }) => [person, about, wish],
        filters: {
          state: ({ answer }, states) => states.includes(answer === null ? 'open' : 'answered'),
          kind: ({ kind }, kinds) => kinds.includes(kind),
        },
      },
      asked,
    );
    if (!page.ok) return page;
    return ok({ ...page.value, late: rows.filter(({ late }) => late).length });
  },
  // After run, so that its answer is known.
  audit: {
    kind: 'reads',
    subjects: (_input, output) => output?.rows.map(({ clientId }) => clientId) ?? [],
  },
});
