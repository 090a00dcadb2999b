import { z } from 'zod';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { keepsNeeds } from '../policies.ts';
import { needFromText } from '../reading.ts';

/** What the words of a need seem to say, to be confirmed before anything is saved. */
export const readNeed = defineUseCase({
  name: 'vacancies.read-need',
  purpose: 'business-service',
  input: z.object({ text: z.string().max(500), occupationUri: z.string().max(200).optional() }),
  policy: keepsNeeds,
  audit: { kind: 'none', why: 'Reads words and the vocabulary.' },
  refusals: [],
  async run(handle, { text, occupationUri }) {
    return ok(await needFromText(handle, text, occupationUri || undefined));
  },
});
