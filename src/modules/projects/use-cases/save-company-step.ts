import { Id, newId } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { putThing } from '../db/promises-write.db.ts';
import { companySteps } from '../domain/added-value.ts';
import { aboutProjects, writesProject } from '../policies.ts';
import { promisesForChange } from './traceability.ts';

/** A step of the work with companies: content, hours with one company, and the test before and after (FND-06, FND-08). */
export const saveCompanyStep = defineUseCase({
  name: 'projects.save-company-step',
  ...aboutProjects,
  input: companySteps.fields.omit({ id: true }).extend({ projectId: Id, stepId: Id.optional() }),
  policy: writesProject,
  refusals: ['project-not-found', 'thing-not-found'],
  async run(context, { projectId, stepId, ...step }) {
    const promises = await promisesForChange(context, projectId);
    if (!promises) return err({ code: 'project-not-found' });
    if (!promises.measures.some(({ id }) => id === step.measureId))
      return err({ code: 'thing-not-found', field: 'measureId' });
    if (stepId !== undefined && !promises.companySteps.some(({ id }) => id === stepId))
      return err({ code: 'thing-not-found' });
    const id = stepId ?? newId();
    await putThing(context, projectId, companySteps, { id, ...step });
    return ok({ id });
  },
});
