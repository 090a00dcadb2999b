import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { inLanguage } from '#kernel/localised.ts';
import { ok } from '#kernel/result.ts';
import { listInput, pageFromRows } from '#lists';
import { defineUseCase } from '#use-case';
import { findDecisions } from '../db/items.db.ts';
import { decisionSorts, results } from '../domain/codes.ts';
import { readsGovernance } from '../policies.ts';
import { why } from './why.ts';

/** Decisions that bodies have taken, by words of their heading, text or register number (ARE-10). */
export const searchDecisions = defineUseCase({
  name: 'governance.search-decisions',
  purpose: 'steering',
  input: listInput({ sorts: decisionSorts, filters: { body: Id, result: z.enum(results) } }),
  policy: readsGovernance,
  audit: { kind: 'none', why: why.deciding },
  refusals: ['invalid-cursor'],
  async run(context, asked) {
    const { language } = context.viewer;
    const all = await findDecisions(context);
    const page = pageFromRows(
      all,
      {
        name: 'decisions',
        id: ({ decisionId }) => decisionId,
        sorts: {
          decided: ({ decidedOn, section }) => [decidedOn, section],
          heading: ({ heading, decidedOn }) => [heading, decidedOn],
          body: ({ body, decidedOn }) => [inLanguage(body, language).text, decidedOn],
        },
        sort: '-decided',
        search: ({ heading, text, registerNumbers, body }) => [
          heading,
          text,
          ...registerNumbers,
          ...Object.values(body),
        ],
        filters: {
          body: ({ bodyId }, ids) => ids.includes(bodyId),
          result: ({ result }, chosen) => chosen.includes(result),
        },
      },
      asked,
    );
    if (!page.ok) return page;
    return ok({
      ...page.value,
      bodies: [...new Map(all.map(({ bodyId, body }) => [bodyId, body]))].map(([bodyId, names]) => ({
        bodyId,
        names,
      })),
    });
  },
});
