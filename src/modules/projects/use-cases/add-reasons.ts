import { z } from 'zod';
import { Id, newId } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { putThing } from '../db/promises-write.db.ts';
import { criticisms, readCriticisms } from '../domain/promises-criticisms.ts';
import { aboutProjects, writesProject } from '../policies.ts';
import { promisesForChange } from './traceability.ts';

/** Writes down a funder's reasons as they were given; each sentence becomes one criticism or more. */
export const addReasons = defineUseCase({
  name: 'projects.add-criticisms',
  ...aboutProjects,
  input: z.object({
    projectId: Id,
    words: z.string().trim().min(1, 'required').max(20_000),
    source: z.string().trim().max(300).default(''),
  }),
  policy: writesProject,
  refusals: ['project-not-found'],
  async run(context, { projectId, words, source }) {
    const promises = await promisesForChange(context, projectId);
    if (!promises) return err({ code: 'project-not-found' });
    const said = new Set(promises.rejection.map(({ text, check }) => `${check} ${text}`));
    const items = readCriticisms(words).filter(({ text, check }) => !said.has(`${check} ${text}`));
    for (const item of items)
      await putThing(context, projectId, criticisms, {
        id: newId(),
        evidence: [],
        ...item,
        source: source || undefined,
      });
    return ok({ added: items.length });
  },
});
