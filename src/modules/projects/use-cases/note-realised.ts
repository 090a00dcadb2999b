import { z } from 'zod';
import { Month, SignedEuros } from '#kernel/field-kinds.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addRealised, listRealised } from '../db/realised.db.ts';
import { isClaimable } from '../domain/cost-models.ts';
import { CostKind } from '../domain/draft.ts';
import { doubtOf, isBeforeStart } from '../domain/realised-doubts.ts';
import { aboutProjects, writesProject } from '../policies.ts';
import { firstDayOf, openForMoney } from './realised.ts';

/**
 * Notes a realised cost of a month with what proves it. A cost inside the flat part is not claimed (PJ-25); one from before
 * the project is refused; one that is hardly true (more than the whole project, below zero, a voucher used already) is asked
 * until somebody says that it is right.
 */
export const noteRealised = defineUseCase({
  name: 'projects.note-realised',
  ...aboutProjects,
  input: z.object({
    projectId: Id,
    month: Month,
    kind: CostKind,
    label: z.string().trim().max(500).default(''),
    amount: SignedEuros,
    evidence: z.string().trim().min(1, 'required').max(1000),
    /** The person has been asked and says that the cost is right. */
    sure: z.boolean().default(false),
  }),
  policy: writesProject,
  refusals: [
    'project-not-found',
    'project-closed',
    'month-in-future',
    'month-before-start',
    'inside-flat-part',
    'cost-above-budget',
    'cost-negative',
    'voucher-used',
  ],
  async run(context, { projectId, month: told, kind, label, amount, evidence, sure }) {
    const month = firstDayOf(told);
    const open = await openForMoney(context, projectId);
    if (!open.ok) return open;
    if (month > context.today) return err({ code: 'month-in-future', field: 'month' });
    const { plan } = open.value;
    if (isBeforeStart(plan, month)) return err({ code: 'month-before-start', field: 'month' });
    if (!isClaimable(open.value.model, kind)) return err({ code: 'inside-flat-part', field: 'kind' });
    const doubt = doubtOf(plan, context.today, await listRealised(context, projectId), {
      month,
      cents: amount,
      evidence,
    });
    if (doubt && !sure) return err({ code: doubt, field: 'sure' });
    await addRealised(context, projectId, [{ month, kind, label, cents: amount, evidence }]);
    return ok();
  },
});
