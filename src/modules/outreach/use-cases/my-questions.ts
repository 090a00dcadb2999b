import { z } from 'zod';
import { anySignedIn } from '#access';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { listQuestions } from '../db/questions.db.ts';

/** The viewer's own questions and their answers. */
export const myQuestions = defineUseCase({
  name: 'outreach.my-questions',
  purpose: 'own-data',
  input: z.object({}).default({}),
  policy: anySignedIn,
  audit: { kind: 'none', why: 'the viewer’s own questions' },
  refusals: [],
  async run(context) {
    const found = await listQuestions(context, { askerId: context.viewer.accountId });
    return ok({
      questions: found.map((question) => ({ ...question, ownerId: undefined, answeredBy: undefined })),
    });
  },
});
