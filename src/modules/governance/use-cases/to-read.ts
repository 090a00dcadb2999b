import { z } from 'zod';
import { actingAsSystem, anySignedIn } from '#access';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { readingOf } from '../db/receivers.db.ts';

/** Everything that the viewer has been given to read, whatever the role. */
export const toRead = defineUseCase({
  name: 'governance.to-read',
  purpose: 'steering',
  input: z.object({}).default({}),
  policy: anySignedIn,
  audit: { kind: 'none', why: 'the viewer’s own reading list' },
  refusals: [],
  async run(context) {
    const { accountId } = context.viewer;
    if (accountId === undefined) return ok({ reading: [] });
    return ok({
      reading: await actingAsSystem(context, 'the own list, whatever the role may read otherwise', (system) =>
        readingOf(system, accountId),
      ),
    });
  },
});
