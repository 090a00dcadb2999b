import MiniSearch from 'minisearch';
import { type Answer, clocked, type Work } from './sparse.ts';

/**
 * A search engine in JavaScript: a need is a text of its concepts, a person a question of theirs, each word boosted by the
 * person's weight. It orders by BM25, which is not our score.
 */
export function miniSearch(work: Work, asked: number): Answer {
  const { needs, people, limit } = work;
  const began = performance.now();
  const index = new MiniSearch({ fields: ['concepts'], tokenize: (text) => text.split(' ') });
  for (let row = 0; row < needs.rows; row += 1)
    index.add({
      id: row,
      concepts: needs.concepts.subarray(needs.offsets[row], needs.offsets[row + 1]).join(' '),
    });
  const build = (performance.now() - began) / 1_000;
  const { value: lists, ...took } = clocked(() =>
    Array.from({ length: asked }, (_, person) => {
      const start = people.offsets[person]!;
      const concepts = people.concepts.subarray(start, people.offsets[person + 1]);
      const found = index.search(concepts.join(' '), {
        tokenize: (text) => text.split(' '),
        boostTerm: (_term, at) => people.weights[start + at]!,
      });
      return found.slice(0, limit).map(({ id }) => id as number);
    }),
  );
  return { peer: 'MiniSearch', threads: 1, needs: needs.rows, asked, build, ...took, lists };
}
