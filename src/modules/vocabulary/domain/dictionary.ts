import type { Stems } from '#kernel/stems.ts';
import type { Splitter } from './compounds.ts';
import type { Analyser } from './text.ts';

/** One way to read a word: its base form, and the letters of its parts as they stand in the word. */
export type Reading = { readonly lemma: string; readonly parts: readonly string[] };

/** A dictionary of Finnish that the machine may have. A word that it does not know has no readings. */
export type Dictionary = { read(word: string): readonly Reading[] };

const mostForms = 8;
const shortestPart = 3;

/**
 * An analyser that asks the dictionary first: the stems of the word's base forms come before those of its letters,
 * so that forms which share no letters of the stem (vesi, veden) meet, and names and titles still meet as before.
 */
export function withLemmas(dictionary: Dictionary, own: Analyser): Analyser {
  return (word) => {
    const stems = own(word);
    const lemmas = [...new Set(dictionary.read(word).map(({ lemma }) => lemma.replaceAll('-', '')))];
    if (lemmas.length === 0) return stems;
    const read = lemmas.map(own);
    const forms = new Set([...read.flatMap((row) => row.forms.slice(0, 1)), ...stems.forms]);
    const roots = new Set([...read.flatMap((row) => row.roots), ...stems.roots]);
    return {
      forms: [...forms].slice(0, mostForms),
      roots: [...roots].filter((root) => !forms.has(root)),
    } satisfies Stems;
  };
}

/** A splitter that asks the dictionary first and splits what it does not know by the vocabulary's own words. */
export function withParts(dictionary: Dictionary, own: Splitter): Splitter {
  return {
    split(word) {
      for (const { parts } of dictionary.read(word)) {
        if (parts.length > 1 && parts.every((part) => part.length >= shortestPart)) return parts;
      }
      return own.split(word);
    },
  };
}
