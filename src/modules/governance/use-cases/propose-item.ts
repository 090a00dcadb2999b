import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { changeItem, decisionsOf, findItem, partsOf } from '../db/agenda.db.ts';
import { isSecretaryOf, writesBodies } from '../policies.ts';
import { why } from './why.ts';

/** From a draft to the agenda: it needs an explanation, somebody who prepared it, and a proposal. */
export const proposeItem = defineUseCase({
  name: 'governance.propose-item',
  purpose: 'steering',
  input: z.object({ itemId: Id }),
  policy: writesBodies,
  audit: { kind: 'none', why: why.items },
  refusals: [
    'not-found',
    'not-secretary',
    'proposed-already',
    'background-missing',
    'preparer-missing',
    'proposal-missing',
  ],
  async run(context, { itemId }) {
    const item = await findItem(context, itemId);
    if (!item) return err({ code: 'not-found' });
    if (!(await isSecretaryOf(context, item.bodyId))) return err({ code: 'not-secretary' });
    if (item.state !== 'draft') return err({ code: 'proposed-already' });
    if (!(await partsOf(context, itemId)).some((part) => part.kind === 'background'))
      return err({ code: 'background-missing' });
    if (item.preparers.length === 0) return err({ code: 'preparer-missing' });
    if ((await decisionsOf(context, itemId)).length === 0) return err({ code: 'proposal-missing' });
    await changeItem(context, itemId, { state: 'proposed' });
    return ok();
  },
});
