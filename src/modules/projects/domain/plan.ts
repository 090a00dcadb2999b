import { z } from 'zod';
import { RoundingRule } from '#kernel/budgets.ts';
import { Day } from '#kernel/days.ts';
import { Euros, Percent } from '#kernel/field-kinds.ts';
import { Id } from '#kernel/ids.ts';
import { emptyLists, type ListsOf, type Part as PartOf, part, type ValueOf } from '#kernel/parts.ts';
import { linkRelations, outcomeKinds, partyRoles, purchaseKinds } from './codes.ts';
import {
  CostKind,
  CostModelCode,
  DraftFigure,
  DraftOrganisation,
  DraftProceeding,
  FundingRole,
  FundingSource,
  Implementers,
  InstrumentCode,
  Label,
  ProjectDraft,
  Qualifier,
  Reach,
  RegisterNumber,
  SectionKind,
  Verdict,
  WageMethod,
  Words,
} from './draft.ts';

/**
 * The project as it is now: what the pages show, what findings are computed from, and what is kept as a version. It has
 * no opinions; an absent value is absent. Each field is said here once: rows, what a form may change (`changes.ts`), what
 * is taken of a document (`plan-of-draft.ts`) and differences follow.
 */

const Year = z.int().min(1990, 'not-a-year').max(2100, 'not-a-year');

/** Where a value was read ('003:176'), and its words there. */
const source = { source: z.string().optional() };
const read = { ...source, printed: z.string().optional() };

const row = { id: Id.optional() };
const days = { startsOn: Day.optional(), endsOn: Day.optional() };
/** The three columns of a funder's table. A blank cell is absent (F-08). */
const columns = { requested: Euros.optional(), approved: Euros.optional(), rejected: Euros.optional() };

export const identity = part(
  'projects.project',
  {
    name: Label,
    instrument: InstrumentCode,
    programme: Label.optional(),
    priority: Label.optional(),
    objective: Label.optional(),
    call: Label.optional(),
    callCode: Label.optional(),
    aidForm: Label.optional(),
    implementers: Implementers.optional(),
    arrivedOn: Day.optional(),
    ...days,
    nationwide: z.boolean().optional(),
    verdict: Verdict.optional(),
    site: ProjectDraft.shape.site,
  },
  { call: 'call_name' },
);

export const budget = part('projects.budget', {
  /** `not-stated` when no document says; never inferred from a total (F-07). */
  costModel: z.enum(['not-stated', ...CostModelCode.options]),
  wageMethod: WageMethod.optional(),
  roundingRule: RoundingRule,
  aidRate: Percent.optional(),
  sideCostRate: Percent.optional(),
});

const purchase = {
  ...row,
  kind: z.enum(purchaseKinds),
  label: Label,
  cents: Euros,
  qualifier: Qualifier.optional(),
};
export const purchases = part('projects.purchase', { ...purchase, ...read, workPackageId: Id.optional() });

const condition = {
  ...row,
  words: Words,
  body: Label.optional(),
  expectedOn: Day.optional(),
  decisionId: Id.optional(),
  metOn: Day.optional(),
  metNote: Label.optional(),
};
export const conditions = part(
  'projects.condition',
  { ...condition, ...source, fundingShareId: Id.optional() },
  {},
  { order: ['id'] },
);

/** The lists of a plan, by the names that they have in it. */
export const lists = {
  registerNumbers: part(
    'projects.register_number',
    { form: RegisterNumber.shape.form, text: Label, ...source },
    { text: 'printed' },
  ),
  parts: part(
    'projects.part',
    {
      ...row,
      role: z.enum(partyRoles),
      name: Label,
      details: DraftOrganisation.omit({ name: true, at: true, printed: true }),
      share: Euros.optional(),
      committedOn: Day.optional(),
      committedHow: Label.optional(),
      decidedOn: Day.optional(),
      decisionId: Id.optional(),
      ...source,
    },
    { share: 'share_cents' },
  ),
  places: part('projects.place', {
    kind: z.enum(['municipality', 'sub-region', 'region']),
    name: z.string(),
    code: z.string().optional(),
    ...source,
  }),
  targetGroups: part('projects.target_group', {
    reach: Reach,
    code: z.string().optional(),
    words: z.string(),
    ...source,
  }),
  sections: part('projects.section', {
    kind: SectionKind,
    title: Label.optional(),
    words: z.string().max(100_000),
    ...source,
  }),
  workPackages: part(
    'projects.work_package',
    {
      ...row,
      code: z.string().trim().min(1, 'required').max(20),
      name: Label,
      words: z.string().max(100_000),
      needs: z.array(z.string()),
      ...days,
      total: z.object({ cents: Euros, qualifier: Qualifier.optional(), called: Label.optional() }).optional(),
      purchases: z.array(z.object({ ...purchase, ...read })),
      ...source,
    },
    {
      needs: null,
      total: { cents: 'total_cents', qualifier: 'total_qualifier', called: 'total_called' },
      purchases: null,
    },
  ),
  staff: part(
    'projects.staff',
    {
      ...row,
      title: Label,
      name: Label.optional(),
      share: Percent.optional(),
      hourly: Euros.optional(),
      ...days,
      ...source,
    },
    { hourly: 'hourly_cents' },
  ),
  costLines: part('projects.cost_line', {
    ...row,
    kind: CostKind,
    label: Label,
    year: Year.optional(),
    ...columns,
    ...read,
  }),
  fundingShares: part(
    'projects.funding_share',
    {
      ...row,
      from: FundingSource,
      role: FundingRole,
      label: Label,
      year: Year.optional(),
      ...columns,
      printedShare: Percent.optional(),
      channelledBy: Label.optional(),
      condition: z.object({ ...condition, ...source }).optional(),
      ...read,
    },
    { from: 'money_from', condition: null },
  ),
  figures: part('projects.figure', {
    kind: DraftFigure.shape.kind,
    cents: Euros,
    approved: Euros.optional(),
    rejected: Euros.optional(),
    printedShare: Percent.optional(),
    year: Year.optional(),
    toYear: Year.optional(),
    qualifier: Qualifier.optional(),
    ...read,
  }),
  /** Money that would be used in a month or a half-year from the first day on, as somebody told it. */
  spending: part(
    'projects.spending',
    { from: Day, months: z.literal([1, 6]), cents: Euros },
    { from: 'starts_on' },
  ),
  outcomes: part(
    'projects.result',
    {
      ...row,
      kind: z.enum(outcomeKinds),
      words: Words,
      /** The code of the work package. */
      workPackage: z.string().max(500).optional(),
      owner: Label.optional(),
      adoptedOn: Day.optional(),
      used: z.boolean().optional(),
      ...source,
    },
    { workPackage: 'work_package_id' },
  ),
  links: part('projects.link', {
    ...row,
    otherId: Id.optional(),
    name: Label,
    relation: z.enum(linkRelations),
    words: Words.optional(),
    ...source,
  }),
  proceedings: part(
    'projects.proceeding',
    { body: Label, on: Day.optional(), what: DraftProceeding.shape.what, ...source },
    { on: 'happened_on' },
    { unnamed: true },
  ),
} as const satisfies Record<string, PartOf>;

export type ListName = keyof typeof lists;
type RowOf<L extends ListName> = ValueOf<(typeof lists)[L]>;

export type Identity = ValueOf<typeof identity>;
export type Budget = ValueOf<typeof budget>;
export type Condition = NonNullable<FundingShare['condition']>;
export type CostLine = RowOf<'costLines'>;
export type Figure = RowOf<'figures'>;
export type FundingShare = RowOf<'fundingShares'>;
export type Part = RowOf<'parts'>;
export type Spending = RowOf<'spending'>;
export type WorkPackage = RowOf<'workPackages'>;

export type Plan = { identity: Identity; budget: Budget } & ListsOf<typeof lists>;

/** The plan without rows, of a project that nothing is known of but its name. */
export function emptyPlan(name: string): Plan {
  return {
    identity: { name, instrument: 'other' },
    budget: { costModel: 'not-stated', roundingRule: 'entered' },
    ...emptyLists(lists),
  };
}
