import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Concept, Vocabulary } from '#vocabulary';

/** One question: its text and what is right (URIs, or the benchmark's own numbers of concepts). */
export interface Query {
  text: string;
  kind: string;
  right: ReadonlySet<string>;
}

/** A benchmark in the form of MELO: forms (names) of concepts that are to be ranked for each query. */
export interface FormSet {
  name: string;
  queries: readonly Query[];
  forms: readonly { id: string; concept: string; language: string; text: string }[];
}

const files = ['queries.tsv', 'corpus_elements.tsv', 'annotations.tsv'] as const;

/** The sets under a folder: the folder itself, or the folders in it that hold a set. */
export function findFormSets(folder: string): FormSet[] {
  const isSet = (path: string) => files.every((file) => existsSync(join(path, file)));
  if (!existsSync(folder)) return [];
  if (isSet(folder)) return [readFormSet(folder)];
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter(isSet)
    .map(readFormSet);
}

function readFormSet(folder: string): FormSet {
  const [queries, forms, judgements] = files.map((file) => rowsOf(join(folder, file))) as [
    string[][],
    string[][],
    string[][],
  ];
  const right = new Map<string, Set<string>>();
  for (const [query = '', , form = ''] of judgements) {
    const concepts = right.get(query) ?? new Set();
    right.set(query, concepts.add(conceptOf(form)));
  }
  return {
    name: folder.split(/[/\\]/).at(-1)!,
    queries: queries.map(([id = '', text = '']) => ({
      text,
      kind: 'title',
      right: right.get(id) ?? new Set(),
    })),
    forms: forms.map(([id = '', text = '']) => ({
      id,
      concept: conceptOf(id),
      language: id.split('_')[1] ?? 'en',
      text,
    })),
  };
}

/** `C001940_en_000` is the first English form of concept C001940; every form of a right concept is right. */
function conceptOf(form: string): string {
  return form.split('_')[0]!;
}

function rowsOf(path: string): string[][] {
  return readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
}

/** Our own labelled titles of a language. */
export function ownSet(language: 'fi' | 'sv'): Query[] {
  const rows = rowsOf(join(import.meta.dirname, `${language}.tsv`)).filter(
    ([first]) => !first!.startsWith('# '),
  );
  return rows.slice(1).map(([text = '', kind = '', right = '']) => ({
    text,
    kind,
    right: new Set(right.split(' ').map((id) => `http://data.europa.eu/esco/occupation/${id}`)),
  }));
}

/** Languages that we have no tools for are read with those of the nearest one that we have. */
const nearest: Readonly<Record<string, 'fi' | 'sv' | 'en'>> = {
  fi: 'fi',
  et: 'fi',
  hu: 'fi',
  sv: 'sv',
  da: 'sv',
  no: 'sv',
  nb: 'sv',
  nl: 'sv',
  de: 'sv',
  is: 'sv',
};

/**
 * The forms as a vocabulary; a concept's first form in a language is its preferred name. With `esco`, a concept
 * whose preferred name is an ESCO occupation's gets what ESCO knows of it: names in other languages and skills; and
 * one whose name is an ISCO group's is taken as a group.
 */
export function vocabularyOf(set: FormSet, esco?: Vocabulary): Vocabulary {
  const concepts = new Map<string, Concept>();
  for (const { concept: uri, language, text } of set.forms) {
    const concept = concepts.get(uri) ?? {
      uri,
      kind: 'occupation',
      names: {},
      altNames: { fi: [], sv: [], en: [] },
      source: 'esco',
      broader: [],
    };
    concepts.set(uri, concept);
    const own = nearest[language] ?? 'en';
    if (concept.names[own] === undefined) concept.names[own] = text;
    else concept.altNames[own].push(text);
  }
  if (esco === undefined) return { concepts: [...concepts.values()], occupationSkills: [] };
  return withEsco([...concepts.values()], new Set(set.forms.map((form) => form.language)), esco);
}

function withEsco(concepts: readonly Concept[], spoken: ReadonlySet<string>, esco: Vocabulary): Vocabulary {
  const known = { occupation: new Map<string, Concept>(), group: new Map<string, Concept>() };
  const languages = (['fi', 'sv', 'en'] as const).filter((language) => spoken.has(language));
  const keys = (concept: Concept) =>
    languages.flatMap((language) => {
      const name = concept.names[language];
      return name === undefined ? [] : [`${language} ${name.toLowerCase()}`];
    });
  for (const concept of esco.concepts) {
    if (concept.kind === 'skill') continue;
    for (const key of keys(concept)) known[concept.kind].set(key, concept);
  }
  const linked = new Map<string, string[]>();
  const rich = concepts.map((concept): Concept => {
    const find = (kind: 'occupation' | 'group') =>
      keys(concept)
        .map((key) => known[kind].get(key))
        .find((row) => row !== undefined);
    const occupation = find('occupation');
    if (occupation === undefined)
      return find('group') === undefined ? concept : { ...concept, kind: 'group' };
    linked.set(occupation.uri, [...(linked.get(occupation.uri) ?? []), concept.uri]);
    return { ...concept, names: { ...occupation.names, ...concept.names } };
  });
  return {
    concepts: [...rich, ...esco.concepts.filter((concept) => concept.kind === 'skill')],
    occupationSkills: esco.occupationSkills.flatMap((skill) =>
      (linked.get(skill.occupationUri) ?? []).map((occupationUri) => ({ ...skill, occupationUri })),
    ),
  };
}
