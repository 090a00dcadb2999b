import { z } from 'zod';
import { inRole, ownCompanyOr } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { vacanciesOfCompany } from '../db/vacancies.db.ts';
import { attentionOf, isLive } from '../domain/states.ts';

/** The needs of one company, for its page. */
export const ofCompany = defineUseCase({
  name: 'vacancies.of-company',
  purpose: 'business-service',
  input: z.object({ companyId: Id }),
  policy: ownCompanyOr('business', 'expert', 'joint-emp', 'area-manager', 'project'),
  audit: { kind: 'none', why: 'Needs of a company, not persons.' },
  refusals: [],
  async run(handle, { companyId }) {
    const rows = await vacanciesOfCompany(handle, companyId);
    return ok({ needs: rows.map((row) => ({ ...row, attention: attentionOf(row, handle.today) })) });
  },
});

/** The employer's own needs, live ones first. */
export const employerNeeds = defineUseCase({
  name: 'vacancies.employer-needs',
  purpose: 'recruitment',
  input: z.object({}),
  policy: inRole('employer'),
  audit: { kind: 'none', why: "An employer's own needs, not persons." },
  refusals: ['company-not-found'],
  async run(handle) {
    const { companyId } = handle.viewer;
    if (!companyId) return err({ code: 'company-not-found' });
    const rows = await vacanciesOfCompany(handle, companyId);
    const own = rows.map((row) => ({
      ...row,
      live: isLive(row.state),
      attention: attentionOf(row, handle.today),
    }));
    return ok({ needs: own });
  },
});
