import { z } from 'zod';
import { anySignedIn } from '#access';
import { Id } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { markNotices } from '../db/notices.db.ts';

/** Marks own notices as read, or as unread again. Ids of others' notices are of nobody's here. */
export const markNoticesRead = defineUseCase({
  name: 'outreach.mark-notices-read',
  purpose: 'own-data',
  input: z.object({
    ids: z.array(Id).min(1, { error: 'choose-one' }).max(500),
    read: z.boolean().default(true),
  }),
  policy: anySignedIn,
  audit: { kind: 'none', why: 'what the viewer has been told' },
  refusals: [],
  async run(context, { ids, read }) {
    await markNotices(context, ids, read);
    return ok({ marked: ids.length });
  },
});
