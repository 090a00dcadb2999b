import { type Language, languages } from '#kernel/localised.ts';
import type { Concept, ConceptKind, Vocabulary } from '../concepts.ts';
import { isFunctionWord } from '../function-words.ts';
import { type Bridge, buildBridges } from './bridges.ts';
import { PostingsBuilder } from './postings.ts';
import { buildSkillWords, needsOf, type SkillWords } from './skill-words.ts';
import { buildTerms } from './terms.ts';
import type { TitleList, TitleWords } from './title-list.ts';

/** What is kept of a concept that titles may mean. */
export type TitleConcept = Pick<Concept, 'uri' | 'kind' | 'isco' | 'names'>;

/** The searchable form of all titles: names of occupations and of the groups above them. */
export type TitleIndex = {
  readonly concepts: readonly TitleConcept[];
  readonly texts: readonly string[];
  readonly conceptOf: Int32Array;
  readonly languageOf: Uint8Array;
  readonly preferred: Uint8Array;
  /** The sum of the rarities of a name's terms. */
  readonly weights: Float32Array;
  readonly lists: readonly TitleList[];
  /** From each other language to the one with the most names. */
  readonly bridges: readonly Bridge[];
  readonly work: TitleWork;
};

/** Numbers by name that a search fills and clears; `met` and `covered` are all zero between searches. */
export type TitleWork = {
  readonly met: Float64Array;
  readonly covered: Float64Array;
  readonly stamp: Int32Array;
  readonly bestMet: Float32Array;
  readonly bestCovered: Float32Array;
  now: number;
};

/** A name with its folded words; `concept` is a place in the vocabulary's list, `language` in the list of languages. */
export type Name = {
  readonly text: string;
  readonly concept: number;
  readonly language: number;
  readonly preferred: boolean;
  readonly words: readonly string[];
};

const kinds: readonly ConceptKind[] = ['occupation', 'group'];
const longestName = 30;

/** Makes the index. The order of concepts does not matter: they are put in the order of their URIs. */
export function buildTitleIndex(
  vocabulary: Vocabulary,
  names: readonly Name[],
  tools: TitleWords,
): TitleIndex {
  const { concepts } = vocabulary;
  const places = [...concepts.keys()]
    .filter((place) => kinds.includes(concepts[place]!.kind))
    .sort((a, b) => byCodeUnit(concepts[a]!.uri, concepts[b]!.uri));
  const chosen = places.map((place) => concepts[place]!);
  const numbers = new Map(places.map((place, number) => [place, number]));
  const rows = titlesOf(names, numbers);
  const needs = needsOf(vocabulary, chosen);
  const words = preferredWords(names, concepts.length);
  const weights = new Float32Array(rows.length);
  const lists = languages.map((language, number) => {
    const first = rows.findIndex((row) => row.language === number);
    const own = rows.filter((row) => row.language === number);
    const skills = buildSkillWords(language, tools[language].analyser, needs, words[number]!);
    return buildList(language, own, Math.max(0, first), skills, tools[language], weights);
  });
  return {
    concepts: chosen.map(({ uri, kind, isco, names }) =>
      isco === undefined ? { uri, kind, names } : { uri, kind, isco, names },
    ),
    texts: rows.map((row) => row.text),
    conceptOf: Int32Array.from(rows, (row) => row.concept),
    languageOf: Uint8Array.from(rows, (row) => row.language),
    preferred: Uint8Array.from(rows, (row) => (row.preferred ? 1 : 0)),
    weights,
    lists,
    bridges: buildBridges(lists, words, tools),
    work: {
      met: new Float64Array(rows.length),
      covered: new Float64Array(rows.length),
      stamp: new Int32Array(rows.length),
      bestMet: new Float32Array(rows.length),
      bestCovered: new Float32Array(rows.length),
      now: 0,
    },
  };
}

/** The names of the chosen concepts without words of grammar: by language, then by concept, then by text. */
function titlesOf(names: readonly Name[], numbers: ReadonlyMap<number, number>): Name[] {
  const rows: Name[] = [];
  for (const name of names) {
    const concept = numbers.get(name.concept);
    if (concept === undefined) continue;
    const language = languages[name.language]!;
    const words = [...new Set(name.words)].filter((word) => !isFunctionWord(word, language));
    if (words.length > 0) rows.push({ ...name, concept, words: words.slice(0, longestName) });
  }
  return rows.sort((a, b) => a.language - b.language || a.concept - b.concept || byCodeUnit(a.text, b.text));
}

/** The words of each concept's preferred name, by language; none where it has no name. */
function preferredWords(names: readonly Name[], concepts: number): (readonly string[])[][] {
  const words = languages.map(() => Array.from({ length: concepts }, (): readonly string[] => []));
  for (const name of names) if (name.preferred) words[name.language]![name.concept] = name.words;
  return words;
}

function buildList(
  language: Language,
  rows: readonly Name[],
  first: number,
  skills: SkillWords,
  { analyser, splitter }: TitleWords[Language],
  weights: Float32Array,
): TitleList {
  const terms = buildTerms(language, rows, analyser, splitter);
  const byName = new PostingsBuilder();
  const byConcept = new PostingsBuilder();
  const count = new Int32Array(terms.count);
  for (let from = 0; from < rows.length; ) {
    const { concept } = rows[from]!;
    const had: number[] = [];
    let to = from;
    for (; to < rows.length && rows[to]!.concept === concept; to += 1) {
      for (const term of new Set(rows[to]!.words.map((word) => terms.termOf(word)!))) {
        byName.add(term, first + to, terms.rarity[term]!);
        weights[first + to]! += terms.rarity[term]!;
        if (count[term] === 0) had.push(term);
        count[term]! += 1;
      }
    }
    const names = to - from;
    const shares = had.map((term) => Math.sqrt(count[term]! / names) * terms.rarity[term]!);
    byConcept.addVector(concept, had, shares);
    for (const term of had) count[term] = 0;
    from = to;
  }
  return {
    language,
    terms,
    names: byName.build(terms.count),
    concepts: byConcept.build(terms.count),
    skills,
    analyser,
  };
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
