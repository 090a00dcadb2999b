import { expect, test } from 'vitest';
import { euros } from '#kernel/money.ts';
import { costsByLine } from '../../src/modules/outreach/domain/plan.ts';
import { draft003 } from '../../src/modules/projects/data/seed-003.ts';

test('COM-07: publicity in the purchases of document 003 is 10 500 € within work packages 2 and 3', () => {
  const actions = (draft003.workPackages ?? []).flatMap((pack) =>
    (pack.purchases ?? [])
      .filter((one) => one.kind === 'publicity')
      .map((one, at) => ({
        actionId: `${pack.code}-${at}`,
        aim: one.label,
        audience: 'kuntalaiset',
        channel: 'print' as const,
        plannedOn: '2024-01-01',
        owner: 'viestintä',
        costPlanned: one.amount,
        budgetLine: `TP${pack.code}`,
      })),
  );
  expect(actions.map((one) => one.costPlanned)).toEqual([3_000, 1_500, 2_000, 4_000].map(euros));
  const lines = costsByLine(actions);
  expect(lines.map(({ budgetLine, planned }) => [budgetLine, planned])).toEqual([
    ['TP2', euros(3_000)],
    ['TP3', euros(7_500)],
  ]);
  expect(lines.reduce((sum, one) => sum + one.planned, 0)).toBe(euros(10_500));
});
