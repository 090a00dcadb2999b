import { z } from 'zod';
import { companyBriefs } from '#companies';
import { Day } from '#kernel/days.ts';
import { Decimal } from '#kernel/field-kinds.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findHead } from '../db/promises-read.db.ts';
import { putCompanyTest } from '../db/promises-write.db.ts';
import { writesCompanyTests } from '../policies.ts';

/** Keeps what a company reached in the readiness test, 0–100 points, before the work or after it (INT-10). */
export const enterCompanyTest = defineUseCase({
  name: 'projects.enter-company-test',
  purpose: 'business-service',
  input: z.object({
    projectId: Id,
    companyId: Id,
    phase: z.enum(['before', 'after']),
    points: Decimal.min(0, 'points-not-fitting').max(100, 'points-not-fitting'),
    testedOn: Day,
  }),
  policy: writesCompanyTests,
  audit: { kind: 'none', why: 'A company and its test; no person is spoken of.' },
  refusals: ['project-not-found', 'company-not-found', 'day-in-future'],
  async run(context, { projectId, points, ...test }) {
    if (!(await findHead(context, projectId))) return err({ code: 'project-not-found' });
    if (!(await companyBriefs(context, [test.companyId])).has(test.companyId))
      return err({ code: 'company-not-found', field: 'companyId' });
    if (test.testedOn > context.today) return err({ code: 'day-in-future', field: 'testedOn' });
    await putCompanyTest(context, projectId, { ...test, points });
    return ok();
  },
});
