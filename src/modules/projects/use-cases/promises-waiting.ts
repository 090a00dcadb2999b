import { z } from 'zod';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { listUnanswered } from '../db/promises-read.db.ts';
import { aboutProjects, startsProjects } from '../policies.ts';

/** Applications that are being written and have criticisms of a funder nobody has answered yet; the most first. */
export const unansweredCriticism = defineUseCase({
  name: 'projects.unanswered-criticism',
  ...aboutProjects,
  input: z.object({}).default({}),
  policy: startsProjects,
  refusals: [],
  async run(context) {
    return ok({ projects: await listUnanswered(context) });
  },
});
