import { isFunctionWord } from '../function-words.ts';
import type { Meeting } from './terms.ts';
import type { TitleList, TitleWords } from './title-list.ts';
import { learnTranslations } from './translations.ts';

/** How words of one language meet the terms of another, by translations learned from the names of all concepts. */
export type Bridge = {
  readonly from: TitleList;
  readonly to: TitleList;
  meet(word: string): readonly Meeting[];
};

/**
 * Bridges from each language to the one with the most names, where a title is the likeliest to meet its like.
 * @param words the words of all concepts' preferred names, by language
 */
export function buildBridges(
  lists: readonly TitleList[],
  words: readonly (readonly (readonly string[])[])[],
  tools: TitleWords,
): Bridge[] {
  const to = lists.reduce((most, list) => (list.names.ids.length > most.names.ids.length ? list : most));
  const named = (list: TitleList) => stemNames(words[lists.indexOf(list)]!, list, tools);
  const targets = named(to);
  return lists.flatMap((from) => {
    if (from === to || from.names.ids.length === 0) return [];
    const translations = learnTranslations(named(from), targets);
    const known = new Map<string, readonly Meeting[]>();
    const meet = (word: string): readonly Meeting[] => {
      const before = known.get(word);
      if (before !== undefined) return before;
      if (known.size > 5_000) known.clear();
      const meetings = translations
        .of(from.analyser(word).forms[0]!)
        .flatMap(({ stem, likelihood }) => to.terms.meetStem(stem, likelihood));
      known.set(word, meetings);
      return meetings;
    };
    return [{ from, to, meet }];
  });
}

/** The stems of each concept's preferred name, compounds apart. */
function stemNames(
  names: readonly (readonly string[])[],
  { language, analyser }: TitleList,
  tools: TitleWords,
): (readonly string[])[] {
  const { splitter } = tools[language];
  const known = new Map<string, readonly string[]>();
  const stemsOf = (word: string): readonly string[] => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const parts = isFunctionWord(word, language) ? [] : (splitter.split(word) ?? [word]);
    const stems = parts.map((part) => analyser(part).forms[0]!);
    known.set(word, stems);
    return stems;
  };
  return names.map((words) => words.flatMap(stemsOf));
}
