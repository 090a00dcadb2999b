import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { Euros } from '#kernel/field-kinds.ts';
import { Id } from '#kernel/ids.ts';
import { optionalText, requiredText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { decisionsOf, findItem } from '../db/agenda.db.ts';
import { findBody } from '../db/bodies.db.ts';
import { addCommitment, confirmCommitments } from '../db/commitments.db.ts';
import { commitmentChannels } from '../domain/codes.ts';
import { isSecretaryOf, writesBodies } from '../policies.ts';

/** Notes a promise given for the body, with its own day: before the decision, or without one (F-15). */
export const notePromise = defineUseCase({
  name: 'governance.note-promise',
  purpose: 'steering',
  input: z.object({
    bodyId: Id,
    itemId: Id.optional(),
    text: requiredText(2_000),
    madeOn: Day,
    channel: z.enum(commitmentChannels),
    cents: Euros.optional(),
    condition: optionalText(1_000),
  }),
  policy: writesBodies,
  audit: { kind: 'none', why: 'a promise of a body, nobody’s data' },
  refusals: ['not-found', 'not-secretary', 'promise-ahead'],
  async run(context, input) {
    if (!(await findBody(context, input.bodyId))) return err({ code: 'not-found' });
    if (!(await isSecretaryOf(context, input.bodyId))) return err({ code: 'not-secretary' });
    if (input.madeOn > context.today) return err({ code: 'promise-ahead', field: 'madeOn' });
    const item = input.itemId === undefined ? undefined : await findItem(context, input.itemId);
    if (input.itemId !== undefined && item?.bodyId !== input.bodyId) return err({ code: 'not-found' });
    const commitmentId = await addCommitment(context, input);
    const confirming = item?.decidedOn
      ? (await decisionsOf(context, item.itemId)).find(
          (decision) => decision.kind === 'decide' && decision.decided,
        )
      : undefined;
    if (item && confirming) await confirmCommitments(context, item.itemId, confirming.decisionId);
    return ok({ commitmentId });
  },
});
