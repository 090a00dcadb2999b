import type { Highs } from 'highs';
import { HeldProgram, openSolver, type Program } from './solver.ts';
import { isOpen, type Known, type Range, type Secret, type Terms } from './system.ts';

/** More people than any area has; what reaches it is bounded by nothing. */
const everybody = 1_000_000;

/** @throws RangeError when what is known contradicts itself */
export class Contradiction extends RangeError {
  constructor() {
    super('What was published cannot all be true');
  }
}

/**
 * What is left open of each secret by everything that is known together: the least and the most that it can be, found by
 * linear programming over whole numbers. @throws Contradiction
 */
export async function rangesOf(known: Known, secrets: readonly Secret[]): Promise<Map<string, Range>> {
  const audit = await Audit.open(known, secrets);
  try {
    return new Map(secrets.map((secret) => [secret.key, audit.range(secret)]));
  } finally {
    audit.close();
  }
}

/**
 * The secrets of which too little is left open (fewer than `limit` whole numbers), with what is. Stops looking at a secret
 * as soon as it is seen to be open. @throws Contradiction
 */
export async function narrowSecrets(
  known: Known,
  secrets: readonly Secret[],
  limit: number,
): Promise<Map<string, Range>> {
  const audit = await Audit.open(known, secrets);
  try {
    return audit.narrow(secrets, limit);
  } finally {
    audit.close();
  }
}

/** Counts that hang together and that nobody was told. */
interface Island {
  readonly keys: readonly string[];
  held: HeldProgram | undefined;
  readonly place: ReadonlyMap<string, number>;
  /** Solutions that were seen, each a possible world. */
  readonly worlds: number[][];
}

/** A secret as the unknown part of it in its island, and the part that is told. */
interface Question {
  readonly terms: Terms;
  readonly told: number;
  readonly island: Island | undefined;
}

class Audit {
  readonly #highs: Highs;
  readonly #known: Known;
  readonly #islandOf: ReadonlyMap<string, Island>;
  readonly #islands: readonly Island[];

  private constructor(highs: Highs, known: Known, islands: readonly Island[]) {
    this.#highs = highs;
    this.#known = known;
    this.#islands = islands;
    this.#islandOf = new Map(islands.flatMap((island) => island.keys.map((key) => [key, island])));
  }

  static async open(known: Known, secrets: readonly Secret[]): Promise<Audit> {
    for (const { terms } of [...known.relations, ...secrets])
      for (const [key] of terms) if (!known.counts.has(key)) throw new RangeError(`There is no count ${key}`);
    const highs = await openSolver();
    const islands: Island[] = [];
    for (const keys of islandsOf(known, secrets)) {
      const place = new Map(keys.map((key, at) => [key, at]));
      islands.push({ keys, place, held: undefined, worlds: [] });
    }
    for (const { terms, is } of known.relations) {
      if (terms.some(([key]) => known.counts.get(key) === undefined)) continue;
      const sum = terms.reduce((all, [key, factor]) => all + factor * known.counts.get(key)!, 0);
      if (is === 'equal' ? sum !== 0 : sum > 0) throw new Contradiction();
    }
    return new Audit(highs, known, islands);
  }

  close(): void {
    for (const { held } of this.#islands) held?.close();
  }

  range(secret: Secret): Range {
    const question = this.#questionOf(secret);
    return { low: this.#end(question, 1), high: this.#end(question, -1) };
  }

  narrow(secrets: readonly Secret[], limit: number): Map<string, Range> {
    const questions = new Map(secrets.map((secret) => [secret.key, this.#questionOf(secret)]));
    this.#lookAround([...questions.values()]);
    const found = new Map<string, Range>();
    for (const secret of secrets) {
      const question = questions.get(secret.key)!;
      // What has only been seen says nothing of what cannot be; that all of it is large is known at the end alone.
      const wide = (range: Range) => isOpen(range, limit, { enough: secret.enough ?? limit });
      if (wide(this.#seen(question))) continue;
      const high = this.#end(question, -1);
      if (wide({ ...this.#seen(question), high })) continue;
      const low = this.#end(question, 1);
      if (!isOpen({ low, high }, limit, secret)) found.set(secret.key, { low, high });
    }
    return found;
  }

  #questionOf({ terms }: Secret): Question {
    const unknown = terms.filter(([key]) => this.#known.counts.get(key) === undefined);
    const told = terms.reduce((sum, [key, factor]) => sum + factor * (this.#known.counts.get(key) ?? 0), 0);
    const first = unknown[0]?.[0];
    return { terms: unknown, told, island: first === undefined ? undefined : this.#islandOf.get(first) };
  }

  /** What the worlds that were seen already leave open. */
  #seen(question: Question): Range {
    const { told, island } = question;
    const values = island ? island.worlds.map((world) => this.#valueIn(question, world)) : [told];
    return { low: Math.min(...values), high: Math.max(...values) };
  }

  #valueIn({ terms, told, island }: Question, world: readonly number[]): number {
    return terms.reduce((sum, [key, factor]) => sum + factor * (world[island!.place.get(key)!] ?? 0), told);
  }

  /** A world with most of everything, and one with least: most secrets are seen to be open by these two. */
  #lookAround(questions: readonly Question[]): void {
    for (const island of this.#islands) {
      const asked = questions.filter((question) => question.island === island).flatMap(({ terms }) => terms);
      if (asked.length === 0) continue;
      for (const way of [1, -1]) this.#solve(island, asked, way);
    }
  }

  #end(question: Question, way: 1 | -1): number {
    const { island, terms } = question;
    if (!island) return question.told;
    const value = this.#valueIn(question, this.#solve(island, terms, way));
    return Math.abs(value) >= everybody / 2 ? Math.sign(value) * Number.POSITIVE_INFINITY : value;
  }

  #solve(island: Island, terms: Terms, way: number): number[] {
    const costs = new Map<number, number>();
    for (const [key, factor] of terms) {
      const at = island.place.get(key)!;
      costs.set(at, (costs.get(at) ?? 0) + factor * way);
    }
    island.held ??= new HeldProgram(this.#highs, programOf(this.#known, island.place));
    const world = island.held.least([...costs]);
    if (!world) throw new Contradiction();
    island.worlds.push(world);
    return world;
  }
}

/** The counts that were not told, in groups that have no relation and no secret in common. */
function islandsOf({ counts, relations }: Known, secrets: readonly Secret[]): string[][] {
  const above = new Map<string, string>();
  const top = (key: string): string => {
    const next = above.get(key)!;
    if (next === key) return key;
    const found = top(next);
    above.set(key, found);
    return found;
  };
  for (const [key, value] of counts) if (value === undefined) above.set(key, key);
  for (const { terms } of [...relations, ...secrets]) {
    const unknown = terms.map(([key]) => key).filter((key) => above.has(key));
    for (const key of unknown.slice(1)) above.set(top(key), top(unknown[0]!));
  }
  const groups = Map.groupBy(above.keys(), top);
  return [...groups.values()];
}

function programOf({ counts, relations }: Known, place: ReadonlyMap<string, number>): Program {
  const rows = relations.flatMap(({ terms, is }) => {
    const unknown = terms.filter(([key]) => place.has(key));
    if (unknown.length === 0) return [];
    const told = terms.reduce((sum, [key, factor]) => sum + factor * (counts.get(key) ?? 0), 0);
    return [
      {
        terms: unknown.map(([key, factor]) => [place.get(key)!, factor] as const),
        low: is === 'equal' ? -told : Number.NEGATIVE_INFINITY,
        high: -told,
      },
    ];
  });
  return { variables: Array.from(place, () => ({ low: 0, high: everybody })), rows };
}
