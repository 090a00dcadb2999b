import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { restoreRealised } from '../db/realised.db.ts';
import { aboutProjects, writesProject } from '../policies.ts';
import { keepFigures } from '../save-plan.ts';
import { openForMoney } from './realised.ts';

/** Puts back a cost that was taken away, as it was. */
export const restoreRealisedEntry = defineUseCase({
  name: 'projects.restore-realised',
  ...aboutProjects,
  input: z.object({ projectId: Id, entryId: Id }),
  policy: writesProject,
  refusals: ['project-not-found', 'project-closed', 'row-not-found'],
  async run(context, { projectId, entryId }) {
    const open = await openForMoney(context, projectId);
    if (!open.ok) return open;
    if (!(await restoreRealised(context, projectId, entryId))) return err({ code: 'row-not-found' });
    await keepFigures(context, open.value.project, open.value.plan);
    return ok();
  },
});
