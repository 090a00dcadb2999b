import { z } from 'zod';
import { actingAsSystem, keepsPerson } from '#access';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { replacePlan } from '../db/plans.db.ts';
import { openCaseOf } from '../db/responsibility.db.ts';
import { planKinds } from '../domain/kinds.ts';

/** Agrees on a plan with a person; the plan in force before ends today and stays as it was (PATH-13). */
export const agreePlan = defineUseCase({
  name: 'clients.agree-plan',
  purpose: 'employment-service',
  input: z.object({
    clientId: Id,
    kind: z.enum(planKinds),
    goal: z.string().trim().min(1, { error: 'required' }).max(1000),
  }),
  policy: keepsPerson('tasks'),
  audit: { kind: 'changes', subjects: ({ clientId }) => [clientId], details: ({ kind }) => ({ plan: kind }) },
  refusals: ['no-open-case'],
  async run(handle, { clientId, kind, goal }) {
    const open = await actingAsSystem(handle, 'only the house may lock a case', (house) =>
      openCaseOf(house, clientId, true),
    );
    if (!open) return err({ code: 'no-open-case' });
    return ok({ planId: await replacePlan(handle, { clientId, caseId: open.id, kind, goal }) });
  },
});
