import { z } from 'zod';
import { Day } from '#kernel/days.ts';
import { daysInOrder, Euros } from '#kernel/field-kinds.ts';
import { Id } from '#kernel/ids.ts';
import { targetGroupCodes } from '#kernel/target-groups.ts';
import { planLists } from './codes.ts';
import { Label, SectionKind } from './draft.ts';
import { budget, conditions, identity, lists, purchases } from './plan.ts';

/** Read in a document, never typed. */
const read = { source: true, printed: true } as const;
const source = { source: true } as const;
const { costLines, fundingShares, links, outcomes, parts, staff, workPackages } = lists;
const as = <P extends string>(part: P) => ({ part: z.literal(part) });

/** Everything that a form can change in a plan, one thing at a time: fields of the plan, without what only documents say. */
export const Change = z.discriminatedUnion('part', [
  identity.fields
    .omit({ implementers: true, nationwide: true, verdict: true, site: true })
    .extend({
      ...as('identity'),
      applicant: Label.optional(),
      businessId: z.string().trim().max(20).optional(),
      registerNumbers: z.array(z.string().trim().max(500)).max(100).default([]),
    })
    .refine(...daysInOrder('startsOn', 'endsOn')),
  budget.fields.extend(as('budget')),
  costLines.fields.omit(read).extend(as('cost-line')),
  fundingShares.fields.omit({ ...read, printedShare: true }).extend({
    ...as('share'),
    /** What has to be decided first, by whom and when; without words there is no condition. */
    condition: conditions.fields.pick({ words: true, body: true, expectedOn: true }).partial().default({}),
  }),
  /** A condition is met by a decision of governance, or by one that is told with its day. */
  conditions.fields
    .pick({ decisionId: true })
    .extend({ ...as('condition-met'), id: Id, metOn: Day, note: Label.optional() }),
  /** When the money would be used: by month (1) or half-year (6). What is blank is spread evenly over the rest. */
  lists.spending.fields.pick({ months: true }).extend({
    ...as('spending'),
    /** Cents by the first day of the month or half-year. */
    told: z
      .record(
        Day.refine((day) => day.endsWith('-01'), 'not-a-month'),
        Euros,
      )
      .default({}),
  }),
  /** Takes the offered split: the largest whole-euro grant within the ceiling. */
  z.object(as('split')),
  workPackages.fields
    .omit({ ...source, total: true, purchases: true })
    .extend({
      ...as('work-package'),
      words: z.string().max(100_000).default(''),
      needs: z.array(z.string()).default([]),
    })
    .refine(...daysInOrder('startsOn', 'endsOn')),
  purchases.fields.omit(read).extend({ ...as('purchase'), workPackageId: Id }),
  staff.fields
    .omit(source)
    .extend(as('staff'))
    .refine(...daysInOrder('startsOn', 'endsOn')),
  z.object({
    ...as('reach'),
    nationwide: z.boolean().default(false),
    municipalities: z.array(z.string().max(2000)).max(400).default([]),
    regions: z.array(z.string().max(2000)).max(100).default([]),
    groups: z.array(z.enum(targetGroupCodes)).default([]),
    direct: z.array(z.string().max(2000)).max(200).default([]),
    indirect: z.array(z.string().max(2000)).max(200).default([]),
  }),
  z.object({ ...as('section'), kind: SectionKind, words: z.string().max(100_000).default('') }),
  outcomes.fields.omit(source).extend({ ...as('outcome'), used: z.enum(['yes', 'no']).optional() }),
  parts.fields.omit({ ...source, details: true, decisionId: true }).extend(as('party')),
  links.fields.omit({ ...source, otherId: true }).extend(as('link')),
  z.object({
    ...as('remove'),
    of: z.enum([...(Object.keys(planLists) as (keyof typeof planLists)[]), 'purchase']),
    id: Id,
  }),
]);
export type Change = z.infer<typeof Change>;
export type ChangeOf<P extends Change['part']> = Extract<Change, { part: P }>;

const fieldsOf = new Map(Change.options.map(({ shape }) => [shape.part.value, Object.keys(shape)] as const));

/** A change with every field of its part: what was left empty is there as undefined, so that it empties the plan's own. */
export const withEveryField = <C extends Change>(change: C): C => ({
  ...Object.fromEntries((fieldsOf.get(change.part) ?? []).map((name) => [name, undefined])),
  ...change,
});

export const changeRefusals = [
  'row-not-found',
  'code-in-use',
  'dependency-circle',
  'nothing-to-split',
  'municipality-unknown',
] as const;
export type ChangeRefusal = {
  readonly code: (typeof changeRefusals)[number];
  readonly field?: string;
  readonly details?: Record<string, string>;
};
