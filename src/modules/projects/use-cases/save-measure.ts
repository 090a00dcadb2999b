import { z } from 'zod';
import { Id, newId } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { putThing } from '../db/promises-write.db.ts';
import { measures } from '../domain/promises-readiness.ts';
import { aboutProjects, writesProject } from '../policies.ts';
import { joinTo, ofKind, promisesForChange } from './traceability.ts';

/** Adds a measure or changes one, and joins it to its outputs. */
export const saveMeasure = defineUseCase({
  name: 'projects.save-measure',
  ...aboutProjects,
  input: z.object({
    projectId: Id,
    measureId: Id.optional(),
    words: measures.fields.shape.text,
    ...measures.fields.pick({ workPackage: true, aspects: true }).shape,
    outputs: z.array(Id).default([]),
  }),
  policy: writesProject,
  refusals: ['project-not-found', 'thing-not-found'],
  async run(context, { projectId, measureId, words, outputs, ...measure }) {
    const promises = await promisesForChange(context, projectId);
    if (!promises) return err({ code: 'project-not-found' });
    if (measureId !== undefined && !promises.measures.some(({ id }) => id === measureId))
      return err({ code: 'thing-not-found' });
    const id = measureId ?? newId();
    await putThing(context, projectId, measures, { id, text: words, ...measure });
    await joinTo(context, projectId, id, ofKind(promises, 'output', outputs));
    return ok({ id });
  },
});
