import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { compareTexts } from '#kernel/letters.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { conceptNames, requirementsOf } from '#vocabulary';
import { mappingOf } from '../db/parts.db.ts';
import { writesSkills } from '../policies.ts';
import { wordingFor } from './words.ts';

/** The skills that an occupation always needs and the mapping does not have yet, to be confirmed one by one. */
export const essentialSkills = defineUseCase({
  name: 'skills.essential-skills',
  purpose: 'employment-service',
  input: z.object({ clientId: Id, occupationUri: z.string().max(300) }),
  policy: writesSkills,
  audit: { kind: 'reads', subjects: ({ clientId }) => [clientId] },
  refusals: ['unknown-concept'],
  async run(context, { clientId, occupationUri }) {
    if (!(await conceptNames(context, [occupationUri])).has(occupationUri))
      return err({ code: 'unknown-concept' });
    const { essential } = await requirementsOf(context, occupationUri);
    const mapping = await mappingOf(context, clientId);
    const there = new Set(mapping.skills.map(({ state }) => state.uri));
    const missing = essential.filter((uri) => !there.has(uri));
    const wording = await wordingFor(context, [occupationUri, ...missing]);
    return ok({
      occupation: { uri: occupationUri, words: wording.concept(occupationUri) },
      already: essential.length - missing.length,
      skills: missing
        .map((uri) => ({ uri, words: wording.concept(uri) }))
        .sort((a, b) => compareTexts(a.words.text, b.words.text)),
    });
  },
});
