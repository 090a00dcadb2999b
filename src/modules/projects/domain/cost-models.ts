import type { DatedRule } from '#kernel/dated-rules.ts';
import type { LocalisedText } from '#kernel/localised.ts';
import { type BasisPoints, type Cents, percentHalfUp } from '#kernel/money.ts';
import type { CostKind, CostModelCode, WageMethod } from './draft.ts';
import type { CostLine, Plan } from './plan.ts';

/** How the costs that have no receipts are counted. */
export interface CostModel {
  /** What the rate is taken of; absent when nothing is flat. */
  readonly base?: 'wages' | 'direct-costs';
  readonly rate?: BasisPoints;
  /** Kinds of cost that are inside the flat part: followed, never claimed (PJ-25). Indirect costs have no line of their own. */
  readonly inside: readonly CostKind[];
}

/** A rule with words for those who have to check it: what was not read, or what else to mind. */
export type NotedRule<T> = DatedRule<T> & { readonly note?: Required<LocalisedText> };

const allOther: readonly CostKind[] = ['purchases', 'travel', 'equipment', 'other'];

/** Rates of article 54 and 55: known by their articles, not seen in a Finnish call. */
const byCall: Required<LocalisedText> = {
  fi: 'Prosentti on yleisasetuksen enimmäismäärä. Asetuksen 866/2021 kohtaa siitä ei ole luettu; hakuilmoitus kertoo, onko malli käytössä.',
  sv: 'Procenttalet är den allmänna förordningens högsta. Punkten om det i förordning 866/2021 har inte lästs; utlysningen berättar om modellen används.',
  en: 'The rate is the highest of the common provisions. What decree 866/2021 says of it has not been read; the call tells whether the model is in use.',
};

/** The models as dated data; a new one is a row here. The model of a project never changes while it runs (rules.md C5). */
export const costModels: Readonly<Record<CostModelCode, NotedRule<CostModel>>> = {
  'flat-rate-40': {
    id: 'flat-rate-40',
    from: '2021-01-01',
    value: { base: 'wages', rate: 4000, inside: allOther },
    source:
      'rakennerahastot.fi/prosenttimaarainen-korvaus; VNa 866/2021; asetus (EU) 2021/1060, 56 artikla; 000:88, 003:170-177',
    mark: '✔',
  },
  'flat-rate-25': {
    id: 'flat-rate-25',
    from: '2021-01-01',
    value: { base: 'direct-costs', rate: 2500, inside: [] },
    source: 'Asetus (EU) 2021/1060, 54 artiklan c kohta',
    mark: '?',
    note: byCall,
  },
  // The other way round: wages are the flat part, of the other direct costs.
  'flat-rate-20': {
    id: 'flat-rate-20',
    from: '2021-01-01',
    value: { base: 'direct-costs', rate: 2000, inside: ['wages'] },
    source: 'Asetus (EU) 2021/1060, 55 artiklan 1 kohta',
    mark: '?',
    note: byCall,
  },
  'flat-rate-15': {
    id: 'flat-rate-15',
    from: '2021-01-01',
    value: { base: 'wages', rate: 1500, inside: ['other'] },
    source: 'Asetus (EU) 2021/1060, 54 artiklan b kohta',
    mark: '?',
    note: byCall,
  },
  'flat-rate-7': {
    id: 'flat-rate-7',
    from: '2021-01-01',
    value: { base: 'direct-costs', rate: 700, inside: [] },
    source: 'Asetus (EU) 2021/1060, 54 artiklan a kohta',
    mark: '?',
    note: byCall,
  },
  'flat-rate-17': {
    id: 'flat-rate-17',
    from: '2014-01-01',
    to: '2023-12-31',
    value: { base: 'wages', rate: 1700, inside: ['other'] },
    source: 'rakennerahastot.fi 2014–2020, yksinkertaistetut kustannusmallit (ESR)',
    mark: '✔',
  },
  'flat-rate-24': {
    id: 'flat-rate-24',
    from: '2014-01-01',
    to: '2023-12-31',
    value: { base: 'wages', rate: 2400, inside: ['other'] },
    source: 'rakennerahastot.fi 2014–2020, yksinkertaistetut kustannusmallit (EAKR)',
    mark: '✔',
  },
  'real-costs': {
    id: 'real-costs',
    from: '1995-01-01',
    value: { inside: [] },
    source: 'VNa 866/2021, 2 §; rakennerahastot.fi/yksinkertaistetut-kustannusmallit',
    mark: '✔',
    note: {
      fi: 'Kaudella 2021–2027 hankkeessa on aina vähintään osittain jokin yksinkertaistettu malli.',
      sv: 'Under perioden 2021–2027 har ett projekt alltid åtminstone delvis en förenklad modell.',
      en: 'In 2021–2027 a project always uses a simplified model at least for a part.',
    },
  },
  'lump-sum': {
    id: 'lump-sum',
    from: '2014-01-01',
    value: { inside: [...allOther, 'wages'] },
    source: 'VNa 866/2021, 2 §: kertakorvaus',
    mark: '✔',
  },
  'unit-costs': {
    id: 'unit-costs',
    from: '2021-01-01',
    value: { inside: [...allOther, 'wages'] },
    source: 'VNa 866/2021, 2 §: yksikkökustannukset; yksikön hinta on tukipäätöksessä',
    mark: '✔',
  },
};

/** How wages are told: the hours of a unit-cost year, and the side costs that the managing authority has confirmed. */
export interface WageRule {
  readonly hoursAYear?: number;
  /** For all staff with holiday pay, and for teachers of universities of applied sciences without it. */
  readonly sideCostRates: readonly BasisPoints[];
}

const confirmed = 'hallintoviranomaisen päätös 24.8.2021 (26,44 % ja 20,42 %)';

/** Wage methods as dated data; one method for all staff of a project, and it does not change (rules.md C5). */
export const wageMethods: Readonly<Record<WageMethod, NotedRule<WageRule>>> = {
  'unit-cost-1720': {
    id: 'unit-cost-1720',
    from: '2021-01-01',
    value: { hoursAYear: 1720, sideCostRates: [2644, 2042] },
    source: `rakennerahastot.fi/palkkakustannusmallit; asetus (EU) 2021/1060, 55 artikla; ${confirmed}`,
    mark: '✔',
  },
  'side-costs': {
    id: 'side-costs',
    from: '2021-01-01',
    value: { sideCostRates: [2644, 2042] },
    source: `rakennerahastot.fi/palkkakustannusmallit; ${confirmed}`,
    mark: '✔',
  },
  real: {
    id: 'real',
    from: '1995-01-01',
    value: { sideCostRates: [] },
    source: 'VNa 866/2021, 2 §: tosiasiallisesti aiheutuneet ja maksetut',
    mark: '✔',
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
  return given.length === 0 ? undefined : given.reduce((sum, value) => sum + value, 0);
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
