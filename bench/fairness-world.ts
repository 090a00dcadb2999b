import { createRandom } from '#kernel/random.ts';
import type { Ranked } from '../src/modules/matching/domain/engine.ts';
import { type Circumstances, fairList, gini } from '../src/modules/matching/domain/fairness.ts';
import { fullScore, scoreOfPoint, type Weights } from '../src/modules/matching/domain/weights.ts';

/** What a simulated month came to. */
export interface Simulated {
  /** How unevenly approaches are shared among the jobs, 0 … 1. */
  readonly gini: number;
  /** Jobs that nobody approached, and the most that one place got. */
  readonly untouched: number;
  readonly mostForAPlace: number;
  /** Points by which the first job of a list was below the best of it: on average, and at most. */
  readonly lostOnAverage: number;
  readonly lostAtMost: number;
}

/**
 * Invented people go to the first job of their list one after another, a few times each; some employers never answer.
 * A few jobs suit nearly everybody, as in life. The same seed gives the same month, so that only the terms differ.
 */
export function simulateMonth(
  weights: Weights,
  { seed, people, jobs, rounds }: { seed: string; people: number; jobs: number; rounds: number },
): Simulated {
  const random = createRandom(seed);
  const pull = Array.from({ length: jobs }, (_, at) => 1 / (1 + at / 8));
  const places = Array.from({ length: jobs }, () =>
    random.weighted([
      [1, 7],
      [2, 2],
      [4, 1],
    ] as const),
  );
  const silent = Array.from({ length: jobs }, () => random.chance(0.15));
  const lists = Array.from({ length: people }, () =>
    Array.from({ length: jobs }, (_, at) => at)
      .filter(() => random.chance(0.35))
      .map((at): Ranked => {
        const score = Math.round(fullScore * (0.45 + 0.3 * random.next() + 0.2 * pull[at]! * random.next()));
        const fits = score > fullScore * 0.62;
        return {
          id: String(at).padStart(4, '0'),
          score,
          missing: fits ? 0 : 1,
          standing: fits ? 'fits' : 'short',
          fields: 31,
        };
      })
      .sort((a, b) => b.score - a.score || a.missing - b.missing || (a.id < b.id ? -1 : 1)),
  );
  const approaches = new Array<number>(jobs).fill(0);
  const gone = lists.map(() => new Set<string>());
  let [lost, lostAtMost, times] = [0, 0, 0];
  for (let round = 0; round < rounds; round += 1) {
    for (const [person, list] of lists.entries()) {
      const open = list.filter(({ id }) => !gone[person]!.has(id));
      const first = fairList(open, circumstancesOf(open), weights)[0];
      if (!first) continue;
      const below = (open[0]!.score - first.score) / scoreOfPoint;
      lost += below;
      lostAtMost = Math.max(lostAtMost, below);
      times += 1;
      gone[person]!.add(first.id);
      approaches[Number(first.id)]! += 1;
    }
  }
  return {
    gini: gini(approaches.map((count, at) => count / places[at]!)),
    untouched: approaches.filter((count) => count === 0).length,
    mostForAPlace: Math.max(...approaches.map((count, at) => count / places[at]!)),
    lostOnAverage: times === 0 ? 0 : lost / times,
    lostAtMost,
  };

  function circumstancesOf(list: readonly Ranked[]): Map<string, Circumstances> {
    return new Map(
      list.map(({ id }) => {
        const at = Number(id);
        const approached = approaches[at]!;
        return [
          id,
          {
            vacancyId: id,
            places: places[at]!,
            approaches: approached,
            silent: silent[at]! && approached > 0,
          },
        ];
      }),
    );
  }
}

/** The same weights with every fairness term set to nothing. */
export function withoutFairness(weights: Weights): Weights {
  const { fairness } = weights;
  return {
    ...weights,
    fairness: {
      ...fairness,
      congestion: { ...fairness.congestion, points: 0, most: 0 },
      silence: { points: 0 },
    },
  };
}
