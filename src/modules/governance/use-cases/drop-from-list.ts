import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findItem } from '../db/agenda.db.ts';
import { dropReceiver } from '../db/receivers.db.ts';
import { isSecretaryOf, writesBodies } from '../policies.ts';
import { why } from './why.ts';

/** Takes a receiver off the list, unless the decision has been sent to it already. */
export const dropFromList = defineUseCase({
  name: 'governance.drop-receiver',
  purpose: 'steering',
  input: z.object({ itemId: Id, receiverId: Id }),
  policy: writesBodies,
  audit: { kind: 'none', why: why.distribution },
  refusals: ['not-found', 'not-secretary', 'decision-sent-already'],
  async run(context, { itemId, receiverId }) {
    const item = await findItem(context, itemId);
    if (!item) return err({ code: 'not-found' });
    if (!(await isSecretaryOf(context, item.bodyId))) return err({ code: 'not-secretary' });
    return (await dropReceiver(context, receiverId)) ? ok() : err({ code: 'decision-sent-already' });
  },
});
