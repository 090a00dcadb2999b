import { z } from 'zod';
import { Id } from '#kernel/ids.ts';
import { inLanguage } from '#kernel/localised.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import { suggest, vocabularyIndex } from '#vocabulary';
import { mappingOf } from '../db/parts.db.ts';
import { writesSkills } from '../policies.ts';

const suggestionsAtMost = 40;

/**
 * Skills and occupations that a pasted text (a CV, an application) may speak of, each with the words that caused it.
 * Nothing is kept of the text, here or in the log; a suggestion is true only when the person confirms it.
 */
export const suggestFromText = defineUseCase({
  name: 'skills.suggest-from-text',
  purpose: 'employment-service',
  input: z.object({ clientId: Id, text: z.string().trim().min(1, 'required').max(20_000) }),
  policy: writesSkills,
  audit: { kind: 'reads', subjects: ({ clientId }) => [clientId] },
  refusals: [],
  async run(context, { clientId, text }) {
    const { language } = context.viewer;
    const mapping = await mappingOf(context, clientId);
    const there = new Set([
      ...mapping.skills.map(({ state }) => state.uri),
      ...mapping.occupations.map(({ uri }) => uri),
    ]);
    const found = suggest(await vocabularyIndex(context), text, {
      kinds: ['occupation', 'skill'],
      limit: suggestionsAtMost,
    });
    const rows = found.map(({ uri, kind, concept, cause }) => ({
      uri,
      kind: kind === 'occupation' ? ('occupation' as const) : ('skill' as const),
      words: inLanguage(concept.names, language),
      cause: cause.text.replace(/\s+/g, ' '),
      start: cause.start,
    }));
    const fresh = rows.filter(({ uri }) => !there.has(uri)).sort((a, b) => a.start - b.start);
    return ok({
      occupations: fresh.filter(({ kind }) => kind === 'occupation'),
      skills: fresh.filter(({ kind }) => kind === 'skill'),
      already: rows.length - fresh.length,
    });
  },
});
