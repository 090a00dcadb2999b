import { needVector, personVector, type Vector } from '../../src/modules/matching/domain/vectors.ts';
import { weights } from '../../src/modules/matching/domain/weights.ts';
import type { Country } from '../country.ts';

/** Rows of a sparse matrix of whole numbers, one after another: row r is `concepts` and `weights` from offsets[r] to offsets[r + 1]. */
export interface Sparse {
  readonly rows: number;
  readonly columns: number;
  readonly offsets: Int32Array;
  readonly concepts: Int32Array;
  readonly weights: Float32Array;
}

/** What every peer is given: for each person the best `limit` of the needs by the sum of products, nothing else asked. */
export interface Work {
  readonly people: Sparse;
  readonly needs: Sparse;
  readonly limit: number;
}

/** What a peer did. Lists are of those people who were asked for, the first ones. */
export interface Answer {
  readonly peer: string;
  readonly threads: number;
  readonly needs: number;
  /** People whose lists were made. */
  readonly asked: number;
  /** Seconds before the first question, and for all questions together. */
  readonly build: number;
  readonly seconds: number;
  /** Seconds of the processors' time that the questions took, where it can be told: fair also on a busy machine. */
  readonly cpuSeconds?: number | undefined;
  /** For each person asked, the rows of the needs in the list. */
  readonly lists: readonly ArrayLike<number>[];
}

/** The vectors of the first people and needs of a country, as the engine counts them. */
export function workOf(country: Country, people: number, needs: number, limit = 20): Work {
  const numbers = new Map<string, number>();
  const numberOf = (key: string) => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
  const matrix = (rows: number, vectorOf: (row: number) => Vector): Omit<Sparse, 'columns'> => {
    const offsets = new Int32Array(rows + 1);
    const concepts: number[] = [];
    const values: number[] = [];
    for (let row = 0; row < rows; row += 1) {
      for (const [key, weight] of vectorOf(row)) {
        concepts.push(numberOf(key));
        values.push(weight);
      }
      offsets[row + 1] = concepts.length;
    }
    return { rows, offsets, concepts: Int32Array.from(concepts), weights: Float32Array.from(values) };
  };
  const ofPeople = matrix(people, (row) => personVector(country.person(row), country.facts, weights));
  const ofNeeds = matrix(needs, (row) => needVector(country.need(row), country.facts, weights));
  const columns = numbers.size;
  return { people: { ...ofPeople, columns }, needs: { ...ofNeeds, columns }, limit };
}

/** The same work with the first needs only. */
export function withNeeds(work: Work, rows: number): Work {
  const { offsets, concepts, weights: values, columns } = work.needs;
  const end = offsets[rows]!;
  return {
    ...work,
    needs: {
      rows,
      columns,
      offsets: offsets.slice(0, rows + 1),
      concepts: concepts.slice(0, end),
      weights: values.slice(0, end),
    },
  };
}

/** Rows and columns exchanged. */
export function transposed({ rows, columns, offsets, concepts, weights: values }: Sparse): Sparse {
  const starts = new Int32Array(columns + 1);
  for (const concept of concepts) starts[concept + 1]! += 1;
  for (let at = 0; at < columns; at += 1) starts[at + 1]! += starts[at]!;
  const next = starts.slice();
  const out = {
    rows: columns,
    columns: rows,
    offsets: starts,
    concepts: new Int32Array(concepts.length),
    weights: new Float32Array(concepts.length),
  };
  for (let row = 0; row < rows; row += 1) {
    for (let at = offsets[row]!; at < offsets[row + 1]!; at += 1) {
      const to = next[concepts[at]!]!++;
      out.concepts[to] = row;
      out.weights[to] = values[at]!;
    }
  }
  return out;
}

/** Products that adding up every pair of the work takes. */
export function productsOf({ people, needs }: Work): number {
  const lengths = transposed(needs).offsets;
  let products = 0;
  for (const concept of people.concepts) products += lengths[concept + 1]! - lengths[concept]!;
  return products;
}

/** Runs something and tells the seconds by the clock and by the processors. */
export function clocked<T>(run: () => T): { value: T; seconds: number; cpuSeconds: number } {
  const cpu = process.cpuUsage();
  const began = performance.now();
  const value = run();
  const seconds = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  return { value, seconds, cpuSeconds: (user + system) / 1e6 };
}

/** All scores of one person, by the row of the need: the plain statement that peers are compared with. */
export function scorer(work: Work): (person: number) => Float64Array {
  const { offsets, concepts, weights: values } = transposed(work.needs);
  const { people } = work;
  return (person) => {
    const scores = new Float64Array(work.needs.rows);
    for (let own = people.offsets[person]!; own < people.offsets[person + 1]!; own += 1) {
      const concept = people.concepts[own]!;
      for (let at = offsets[concept]!; at < offsets[concept + 1]!; at += 1)
        scores[concepts[at]!]! += people.weights[own]! * values[at]!;
    }
    return scores;
  };
}

/**
 * How good an answer's lists are: the sum of their scores, that of the exact lists, and the part of the exact lists that was
 * found. Needs with the score of the last one are as good as it.
 */
export function judge(work: Work, answer: Answer): { sum: number; exactSum: number; recall: number } {
  const scoresOf = scorer(work);
  let sum = 0;
  let exactSum = 0;
  let found = 0;
  let wanted = 0;
  for (const [person, list] of answer.lists.entries()) {
    const scores = scoresOf(person);
    const best = scores
      .toSorted()
      .subarray(-work.limit)
      .filter((score) => score > 0);
    const least = best[0] ?? Number.POSITIVE_INFINITY;
    wanted += best.length;
    exactSum += best.reduce((a, b) => a + b, 0);
    for (let at = 0; at < list.length; at += 1) {
      const score = scores[list[at]!]!;
      sum += score;
      if (score >= least) found += 1;
    }
  }
  return { sum, exactSum, recall: wanted === 0 ? 1 : found / wanted };
}
