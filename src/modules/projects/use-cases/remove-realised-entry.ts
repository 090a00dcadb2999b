import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { removeRealised } from '../db/realised.db.ts';
import { aboutProjects, writesProject } from '../policies.ts';
import { keepFigures } from '../save-plan.ts';
import { openForMoney } from './realised.ts';

/** Takes a wrongly entered cost away. It stays among the removed with who, when and why, and can be put back. */
export const removeRealisedEntry = defineUseCase({
  name: 'projects.remove-realised',
  ...aboutProjects,
  input: z.object({ projectId: Id, entryId: Id, why: z.string().trim().min(1, 'required').max(500) }),
  policy: writesProject,
  refusals: ['project-not-found', 'project-closed', 'row-not-found'],
  async run(context, { projectId, entryId, why }) {
    const open = await openForMoney(context, projectId);
    if (!open.ok) return open;
    if (!(await removeRealised(context, { projectId, id: entryId, why })))
      return err({ code: 'row-not-found' });
    await keepFigures(context, open.value.project, open.value.plan);
    return ok();
  },
});
