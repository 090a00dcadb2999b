import { z } from 'zod';
import { findDecisions } from '#governance';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { aboutProjects, startsProjects } from '../policies.ts';

/** Decisions of governance that can meet a condition, found by words. */
export const decisionsToChoose = defineUseCase({
  name: 'projects.decisions-to-choose',
  ...aboutProjects,
  input: z.object({ words: z.string().trim().max(200).default('') }),
  policy: startsProjects,
  refusals: [],
  async run(context, { words }) {
    return ok({ decisions: await findDecisions(context, words) });
  },
});
