import { z } from 'zod';
import type { ViewerContext } from '#access';
import { Day } from '#kernel/days.ts';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { readPlan } from '../db/plan.db.ts';
import { findProject, saveVersion, setState, type Unready } from '../db/projects.db.ts';
import { type KeptPromises, listValues, readPromises } from '../db/promises-read.db.ts';
import { openEnds } from '../domain/closing.ts';
import { ProjectState } from '../domain/draft.ts';
import { moneySummary } from '../domain/funding.ts';
import type { Plan } from '../domain/plan.ts';
import { promiseVersionOf } from '../domain/promise-version.ts';
import { reasonsOf } from '../domain/promises-readiness.ts';
import { mayMove } from '../domain/states.ts';
import { aboutProjects, writesProject } from '../policies.ts';
import { savePlan } from '../save-plan.ts';
import { usedOf } from '../used.ts';

/** What a project still owes before it can be closed: read with the plan and the promises at hand. */
export async function openEndsOf(
  context: ViewerContext,
  projectId: string,
  plan: Plan,
  promises: KeptPromises,
) {
  const { used } = await usedOf(context, projectId, plan);
  const { granted, realised } = moneySummary(plan, context.today, used);
  const valued = new Set((await listValues(context, projectId)).map(({ indicatorId }) => indicatorId));
  const { indicators, followUps } = promises;
  return openEnds({ plan, indicators, followUps, valued, granted, realised }, context.today);
}

/**
 * Moves a project to its next state. An application goes out when its plan is ready, or with words of why it goes all the
 * same, which stay beside it; what went out is kept as a version, and so is what was closed. Closing is refused while something blocks it: a mandatory
 * part of the final report (F-21), a result without an owner (PJ-22), a horizontal promise not followed (HOR-06).
 */
export const moveProject = defineUseCase({
  name: 'projects.move',
  ...aboutProjects,
  input: z.object({
    projectId: Id,
    to: ProjectState,
    on: Day.optional(),
    note: z.string().trim().max(500).default(''),
    /** Why the application goes out although its plan is not ready. */
    unreadyWhy: z.string().trim().max(2000).default(''),
  }),
  policy: writesProject,
  refusals: [
    'project-not-found',
    'move-not-allowed',
    'plan-not-ready',
    'final-report-incomplete',
    'result-without-owner',
    'promise-not-followed',
    'day-in-future',
  ],
  async run(context, { projectId, to, on = context.today, note, unreadyWhy }) {
    const project = await findProject(context, projectId, 'for-change');
    const plan = project && (await readPlan(context, projectId));
    if (!project || !plan) return err({ code: 'project-not-found' });
    if (!mayMove(project.state, to)) return err({ code: 'move-not-allowed', field: 'to' });
    if (on > context.today) return err({ code: 'day-in-future', field: 'on' });
    const promises = await readPromises(context, { projectId, instrument: plan.identity.instrument });
    let unready: Unready | undefined;
    if (to === 'applied') {
      const reasons = reasonsOf(promises).filter(({ grade }) => grade === 'blocks');
      if (reasons.length > 0 && unreadyWhy === '')
        return err({
          code: 'plan-not-ready',
          field: 'unreadyWhy',
          details: { count: reasons.length, reasons },
        });
      if (reasons.length > 0) unready = { why: unreadyWhy, reasons: reasons.length };
    }
    if (to === 'closed') {
      const blocking = (await openEndsOf(context, projectId, plan, promises)).filter(
        ({ grade }) => grade === 'blocks',
      );
      const of = (code: string) => blocking.filter((end) => end.code === code);
      const parts = of('report-part').map(({ about }) => about);
      if (parts.length > 0)
        return err({ code: 'final-report-incomplete', field: 'to', details: { count: parts.length, parts } });
      for (const code of ['result-without-owner', 'promise-not-followed'] as const)
        if (of(code).length > 0) return err({ code, field: 'to', details: { count: of(code).length } });
    }
    await setState(context, projectId, project.state, to, on, note || undefined, unready);
    await savePlan(context, { projectId, state: to }, plan);
    if (to === 'applied' || to === 'closed')
      await saveVersion(context, projectId, {
        plan,
        promises: promiseVersionOf(promises),
        why: note,
        occasion: to,
      });
    return ok();
  },
});
