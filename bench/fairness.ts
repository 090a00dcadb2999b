import { weights } from '../src/modules/matching/domain/weights.ts';
import { simulateMonth, withoutFairness } from './fairness-world.ts';

const worlds = [
  { name: 'a small area', seed: 'small', people: 120, jobs: 40, rounds: 3 },
  { name: 'an area', seed: 'area', people: 600, jobs: 200, rounds: 3 },
  { name: 'few jobs for many', seed: 'few', people: 600, jobs: 60, rounds: 3 },
];

/** `npm run bench -- fairness`: how approaches are shared among jobs without the terms of fairness and with them. */
export async function bench(): Promise<void> {
  const lines = [
    '| World | People | Jobs | Gini without | Gini with | Jobs nobody came to | Most for a place | Points lost on average | at most |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
  ];
  for (const { name, ...world } of worlds) {
    const before = simulateMonth(withoutFairness(weights), world);
    const after = simulateMonth(weights, world);
    lines.push(
      `| ${[
        name,
        world.people,
        world.jobs,
        before.gini.toFixed(3),
        after.gini.toFixed(3),
        `${before.untouched} → ${after.untouched}`,
        `${before.mostForAPlace} → ${after.mostForAPlace}`,
        after.lostOnAverage.toFixed(2),
        after.lostAtMost.toFixed(1),
      ].join(' | ')} |`,
    );
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}
