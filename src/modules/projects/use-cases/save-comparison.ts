import { Id, newId } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { isService } from '#networks';
import { defineUseCase } from '#use-case';
import { findHead } from '../db/promises-read.db.ts';
import { putThing } from '../db/promises-write.db.ts';
import { comparisons } from '../domain/added-value.ts';
import { aboutProjects, writesProject } from '../policies.ts';
import { promisesForChange } from './traceability.ts';

/** Says what is new in a measure beside something that is there, or where one looked and found nothing (FND-01). */
export const saveComparison = defineUseCase({
  name: 'projects.save-comparison',
  ...aboutProjects,
  input: comparisons.fields.omit({ id: true }).extend({ projectId: Id, comparisonId: Id.optional() }),
  policy: writesProject,
  refusals: ['project-not-found', 'thing-not-found', 'service-not-found'],
  async run(context, { projectId, comparisonId, ...comparison }) {
    const promises = await promisesForChange(context, projectId);
    if (!promises) return err({ code: 'project-not-found' });
    if (!promises.measures.some(({ id }) => id === comparison.measureId))
      return err({ code: 'thing-not-found', field: 'measureId' });
    if (comparisonId !== undefined && !promises.comparisons.some(({ id }) => id === comparisonId))
      return err({ code: 'thing-not-found' });
    if (comparison.otherId !== undefined && !(await findHead(context, comparison.otherId)))
      return err({ code: 'project-not-found', field: 'otherId' });
    if (comparison.serviceId !== undefined && !(await isService(context, comparison.serviceId)))
      return err({ code: 'service-not-found', field: 'serviceId' });
    const id = comparisonId ?? newId();
    await putThing(context, projectId, comparisons, { id, ...comparison });
    return ok({ id });
  },
});
