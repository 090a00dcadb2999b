import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { optionalText, requiredText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findBody } from '../db/bodies.db.ts';
import { addEntry, dropEntry, dropList, listsOf } from '../db/lists.db.ts';
import { isSecretaryOf, writesBodies } from '../policies.ts';
import { isAmong } from './lists.ts';
import { why } from './why.ts';

/** Puts a receiver on a list of a body, takes one off, or takes the whole list away. */
export const changeList = defineUseCase({
  name: 'governance.change-list',
  purpose: 'steering',
  input: z.object({
    bodyId: Id,
    listId: Id,
    change: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('add'),
        position: requiredText(300),
        organisation: optionalText(200),
        accountId: Id.optional(),
      }),
      z.object({ kind: z.literal('drop'), entryId: Id }),
      z.object({ kind: z.literal('remove') }),
    ]),
  }),
  policy: writesBodies,
  audit: { kind: 'none', why: why.lists },
  refusals: ['not-found', 'not-secretary', 'on-the-list'],
  async run(context, { bodyId, listId, change }) {
    if (!(await findBody(context, bodyId))) return err({ code: 'not-found' });
    if (!(await isSecretaryOf(context, bodyId))) return err({ code: 'not-secretary' });
    const list = (await listsOf(context, bodyId)).find((row) => row.listId === listId);
    if (!list) return err({ code: 'not-found' });
    if (change.kind === 'remove') await dropList(context, listId);
    else if (change.kind === 'drop') await dropEntry(context, listId, change.entryId);
    else {
      if (isAmong(list.entries, change)) return err({ code: 'on-the-list', field: 'position' });
      await addEntry(context, listId, list.entries.length + 1, change);
    }
    return ok();
  },
});
