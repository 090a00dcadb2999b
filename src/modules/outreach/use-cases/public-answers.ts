import { z } from 'zod';
import { anybody } from '#access';
import { ok } from '#kernel/result.ts';
import { listInput, pageFromRows } from '#lists';
import { defineUseCase } from '#use-case';
import { listPublished } from '../db/questions.db.ts';
import { answerSorts, topics } from '../domain/codes.ts';
import { readabilityIn } from '../domain/readability.ts';

/** Questions and answers that have been published, for anybody. */
export const publicAnswers = defineUseCase({
  name: 'outreach.public-answers',
  purpose: 'public-information',
  input: listInput({ sorts: answerSorts, filters: { topic: z.enum(topics) } }),
  policy: anybody,
  audit: { kind: 'none', why: 'public information' },
  refusals: ['invalid-cursor'],
  async run(context, asked) {
    const page = pageFromRows(
      await listPublished(context, { out: true }),
      {
        name: 'answers',
        id: ({ questionId }) => questionId,
        sorts: {
          when: ({ publishedAt }) => [publishedAt],
          topic: ({ topic, publishedAt }) => [topic, publishedAt],
        },
        sort: '-when',
        search: ({ questions, answers }) => [...Object.values(questions), ...Object.values(answers)],
        filters: { topic: ({ topic }, chosen) => chosen.includes(topic) },
      },
      asked,
    );
    if (!page.ok) return page;
    return ok({
      ...page.value,
      rows: page.value.rows.map(({ questionId, topic, questions, answers, publishedAt }) => ({
        questionId,
        topic,
        questions,
        answers,
        publishedAt,
        readability: readabilityIn(answers),
      })),
    });
  },
});
