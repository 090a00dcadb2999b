import { z } from 'zod';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { listUnanswered } from '../db/promises-read.db.ts';
import { keepsProjects, nobody } from '../policies.ts';

/** Applications that are being written and have criticisms of a funder nobody has answered yet; the most first. */
export const unansweredCriticism = defineUseCase({
  name: 'projects.unanswered-criticism',
  purpose: 'steering',
  input: z.object({}).default({}),
  policy: keepsProjects,
  audit: nobody,
  refusals: [],
  async run(handle) {
    return ok({ projects: await listUnanswered(handle) });
  },
});
