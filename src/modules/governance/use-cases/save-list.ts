import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { requiredText } from '#kernel/inputs.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findBody } from '../db/bodies.db.ts';
import { addList, listsOf } from '../db/lists.db.ts';
import { receiversOf } from '../db/receivers.db.ts';
import { isSecretaryOf, writesBodies } from '../policies.ts';
import { why } from './why.ts';

/** Keeps a distribution list with a body: empty, or with those who are on the list of an item (COM-08). */
export const saveList = defineUseCase({
  name: 'governance.keep-list',
  purpose: 'steering',
  input: z.object({ bodyId: Id, name: requiredText(200), fromItemId: Id.optional() }),
  policy: writesBodies,
  audit: { kind: 'none', why: why.lists },
  refusals: ['not-found', 'not-secretary', 'list-there-already'],
  async run(context, { bodyId, name, fromItemId }) {
    if (!(await findBody(context, bodyId))) return err({ code: 'not-found' });
    if (!(await isSecretaryOf(context, bodyId))) return err({ code: 'not-secretary' });
    if ((await listsOf(context, bodyId)).some((list) => list.name === name))
      return err({ code: 'list-there-already', field: 'name' });
    const entries = fromItemId === undefined ? [] : await receiversOf(context, fromItemId);
    return ok({ listId: await addList(context, { bodyId, name, entries }) });
  },
});
