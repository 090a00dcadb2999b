import { z } from 'zod';
import { holds } from '#access';
import { Id } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { listInput } from '#lists';
import { defineUseCase } from '#use-case';
import { countUnseen, exceptionsPage } from '../db/exceptions.db.ts';
import { exceptionKinds, exceptionSorts, exceptionStates, reviewStates } from '../domain/codes.ts';
import { seesExceptions } from '../policies.ts';

/** Files opened with a reason and grants for protected addresses: the officer's all, a worker's own and those of the own clients. */
export const exceptions = defineUseCase({
  name: 'openings.exceptions',
  purpose: 'supervision',
  input: listInput({
    sorts: exceptionSorts,
    filters: {
      kind: z.enum(exceptionKinds),
      state: z.enum(exceptionStates),
      review: z.enum(reviewStates),
      person: Id,
    },
  }),
  policy: seesExceptions,
  refusals: ['invalid-cursor'],
  async run(context, asked) {
    const page = await exceptionsPage(context, asked);
    if (!page.ok) return page;
    const reviewer = holds(context, 'openings:review');
    return ok({
      ...page.value,
      now: context.now.toISOString(),
      reviewer,
      counts: reviewer ? await countUnseen(context) : { unseen: 0, answered: 0 },
      opens: holds(context, 'files:open'),
    });
  },
  // After run, so that its answer is known.
  audit: { kind: 'reads', subjects: (_input, output) => output?.rows.map(({ clientId }) => clientId) ?? [] },
});
