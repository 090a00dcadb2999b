import { z } from 'zod';
import { actingAsSystem, anybody } from '#access';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findByToken } from '../db/questions.db.ts';
import { hashOf } from './asking.ts';
import { why } from './why.ts';

/** A visitor's own question by its token: when the answer comes, or the answer. */
export const ownQuestion = defineUseCase({
  name: 'outreach.own-question',
  purpose: 'public-information',
  input: z.object({ token: z.string().min(20).max(100) }),
  policy: anybody,
  audit: { kind: 'none', why: why.questions },
  refusals: ['not-found'],
  async run(context, { token }) {
    const question = await actingAsSystem(context, 'the token is the visitor’s key', (system) =>
      findByToken(system, hashOf(token)),
    );
    if (!question) return err({ code: 'not-found' });
    const { text, topic, state, answer, dueOn, askedOn, answeredOn, closedWhy, language } = question;
    return ok({ text, topic, state, answer, dueOn, askedOn, answeredOn, closedWhy, language });
  },
});
