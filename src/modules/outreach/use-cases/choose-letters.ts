import { z } from 'zod';
import { anySignedIn } from '#access';
import { ok } from '#kernel/result.ts';
import { defineUseCase, informingNotices } from '#use-case';
import { keepUnwanted } from '../db/letters.db.ts';

/** Chooses which of the notices that only inform come by mail as well; the others always do. */
export const chooseLetters = defineUseCase({
  name: 'outreach.choose-letters',
  purpose: 'own-data',
  input: z.object({ wanted: z.array(z.enum(informingNotices)).default([]) }),
  policy: anySignedIn,
  audit: { kind: 'none', why: 'the viewer’s own choice of letters' },
  refusals: [],
  async run(context, { wanted }) {
    await keepUnwanted(
      context,
      informingNotices.filter((kind) => !wanted.includes(kind)),
    );
    return ok();
  },
});
