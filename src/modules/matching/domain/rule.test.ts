import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ruleVersions, weightDifferences, weightValues, workedExample } from './rule.ts';
import { fullScore, weightsVersions } from './weights.ts';

describe('the rule as a page', () => {
  it('tells every number of a version, and what a version changed', () => {
    const [first, second] = weightsVersions;
    expect(weightValues(second!).find(({ path }) => path === 'shares.essential')?.value).toBe(600);
    expect(weightDifferences(first!, second!)).toEqual([
      { path: 'cover.same', before: 100, after: 80 },
      { path: 'cover.group', before: 0, after: 15 },
      { path: 'cover.above', before: 0, after: 5 },
      { path: 'fairness.congestion.points', before: 0, after: 2 },
      { path: 'fairness.congestion.most', before: 0, after: 12 },
      { path: 'fairness.silence.points', before: 0, after: 6 },
    ]);
  });

  it('says which version is in force on a day', () => {
    const inForce = (day: string) =>
      ruleVersions(day)
        .filter((row) => row.inForce)
        .map((row) => row.version);
    expect(inForce('2026-11-24')).toEqual([1]);
    expect(inForce('2026-11-25')).toEqual([2]);
    expect(ruleVersions('2026-11-25').map(({ version }) => version)).toEqual([2, 1]);
  });

  it.each([
    [1, 49],
    [2, 53],
  ])('has a worked example that version %i counts to %i points', (version, points) => {
    const example = workedExample(weightsVersions[version - 1]!);
    expect(example.points).toBe(points);
    expect(Math.round(example.parts.reduce((sum, { got }) => sum + got, 0) / (fullScore / 100))).toBe(points);
  });

  it('stands in the README of the room with the numbers of the newest version', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    const { version, from, shares, cover, fairness } = weightsVersions.at(-1)!;
    const [year, month, day] = from.split('-').map(Number);
    expect(readme).toContain(`version ${version}, from ${day}.${month}.${year}`);
    for (const share of [shares.essential, shares.occupation, shares.optional, shares.wish])
      expect(readme).toMatch(new RegExp(`\\| ${share / 10} +\\|`));
    for (const words of [
      `${cover.same} %`,
      `${cover.group} %`,
      `${fairness.congestion.points} points`,
      `at most ${fairness.congestion.most}`,
      `${fairness.silence.points} points`,
    ])
      expect(readme).toContain(words);
  });
});
