import { z } from 'zod';
import { addDays, Day } from '#kernel/days.ts';
import { Decimal } from '#kernel/field-kinds.ts';
import { type Finding, inNumber } from '#kernel/findings.ts';
import { parseFinnishNumber } from '#kernel/finnish-numbers.ts';
import { Id } from '#kernel/ids.ts';
import { optionalText } from '#kernel/inputs.ts';
import { LocalisedText } from '#kernel/localised.ts';
import { part, type ValueOf } from '#kernel/parts.ts';
import { type Cell, unknown } from '#kernel/small-numbers.ts';

/** `common` is one of the programme's own indicators (ESF+ EECO, EECR). */
export const indicatorKinds = ['output', 'result', 'common'] as const;
export const IndicatorKind = z.enum(indicatorKinds);
export type IndicatorKind = z.infer<typeof IndicatorKind>;

/**
 * What an indicator looks at: who took part (`attendance`), what was made (`product`), what became otherwise
 * (`change`). The balance of a plan is read from this (FND-07).
 */
export const natures = ['attendance', 'product', 'change'] as const;
export const Nature = z.enum(natures);
export type Nature = z.infer<typeof Nature>;

/** "noin 50" is 50 with a qualifier; nothing is exact by itself (F-11). */
export const qualifiers = ['about', 'at-least', 'at-most'] as const;
export const Qualifier = z.enum(qualifiers);
export type Qualifier = z.infer<typeof Qualifier>;

/** A part of a target: of 52 participants 50 unemployed (003:149). */
const TargetPart = z.object({ label: z.string(), value: z.number() });

const Target = z.object({
  value: z.number(),
  qualifier: Qualifier.optional(),
  parts: z.array(TargetPart).default([]),
});
export type Target = z.output<typeof Target>;

/** Where the value of an indicator comes from: Polku's own facts, a statistic, or a person who enters it with evidence. */
const Source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fact'), fact: z.string() }),
  z.object({ kind: z.literal('statistic'), name: z.string() }),
  z.object({ kind: z.literal('entered'), name: z.string() }),
]);
export type Source = z.output<typeof Source>;

/** Half a year, `2026H1` or `2026H2`; it ends on 30.6. or 31.12. (004:72). */
export type HalfYear = string;
export const HalfYear = z.string().regex(/^\d{4}H[12]$/);

export const indicators = part(
  'projects.indicator',
  {
    id: Id,
    kind: IndicatorKind,
    nature: Nature,
    names: LocalisedText,
    unit: z.string().trim().max(50).default(''),
    baseline: z
      .object({ value: Decimal, on: Day.optional(), source: optionalText(300).optional() })
      .optional(),
    target: Target.optional(),
    /** The day by which the target is to be reached. */
    dueOn: Day.optional(),
    owner: optionalText(200).optional(),
    source: Source.optional(),
    /** How it is computed, in words: "työllistyneet / pilottiin liittyneet". */
    formula: optionalText(1000).optional(),
    /** With whom or what the value is compared: the ordinary process, a group that did not take part (SKI-11, FND-05). */
    comparison: optionalText(1000).optional(),
    /** Where the result lives after the project, and with whom (PJ-22, FND-02). */
    adoption: optionalText(1000).optional(),
    /** Where it was promised (document:line). */
    promisedAt: z.string().optional(),
    /** What should be reached by the end of each half-year. */
    planned: z.record(HalfYear, Decimal).default({}),
    /** Of a common one. */
    code: z.string().optional(),
  },
  {
    baseline: { value: 'baseline', on: 'baseline_on', source: 'baseline_source' },
    target: { value: 'target', qualifier: 'target_qualifier', parts: 'parts' },
    source: null,
  },
);
export type KeptIndicator = ValueOf<typeof indicators>;
export type Indicator = Omit<KeptIndicator, 'planned' | 'code'>;

const qualifierWords: readonly (readonly [RegExp, Qualifier])[] = [
  [/^(?:noin|n\.|cirka|ca\.?|ungefär|about|approximately|~)\s*/i, 'about'],
  [/^(?:vähintään|väh\.|yli|minst|at least|≥)\s*/i, 'at-least'],
  [/^(?:enintään|korkeintaan|alle|högst|at most|≤)\s*/i, 'at-most'],
];

/** A target as people write it: "noin 50" → 50, about. Undefined when there is no number that could be read in one way. */
export function parseTarget(text: string): Pick<Target, 'value' | 'qualifier'> | undefined {
  const words = qualifierWords.find(([pattern]) => pattern.test(text.trim()));
  const bare = words ? text.trim().replace(words[0], '') : text;
  const parsed = parseFinnishNumber(bare);
  if (!parsed.ok || parsed.value < 0) return undefined;
  return { value: parsed.value, ...(words ? { qualifier: words[1] } : {}) };
}

/** The part of the target that no row explains: 52 of whom 50 unemployed leaves 2 (F-11). Below 0 the parts are too many. */
export function checkParts(target: Target): Finding | undefined {
  if (target.parts.length === 0) return undefined;
  const told = target.parts.reduce((sum, part) => sum + part.value, 0);
  if (told === target.value) return undefined;
  return {
    code: told < target.value ? 'target-part-missing' : 'target-parts-too-many',
    grade: told < target.value ? 'missing' : 'error',
    printed: inNumber(target.value),
    computed: inNumber(told),
    difference: inNumber(target.value - told),
  };
}

export function halfYearOf(day: Day): HalfYear {
  return `${day.slice(0, 4)}H${day.slice(5, 7) <= '06' ? 1 : 2}`;
}

/** The last day of a half-year. */
export function endOfHalfYear(half: HalfYear): Day {
  return `${half.slice(0, 4)}-${half.endsWith('1') ? '06-30' : '12-31'}`;
}

/** The half-years of a period, both ends in: 1.9.2023–31.12.2025 has five. */
export function halfYearsOf(from: Day, to: Day): HalfYear[] {
  const halves: HalfYear[] = [];
  for (
    let half = halfYearOf(from);
    half <= halfYearOf(to);
    half = halfYearOf(addDays(endOfHalfYear(half), 1))
  )
    halves.push(half);
  return halves;
}

export interface FollowUpRow {
  readonly half: HalfYear;
  readonly planned: Cell;
  readonly actual: Cell;
}

/**
 * Planned against actual at the end of each half-year, both counted from the beginning. What is not given is unknown and
 * never 0; a half-year that has not begun has no actual. The target stands as the plan of the half-year in which it is due.
 */
export function followUp(
  halves: readonly HalfYear[],
  indicator: Pick<Indicator, 'target' | 'dueOn'>,
  planned: ReadonlyMap<HalfYear, number>,
  actual: ReadonlyMap<HalfYear, Cell>,
  today: Day,
): FollowUpRow[] {
  const dueIn = indicator.dueOn === undefined ? undefined : halfYearOf(indicator.dueOn);
  const now = halfYearOf(today);
  return halves.map((half) => {
    const given = planned.get(half) ?? (half === dueIn ? indicator.target?.value : undefined);
    return {
      half,
      planned: given === undefined ? unknown : { kind: 'number', value: given },
      actual: half > now ? unknown : (actual.get(half) ?? unknown),
    };
  });
}

/** The latest value that is known: a later "not given" does not hide an earlier number, a hidden one does. */
export function latestOf(rows: readonly FollowUpRow[]): Cell {
  return rows.findLast(({ actual }) => actual.kind !== 'unknown')?.actual ?? unknown;
}

/** Reached part of the way from baseline to target, in per cent; undefined when one of the three is not a number. */
export function reachedShare(
  indicator: Pick<Indicator, 'baseline' | 'target'>,
  cell: Cell,
): number | undefined {
  if (cell.kind !== 'number' || indicator.target === undefined) return undefined;
  const from = indicator.baseline?.value ?? 0;
  const way = indicator.target.value - from;
  return way === 0 ? undefined : Math.round(((cell.value - from) * 1_000) / way) / 10;
}

/** What is promised in prose becomes an indicator when it is said in which unit it is counted. */
export function isMeasured({ unit }: Pick<Indicator, 'unit'>): boolean {
  return unit.trim() !== '';
}

/** Does a typed source name a register that Polku keeps itself? Then its rows are the value, and nothing is typed beside them. */
export const isOwnRegister = (source: string): boolean =>
  /valmiustest|beredskapstest|readiness test/i.test(source);

/** Units that are certainly not people, in the three languages, by the beginning of the word. */
const things =
  /^(?:%|€|kpl\b|st\b|pcs\b|h\b|prosent|procent|per ?cent|eur|piste|poäng|point|tun(?:ti|nin)|timm|hour|päiv|dag|day|kuukau|mån|month|vuo[st]|år|year|yrity|företag|compan|entit|sopimu|avtal|agreement|tilaisuu|tapahtum|evenemang|event|lause|fras|phrase|materiaal|material|työpaik|jobb|job|kunta|kuntaa|kommun|municipal|organisaat|organisation|käynti|kerta|kertaa|gång|time|palvelu|tjänst|service|hanke|projekt|project)/i;

/** May the unit speak of persons? Then a small number is hidden; so it is when the unit says nothing that is known. */
export function countsPersons(unit: string): boolean {
  return !things.test(unit.trim());
}

/** How the indicators of a plan divide: FND-07 warns when more than half count attendance. */
export function balanceOf(indicators: readonly Pick<Indicator, 'nature'>[]) {
  const count = (nature: Nature) => indicators.filter((indicator) => indicator.nature === nature).length;
  const attendance = count('attendance');
  return {
    attendance,
    product: count('product'),
    change: count('change'),
    tilted: attendance * 2 > indicators.length,
  };
}
