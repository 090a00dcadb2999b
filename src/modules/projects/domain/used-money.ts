import type { Day } from '#kernel/days.ts';
import { type Finding, inCents } from '#kernel/findings.ts';
import { type Cents, percentHalfUp, sumCents } from '#kernel/money.ts';
import { type CostDoubt, impossibleCosts } from './codes.ts';
import { type CostModel, costSums, isClaimable, modelOf } from './cost-models.ts';
import type { CostKind } from './draft.ts';
import { moneySummary } from './funding.ts';
import type { Plan } from './plan.ts';

/** A cost as it is entered, or as it stands. */
export interface Cost {
  readonly month: Day;
  readonly kind: CostKind;
  readonly cents: Cents;
  readonly evidence: string;
  /** Somebody has said that it is right. */
  readonly accepted?: boolean;
}

/** A cost with why it does not count, if it does not. */
export type Judged<C extends Cost = Cost> = C & { readonly doubt: CostDoubt | undefined };

export const isImpossible = (doubt: CostDoubt | undefined): boolean =>
  (impossibleCosts as readonly (string | undefined)[]).includes(doubt);

const voucherOf = (text: string) => text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
const firstOf = (day: Day): Day => `${day.slice(0, 7)}-01` as Day;
/** Income is taken off what is used. */
const signed = ({ kind, cents }: Pick<Cost, 'kind' | 'cents'>): Cents => (kind === 'income' ? -cents : cents);

/**
 * Which costs count, judged one after another in the order of their entering: a cost that cannot be true never does, one
 * that can hardly be true when somebody has said that it is right. A cost below zero takes back one of the same kind and sum
 * that counts; without that it is doubtful.
 */
export function judge<C extends Cost>(plan: Plan, today: Day, costs: readonly C[]): Judged<C>[] {
  const { startsOn, endsOn } = plan.identity;
  const { total } = moneySummary(plan, today);
  const model = modelOf(plan);
  const vouchers = new Set<string>();
  /** How many costs of a kind and sum can still be taken back. */
  const standing = new Map<string, number>();
  let used = 0;
  const doubtOf = (cost: C): CostDoubt | undefined => {
    const { month, kind, cents, evidence, accepted } = cost;
    if (month > today) return 'month-in-future';
    if (startsOn !== undefined && month < firstOf(startsOn)) return 'month-before-start';
    if (endsOn !== undefined && month > firstOf(endsOn)) return 'month-after-end';
    if (total !== undefined && Math.abs(cents) > total) return 'cost-beyond-project';
    if (kind === 'flat' && model?.rate !== undefined) return 'flat-part-computed';
    if (!isClaimable(model, kind)) return 'inside-flat-part';
    if (accepted) return undefined;
    const takesBack = cents < 0 && (standing.get(`${kind} ${-cents}`) ?? 0) > 0;
    if (cents < 0 && !takesBack) return 'cost-negative';
    if (!takesBack && vouchers.has(voucherOf(evidence))) return 'voucher-used';
    if (total !== undefined && cents > 0 && kind !== 'income' && used + cents > total)
      return 'cost-above-budget';
    return undefined;
  };
  return costs.map((cost) => {
    const doubt = doubtOf(cost);
    if (doubt === undefined) {
      const { kind, cents, evidence } = cost;
      const key = `${kind} ${Math.abs(cents)}`;
      vouchers.add(voucherOf(evidence));
      standing.set(key, (standing.get(key) ?? 0) + (cents < 0 ? -1 : 1));
      used += signed(cost);
    }
    return { ...cost, doubt };
  });
}

/** What counts as used by month, with the flat part that the cost model gives for it; the months make the whole exactly. */
export interface UsedMoney {
  readonly used: Cents;
  /** The flat part in it; undefined when the model has none. */
  readonly flat: Cents | undefined;
  /** Entered, and not counted. */
  readonly aside: Cents;
  readonly byMonth: readonly { readonly month: Day; readonly cents: Cents }[];
}

/** What is used of costs that have been judged. */
export function usedMoney(plan: Plan, costs: readonly Judged[]): UsedMoney {
  const model = modelOf(plan);
  const counted = costs.filter(({ doubt }) => doubt === undefined);
  const isFlat = model?.base !== undefined && model.rate !== undefined;
  const months = [...new Set(counted.map(({ month }) => month))].sort();
  const byMonth: { month: Day; cents: Cents }[] = [];
  let base = 0;
  let flatSoFar = 0;
  for (const month of months) {
    const own = counted.filter((cost) => cost.month === month);
    base += isFlat ? sumCents(own.filter((cost) => isBase(model, cost.kind)).map(({ cents }) => cents)) : 0;
    const flat = isFlat ? percentHalfUp(base, model.rate!) : 0;
    byMonth.push({ month, cents: sumCents([...own.map(signed), flat - flatSoFar]) });
    flatSoFar = flat;
  }
  return {
    used: sumCents(byMonth.map(({ cents }) => cents)),
    flat: isFlat ? flatSoFar : undefined,
    aside: sumCents(costs.filter(({ doubt }) => doubt !== undefined).map(signed)),
    byMonth,
  };
}

const isBase = (model: CostModel, kind: CostKind): boolean =>
  model.base === 'wages'
    ? kind === 'wages'
    : kind !== 'flat' && kind !== 'income' && !model.inside.includes(kind);

/** Costs that were entered and do not count: each is a finding until it is corrected, taken out, or said to be right. */
export function costsAside(plan: Plan, costs: readonly Judged[]): Finding[] {
  const { net } = costSums(plan.costLines) ?? {};
  return costs.flatMap(({ doubt, cents, month, evidence }) =>
    doubt === undefined
      ? []
      : [
          {
            code: 'cost-not-counted',
            grade: 'error' as const,
            printed: inCents(cents),
            ...(doubt === 'cost-beyond-project' && net !== undefined ? { computed: inCents(net) } : {}),
            hint: {
              code: `cost.${doubt}`,
              values: {
                evidence: { kind: 'text' as const, value: evidence },
                month: { kind: 'text' as const, value: `${Number(month.slice(5, 7))}/${month.slice(0, 4)}` },
              },
            },
          },
        ],
  );
}
