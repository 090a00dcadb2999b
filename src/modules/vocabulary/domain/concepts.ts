import type { Language } from '#kernel/localised.ts';

/** What a concept is: an occupation, a skill (or knowledge), or a group above either of them. */
export type ConceptKind = 'occupation' | 'skill' | 'group';

/** Names a person may use besides the preferred one, by language. */
export type AlternativeNames = Record<Language, string[]>;

/**
 * One thing of the vocabulary. The URI is its identity: names are not unique (one occupation name and ten skill
 * names occur twice in ESCO's Finnish), so nothing is ever looked up by name alone.
 */
export type Concept = {
  uri: string;
  kind: ConceptKind;
  skillType?: 'skill' | 'knowledge';
  /** ISCO-08 code, 1 to 4 digits: of an occupation its unit group, of an ISCO group its own code. */
  isco?: string;
  names: { fi?: string; sv?: string; en?: string };
  altNames: AlternativeNames;
  source: 'starter' | 'esco';
  broader: string[];
};

/** ESCO says that an occupation needs a skill, always (essential) or in some workplaces (optional). */
export type OccupationSkill = {
  occupationUri: string;
  skillUri: string;
  relation: 'essential' | 'optional';
};

/** Concepts with unique URIs, and the relations between them. */
export type Vocabulary = {
  concepts: Concept[];
  occupationSkills: OccupationSkill[];
};

const iscoPrefix = 'http://data.europa.eu/esco/isco/C';

/** The URI of the ISCO group of a code of one to four digits. */
export function iscoGroupUri(code: string): string {
  return iscoPrefix + code;
}

/** An empty set of alternative names. */
export function noAlternativeNames(): AlternativeNames {
  return { fi: [], sv: [], en: [] };
}

/**
 * Puts a newer vocabulary over an older one, by URI: the newer concept wins, but alternative names of both stay
 * (so the everyday names that the project wrote survive an import), and a relation that the newer one states about
 * an occupation replaces all that the older one stated about the same occupation.
 */
export function mergeVocabularies(older: Vocabulary, newer: Vocabulary): Vocabulary {
  const concepts = new Map(older.concepts.map((concept) => [concept.uri, concept]));
  for (const concept of newer.concepts) {
    const before = concepts.get(concept.uri);
    concepts.set(concept.uri, before === undefined ? concept : mergeConcepts(before, concept));
  }
  const restated = new Set(newer.occupationSkills.map((relation) => relation.occupationUri));
  return {
    concepts: [...concepts.values()],
    occupationSkills: [
      ...older.occupationSkills.filter((relation) => !restated.has(relation.occupationUri)),
      ...newer.occupationSkills,
    ],
  };
}

function mergeConcepts(before: Concept, after: Concept): Concept {
  const names = { ...before.names, ...after.names };
  const both = (language: Language): string[] => {
    const unique = new Set([...after.altNames[language], ...before.altNames[language]]);
    if (names[language] !== undefined) unique.delete(names[language]);
    return [...unique];
  };
  return { ...after, names, altNames: { fi: both('fi'), sv: both('sv'), en: both('en') } };
}
