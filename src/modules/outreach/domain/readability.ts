import { type Language, type LocalisedText, languages } from '#kernel/localised.ts';

/** How plain a text is to read, as a note for the one who approves it (COM-05): a note, never a bar. */
export interface Readability {
  readonly words: number;
  readonly sentences: number;
  /** Words in the longest sentence. */
  readonly longestSentence: number;
  /** Words of more than twenty letters: Finnish compounds that could be opened. */
  readonly longWords: readonly string[];
  readonly plain: boolean;
}

/** A sentence of more than this many words asks to be cut in two. */
const mostWords = 25;
const mostLetters = 20;

/** Counts a text; an empty one is plain. Numbers, dates and abbreviations with a point inside do not end a sentence. */
export function readabilityOf(text: string): Readability {
  const sentences = text
    .split(/(?<=[.!?:])\s+(?=\p{Lu}|$)|\n+/u)
    .map((sentence) => sentence.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [])
    .filter((words) => words.length > 0);
  const words = sentences.flat();
  const longWords = [...new Set(words.filter((word) => word.length > mostLetters))];
  const longestSentence = Math.max(0, ...sentences.map((sentence) => sentence.length));
  return {
    words: words.length,
    sentences: sentences.length,
    longestSentence,
    longWords,
    plain: longestSentence <= mostWords && longWords.length * 50 <= Math.max(50, words.length),
  };
}

/** How plain a text is in each language that it has. */
export const readabilityIn = (text: LocalisedText): (Readability & { readonly language: Language })[] =>
  languages.flatMap((language) =>
    text[language] === undefined ? [] : [{ language, ...readabilityOf(text[language]) }],
  );
