import { z } from 'zod';
import type { Handle } from '#access';
import { Id, newId } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { findHead, type KeptPromises, readPromises } from '../db/promises-read.db.ts';
import { addLinks, clearLinks, putGoal, putMeasure, removeThing } from '../db/promises-write.db.ts';
import { aspects } from '../domain/codes.ts';
import { keepsProjects, nobody } from '../policies.ts';
import { optionalText } from './promises-forms.ts';

const Words = z.string().trim().min(1, 'required').max(2000);

/** Adds a goal or changes the words of one, and joins it to the results that measure it. */
export const saveGoal = defineUseCase({
  name: 'projects.save-goal',
  purpose: 'steering',
  input: z.object({ projectId: Id, goalId: Id.optional(), words: Words, results: z.array(Id).default([]) }),
  policy: keepsProjects,
  audit: nobody,
  refusals: ['project-not-found', 'thing-not-found'],
  async run(handle, { projectId, goalId, words, results }) {
    const promises = await promisesForChange(handle, projectId);
    if (!promises) return err({ code: 'project-not-found' });
    if (goalId !== undefined && !promises.goals.some(({ id }) => id === goalId))
      return err({ code: 'thing-not-found' });
    const id = goalId ?? newId();
    await putGoal(handle, projectId, { id, text: words });
    await joinTo(handle, projectId, id, ofKind(promises, 'result', results));
    return ok({ id });
  },
});

/** Adds a measure or changes one, and joins it to its outputs. */
export const saveMeasure = defineUseCase({
  name: 'projects.save-measure',
  purpose: 'steering',
  input: z.object({
    projectId: Id,
    measureId: Id.optional(),
    words: Words,
    workPackage: optionalText(100),
    aspects: z.array(z.enum(aspects)).default([]),
    outputs: z.array(Id).default([]),
  }),
  policy: keepsProjects,
  audit: nobody,
  refusals: ['project-not-found', 'thing-not-found'],
  async run(handle, { projectId, measureId, words, outputs, ...measure }) {
    const promises = await promisesForChange(handle, projectId);
    if (!promises) return err({ code: 'project-not-found' });
    if (measureId !== undefined && !promises.measures.some(({ id }) => id === measureId))
      return err({ code: 'thing-not-found' });
    const id = measureId ?? newId();
    await putMeasure(handle, projectId, { id, text: words, ...measure });
    await joinTo(handle, projectId, id, ofKind(promises, 'output', outputs));
    return ok({ id });
  },
});

/** Takes a goal, measure, indicator, comparison or step away, with the lines that hang on it. */
export const removeFromPlan = defineUseCase({
  name: 'projects.remove-from-plan',
  purpose: 'steering',
  input: z.object({ projectId: Id, thingId: Id }),
  policy: keepsProjects,
  audit: nobody,
  refusals: ['project-not-found', 'thing-not-found'],
  async run(handle, { projectId, thingId }) {
    if (!(await findHead(handle, projectId, 'for-change'))) return err({ code: 'project-not-found' });
    return (await removeThing(handle, projectId, thingId)) ? ok() : err({ code: 'thing-not-found' });
  },
});

/** The promises of a project that nobody else changes meanwhile; undefined when there is no such project. */
export async function promisesForChange(
  handle: Handle,
  projectId: string,
): Promise<KeptPromises | undefined> {
  const head = await findHead(handle, projectId, 'for-change');
  return head && (await readPromises(handle, head));
}

/** Those of the ids that are indicators of this kind in the plan; others are left out. */
export function ofKind(
  { indicators }: KeptPromises,
  kind: 'output' | 'result',
  ids: readonly string[],
): string[] {
  return indicators.filter((one) => one.kind === kind && ids.includes(one.id)).map(({ id }) => id);
}

/** The lines that leave a thing are from now on these. */
export async function joinTo(
  handle: Handle,
  projectId: string,
  from: string,
  to: readonly string[],
): Promise<void> {
  await clearLinks(handle, projectId, from);
  await addLinks(
    handle,
    projectId,
    to.map((id) => ({ from, to: id })),
  );
}
