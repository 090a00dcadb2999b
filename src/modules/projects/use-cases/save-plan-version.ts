import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { readPlan } from '../db/plan.db.ts';
import { findProject, saveVersion } from '../db/projects.db.ts';
import { readPromises } from '../db/promises-read.db.ts';
import { promiseVersionOf } from '../domain/promise-version.ts';
import { aboutProjects, writesProject } from '../policies.ts';

/** Keeps the plan and what it promises, as they stand, as the next version, with a reason (PJ-21). */
export const savePlanVersion = defineUseCase({
  name: 'projects.keep-version',
  ...aboutProjects,
  input: z.object({ projectId: Id, why: z.string().trim().min(1, 'required').max(500) }),
  policy: writesProject,
  refusals: ['project-not-found'],
  async run(context, { projectId, why }) {
    const project = await findProject(context, projectId, 'for-change');
    const plan = project && (await readPlan(context, projectId));
    if (!plan) return err({ code: 'project-not-found' });
    const promises = await readPromises(context, { projectId, instrument: plan.identity.instrument });
    const number = await saveVersion(context, projectId, {
      plan,
      promises: promiseVersionOf(promises),
      why,
      occasion: 'kept',
    });
    return ok({ number });
  },
});
