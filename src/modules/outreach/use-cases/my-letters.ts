import { z } from 'zod';
import { anySignedIn } from '#access';
import { ok } from '#kernel/result.ts';
import { defineUseCase, informingNotices } from '#use-case';
import { ownAddress, unwantedLetters } from '../db/letters.db.ts';

/** Where the viewer's letters go, and which of the notices that only inform come by mail as well. */
export const myLetters = defineUseCase({
  name: 'outreach.my-letters',
  purpose: 'own-data',
  input: z.object({}).default({}),
  policy: anySignedIn,
  audit: { kind: 'none', why: 'the viewer’s own choice of letters' },
  refusals: [],
  async run(context) {
    const unwanted = await unwantedLetters(context);
    return ok({
      address: await ownAddress(context),
      wanted: informingNotices.filter((kind) => !unwanted.includes(kind)),
    });
  },
});
