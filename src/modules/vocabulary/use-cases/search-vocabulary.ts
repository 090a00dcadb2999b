import { z } from 'zod';
import { anybody } from '#access';
import { inLanguage, type Language } from '#kernel/localised.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import type { ConceptKind } from '../domain/concepts.ts';
import { search } from '../domain/search.ts';
import { vocabularyIndex } from '../vocabulary-index.ts';

/** A found concept. `name` is its own name, `language` the one that is really in; `matched` the name that was found. */
export interface VocabularyHit {
  uri: string;
  kind: ConceptKind;
  name: string;
  language: Language;
  matched: string;
  isco?: string;
}

/** Searches occupations and skills as one types, in all three languages, for anybody. */
export const searchVocabulary = defineUseCase({
  name: 'vocabulary.search',
  purpose: 'public-information',
  input: z.object({
    text: z.string().max(200),
    kinds: z
      .array(z.enum(['occupation', 'skill', 'group']))
      .min(1)
      .default(['occupation', 'skill']),
    limit: z.int().min(1).max(50).default(12),
  }),
  policy: anybody,
  audit: { kind: 'none', why: 'Reads the vocabulary only.' },
  refusals: [],
  async run(handle, { text, kinds, limit }) {
    const { language } = handle.viewer;
    const found = search(await vocabularyIndex(handle), text, { language, kinds, limit });
    const hits = found.map((hit): VocabularyHit => {
      const name = inLanguage(hit.concept.names, language);
      return {
        uri: hit.uri,
        kind: hit.kind,
        name: name.text,
        language: name.language,
        matched: hit.matchedName,
        ...(hit.concept.isco === undefined ? {} : { isco: hit.concept.isco }),
      };
    });
    return ok({ hits });
  },
});
