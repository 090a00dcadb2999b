import { z } from 'zod';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { dataRequests } from '../db/requests.db.ts';
import { asksOwn, ofSelf } from '../policies.ts';

/** What the person has asked of the own data, newest first, and how it was answered. */
export const myRequests = defineUseCase({
  name: 'privacy.my-requests',
  purpose: 'own-data',
  input: z.object({}).default({}),
  policy: asksOwn,
  audit: { kind: 'reads', subjects: ofSelf },
  refusals: [],
  async run(context) {
    return ok({ requests: await dataRequests(context) });
  },
});
