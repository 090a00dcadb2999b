import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { attachmentsOf, setPublic } from '../db/attachments.db.ts';
import { writesBodies } from '../policies.ts';
import { why } from './why.ts';
import { writableItem } from './writable-item.ts';

/** Says whether an attachment is for all to read together with the public minutes. */
export const markAttachment = defineUseCase({
  name: 'governance.mark-attachment',
  purpose: 'steering',
  input: z.object({ itemId: Id, attachmentId: Id, isPublic: z.boolean() }),
  policy: writesBodies,
  audit: { kind: 'none', why: why.attachments },
  refusals: ['not-found', 'not-secretary', 'item-is-secret'],
  async run(context, { itemId, attachmentId, isPublic }) {
    const writable = await writableItem(context, itemId);
    if (!writable.ok) return writable;
    if (
      !(await attachmentsOf(context, itemId)).some((attachment) => attachment.attachmentId === attachmentId)
    )
      return err({ code: 'not-found' });
    if (isPublic && writable.value.item.secretBasis !== undefined) return err({ code: 'item-is-secret' });
    await setPublic(context, attachmentId, isPublic);
    return ok();
  },
});
