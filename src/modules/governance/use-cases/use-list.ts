import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { listsOf } from '../db/lists.db.ts';
import { addReceiver, receiversOf } from '../db/receivers.db.ts';
import { writesBodies } from '../policies.ts';
import { isAmong } from './lists.ts';
import { why } from './why.ts';
import { writableItem } from './writable-item.ts';

/**
 * Puts everybody of a body's list on the distribution of an item, those excepted who are there already. The rows are the
 * item's own from then on: a later change of the list changes no mark of sending or reading.
 */
export const useList = defineUseCase({
  name: 'governance.use-list',
  purpose: 'steering',
  input: z.object({ itemId: Id, listId: Id }),
  policy: writesBodies,
  audit: { kind: 'none', why: why.lists },
  refusals: ['not-found', 'not-secretary', 'all-on-the-list'],
  async run(context, { itemId, listId }) {
    const writable = await writableItem(context, itemId);
    if (!writable.ok) return writable;
    const list = (await listsOf(context, writable.value.item.bodyId)).find((row) => row.listId === listId);
    if (!list) return err({ code: 'not-found' });
    const there = await receiversOf(context, itemId);
    const added = list.entries.filter((entry) => !isAmong(there, entry));
    if (added.length === 0) return err({ code: 'all-on-the-list' });
    for (const { position, organisation, accountId } of added)
      await addReceiver(context, { itemId, position, organisation, accountId });
    return ok({ added: added.length });
  },
});
