import { expect, test } from 'vitest';
import { euros } from '#kernel/money.ts';
import { draft003 } from '#modules/projects/demo/seed-003.ts';
import { costsByLine } from '../../src/modules/outreach/domain/plan.ts';

test('COM-07: publicity in the purchases of document 003 is 10 500 € within work packages 2 and 3', () => {
  const actions = (draft003.workPackages ?? []).flatMap((pack) =>
    (pack.purchases ?? [])
      .filter((purchase) => purchase.kind === 'publicity')
      .map((purchase, at) => ({
        actionId: `${pack.code}-${at}`,
        aim: purchase.label,
        audience: 'kuntalaiset',
        channel: 'print' as const,
        plannedOn: '2024-01-01',
        owner: 'viestintä',
        costPlanned: purchase.amount,
        budgetLine: `TP${pack.code}`,
      })),
  );
  expect(actions.map((action) => action.costPlanned)).toEqual([3_000, 1_500, 2_000, 4_000].map(euros));
  const lines = costsByLine(actions);
  expect(lines.map(({ budgetLine, planned }) => [budgetLine, planned])).toEqual([
    ['TP2', euros(3_000)],
    ['TP3', euros(7_500)],
  ]);
  expect(lines.reduce((sum, line) => sum + line.planned, 0)).toBe(euros(10_500));
});
