import { z } from 'zod';
import { RoundingRule } from '#kernel/budgets.ts';
import { Day } from '#kernel/days.ts';
import { parseFinnishNumber } from '#kernel/finnish-numbers.ts';
import { Id } from '#kernel/ids.ts';
import { parseEuros } from '#kernel/money.ts';
import { targetGroupCodes } from '#kernel/target-groups.ts';
import { linkRelations, outcomeKinds, partyRoles, purchaseKinds } from './codes.ts';
import {
  CostKind,
  CostModelCode,
  FundingRole,
  FundingSource,
  InstrumentCode,
  Qualifier,
  SectionKind,
  WageMethod,
} from './draft.ts';

/** A field of a form: '' is "not given". */
const given = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional());

/** Euros as people write them, read exactly; what can be read in two ways is asked (`ambiguous`). */
export const EurosText = z.string().transform((text, context): number => {
  const parsed = parseEuros(text);
  if (parsed.ok) return parsed.value;
  context.issues.push({ code: 'custom', message: codeOf(parsed.error.code), input: text });
  return z.NEVER;
});

const codeOf = (code: string) =>
  code === 'ambiguous' ? 'ambiguous-number' : code === 'empty' ? 'required' : code;

/** A per cent as people write it, in hundredths of a per cent, from 0 to 100 %. */
const PercentText = z.string().transform((text, context): number => {
  const parsed = parseFinnishNumber(text);
  const value = parsed.ok ? Math.round(parsed.value * 100) : Number.NaN;
  if (value >= 0 && value <= 10_000) return value;
  context.issues.push({
    code: 'custom',
    message: parsed.ok ? 'not-a-percent' : parsed.error.code,
    input: text,
  });
  return z.NEVER;
});

const Words = z.string().trim().min(1, 'required').max(20_000);
const Label = z.string().trim().min(1, 'required').max(500);
const Year = z.coerce.number().int().min(1990, 'not-a-year').max(2100, 'not-a-year');
const row = { id: given(Id) };
const columns = { requested: given(EurosText), approved: given(EurosText), rejected: given(EurosText) };

/** Everything that a form can change in a plan, one thing at a time. */
export const Change = z.discriminatedUnion('part', [
  z.object({
    part: z.literal('identity'),
    name: Label,
    instrument: InstrumentCode,
    programme: given(Label),
    priority: given(Label),
    objective: given(Label),
    call: given(Label),
    callCode: given(Label),
    aidForm: given(Label),
    arrivedOn: given(Day),
    startsOn: given(Day),
    endsOn: given(Day),
    applicant: given(Label),
    businessId: given(z.string().trim().max(20)),
    /** One on a line. */
    registerNumbers: z.string().max(5000).default(''),
  }),
  z.object({
    part: z.literal('budget'),
    costModel: z.union([CostModelCode, z.literal('not-stated')]),
    wageMethod: given(WageMethod),
    roundingRule: RoundingRule,
    aidRate: given(PercentText),
    sideCostRate: given(PercentText),
  }),
  z.object({
    part: z.literal('cost-line'),
    ...row,
    kind: CostKind,
    label: Label,
    year: given(Year),
    ...columns,
  }),
  z.object({
    part: z.literal('share'),
    ...row,
    from: FundingSource,
    role: FundingRole,
    label: Label,
    year: given(Year),
    ...columns,
    channelledBy: given(Label),
    condition: given(Words),
    conditionBody: given(Label),
    conditionExpectedOn: given(Day),
  }),
  /** A condition is met by a decision of governance, or by one that is told with its day. */
  z.object({
    part: z.literal('condition-met'),
    id: Id,
    metOn: Day,
    decisionId: given(Id),
    note: given(Label),
  }),
  /** When the money would be used: by month (1) or half-year (6). What is blank is spread evenly over the rest. */
  z.object({
    part: z.literal('spending'),
    months: z.enum(['1', '6']),
    /** Euros by the first day of the month or half-year. */
    told: z
      .record(
        Day.refine((day) => day.endsWith('-01'), 'not-a-month'),
        given(EurosText),
      )
      .default({}),
  }),
  /** Takes the offered split: the largest whole-euro grant within the ceiling. */
  z.object({ part: z.literal('split') }),
  z.object({
    part: z.literal('work-package'),
    ...row,
    code: z.string().trim().min(1, 'required').max(20),
    name: Label,
    words: z.string().max(100_000).default(''),
    needs: z.array(z.string()).default([]),
    startsOn: given(Day),
    endsOn: given(Day),
  }),
  z.object({
    part: z.literal('purchase'),
    ...row,
    workPackageId: Id,
    kind: z.enum(purchaseKinds),
    label: Label,
    amount: EurosText,
    qualifier: given(Qualifier),
  }),
  z.object({
    part: z.literal('staff'),
    ...row,
    title: Label,
    name: given(Label),
    share: given(PercentText),
    hourly: given(EurosText),
    startsOn: given(Day),
    endsOn: given(Day),
  }),
  z.object({
    part: z.literal('reach'),
    /** Names with commas between. */
    municipalities: z.string().max(10_000).default(''),
    regions: z.string().max(2_000).default(''),
    nationwide: z.boolean().default(false),
    groups: z.array(z.enum(targetGroupCodes)).default([]),
    /** One on a line. */
    direct: z.string().max(20_000).default(''),
    indirect: z.string().max(20_000).default(''),
  }),
  z.object({ part: z.literal('section'), kind: SectionKind, words: z.string().max(100_000) }),
  z.object({
    part: z.literal('outcome'),
    ...row,
    kind: z.enum(outcomeKinds),
    words: Words,
    workPackage: given(z.string()),
    owner: given(Label),
    adoptedOn: given(Day),
    used: given(z.enum(['yes', 'no'])),
  }),
  z.object({
    part: z.literal('party'),
    ...row,
    role: z.enum(partyRoles),
    name: Label,
    share: given(EurosText),
    committedOn: given(Day),
    committedHow: given(Label),
    decidedOn: given(Day),
  }),
  z.object({
    part: z.literal('link'),
    ...row,
    name: Label,
    relation: z.enum(linkRelations),
    words: given(Words),
  }),
  z.object({
    part: z.literal('remove'),
    of: z.enum(['cost-line', 'share', 'work-package', 'purchase', 'staff', 'outcome', 'party', 'link']),
    id: Id,
  }),
]);
export type Change = z.infer<typeof Change>;

export const changeRefusals = [
  'row-not-found',
  'code-in-use',
  'dependency-circle',
  'ends-before-it-begins',
  'nothing-to-split',
  'amount-below-zero',
] as const;
export type ChangeRefusal = { readonly code: (typeof changeRefusals)[number]; readonly field?: string };
