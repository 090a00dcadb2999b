import { z } from 'zod';
import { readsByRelation } from '#access';
import { namesOf } from '#clients';
import { Id } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { listIntroductions } from '../db/introductions.db.ts';
import { shown } from './lists.ts';

/** The person's own introductions, or a client's as the adviser sees them. */
export const ofClient = defineUseCase({
  name: 'introductions.of-client',
  purpose: 'employment-service',
  input: z.object({ clientId: Id }),
  policy: readsByRelation('case'),
  audit: { kind: 'reads', subjects: ({ clientId }) => [clientId] },
  refusals: [],
  async run(context, { clientId }) {
    return ok({
      name: (await namesOf(context, [clientId])).get(clientId)?.full ?? '',
      introductions: await shown(context, await listIntroductions(context, { clientId })),
    });
  },
});
