import type { DatedRule } from '#kernel/dated-rules.ts';
import { type BasisPoints, type Cents, percentHalfUp } from '#kernel/money.ts';
import type { CostKind, CostModelCode } from './draft.ts';
import type { CostLine, Plan } from './plan.ts';

/** How the costs that have no receipts are counted. */
export interface CostModel {
  /** What the rate is taken of; absent when nothing is flat. */
  readonly base?: 'wages' | 'direct-costs';
  readonly rate?: BasisPoints;
  /** Kinds of cost that are inside the flat part: followed, never claimed (PJ-25). */
  readonly inside: readonly CostKind[];
}

const allOther: readonly CostKind[] = ['purchases', 'travel', 'equipment', 'other'];

/** The models as dated data; a new one is a row here. The model of a project never changes while it runs (rules.md C5). */
export const costModels: Readonly<Record<CostModelCode, DatedRule<CostModel>>> = {
  'flat-rate-40': {
    id: 'flat-rate-40',
    from: '2021-01-01',
    value: { base: 'wages', rate: 4000, inside: allOther },
    source: 'rakennerahastot.fi 2021–2027; 000:88, 003:170-177',
    mark: '✔',
  },
  'flat-rate-25': {
    id: 'flat-rate-25',
    from: '2021-01-01',
    value: { base: 'direct-costs', rate: 2500, inside: ['other'] },
    source: 'Asetus (EU) 2021/1060, 54 artikla; käyttö vaihtelee hakuilmoituksittain',
    mark: '?',
  },
  'flat-rate-20': {
    id: 'flat-rate-20',
    from: '2021-01-01',
    // Wages as a flat part of the other direct costs.
    value: { base: 'direct-costs', rate: 2000, inside: ['wages'] },
    source: 'Asetus (EU) 2021/1060, 55 artikla; käyttö vaihtelee hakuilmoituksittain',
    mark: '?',
  },
  'flat-rate-15': {
    id: 'flat-rate-15',
    from: '2021-01-01',
    value: { base: 'wages', rate: 1500, inside: ['other'] },
    source: 'Asetus (EU) 2021/1060, 54 artikla; käyttö vaihtelee hakuilmoituksittain',
    mark: '?',
  },
  'flat-rate-7': {
    id: 'flat-rate-7',
    from: '2021-01-01',
    value: { base: 'direct-costs', rate: 700, inside: ['other'] },
    source: 'Asetus (EU) 2021/1060, 54 artikla; käyttö vaihtelee hakuilmoituksittain',
    mark: '?',
  },
  'flat-rate-17': {
    id: 'flat-rate-17',
    from: '2014-01-01',
    to: '2023-12-31',
    value: { base: 'wages', rate: 1700, inside: ['other'] },
    source: 'rakennerahastot.fi 2014–2020 (ESR)',
    mark: '◇',
  },
  'flat-rate-24': {
    id: 'flat-rate-24',
    from: '2014-01-01',
    to: '2023-12-31',
    value: { base: 'wages', rate: 2400, inside: ['other'] },
    source: 'rakennerahastot.fi 2014–2020 (EAKR)',
    mark: '◇',
  },
  'real-costs': {
    id: 'real-costs',
    from: '1995-01-01',
    value: { inside: [] },
    source: 'Todelliset kustannukset: kaikki eritellään',
    mark: '✔',
  },
  'lump-sum': {
    id: 'lump-sum',
    from: '2014-01-01',
    value: { inside: [...allOther, 'wages'] },
    source: 'Kertakorvaus: tulos todennetaan, kuluja ei eritellä',
    mark: '◇',
  },
  'unit-costs': {
    id: 'unit-costs',
    from: '2014-01-01',
    value: { inside: [] },
    source: 'Vakioyksikkökustannukset: yksikön hinta × toteutuneet yksiköt',
    mark: '◇',
  },
};

/** The model of a plan; undefined when no document states it: a model is never inferred from a total (F-07). */
export function modelOf(plan: Pick<Plan, 'budget'>): CostModel | undefined {
  const { costModel } = plan.budget;
  return costModel === 'not-stated' ? undefined : costModels[costModel].value;
}

/** Which column of the funder's table. */
export type ColumnName = 'requested' | 'approved' | 'rejected';

/** The sum of the lines that say something in the column; undefined when none does. */
export function sumOf(lines: readonly CostLine[], column: ColumnName): Cents | undefined {
  const given = lines.flatMap((line) => line[column] ?? []);
  return given.length === 0 ? undefined : given.reduce((sum, one) => sum + one, 0);
}

/** What the flat part should be for these lines, whole euros by half-up (003:176-177); undefined when nothing is flat. */
export function flatPart(
  model: CostModel,
  lines: readonly CostLine[],
  column: ColumnName = 'requested',
): Cents | undefined {
  if (model.base === undefined || model.rate === undefined) return undefined;
  const base = sumOf(
    lines.filter((line) =>
      model.base === 'wages'
        ? line.kind === 'wages'
        : line.kind !== 'flat' && line.kind !== 'income' && !model.inside.includes(line.kind),
    ),
    column,
  );
  return base === undefined ? undefined : percentHalfUp(base, model.rate, 'euro');
}

export interface CostSums {
  gross: Cents;
  income: Cents;
  /** gross − income: what is funded (PJ-10). */
  net: Cents;
}

/** Costs, income and what is left to be funded; undefined when the column is blank from top to bottom. */
export function costSums(lines: readonly CostLine[], column: ColumnName = 'requested'): CostSums | undefined {
  const gross = sumOf(
    lines.filter((line) => line.kind !== 'income'),
    column,
  );
  const income = sumOf(
    lines.filter((line) => line.kind === 'income'),
    column,
  );
  if (gross === undefined && income === undefined) return undefined;
  return { gross: gross ?? 0, income: income ?? 0, net: (gross ?? 0) - (income ?? 0) };
}

/** requested − approved, where both are given: shown beside a blank cell of "rejected" (F-08). */
export function derivedRejection(line: CostLine): Cents | undefined {
  return line.requested === undefined || line.approved === undefined
    ? undefined
    : line.requested - line.approved;
}

/** May a realised cost of this kind be claimed? What is inside the flat part is followed but not claimed (PJ-25). */
export function isClaimable(model: CostModel | undefined, kind: CostKind): boolean {
  return model === undefined || !model.inside.includes(kind);
}
