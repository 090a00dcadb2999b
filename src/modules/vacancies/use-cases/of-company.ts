import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { vacanciesOfCompany } from '../db/vacancies.db.ts';
import { attentionOf } from '../domain/states.ts';
import { readsNeedsOf } from '../policies.ts';

/** The needs of one company, for its page. */
export const ofCompany = defineUseCase({
  name: 'vacancies.of-company',
  purpose: 'business-service',
  input: z.object({ companyId: Id }),
  policy: readsNeedsOf,
  audit: { kind: 'none', why: 'Needs of a company, not persons.' },
  refusals: [],
  async run(context, { companyId }) {
    const rows = await vacanciesOfCompany(context, companyId);
    return ok({ needs: rows.map((row) => ({ ...row, attention: attentionOf(row, context.today) })) });
  },
});
