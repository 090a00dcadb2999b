import { z } from 'zod';
import { companyNames } from '#companies';
import { daysBetween } from '#kernel/days.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { liveVacancies } from '../db/vacancies.db.ts';
import { attentionOf } from '../domain/states.ts';
import { seesPipeline } from '../policies.ts';

/** The live needs, those that wait for the adviser first, each with the reason why it waits. */
export const pipeline = defineUseCase({
  name: 'vacancies.pipeline',
  purpose: 'business-service',
  input: z.object({ limit: z.int().min(1).max(1000).default(500) }),
  policy: seesPipeline,
  audit: { kind: 'none', why: 'Needs of companies, not persons.' },
  refusals: [],
  async run(handle, { limit }) {
    const rows = await liveVacancies(handle, limit);
    const names = await companyNames(
      handle,
      rows.map((row) => row.companyId),
    );
    const needs = rows.map((row) => ({
      ...row,
      companyName: names.get(row.companyId) ?? '',
      attention: attentionOf(row, handle.today),
      daysSinceVerified: daysBetween(row.verifiedOn, handle.today),
    }));
    const rank = { expired: 0, 'talk-unconfirmed': 1, 'to-verify': 2 } as const;
    needs.sort((a, b) => (a.attention ? rank[a.attention] : 3) - (b.attention ? rank[b.attention] : 3));
    return ok({
      needs,
      actions: { note: handle.viewer.role === 'business', move: handle.viewer.role === 'business' },
    });
  },
});
