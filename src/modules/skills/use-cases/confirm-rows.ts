import { z } from 'zod';
import { Id, newId } from '#kernel/ids.ts';
import { err, ok, unwrap } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { conceptNames } from '#vocabulary';
import { findState, skillLike } from '../db/parts.db.ts';
import { Evidence, Level, Uri, Years } from '../domain/parts.ts';
import { writesSkills } from '../policies.ts';
import { openAct, writePart } from './write-part.ts';

/**
 * Adds the skills and occupations that the person confirmed one by one, as one act: suggestions from a text, or what
 * an occupation needs. What is there already stays as it is.
 */
export const confirmRows = defineUseCase({
  name: 'skills.confirm-rows',
  purpose: 'employment-service',
  input: z.object({
    clientId: Id,
    skills: z.array(z.object({ uri: Uri, level: Level })).max(100),
    occupations: z
      .array(z.object({ uri: Uri, years: Years }))
      .max(30)
      .default([]),
    evidence: Evidence.exclude(['assessed']),
  }),
  policy: writesSkills,
  audit: { kind: 'changes', subjects: ({ clientId }) => [clientId] },
  refusals: ['unknown-concept', 'nothing-chosen'],
  async run(context, { clientId, skills, occupations, evidence }) {
    const uris = [...skills, ...occupations].map((row) => row.uri);
    if (uris.length === 0) return err({ code: 'nothing-chosen' });
    const names = await conceptNames(context, uris);
    if (uris.some((uri) => !names.has(uri))) return err({ code: 'unknown-concept' });
    const act = await openAct(context, clientId);
    let added = 0;
    for (const occupation of occupations) {
      if (await findState(context, clientId, 'occupation', occupation.uri)) continue;
      const place = { part: 'occupation', subject: occupation.uri } as const;
      unwrap(await writePart(context, act, { ...place, next: occupation, seen: undefined }));
      added += 1;
    }
    for (const { uri, level } of skills) {
      if (await skillLike(context, clientId, { uri })) continue;
      const next = { uri, level, evidence };
      unwrap(await writePart(context, act, { part: 'skill', subject: newId(), next, seen: undefined }));
      added += 1;
    }
    return ok({ added });
  },
});
