import type { Language } from '#kernel/localised.ts';
import type { Concept, Vocabulary } from '../concepts.ts';
import { isEmptyVerb, isFunctionWord } from '../function-words.ts';
import type { Analyser } from '../text.ts';
import { type Postings, PostingsBuilder } from './postings.ts';

/** The words of the names of the skills that occupations need: occupations by stem, as vectors of length one. */
export type SkillWords = {
  readonly stems: ReadonlyMap<string, number>;
  readonly rarity: Float32Array;
  readonly postings: Postings;
};

/** The skills that each concept needs, by their places in the vocabulary, with how much each tells. */
export type Needs = readonly (readonly { readonly skill: number; readonly weight: number }[])[];

/** An optional skill tells half of what an essential one does. */
const relationWeight = { essential: 1, optional: 0.5 } as const;

/** The needs of concepts, in their order. */
export function needsOf(vocabulary: Vocabulary, concepts: readonly Concept[]): Needs {
  const place = new Map(concepts.map((concept, at) => [concept.uri, at]));
  const skills = new Map<string, number>();
  for (const [at, concept] of vocabulary.concepts.entries())
    if (concept.kind === 'skill') skills.set(concept.uri, at);
  const needs: { skill: number; weight: number }[][] = concepts.map(() => []);
  for (const { occupationUri, skillUri, relation } of vocabulary.occupationSkills) {
    const at = place.get(occupationUri);
    const skill = skills.get(skillUri);
    if (at !== undefined && skill !== undefined) needs[at]!.push({ skill, weight: relationWeight[relation] });
  }
  return needs;
}

/** @param words the words of the preferred names of all concepts of the vocabulary */
export function buildSkillWords(
  language: Language,
  analyser: Analyser,
  needs: Needs,
  words: readonly (readonly string[])[],
): SkillWords {
  const stems = new Map<string, number>();
  const known: (readonly number[])[] = [];
  const stemsOf = (skill: number): readonly number[] => {
    const before = known[skill];
    if (before !== undefined) return before;
    const found: number[] = [];
    for (const word of words[skill]!) {
      if (isFunctionWord(word, language) || isEmptyVerb(word, language)) continue;
      const stem = rootOf(word, analyser);
      const number = stems.get(stem) ?? stems.size;
      stems.set(stem, number);
      found.push(number);
    }
    known[skill] = found;
    return found;
  };
  const counts: { terms: number[]; values: number[] }[] = [];
  const value: number[] = [];
  for (const skills of needs) {
    const terms: number[] = [];
    for (const { skill, weight } of skills) {
      for (const stem of stemsOf(skill)) {
        if (!value[stem]) terms.push(stem);
        value[stem] = (value[stem] ?? 0) + weight;
      }
    }
    counts.push({ terms, values: terms.map((stem) => value[stem]!) });
    for (const stem of terms) value[stem] = 0;
  }
  const having = new Int32Array(stems.size);
  for (const { terms } of counts) for (const stem of terms) having[stem]! += 1;
  const all = counts.filter(({ terms }) => terms.length > 0).length;
  const rarity = Float32Array.from(having, (count) => Math.log(1 + all / count));
  const builder = new PostingsBuilder();
  for (const [concept, { terms, values }] of counts.entries()) {
    builder.addVector(
      concept,
      terms,
      values.map((row, at) => Math.sqrt(row) * rarity[terms[at]!]!),
    );
  }
  return { stems, rarity, postings: builder.build(stems.size) };
}

/** The stem that a word shares with its relatives: what a skill does (weld) and who does it (welder). */
export function rootOf(word: string, analyser: Analyser): string {
  const { forms, roots } = analyser(word);
  return roots[0] ?? forms[0]!;
}
