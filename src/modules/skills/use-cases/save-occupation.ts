import { z } from 'zod';
import { err } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { conceptNames } from '#vocabulary';
import { OccupationState } from '../domain/parts.ts';
import { writesSkills } from '../policies.ts';
import { changesOfClient, Writing } from './save-parts.ts';
import { openAct, saveRefusals, writePart } from './write-part.ts';

/** Adds an occupation that the person has done, in years, or changes the years. */
export const saveOccupation = defineUseCase({
  name: 'skills.save-occupation',
  purpose: 'employment-service',
  input: z.object({ ...Writing, occupation: OccupationState }),
  policy: writesSkills,
  audit: changesOfClient,
  refusals: [...saveRefusals, 'unknown-concept'],
  async run(context, { clientId, seen, occupation }) {
    if (!(await conceptNames(context, [occupation.uri])).has(occupation.uri))
      return err({ code: 'unknown-concept', field: 'occupation' });
    const act = await openAct(context, clientId);
    return writePart(context, act, { part: 'occupation', subject: occupation.uri, next: occupation, seen });
  },
});
