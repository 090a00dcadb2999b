/** Words that take each other's place in the names of one concept. */
export type Substitutes = { of(term: number): readonly Substitute[] };

/** `share`: in how many of the concepts that have the term the other one takes its place, 0 to 1. */
export type Substitute = { readonly other: number; readonly share: number };

const longestName = 6;

/**
 * Learns from the names themselves which words mean nearly the same: when a concept has two names that differ in one
 * word only ("defence attorney", "defence lawyer"), the two words took each other's place. It needs no dictionary
 * and no knowledge of the language.
 * @param names the terms of each name
 * @param concepts the concept of each name; names come concept by concept
 */
export function substitutesOf(
  names: readonly (readonly number[])[],
  concepts: readonly number[],
  least: number,
): Substitutes {
  const having = new Map<number, number>();
  const replaced = new Map<number, Map<number, number>>();
  for (let from = 0; from < names.length; ) {
    let to = from;
    while (to < names.length && concepts[to] === concepts[from]) to += 1;
    learn(names.slice(from, to), having, replaced);
    from = to;
  }
  const found = new Map<number, Substitute[]>();
  for (const [term, others] of replaced) {
    const list = [...others]
      .map(([other, count]) => ({ other, share: count / (having.get(term)! + 1) }))
      .filter(({ share }) => share >= least);
    if (list.length > 0) found.set(term, list);
  }
  return { of: (term) => found.get(term) ?? [] };
}

/** Counts, for one concept, the terms it has and the pairs that took each other's place, each once. */
function learn(
  names: readonly (readonly number[])[],
  having: Map<number, number>,
  replaced: Map<number, Map<number, number>>,
): void {
  const terms = new Set<number>();
  const slots = new Map<string, Set<number>>();
  for (const name of names) {
    for (const term of name) terms.add(term);
    if (name.length < 2 || name.length > longestName) continue;
    const sorted = [...name].sort((a, b) => a - b);
    for (const [at, term] of sorted.entries()) {
      const rest = sorted.toSpliced(at, 1).join(' ');
      const slot = slots.get(rest);
      if (slot === undefined) slots.set(rest, new Set([term]));
      else slot.add(term);
    }
  }
  for (const term of terms) having.set(term, (having.get(term) ?? 0) + 1);
  const pairs = new Map<number, Set<number>>();
  for (const slot of slots.values()) {
    if (slot.size < 2) continue;
    for (const term of slot) {
      const others = pairs.get(term) ?? new Set();
      pairs.set(term, others);
      for (const other of slot) if (other !== term) others.add(other);
    }
  }
  for (const [term, others] of pairs) {
    const counts = replaced.get(term) ?? new Map<number, number>();
    replaced.set(term, counts);
    for (const other of others) counts.set(other, (counts.get(other) ?? 0) + 1);
  }
}
