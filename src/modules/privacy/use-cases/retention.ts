import { z } from 'zod';
import { ruleOn } from '#kernel/dated-rules.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { proposalsOf, recordsBefore } from '../db/retention.db.ts';
import { classes } from '../db/retention-classes.ts';
import type { ReviewedClass } from '../domain/codes.ts';
import { dueOn, stateOf } from '../domain/retention.ts';
import { reviewsRetention } from '../policies.ts';
import { beforeOn, isFree, isHeld } from './retention-parts.ts';

/**
 * Every class of records with how long it is kept and what happens then; of the reviewed ones how many are past their time,
 * since when the oldest, and how many are held; and what has been proposed. Counts only: nobody is named.
 */
export const retention = defineUseCase({
  name: 'privacy.retention',
  purpose: 'supervision',
  input: z.object({}).default({}),
  policy: reviewsRetention,
  audit: { kind: 'none', why: 'counts of records past their time; nobody is named' },
  refusals: [],
  async run(context) {
    const rows = [];
    for (const { code, end, keeping, ended } of classes) {
      const rule = keeping && ruleOn(keeping.versions, context.today);
      const kept = rule && { years: rule.value.years, source: rule.source, mark: rule.mark };
      if (ended === undefined || keeping === undefined) {
        rows.push({ code, end, kept, past: undefined });
        continue;
      }
      const of = code as ReviewedClass;
      const records = await recordsBefore(context, of, beforeOn(of, context.today));
      const oldest = records[0];
      rows.push({
        code,
        end,
        kept,
        past: {
          of,
          count: records.length,
          free: records.filter(isFree).length,
          held: records.filter(isHeld).length,
          proposed: records.filter(({ proposalId }) => proposalId !== null).length,
          oldestSince: oldest && dueOn(keeping, oldest.since, context.today),
        },
      });
    }
    const proposals = (await proposalsOf(context)).map((proposal) => ({
      id: proposal.id,
      of: proposal.of,
      subjects: proposal.subjects,
      proposedAt: proposal.proposedAt,
      reason: proposal.reason,
      state: stateOf(proposal),
      done: proposal.done,
      items: proposal.items,
      /** Another than the viewer proposed it, so the viewer may decide. */
      mine: proposal.proposedBy === context.viewer.accountId,
    }));
    return ok({ classes: rows, proposals });
  },
});
