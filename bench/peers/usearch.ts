import { Index, type Matches, MetricKind, ScalarKind } from 'usearch';
import { createRandom } from '#kernel/random.ts';
import { type Answer, clocked, type Sparse, type Work } from './sparse.ts';

const dimensions = 256;

/**
 * An approximate index of dense vectors (HNSW, inner product). The sparse vectors are made dense by a random projection to
 * 256 dimensions, which keeps sums of products roughly. With `candidates` more are fetched and put in order by the exact score.
 */
export function usearch(work: Work, asked: number, candidates = work.limit): Answer {
  const { needs, people, limit } = work;
  const began = performance.now();
  const signs = signsOf(needs.columns);
  const index = new Index({
    dimensions,
    metric: MetricKind.IP,
    quantization: ScalarKind.F32,
    connectivity: 16,
    expansion_add: 128,
    expansion_search: Math.max(64, candidates),
    multi: false,
  });
  const block = 4_096;
  for (let first = 0; first < needs.rows; first += block) {
    const rows = Math.min(block, needs.rows - first);
    index.add(
      BigUint64Array.from({ length: rows }, (_, at) => BigInt(first + at)),
      projected(needs, first, rows, signs, 1 / 60_000),
      1,
    );
  }
  const build = (performance.now() - began) / 1_000;
  const scored = new Float64Array(needs.columns);
  const { value: lists, ...took } = clocked(() =>
    Array.from({ length: asked }, (_, person) => {
      const { keys } = index.search(projected(people, person, 1, signs, 1 / 10), candidates, 1) as Matches;
      const rows = [...keys].map(Number);
      if (candidates === limit) return rows;
      const own = [people.offsets[person]!, people.offsets[person + 1]!] as const;
      for (let at = own[0]; at < own[1]; at += 1) scored[people.concepts[at]!] = people.weights[at]!;
      const scores = new Map(
        rows.map((row) => {
          let score = 0;
          for (let at = needs.offsets[row]!; at < needs.offsets[row + 1]!; at += 1)
            score += needs.weights[at]! * scored[needs.concepts[at]!]!;
          return [row, score];
        }),
      );
      for (let at = own[0]; at < own[1]; at += 1) scored[people.concepts[at]!] = 0;
      return rows.sort((a, b) => scores.get(b)! - scores.get(a)! || a - b).slice(0, limit);
    }),
  );
  const peer = candidates > limit ? `usearch, best of ${candidates} put in order` : 'usearch';
  return { peer, threads: 1, needs: needs.rows, asked, build, ...took, lists };
}

/** Plus or minus one for every concept and dimension. */
function signsOf(concepts: number): Int8Array {
  const random = createRandom('usearch');
  return Int8Array.from({ length: concepts * dimensions }, () => (random.next() < 0.5 ? -1 : 1));
}

function projected(of: Sparse, first: number, rows: number, signs: Int8Array, scale: number): Float32Array {
  const out = new Float32Array(rows * dimensions);
  const unit = scale / Math.sqrt(dimensions);
  for (let row = 0; row < rows; row += 1) {
    for (let at = of.offsets[first + row]!; at < of.offsets[first + row + 1]!; at += 1) {
      const sign = of.concepts[at]! * dimensions;
      const value = of.weights[at]! * unit;
      for (let d = 0; d < dimensions; d += 1) out[row * dimensions + d]! += value * signs[sign + d]!;
    }
  }
  return out;
}
