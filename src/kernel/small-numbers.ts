/**
 * A small number by itself is hidden, and so are small numbers of a classification, also against subtraction over its levels
 * (requirements.md X-06). For what is told once: jobs of a table, or a count that a person entered. Figures of people that
 * go out again and again are released instead, and audited with everything told before (`src/modules/releases`).
 *
 * A classification is a flow: every group is an arc, and what comes into a group goes out of it. Who knows the published
 * cells and that no count is negative can compute a hidden cell exactly when the hidden arcs have no cycle through it along
 * which one could be moved. So cells are hidden until every hidden cell has such a cycle; the cheapest (smallest) are taken.
 */
export type Cell =
  | { readonly kind: 'number'; readonly value: number }
  /** There is a number, and it is not told: "salassa". */
  | { readonly kind: 'hidden' }
  /** There is no number: "ei tiedossa". Not the same as 0. */
  | { readonly kind: 'unknown' };

/** A count; undefined is not known. */
export type Count = number | undefined;

export type SuppressionOptions = {
  /** Counts under this are hidden. Read it from the rule of the day (`smallNumberLimitOn`); 5 without it. */
  readonly limit?: number;
  /** Zero is under the limit too and hidden, unless the page may say "none": then no other number is made unsafe. */
  readonly showZero?: boolean;
};

export const hidden: Cell = { kind: 'hidden' };
export const unknown: Cell = { kind: 'unknown' };

/** One count that stands alone, with no total beside it. */
export function suppressCount(count: Count, options: SuppressionOptions = {}): Cell {
  if (count === undefined) return unknown;
  return isSmall(check(count), options) ? hidden : { kind: 'number', value: count };
}

/**
 * Counts of a classification, by code: the one above a code is the code without its last character, and '' is the whole.
 * Of several levels at once, so that no level gives away another. Where people stand under several codes the counts above
 * are less than the sums, and the hiding is a little wider than needed. `also` hides more (what another table gives away).
 */
export function suppressTree(
  counts: ReadonlyMap<string, number>,
  options: SuppressionOptions & { readonly also?: (code: string) => boolean } = {},
): Map<string, Cell> {
  const codes = [...counts.keys()].sort();
  const above = new Set(codes.filter((code) => code !== '').map((code) => code.slice(0, -1)));
  const node = new Map(codes.map((code, at) => [code, at + 1]));
  // Every group is an arc into its own node; one that has nothing under it ends in the sink, where the whole begins.
  const sink = 0;
  const arcs = codes.map((code): Arc => {
    const count = counts.get(code);
    if (code === '') return arc(sink, node.get('') ?? sink, count, totalCost);
    return arc(node.get(code.slice(0, -1)) ?? sink, above.has(code) ? (node.get(code) ?? sink) : sink, count);
  });
  const cells = suppress(arcs, options, options.also && ((at) => options.also?.(codes[at] ?? '') ?? false));
  return new Map(codes.map((code, at) => [code, cells[at] ?? unknown]));
}

/** A total is worth more to the reader than a cell, so it is hidden later. */
const totalCost = 1000;

type Arc = { readonly from: number; readonly to: number; readonly value: Count; readonly cost: number };

function arc(from: number, to: number, value: Count, weight = 1): Arc {
  if (value !== undefined) check(value);
  return { from, to, value, cost: ((value ?? 0) + 1) * weight };
}

function suppress(
  arcs: readonly Arc[],
  options: SuppressionOptions,
  also: (index: number) => boolean = () => false,
): Cell[] {
  const secret = arcs.map(
    ({ value }, index) => value !== undefined && (isSmall(value, options) || also(index)),
  );
  const network = new Network(arcs, secret);
  // One pass is enough: what is hidden on a cycle moves along with it, and hiding more makes no hidden cell less safe.
  const small = [...arcs.keys()].filter((index) => secret[index]);
  for (const index of small) {
    for (const other of network.cheapestCycle(index)) {
      if (arcs[other]?.value !== undefined) secret[other] = true;
    }
  }
  return arcs.map(({ value }, index): Cell => {
    if (value === undefined) return unknown;
    return secret[index] ? hidden : { kind: 'number', value };
  });
}

/** One arc as seen from one of its ends: along it one more, against it one less (which needs at least one). */
type Step = { readonly arc: number; readonly to: number };

class Network {
  readonly #arcs: readonly Arc[];
  readonly #secret: readonly boolean[];
  readonly #steps: Step[][] = [];

  constructor(arcs: readonly Arc[], secret: readonly boolean[]) {
    this.#arcs = arcs;
    this.#secret = secret;
    for (const [index, { from, to, value }] of arcs.entries()) {
      this.#stepsFrom(from).push({ arc: index, to });
      if (value !== 0) this.#stepsFrom(to).push({ arc: index, to: from });
    }
  }

  /**
   * The other arcs of the cheapest cycle along which one person can be moved through an arc: one more here, or one
   * less when there is one. Hidden and unknown arcs cost nothing.
   */
  cheapestCycle(index: number): number[] {
    const through = this.#arcs[index];
    if (!through) return [];
    const up = this.#cheapestPath(through.to, through.from, index);
    const down = through.value === 0 ? undefined : this.#cheapestPath(through.from, through.to, index);
    const best = down && (!up || down.cost < up.cost) ? down : up;
    return best?.path ?? [];
  }

  /** Dijkstra's shortest path; tables have at most some hundred nodes, so no heap. */
  #cheapestPath(start: number, goal: number, without: number): { cost: number; path: number[] } | undefined {
    const costs = new Map([[start, 0]]);
    const cameBy = new Map<number, { step: Step; node: number }>();
    const open = new Set([start]);
    while (open.size > 0) {
      const node = [...open].reduce((a, b) => ((costs.get(b) ?? 0) < (costs.get(a) ?? 0) ? b : a));
      open.delete(node);
      const here = costs.get(node) ?? 0;
      if (node === goal) {
        const path: number[] = [];
        for (let at = cameBy.get(goal); at; at = cameBy.get(at.node)) path.push(at.step.arc);
        return { cost: here, path };
      }
      for (const step of this.#stepsFrom(node)) {
        if (step.arc === without) continue;
        const cost = here + this.#costOf(step.arc);
        if (cost >= (costs.get(step.to) ?? Number.POSITIVE_INFINITY)) continue;
        costs.set(step.to, cost);
        cameBy.set(step.to, { step, node });
        open.add(step.to);
      }
    }
    return undefined;
  }

  #costOf(index: number): number {
    const row = this.#arcs[index];
    return !row || this.#secret[index] || row.value === undefined ? 0 : row.cost;
  }

  #stepsFrom(node: number): Step[] {
    let steps = this.#steps[node];
    if (!steps) {
      steps = [];
      this.#steps[node] = steps;
    }
    return steps;
  }
}

function isSmall(count: number, { limit = 5, showZero = false }: SuppressionOptions): boolean {
  return count < limit && !(showZero && count === 0);
}

function check(count: number): number {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Not a count: ${count}`);
  return count;
}
