import { z } from 'zod';
import { every } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findIntroduction, stepsOf } from '../db/introductions.db.ts';
import { personTriedFor, readsIntroductions, stillShared } from '../policies.ts';
import { shown } from './lists.ts';

type OpenedIntroduction = Awaited<ReturnType<typeof shown>>[number] & {
  steps: Awaited<ReturnType<typeof stepsOf>>;
};

/** One introduction with its steps; gone for its receiver the moment nothing is shared any more, and the try is logged. */
export const openIntroduction = defineUseCase({
  name: 'introductions.open',
  purpose: 'recruitment',
  input: z.object({ introductionId: Id }),
  policy: every(readsIntroductions, stillShared),
  audit: {
    kind: 'reads',
    subjects: (input, output: OpenedIntroduction | undefined) =>
      output ? [output.clientId] : personTriedFor(input),
  },
  refusals: ['introduction-not-found'],
  async run(context, { introductionId }) {
    const found = await findIntroduction(context, introductionId);
    if (!found) return err({ code: 'introduction-not-found' });
    const [value] = await shown(context, [found]);
    return ok({ ...value!, steps: await stepsOf(context, introductionId) });
  },
});
