import { z } from 'zod';
import { consentFields } from '#access';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { personOf, subjectOf, writesConsents } from '../policies.ts';
import { OfPerson, Receiver } from './inputs.ts';
import { seenBy } from './seen-by.ts';

/** What a receiver would see if these fields were consented to: the same computing as the real reading, over own data. */
export const previewShare = defineUseCase({
  name: 'consents.preview-share',
  purpose: 'own-data',
  input: OfPerson.extend({ to: Receiver, fields: z.array(z.enum(consentFields)).default([]) }),
  policy: writesConsents,
  audit: { kind: 'reads', subjects: subjectOf },
  refusals: [],
  async run(context, input) {
    return ok(await seenBy(context, personOf(context.viewer, input)!, input.to, input.fields));
  },
});
