import type { Vector } from './vectors.ts';

/** Numbers for concept keys, given as they come. */
export class ConceptNumbers {
  readonly #numbers = new Map<string, number>();

  /** The number of a concept; a new one is given a number. */
  of(key: string): number {
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(key, number);
    }
    return number;
  }

  /** The number of a concept that somebody has; undefined when nobody does. */
  find(key: string): number | undefined {
    return this.#numbers.get(key);
  }
}

/** Rows that have a concept, with its weight in each. */
class Postings {
  rows = new Int32Array(4);
  weights = new Uint16Array(4);
  length = 0;

  add(row: number, weight: number): void {
    if (this.length === this.rows.length) {
      const rows = new Int32Array(this.length * 2);
      const weights = new Uint16Array(this.length * 2);
      rows.set(this.rows);
      weights.set(this.weights);
      this.rows = rows;
      this.weights = weights;
    }
    this.rows[this.length] = row;
    this.weights[this.length] = weight;
    this.length += 1;
  }

  remove(row: number): void {
    const at = this.rows.subarray(0, this.length).indexOf(row);
    if (at < 0) return;
    this.length -= 1;
    this.rows[at] = this.rows[this.length]!;
    this.weights[at] = this.weights[this.length]!;
  }
}

const none = new Postings();

/**
 * An inverted index: concept → rows with weights, in typed arrays; a row is a person or a need. Rows are replaced one
 * at a time, and a freed row is used again.
 */
export class ConceptIndex<T extends { readonly id: string }> {
  readonly #numbers: ConceptNumbers;
  readonly #lists: (Postings | undefined)[] = [];
  readonly #rowOf = new Map<string, number>();
  readonly #rows: ({ value: T; concepts: Int32Array } | undefined)[] = [];
  readonly #free: number[] = [];

  constructor(numbers: ConceptNumbers) {
    this.#numbers = numbers;
  }

  /** How many rows there are. */
  get size(): number {
    return this.#rowOf.size;
  }

  /** One more than the greatest row number in use or free. */
  get rows(): number {
    return this.#rows.length;
  }

  /** Puts a row in, or in the place of the one with the same id. Weights are whole, 0 … 65,535. */
  set(value: T, vector: Vector): void {
    this.delete(value.id);
    const row = this.#free.pop() ?? this.#rows.length;
    const concepts = new Int32Array(vector.size);
    let at = 0;
    for (const [key, weight] of vector) {
      const concept = this.#numbers.of(key);
      concepts[at++] = concept;
      this.#lists[concept] ??= new Postings();
      this.#lists[concept].add(row, weight);
    }
    this.#rows[row] = { value, concepts };
    this.#rowOf.set(value.id, row);
  }

  delete(id: string): void {
    const row = this.#rowOf.get(id);
    if (row === undefined) return;
    for (const concept of this.#rows[row]!.concepts) this.#lists[concept]!.remove(row);
    this.#rows[row] = undefined;
    this.#rowOf.delete(id);
    this.#free.push(row);
  }

  find(id: string): T | undefined {
    const row = this.#rowOf.get(id);
    return row === undefined ? undefined : this.#rows[row]?.value;
  }

  rowOf(id: string): number | undefined {
    return this.#rowOf.get(id);
  }

  at(row: number): T {
    return this.#rows[row]!.value;
  }

  values(): IterableIterator<T> {
    return this.#rowOf
      .values()
      .map((row) => this.#rows[row]!.value)
      [Symbol.iterator]();
  }

  /** The rows that have a concept. */
  postings(key: string): {
    readonly rows: Int32Array;
    readonly weights: Uint16Array;
    readonly length: number;
  } {
    const number = this.#numbers.find(key);
    return (number === undefined ? undefined : this.#lists[number]) ?? none;
  }
}
