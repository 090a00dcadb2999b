import { z } from 'zod';
import { type Finding, inCents, inShare } from './findings.ts';
import {
  type BasisPoints,
  type Cents,
  percentFloor,
  percentHalfUp,
  type RoundingUnit,
  shareOf,
  sumCents,
} from './money.ts';
import { err, ok, type Result } from './result.ts';

/**
 * The money rules of a project: flat rate, own funding, aid ceiling. They check printed figures and offer others, but
 * never change what was printed (requirements.md A0.2).
 */

/**
 * How own funding is rounded (F-06; the rule inside EURA is not known, rules.md C5):
 * - `half-up-on-total`: rate × total, halves up (001:28: 174 437,60 → 174 438)
 * - `floor-per-line`: rate × each cost line rounded down, then summed (003:176-185: 36 129 + 14 451 = 50 580)
 * - `entered`: a person typed it (the default, requirements.md D4)
 */
export const RoundingRule = z.enum(['half-up-on-total', 'floor-per-line', 'entered']);
export type RoundingRule = z.infer<typeof RoundingRule>;

/** `not-stated` when the document does not say: a model is never inferred from a total (F-07). */
export const CostModel = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('flat-rate'), rate: z.int().positive() }),
  z.object({ kind: z.literal('not-stated') }),
]);
export type CostModel = z.infer<typeof CostModel>;

/** All other costs than wages are 40 % of accepted wages (rules.md C5; 000:88, 003:166-177). */
export const flatRate40: CostModel = { kind: 'flat-rate', rate: 4000 };

export type Costs = { readonly wages: Cents; readonly flat: Cents; readonly total: Cents };

/** Wages → flat part and total; undefined when the model is not stated. 180 648 → 72 259 → 252 907 (N-09). */
export function costsOf(model: CostModel, wages: Cents, unit: RoundingUnit = 'euro'): Costs | undefined {
  if (model.kind === 'not-stated') return undefined;
  const flat = percentHalfUp(wages, model.rate, unit);
  return { wages, flat, total: wages + flat };
}

/**
 * The wage sum that a total would come from: `exact` to the cent (half up), and `whole` when some whole-unit wage
 * gives the total by half-up. 43 400 → 31 000; 103 000 → 73 571,43 and no whole one (F-01, F-02).
 */
export function wagesFitting(
  total: Cents,
  rate: BasisPoints,
  unit: RoundingUnit = 'euro',
): { exact: Cents; whole?: Cents } {
  const exact = Math.round((total * 10_000) / (10_000 + rate));
  const step = unit === 'euro' ? 100 : 1;
  const near = Math.floor(exact / step) * step;
  for (const whole of [near - step, near, near + step]) {
    if (whole + percentHalfUp(whole, rate, unit) === total) return { exact, whole };
  }
  return { exact };
}

/**
 * Does the printed total follow from the printed wages? One finding when not, with the wages that would fit.
 * @param grade `error` for table against table; `text-differs-from-table` when the wages come from loose prose (F-03)
 */
export function checkFlatRateTotal(input: {
  readonly wages: Cents;
  readonly total: Cents;
  readonly model: CostModel;
  readonly source?: string;
  readonly grade?: 'error' | 'text-differs-from-table';
}): Finding[] {
  const costs = costsOf(input.model, input.wages);
  if (!costs || input.model.kind === 'not-stated' || costs.total === input.total) return [];
  const fitting = wagesFitting(input.total, input.model.rate);
  return [
    {
      code: 'total-differs-from-flat-rate',
      grade: input.grade ?? 'error',
      printed: inCents(input.total),
      computed: inCents(costs.total),
      difference: inCents(input.total - costs.total),
      ...(input.source === undefined ? {} : { source: input.source }),
      hint:
        fitting.whole === undefined
          ? { code: 'no-whole-wages-fit', values: { wages: inCents(fitting.exact) } }
          : { code: 'wages-that-would-fit', values: { wages: inCents(fitting.whole) } },
    },
  ];
}

export type FundingSplit = { readonly total: Cents; readonly own: Cents; readonly grant: Cents };

/**
 * Own funding by a named rounding rule; the grant is the remainder, so the parts always make the whole.
 * `entered-amount-missing` when the rule is `entered` and nothing was; `entered-amount-out-of-range` when it is
 * negative or more than the total.
 */
export function splitFunding(input: {
  readonly lines: readonly Cents[];
  readonly ownRate: BasisPoints;
  readonly rule: RoundingRule;
  readonly unit?: RoundingUnit;
  readonly entered?: Cents;
}): Result<FundingSplit, { code: 'entered-amount-missing' | 'entered-amount-out-of-range' }> {
  const { lines, ownRate, rule, unit = 'euro', entered } = input;
  const total = sumCents(lines);
  if (rule === 'entered') {
    if (entered === undefined) return err({ code: 'entered-amount-missing' });
    if (entered < 0 || entered > total) return err({ code: 'entered-amount-out-of-range' });
    return ok({ total, own: entered, grant: total - entered });
  }
  const own =
    rule === 'half-up-on-total'
      ? percentHalfUp(total, ownRate, unit)
      : sumCents(lines.map((line) => percentFloor(line, ownRate, unit)));
  return ok({ total, own, grant: total - own });
}

/** The largest grant that keeps the ceiling, in whole units, and the own part it leaves: 202 325 / 50 582 (F-05). */
export function strictSplit(total: Cents, ceiling: BasisPoints, unit: RoundingUnit = 'euro'): FundingSplit {
  const grant = percentFloor(total, ceiling, unit);
  return { total, grant, own: total - grant };
}

/**
 * Is the grant within the aid ceiling? The difference is to the cent: 202 327 of 252 907 is 1,40 € over 80 % (F-05),
 * and the hint offers the strict split.
 */
export function checkAidCeiling(input: {
  readonly grant: Cents;
  readonly total: Cents;
  readonly ceiling: BasisPoints;
  readonly source?: string;
}): Finding[] {
  const limit = percentFloor(input.total, input.ceiling);
  if (input.grant <= limit) return [];
  const offered = strictSplit(input.total, input.ceiling);
  const values: NonNullable<Finding['hint']>['values'] = {
    grant: inCents(offered.grant),
    own: inCents(offered.own),
    ceiling: inShare(input.ceiling / 10_000),
  };
  const share = shareOf(input.grant, input.total);
  if (share !== undefined) values.share = inShare(share);
  return [
    {
      code: 'aid-over-ceiling',
      grade: 'warning',
      printed: inCents(input.grant),
      computed: inCents(limit),
      difference: inCents(input.grant - limit),
      ...(input.source === undefined ? {} : { source: input.source }),
      hint: { code: 'strict-split', values },
    },
  ];
}

/** Do the printed parts make the printed total? (N-01…N-03, N-10 hold; F-09 does not.) */
export function checkSum(parts: readonly Cents[], total: Cents, source?: string): Finding[] {
  const computed = sumCents(parts);
  if (computed === total) return [];
  return [
    {
      code: 'parts-do-not-sum',
      grade: 'error',
      printed: inCents(total),
      computed: inCents(computed),
      difference: inCents(total - computed),
      ...(source === undefined ? {} : { source }),
    },
  ];
}
