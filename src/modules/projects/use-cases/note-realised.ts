import { z } from 'zod';
import { Month, SignedEuros } from '#kernel/field-kinds.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { addRealised, listRealised } from '../db/realised.db.ts';
import { type CostDoubt, doubtfulCosts, impossibleCosts } from '../domain/codes.ts';
import { CostKind } from '../domain/draft.ts';
import { isImpossible, judge } from '../domain/used-money.ts';
import { aboutProjects, writesProject } from '../policies.ts';
import { keepFigures } from '../save-plan.ts';
import { firstDayOf, openForMoney } from './realised.ts';

/**
 * Notes a realised cost of a month with what proves it. A cost that cannot be true is refused: outside the time of the
 * project, larger than the whole project, inside the flat part (PJ-25). One that is hardly true (more than is left, below zero
 * with nothing to take back, a voucher used already) is asked until somebody says that it is right; who said so stays with it.
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
  refusals: ['project-not-found', 'project-closed', ...impossibleCosts, ...doubtfulCosts],
  async run(context, { projectId, month: told, kind, label, amount, evidence, sure }) {
    const month = firstDayOf(told);
    const open = await openForMoney(context, projectId);
    if (!open.ok) return open;
    const { plan, project } = open.value;
    const cost = { month, kind, label, cents: amount, evidence, accepted: false };
    const { doubt } = judge(plan, context.today, [...(await listRealised(context, projectId)), cost]).at(-1)!;
    if (doubt !== undefined && (isImpossible(doubt) || !sure))
      return err({ code: doubt, field: fieldOf(doubt) });
    await addRealised(context, projectId, [{ ...cost, accepted: doubt !== undefined }]);
    await keepFigures(context, project, plan);
    return ok();
  },
});

/** The field where a cost is corrected, or said to be right. */
const fieldOf = (doubt: CostDoubt): 'month' | 'kind' | 'amount' | 'sure' =>
  doubt.startsWith('month-')
    ? 'month'
    : doubt.includes('flat-part')
      ? 'kind'
      : doubt === 'cost-beyond-project'
        ? 'amount'
        : 'sure';
