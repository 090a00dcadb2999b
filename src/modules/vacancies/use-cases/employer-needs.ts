import { z } from 'zod';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { vacanciesOfCompany } from '../db/vacancies.db.ts';
import { attentionOf, isLive } from '../domain/states.ts';
import { actsForCompany } from '../policies.ts';

/** The employer's own needs, live ones first. */
export const employerNeeds = defineUseCase({
  name: 'vacancies.employer-needs',
  purpose: 'recruitment',
  input: z.object({}),
  policy: actsForCompany,
  audit: { kind: 'none', why: "An employer's own needs, not persons." },
  refusals: [],
  async run(context) {
    const rows = await vacanciesOfCompany(context, context.viewer.companyId!);
    const own = rows.map((row) => ({
      ...row,
      live: isLive(row.state),
      attention: attentionOf(row, context.today),
    }));
    return ok({ needs: own });
  },
});
