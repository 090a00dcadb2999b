import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { optionalText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { listCommitments, settle } from '../db/commitments.db.ts';
import { settlements } from '../domain/codes.ts';
import { isSecretaryOf, writesBodies } from '../policies.ts';

/** Notes what became of a promise's condition: met, or lapsed (ARE-12). */
export const settlePromise = defineUseCase({
  name: 'governance.settle-promise',
  purpose: 'steering',
  input: z.object({
    commitmentId: Id,
    settled: z.enum(settlements),
    on: Day,
    note: optionalText(1_000),
  }),
  policy: writesBodies,
  audit: { kind: 'none', why: 'a promise of a body, nobody’s data' },
  refusals: ['not-found', 'not-secretary', 'settled-already', 'settled-before-promised'],
  async run(context, { commitmentId, settled, on, note }) {
    const [promise] = await listCommitments(context, { commitmentId });
    if (!promise) return err({ code: 'not-found' });
    if (!(await isSecretaryOf(context, promise.bodyId))) return err({ code: 'not-secretary' });
    if (on < promise.madeOn) return err({ code: 'settled-before-promised', field: 'on' });
    const done = await settle(context, commitmentId, { settled, on, note });
    return done ? ok() : err({ code: 'settled-already' });
  },
});
