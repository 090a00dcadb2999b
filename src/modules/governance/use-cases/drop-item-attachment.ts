import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { attachmentsOf, dropAttachment } from '../db/attachments.db.ts';
import { writesBodies } from '../policies.ts';
import { why } from './why.ts';
import { writableItem } from './writable-item.ts';

/** Takes an attachment away with its versions, while the item is undecided. */
export const dropItemAttachment = defineUseCase({
  name: 'governance.drop-attachment',
  purpose: 'steering',
  input: z.object({ itemId: Id, attachmentId: Id }),
  policy: writesBodies,
  audit: { kind: 'none', why: why.attachments },
  refusals: ['not-found', 'not-secretary', 'decided-already'],
  async run(context, { itemId, attachmentId }) {
    const writable = await writableItem(context, itemId);
    if (!writable.ok) return writable;
    const { item } = writable.value;
    if (item.decidedOn !== undefined || item.source !== undefined) return err({ code: 'decided-already' });
    if (
      !(await attachmentsOf(context, itemId)).some((attachment) => attachment.attachmentId === attachmentId)
    )
      return err({ code: 'not-found' });
    await dropAttachment(context, attachmentId);
    return ok();
  },
});
