import { z } from 'zod';
import { actingAsSystem, writesPerson } from '#access';
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
  policy: writesPerson('tasks'),
  audit: { kind: 'changes', subjects: ({ clientId }) => [clientId], details: ({ kind }) => ({ plan: kind }) },
  refusals: ['no-open-case'],
  async run(context, { clientId, kind, goal }) {
    const open = await actingAsSystem(context, 'only the house may lock a case', (system) =>
      openCaseOf(system, clientId, true),
    );
    if (!open) return err({ code: 'no-open-case' });
    return ok({ planId: await replacePlan(context, { clientId, caseId: open.id, kind, goal }) });
  },
});
