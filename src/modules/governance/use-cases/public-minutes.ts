import { z } from 'zod';
import { anybody } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { filesOut, listPublications } from '../db/publications.db.ts';

/** Minutes of one meeting as they were let out, for anybody, with the files that are public now. */
export const publicMinutes = defineUseCase({
  name: 'governance.public-minutes',
  purpose: 'public-information',
  input: z.object({ meetingId: Id }),
  policy: anybody,
  audit: { kind: 'none', why: 'public information' },
  refusals: ['not-found'],
  async run(context, { meetingId }) {
    const [found] = await listPublications(context, { meetingId });
    if (!found) return err({ code: 'not-found' });
    const files = await filesOut(
      context,
      found.content.items.flatMap((item) =>
        item.secretBasis === undefined ? item.attachments.map((each) => each.attachmentId) : [],
      ),
    );
    return ok({
      minutes: found.content,
      publishedAt: found.publishedAt,
      files: Object.fromEntries(files),
    });
  },
});
