import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { optionalText, requiredText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findItem } from '../db/agenda.db.ts';
import { addReceiver, receiversOf } from '../db/receivers.db.ts';
import { isSecretaryOf, writesBodies } from '../policies.ts';
import { isAmong } from './lists.ts';
import { why } from './why.ts';

/** Puts somebody on the distribution list of an item: by position, with an account when the receiver signs in here. */
export const addToList = defineUseCase({
  name: 'governance.add-receiver',
  purpose: 'steering',
  input: z.object({
    itemId: Id,
    position: requiredText(300),
    organisation: optionalText(200),
    accountId: Id.optional(),
  }),
  policy: writesBodies,
  audit: { kind: 'none', why: why.distribution },
  refusals: ['not-found', 'not-secretary', 'on-the-list'],
  async run(context, input) {
    const item = await findItem(context, input.itemId);
    if (!item) return err({ code: 'not-found' });
    if (!(await isSecretaryOf(context, item.bodyId))) return err({ code: 'not-secretary' });
    if (isAmong(await receiversOf(context, input.itemId), input))
      return err({ code: 'on-the-list', field: 'position' });
    await addReceiver(context, input);
    return ok();
  },
});
