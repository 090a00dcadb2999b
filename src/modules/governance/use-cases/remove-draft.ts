import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findItem, removeItem } from '../db/agenda.db.ts';
import { isSecretaryOf, writesBodies } from '../policies.ts';
import { why } from './why.ts';

/** Takes a draft away. What has been proposed stays: it can be returned or rejected, not made undone. */
export const removeDraft = defineUseCase({
  name: 'governance.remove-draft',
  purpose: 'steering',
  input: z.object({ itemId: Id }),
  policy: writesBodies,
  audit: { kind: 'none', why: why.items },
  refusals: ['not-found', 'not-secretary', 'proposed-already'],
  async run(context, { itemId }) {
    const item = await findItem(context, itemId);
    if (!item) return err({ code: 'not-found' });
    if (!(await isSecretaryOf(context, item.bodyId))) return err({ code: 'not-secretary' });
    if (item.state !== 'draft') return err({ code: 'proposed-already' });
    await removeItem(context, itemId);
    return ok({ meetingId: item.meetingId });
  },
});
