import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { acceptRealised } from '../db/realised.db.ts';
import { impossibleCosts } from '../domain/codes.ts';
import { isImpossible } from '../domain/used-money.ts';
import { aboutProjects, writesProject } from '../policies.ts';
import { keepFigures } from '../save-plan.ts';
import { usedOf } from '../used.ts';
import { openForMoney } from './realised.ts';

/** Says that a cost that can hardly be true is right: from then on it counts. What cannot be true cannot be accepted. */
export const acceptRealisedEntry = defineUseCase({
  name: 'projects.accept-realised',
  ...aboutProjects,
  input: z.object({ projectId: Id, entryId: Id }),
  policy: writesProject,
  refusals: ['project-not-found', 'project-closed', 'row-not-found', ...impossibleCosts],
  async run(context, { projectId, entryId }) {
    const open = await openForMoney(context, projectId);
    if (!open.ok) return open;
    const { project, plan } = open.value;
    const cost = (await usedOf(context, projectId, plan)).costs.find(({ id }) => id === entryId);
    if (cost === undefined) return err({ code: 'row-not-found' });
    if (isImpossible(cost.doubt)) return err({ code: cost.doubt as (typeof impossibleCosts)[number] });
    await acceptRealised(context, projectId, entryId);
    await keepFigures(context, project, plan);
    return ok();
  },
});
