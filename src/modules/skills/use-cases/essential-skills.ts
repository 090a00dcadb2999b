import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { compareTexts } from '#kernel/localised.ts';
import { err, ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { conceptNames, requirementsOf } from '#vocabulary';
import { mappingOf } from '../db/parts.db.ts';
import { keepsSkills } from '../policies.ts';
import { wordingFor } from './words.ts';

/** The skills that an occupation always needs and the mapping does not have yet, to be confirmed one by one. */
export const essentialSkills = defineUseCase({
  name: 'skills.essential-skills',
  purpose: 'employment-service',
  input: z.object({ clientId: Id, occupationUri: z.string().max(300) }),
  policy: keepsSkills,
  audit: { kind: 'reads', subjects: ({ clientId }) => [clientId] },
  refusals: ['unknown-concept'],
  async run(handle, { clientId, occupationUri }) {
    if (!(await conceptNames(handle, [occupationUri])).has(occupationUri))
      return err({ code: 'unknown-concept' });
    const { essential } = await requirementsOf(handle, occupationUri);
    const mapping = await mappingOf(handle, clientId);
    const there = new Set(mapping.skills.map(({ state }) => state.uri));
    const missing = essential.filter((uri) => !there.has(uri));
    const wording = await wordingFor(handle, [occupationUri, ...missing]);
    const compare = compareTexts(handle.viewer.language);
    return ok({
      occupation: { uri: occupationUri, words: wording.concept(occupationUri) },
      already: essential.length - missing.length,
      skills: missing
        .map((uri) => ({ uri, words: wording.concept(uri) }))
        .sort((a, b) => compare(a.words.text, b.words.text)),
    });
  },
});
