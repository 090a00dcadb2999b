/** What the words of one language are in another one, learned from the names that concepts have in both. */
export type Translations = {
  /** The likely translations of a stem, each with its likelihood (0 to 1), the likeliest first. */
  of(stem: string): readonly { readonly stem: string; readonly likelihood: number }[];
};

const rounds = 4;
const leastLikelihood = 0.15;
const most = 3;
const longestName = 10;

/**
 * Learns word translations from names of the same concepts by expectation and maximisation (the first model of
 * Brown et al. 1993): every word of one name may be any word of the other, and what occurs together again and again
 * draws the likelihood to itself. Exact and repeatable: it starts from equal likelihoods. A word that is in one name
 * only is not learned.
 * @param from the stems of each concept's name in one language
 * @param to the stems of the same concepts' names in the other
 */
export function learnTranslations(
  from: readonly (readonly string[])[],
  to: readonly (readonly string[])[],
): Translations {
  const used = [...from.keys()].filter((at) => fits(from[at]!) && fits(to[at]!));
  const sources = numbersOf(used.map((at) => from[at]!));
  const targets = numbersOf(used.map((at) => to[at]!));
  // a cell is a pair of words that stand in the names of one concept; `cellsOf` has those of each source word
  const cellsOf: Map<number, number>[] = sources.words.map(() => new Map());
  const cellSource: number[] = [];
  const cellTarget: number[] = [];
  const links: number[] = [];
  const ends: number[] = [];
  for (const at of used) {
    const known = from[at]!.flatMap((word) => sources.numbers.get(word) ?? []);
    if (known.length === 0) continue;
    for (const word of to[at]!) {
      const target = targets.numbers.get(word);
      if (target === undefined) continue;
      for (const source of known) {
        let cell = cellsOf[source]!.get(target);
        if (cell === undefined) {
          cell = cellSource.length;
          cellsOf[source]!.set(target, cell);
          cellSource.push(source);
          cellTarget.push(target);
        }
        links.push(cell);
      }
      ends.push(links.length);
    }
  }
  const likelihood = likelihoods(Int32Array.from(cellSource), links, ends, sources.words.length);
  const found = new Map<string, { stem: string; likelihood: number }[]>();
  for (const [source, cells] of cellsOf.entries()) {
    const list = [...cells.values()]
      .filter((cell) => likelihood[cell]! >= leastLikelihood)
      .map((cell) => ({ stem: targets.words[cellTarget[cell]!]!, likelihood: likelihood[cell]! }))
      .sort((a, b) => b.likelihood - a.likelihood || (a.stem < b.stem ? -1 : 1));
    if (list.length > 0) found.set(sources.words[source]!, list.slice(0, most));
  }
  return { of: (stem) => found.get(stem) ?? [] };
}

function fits(name: readonly string[]): boolean {
  return name.length > 0 && name.length <= longestName;
}

/** The likelihood of each cell (a word and its translation). `links` from one end to the next are rivals for one word. */
function likelihoods(
  source: Int32Array,
  links: readonly number[],
  ends: readonly number[],
  sources: number,
): Float64Array {
  let value = new Float64Array(source.length).fill(1);
  for (let round = 0; round < rounds; round += 1) {
    const next = new Float64Array(source.length);
    let at = 0;
    for (const end of ends) {
      let sum = 0;
      for (let link = at; link < end; link += 1) sum += value[links[link]!]!;
      for (; at < end; at += 1) next[links[at]!]! += value[links[at]!]! / sum;
    }
    const total = new Float64Array(sources);
    for (const [cell, count] of next.entries()) total[source[cell]!]! += count;
    for (let cell = 0; cell < next.length; cell += 1) next[cell]! /= total[source[cell]!]!;
    value = next;
  }
  return value;
}

/** Numbers the words that are in two names at least. */
function numbersOf(names: readonly (readonly string[])[]): {
  words: string[];
  numbers: ReadonlyMap<string, number>;
} {
  const counts = new Map<string, number>();
  for (const name of names) for (const word of name) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts.keys()].filter((word) => counts.get(word)! > 1);
  return { words, numbers: new Map(words.map((word, number) => [word, number])) };
}
