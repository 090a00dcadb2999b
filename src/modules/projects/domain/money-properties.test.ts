import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RoundingRule, splitFunding } from '#kernel/budgets.ts';
import { addMonths, type Day } from '#kernel/days.ts';
import { sumCents } from '#kernel/money.ts';
import { applyChange } from './apply-change.ts';
import { costKinds, costModelCodes } from './codes.ts';
import { costModels, costSums, flatPart, isClaimable } from './cost-models.ts';
import { conditionState, fundingTable, rulesGiving } from './funding.ts';
import { moneyByMonth, monthsOf, usedSoFar } from './months.ts';
import { type CostLine, emptyPlan, type Plan, type Spending } from './plan.ts';

/** Money of a project under every model and every rounding rule: the parts are the whole, to the cent; and what is told later never changes what an earlier day saw. */
const cents = fc.integer({ min: 0, max: 500_000_000 });
const line: fc.Arbitrary<CostLine> = fc.record({
  kind: fc.constantFrom(...costKinds),
  label: fc.constantFrom('a', 'b'),
  requested: fc.option(cents, { nil: undefined }),
  approved: fc.option(cents, { nil: undefined }),
});
const day = fc
  .integer({ min: 0, max: 3000 })
  .map((n): Day => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10));
const period = fc
  .tuple(day, day)
  .map(([a, b]) => (a < b ? { startsOn: a, endsOn: b } : { startsOn: b, endsOn: a }));
const granted = fc.array(
  fc.record({ year: fc.option(fc.integer({ min: 2019, max: 2029 }), { nil: undefined }), cents }),
  { minLength: 1, maxLength: 5 },
);

/** Periods told by month or half-year, none twice; also outside the project. */
const spendingFor = (step: 1 | 6): fc.Arbitrary<Spending[]> =>
  fc.uniqueArray(
    fc.record({ at: fc.integer({ min: 0, max: 20 }), cents }).map((row) => ({
      from: addMonths('2019-07-01', row.at * step),
      months: step,
      cents: row.cents,
    })),
    { selector: ({ from }) => from, maxLength: 8 },
  );
const spending = fc.oneof(spendingFor(1), spendingFor(6));

describe('costs under every model', () => {
  test.each(costModelCodes)(
    '%s: the lines are the gross, income is taken off once, the flat part is of its own base',
    (code) => {
      const model = costModels[code].value;
      fc.assert(
        fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
          for (const column of ['requested', 'approved'] as const) {
            const sums = costSums(lines, column);
            const of = (wanted: (kind: CostLine['kind']) => boolean) =>
              sumCents(lines.filter(({ kind }) => wanted(kind)).map((row) => row[column] ?? 0));
            expect(sums?.gross ?? 0).toBe(of((kind) => kind !== 'income'));
            expect((sums?.net ?? 0) + (sums?.income ?? 0)).toBe(sums?.gross ?? 0);
            const flat = flatPart(model, lines, column);
            if (model.rate === undefined) expect(flat).toBeUndefined();
            if (flat === undefined) continue;
            // Whole euros, and never further than half a euro from the exact rate of the base.
            const base =
              model.base === 'wages'
                ? of((kind) => kind === 'wages')
                : of((kind) => kind !== 'flat' && kind !== 'income' && isClaimable(model, kind));
            expect(flat % 100).toBe(0);
            expect(Math.abs(flat - (base * model.rate!) / 10_000)).toBeLessThanOrEqual(50);
          }
        }),
      );
    },
  );
});

describe('own share and grant under every rounding rule', () => {
  test.each(RoundingRule.options)('%s: own and grant are the whole', (rule) => {
    fc.assert(
      fc.property(
        fc.array(cents, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 10_000 }),
        (lines, rate) => {
          const split = splitFunding({ lines, ownRate: rate, rule, entered: lines[0]! });
          if (!split.ok) throw new Error(split.error.code);
          const { total, own, grant } = split.value;
          expect(total).toBe(sumCents(lines));
          expect(own + grant).toBe(total);
          if (rule !== 'entered') expect(rulesGiving(own, lines, rate)).toContain(rule);
          const shares = [
            { from: 'eu-and-state' as const, role: 'grant' as const, label: 'tuki', requested: grant },
            { from: 'municipal' as const, role: 'own' as const, label: 'oma', requested: own },
          ];
          const table = fundingTable(shares, '2026-11-20');
          expect(table.total).toBe(total);
          expect(sumCents(table.rows.map((row) => row.total))).toBe(total);
        },
      ),
    );
  });
  test('the offered split is the whole and keeps to the ceiling', () => {
    fc.assert(
      fc.property(cents, cents, fc.integer({ min: 1, max: 10_000 }), (wages, other, rate) => {
        fc.pre(wages + other > 100);
        const plan: Plan = {
          ...emptyPlan('x'),
          budget: { costModel: 'not-stated', roundingRule: 'entered', aidRate: rate },
          costLines: [
            { kind: 'wages', label: 'a', requested: wages },
            { kind: 'other', label: 'b', requested: other },
          ],
          fundingShares: [
            { from: 'eu-and-state', role: 'grant', label: 'tuki', requested: 1 },
            { from: 'municipal', role: 'own', label: 'oma', requested: 1 },
          ],
        };
        const split = applyChange(plan, { part: 'split' });
        if (!split.ok) throw new Error(split.error.code);
        const [grant, own] = split.value.fundingShares.map((share) => share.requested!);
        expect(grant! + own!).toBe(wages + other);
        expect(grant! * 10_000).toBeLessThanOrEqual((wages + other) * rate);
      }),
    );
  });
});

describe('money by month', () => {
  test('what is told, what is spread and what has no place make the grant exactly', () => {
    fc.assert(
      fc.property(period, granted, spending, (of, sums, told) => {
        const { months, unplaced, plan } = moneyByMonth(of, sums, [], told);
        expect(sumCents(months.map(({ planned }) => planned)) + unplaced).toBe(
          sumCents(sums.map((sum) => sum.cents)),
        );
        expect(months.map(({ month }) => month)).toEqual(
          [...new Set(months.map(({ month }) => month))].sort(),
        );
        expect(months.at(-1)?.plannedSoFar).toBe(sumCents(months.map(({ planned }) => planned)));
        expect(plan === 'even').toBe(told.length === 0);
      }),
    );
  });
  test('a period that was told keeps its sum, whatever else is spread', () => {
    fc.assert(
      fc.property(period, cents, spending, (of, whole, told) => {
        const { months } = moneyByMonth(of, [{ cents: whole }], [], told);
        for (const row of told) {
          const own = monthsOf(row.from, addMonths(row.from, row.months - 1));
          expect(
            sumCents(months.filter(({ month }) => own.includes(month)).map(({ planned }) => planned)),
          ).toBe(row.cents);
        }
      }),
    );
  });
  test('as of a day: what is entered of later months never changes an earlier one', () => {
    const entry = fc.record({ month: day.map((text): Day => `${text.slice(0, 8)}01`), cents });
    fc.assert(
      fc.property(period, cents, fc.array(entry), fc.array(entry), day, (of, whole, before, later, on) => {
        const first: Day = `${on.slice(0, 8)}01`;
        const known = before.filter(({ month }) => month < first);
        const after = later.filter(({ month }) => month >= first);
        const early = (entries: typeof before) =>
          moneyByMonth(of, [{ cents: whole }], entries).months.filter(
            ({ month, realised, planned }) => month < first && (realised > 0 || planned > 0),
          );
        expect(early([...known, ...after])).toEqual(early(known));
        const seen = (entries: typeof before) =>
          usedSoFar(moneyByMonth(of, [{ cents: whole }], entries).months, first)?.realised ?? 0;
        expect(seen([...known, ...after])).toBe(seen(known));
      }),
    );
  });
  test('as of a day: a decision entered later leaves the condition unmet before it', () => {
    fc.assert(
      fc.property(day, day, fc.option(day, { nil: undefined }), (metOn, on, expectedOn) => {
        fc.pre(on < metOn);
        const condition = { words: 'päätös', expectedOn };
        expect(conditionState({ ...condition, metOn }, on)).toBe(conditionState(condition, on));
      }),
    );
  });
});
