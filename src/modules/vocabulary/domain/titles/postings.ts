/** Which of a set a term stands in and how strongly: `ids` and `weights` from `offsets[term]` to `offsets[term + 1]`. */
export type Postings = {
  readonly offsets: Int32Array;
  readonly ids: Int32Array;
  readonly weights: Float32Array;
};

/** Gathers postings that are added in the order of their ids. */
export class PostingsBuilder {
  readonly #terms: number[] = [];
  readonly #ids: number[] = [];
  readonly #weights: number[] = [];

  add(term: number, id: number, weight: number): void {
    this.#terms.push(term);
    this.#ids.push(id);
    this.#weights.push(weight);
  }

  /** Adds the values by term as a vector of length one. */
  addVector(id: number, terms: readonly number[], values: readonly number[]): void {
    let sum = 0;
    for (const value of values) sum += value * value;
    const length = Math.sqrt(sum) || 1;
    for (const [at, term] of terms.entries()) this.add(term, id, values[at]! / length);
  }

  build(terms: number): Postings {
    const offsets = new Int32Array(terms + 1);
    for (const term of this.#terms) offsets[term + 1]! += 1;
    for (let term = 0; term < terms; term += 1) offsets[term + 1]! += offsets[term]!;
    const filled = offsets.slice();
    const ids = new Int32Array(this.#ids.length);
    const weights = new Float32Array(this.#ids.length);
    for (let entry = 0; entry < this.#terms.length; entry += 1) {
      const at = filled[this.#terms[entry]!]!++;
      ids[at] = this.#ids[entry]!;
      weights[at] = this.#weights[entry]!;
    }
    return { offsets, ids, weights };
  }
}
