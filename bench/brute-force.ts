import type { Row, RowStore } from '../src/modules/matching/kernel/rows.ts';

/** A pair in a list by row: what the rule says, counted in the plainest way, without any index. */
export interface Pair {
  readonly label: number;
  readonly score: number;
  readonly missing: number;
}

const bit = (words: ArrayLike<number>, at: number) => ((words[at >> 5]! >>> (at & 31)) & 1) === 1;
const ones = (word: number) => {
  let count = 0;
  for (let rest = word >>> 0; rest !== 0; rest &= rest - 1) count += 1;
  return count;
};

/** The best of a store for one row of the other side, by comparing it with every row. */
export function bestByBruteForce(own: Row, others: RowStore, limit: number): Pair[] {
  const weightOf = new Map<number, number>();
  for (let at = 0; at < own.concepts.length; at += 1) weightOf.set(own.concepts[at]!, own.weights[at]!);
  const found: Pair[] = [];
  for (let slot = 0; slot < others.size; slot += 1) {
    const other = others.read(slot);
    let score = 0;
    for (let at = 0; at < other.concepts.length; at += 1)
      score += other.weights[at]! * (weightOf.get(other.concepts[at]!) ?? 0);
    if (score === 0) continue;
    const [person, need] = others.isNeeds ? [own, other] : [other, own];
    const has = others.isNeeds
      ? weightOf
      : new Map(Array.from(other.concepts, (concept, at) => [concept, other.weights[at]!]));
    const missing = missingOf(person, need, (concept) => has.has(concept), others.isNeeds);
    if (missing !== undefined) found.push({ label: slot + 1, score, missing });
  }
  return found
    .sort((a, b) => b.score - a.score || a.missing - b.missing || a.label - b.label)
    .slice(0, limit);
}

function missingOf(
  person: Row,
  need: Row,
  has: (concept: number) => boolean,
  personsList: boolean,
): number | undefined {
  if (personsList && need.flags & 2 && !(person.flags & 2)) return undefined;
  if (!bit(person.places, need.places[0]!)) return undefined;
  const times = person.times & need.times;
  if ((times & 3) === 0 || (times & ~3) === 0) return undefined;
  for (let word = 0; word < need.has.length; word += 1)
    if ((need.has[word]! & ~person.has[word]!) !== 0) return undefined;
  const essential = Array.from(need.gate);
  const had = essential.filter(has).length;
  const related =
    has(need.near) || (essential.length > 0 && (2 * had >= essential.length || (has(need.wish) && had > 0)));
  if (!related) return undefined;
  return Array.from(need.wanted).reduce(
    (sum, wanted, word) => sum + ones(wanted & ~person.has[word]!),
    essential.length - had,
  );
}
