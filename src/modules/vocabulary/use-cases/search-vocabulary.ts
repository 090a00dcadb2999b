import { z } from 'zod';
import { anybody } from '#access';
import { inLanguage, type Language } from '#kernel/localised.ts';
import { ok } from '#kernel/result.ts';
import { defineUseCase } from '#use-case';
import type { ConceptKind } from '../domain/concepts.ts';
import { matchTitle, search } from '../domain/search.ts';
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

/** Fewer letters than this are the beginning of a word, not a title. */
const shortestTitle = 5;
/** A title that means less than this is not worth showing beside what was found. */
const leastTitle = 40;

/**
 * Searches occupations and skills as one types, in all three languages, for anybody. Where few names begin or go on
 * as typed, the text is also read as a whole job title.
 */
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
  async run(context, { text, kinds, limit }) {
    const { language } = context.viewer;
    const index = await vocabularyIndex(context);
    const found = search(index, text, { language, kinds, limit });
    const known = new Set(found.map((hit) => hit.uri));
    const titles =
      found.length < limit && text.trim().length >= shortestTitle
        ? matchTitle(index, text, { language, kinds, limit }).filter(
            (hit) => hit.score >= leastTitle && !known.has(hit.uri),
          )
        : [];
    const hits = [...found, ...titles].slice(0, limit).map((hit): VocabularyHit => {
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
