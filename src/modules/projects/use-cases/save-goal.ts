import { z } from 'zod';
import { Id, newId } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { putThing } from '../db/promises-write.db.ts';
import { goals } from '../domain/promises-readiness.ts';
import { aboutProjects, writesProject } from '../policies.ts';
import { joinTo, ofKind, promisesForChange } from './traceability.ts';

/** Adds a goal or changes the words of one, and joins it to the results that measure it. */
export const saveGoal = defineUseCase({
  name: 'projects.save-goal',
  ...aboutProjects,
  input: z.object({
    projectId: Id,
    goalId: Id.optional(),
    words: goals.fields.shape.text,
    results: z.array(Id).default([]),
  }),
  policy: writesProject,
  refusals: ['project-not-found', 'thing-not-found'],
  async run(context, { projectId, goalId, words, results }) {
    const promises = await promisesForChange(context, projectId);
    if (!promises) return err({ code: 'project-not-found' });
    if (goalId !== undefined && !promises.goals.some(({ id }) => id === goalId))
      return err({ code: 'thing-not-found' });
    const id = goalId ?? newId();
    await putThing(context, projectId, goals, { id, text: words });
    await joinTo(context, projectId, id, ofKind(promises, 'result', results));
    return ok({ id });
  },
});
