import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { linksTo } from '../db/frame.db.ts';
import { findVersionOn } from '../db/programmes.db.ts';
import { goalOfPart } from '../domain/board.ts';
import { readsProgrammes } from '../policies.ts';
import { Kind } from './links.ts';

/** Which goals and measures a project or a pilot carries out, for its own page (PRO-16: a pilot shows its measure). */
export const carriedOutBy = defineUseCase({
  name: 'programmes.carried-out-by',
  purpose: 'steering',
  input: z.object({ kind: Kind, targetId: Id }),
  policy: readsProgrammes,
  audit: { kind: 'none', why: 'a programme and what carries it out, nobody’s data' },
  refusals: [],
  async run(context, { kind, targetId }) {
    const parts = [];
    for (const link of await linksTo(context, kind, targetId)) {
      const version = await findVersionOn(context, link.programmeId, context.today);
      const goal = version && goalOfPart(version.content, link.partId);
      if (!version || !goal) continue;
      const measure = goal.measures.find(({ id }) => id === link.partId);
      parts.push({
        linkId: link.linkId,
        programmeId: link.programmeId,
        programme: version.content.name,
        goalId: goal.id,
        goal: goal.title,
        measure: measure?.title,
        reason: link.reason,
        language: version.content.language,
      });
    }
    return ok({ parts });
  },
});
