import type { Day } from '#kernel/days.ts';
import {
  type BasisPoints,
  type Cents,
  percentFloor,
  percentHalfUp,
  perUnit,
  sumCents,
} from '#kernel/money.ts';
import { costSums } from './cost-models.ts';
import type { FundingRole, FundingSource } from './draft.ts';
import type { Condition, FundingShare, Plan } from './plan.ts';

/** A condition as it stands on a day: met, waited for, or late. Money under an unmet one is conditional (PJ-07). */
export type ConditionState = 'met' | 'waiting' | 'late';

export function conditionState(condition: Condition, today: Day): ConditionState {
  if (condition.metOn !== undefined && condition.metOn <= today) return 'met';
  return condition.expectedOn !== undefined && condition.expectedOn < today ? 'late' : 'waiting';
}

export interface FundingRow {
  from: FundingSource;
  role: FundingRole;
  label: string;
  /** In the order of `years`; undefined where the plan says nothing. */
  cents: readonly (Cents | undefined)[];
  total: Cents;
  /** How much of the total waits for a decision that has not been taken. */
  conditional: Cents;
}

export interface FundingTable {
  /** `undefined` stands for "all years together". */
  years: readonly (number | undefined)[];
  rows: readonly FundingRow[];
  sums: readonly Cents[];
  total: Cents;
  conditional: Cents;
}

/**
 * The funding plan by source, role and year. Rows of the same source, role and label are one; sums of rows, of years and
 * the total are the same money (a property test holds it).
 * @param column approved when the funder has decided, requested before
 */
export function fundingTable(
  shares: readonly FundingShare[],
  today: Day,
  column: 'requested' | 'approved' = 'requested',
): FundingTable {
  const years = [...new Set(shares.map((share) => share.year))].sort((a, b) => (a ?? 0) - (b ?? 0));
  const byKey = new Map<string, FundingShare[]>();
  for (const share of shares) {
    const key = `${share.from} ${share.role} ${share.label}`;
    byKey.set(key, [...(byKey.get(key) ?? []), share]);
  }
  const rows = [...byKey.values()].map((group): FundingRow => {
    const [first] = group as [FundingShare];
    const of = (year: number | undefined) => {
      const given = group.filter((share) => share.year === year).flatMap((share) => share[column] ?? []);
      return given.length === 0 ? undefined : sumCents(given);
    };
    const waits = group.filter(
      (share) => share.condition && conditionState(share.condition, today) !== 'met',
    );
    return {
      from: first.from,
      role: first.role,
      label: first.label,
      cents: years.map(of),
      total: sumCents(group.map((share) => share[column] ?? 0)),
      conditional: sumCents(waits.map((share) => share[column] ?? 0)),
    };
  });
  return {
    years,
    rows,
    sums: years.map((_year, at) => sumCents(rows.map((row) => row.cents[at] ?? 0))),
    total: sumCents(rows.map((row) => row.total)),
    conditional: sumCents(rows.map((row) => row.conditional)),
  };
}

/** A named rounding rule of the own share that gives exactly this amount (F-06); several may. */
export function rulesGiving(
  own: Cents,
  lines: readonly Cents[],
  ownRate: BasisPoints,
): ('half-up-on-total' | 'floor-per-line')[] {
  const total = sumCents(lines);
  return [
    ...(percentHalfUp(total, ownRate, 'euro') === own ? (['half-up-on-total'] as const) : []),
    ...(sumCents(lines.map((line) => percentFloor(line, ownRate, 'euro'))) === own
      ? (['floor-per-line'] as const)
      : []),
  ];
}

/** The sums of a project that everybody asks for; each absent when no document and no line tells it. */
export interface MoneySummary {
  /** Net costs: by the lines, or as the document states the whole. */
  total?: Cents | undefined;
  grant?: Cents | undefined;
  own?: Cents | undefined;
  approved?: Cents | undefined;
  granted?: Cents | undefined;
  realised?: Cents | undefined;
  conditional: Cents;
}

/**
 * What a plan says of its money on a day; nothing is computed that a document leaves open, but parts are summed.
 * @param used what counts as used of costs that were entered (`usedMoney`); without it what the documents state
 */
export function moneySummary(plan: Plan, today: Day, used?: Cents): MoneySummary {
  const figure = (kind: Plan['figures'][number]['kind']) =>
    plan.figures.find((row) => row.kind === kind && row.year === undefined);
  const costs = costSums(plan.costLines);
  const approved = costSums(plan.costLines, 'approved');
  const roleSum = (role: FundingRole) => {
    const given = plan.fundingShares
      .filter((share) => share.role === role)
      .flatMap((share) => share.requested ?? []);
    return given.length === 0 ? undefined : sumCents(given);
  };
  const yearly = plan.figures.filter((row) => row.kind === 'costs-total' && row.year !== undefined);
  const total =
    costs?.net ??
    figure('costs-total')?.cents ??
    (yearly.length > 0 ? sumCents(yearly.map((row) => row.cents)) : undefined) ??
    figure('public-planned')?.cents;
  const own = roleSum('own') ?? figure('own-share')?.cents;
  return {
    total,
    own,
    grant:
      roleSum('grant') ?? (total !== undefined && own !== undefined ? total - own : figure('granted')?.cents),
    approved: approved?.net,
    granted: figure('granted')?.cents ?? approved?.net,
    realised: used ?? figure('realised')?.cents,
    conditional: fundingTable(plan.fundingShares, today).conditional,
  };
}

/** Euros a unit (N-16): 252 907 € for 52 participants is 4 863,60 €. A count that is not given gives nothing. */
export function unitPrices(
  total: Cents | undefined,
  counts: readonly { readonly name: string; readonly count: number | undefined }[],
): { name: string; count: number; cents: Cents }[] {
  if (total === undefined) return [];
  return counts.flatMap(({ name, count }) =>
    count === undefined || !Number.isInteger(count) || count <= 0
      ? []
      : [{ name, count, cents: perUnit(total, count) }],
  );
}
