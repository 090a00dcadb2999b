import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { answerItem } from '../db/promises-write.db.ts';
import { funderChecks } from '../domain/codes.ts';
import { thingsOf } from '../domain/promises-readiness.ts';
import { aboutProjects, writesProject } from '../policies.ts';
import { promisesForChange } from './traceability.ts';

/**
 * Answers a criticism and points at what in the plan shows it. The answer is kept as it is typed; whether the criticism is
 * answered is computed, and stays open while its check fails.
 */
export const answerCriticism = defineUseCase({
  name: 'projects.answer-criticism',
  ...aboutProjects,
  input: z.object({
    projectId: Id,
    itemId: Id,
    check: z.enum(funderChecks),
    answer: z.string().trim().max(5000),
    evidence: z.array(Id).max(20).default([]),
  }),
  policy: writesProject,
  refusals: ['project-not-found', 'thing-not-found', 'evidence-missing'],
  async run(context, { projectId, itemId, ...given }) {
    const promises = await promisesForChange(context, projectId);
    if (!promises) return err({ code: 'project-not-found' });
    const things = thingsOf(promises);
    const evidence = given.evidence.filter((id) => things.has(id));
    if (given.answer !== '' && evidence.length === 0)
      return err({ code: 'evidence-missing', field: 'evidence' });
    if (!(await answerItem(context, projectId, itemId, { ...given, evidence })))
      return err({ code: 'thing-not-found' });
    return ok();
  },
});
